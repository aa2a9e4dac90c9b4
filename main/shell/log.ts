/** One line per event on stderr. Fields are named here, so that nobody logs a whole object or a person's data. */
export interface ShellLogFields {
  readonly service?: string;
  readonly role?: string;
  readonly reason?: string;
  readonly code?: number;
  readonly afterMs?: number;
  readonly address?: string;
}

export type ShellLog = (event: string, fields?: ShellLogFields) => void;

export const logToStderr: ShellLog = (event, fields = {}) => {
  const { service, role, reason, code, afterMs, address } = fields;
  const line = {
    at: new Date().toISOString(),
    part: 'shell',
    event,
    service,
    role,
    reason,
    code,
    afterMs,
    address,
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
};
