import { z } from 'zod';

/** Who may speak to a service: the service knows the SHA-256 of each token, never the token. */
export interface AcceptedToken {
  readonly role: 'kiosk' | 'counter' | 'display' | 'admin';
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

interface ServiceOptions {
  readonly configurationFile?: string;
  readonly tokens: readonly AcceptedToken[];
  /** Origins of pages that may call, besides the service's own: the shell's pages have `app://hall`. */
  readonly allowOrigins: readonly string[];
  /** Instead of the configured port; 0 means any free one. */
  readonly port?: number;
  /** A released program does not simulate devices unless the configuration names them. */
  readonly release?: boolean;
}

export interface HallProcessOptions extends ServiceOptions {
  readonly dataDirectory: string;
  /** Shows itself to newcomers: accounts of its own are made at the start, and the page for signing in names them. */
  readonly demo?: boolean;
}

export interface StationProcessOptions extends ServiceOptions {
  readonly dataDirectory: string;
  readonly hallAddress: string;
  /** The clear token with which this station speaks to the hall. */
  readonly hallToken: string;
}

/** What a supervising process says to a service process. */
export type ToServiceProcess =
  | { readonly type: 'start'; readonly options: unknown }
  /** Asks for an orderly end: finish what is under way, close files, exit with code 0. */
  | { readonly type: 'stop' };

export const fromServiceProcess = z.discriminatedUnion('type', [
  /** Serving at `address`, for example `http://127.0.0.1:7300`. */
  z.strictObject({ type: z.literal('ready'), address: z.url({ protocol: /^https?$/ }) }),
  /** Could not start; the process ends by itself. */
  z.strictObject({ type: z.literal('failed'), error: z.string() }),
  /** Anything a service wants its supervisor to know. */
  z.strictObject({ type: z.literal('told'), message: z.unknown() }),
]);

/** What a service process says to its supervisor. */
export type FromServiceProcess = z.infer<typeof fromServiceProcess>;
