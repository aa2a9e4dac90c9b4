/** Facts first, words second: what pino's `info` and `warn` take. Never what stands on the paper. */
export interface SpoolLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}
