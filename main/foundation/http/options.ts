import type {
  ApiError,
  Caller,
  Handlers,
  ListenAddress,
  OperationTable,
  Result,
  Staff,
} from '../../../preload/contracts/index.ts';
import type { Access } from '../access/index.ts';
import type { Clock } from '../clock.ts';
import type { FeedOptions } from '../feed/feed-socket.ts';
import type { Log } from '../log/index.ts';
import type { ServerLimits } from './limits.ts';
import type { PagesOptions } from './pages.ts';

export interface ServiceInfo {
  /** "songting-hall" */
  readonly name: string;
  readonly version: string;
  /** For the OpenAPI document. */
  readonly title?: string;
}

/** Who has signed in at a PC of staff. */
export interface StaffSessions {
  /** Whose hand it is, by the secret that came with the request, or why it may not act. */
  check(secret: string | undefined, caller: Caller, operation: string): Result<Staff, ApiError>;
}

export interface ApiServerOptions<Table extends OperationTable> {
  readonly operations: Table;
  readonly handlers: Handlers<Table>;
  readonly access: Access;
  /** The mirror that listeners follow, which roles may listen, and who hears what they say. */
  readonly feed?: FeedOptions;
  /** Without it whatever names staff is refused. */
  readonly sessions?: StaffSessions;
  readonly pages?: PagesOptions;
  readonly listen: ListenAddress;
  readonly allowOrigins?: readonly string[];
  readonly allowHosts?: readonly string[];
  readonly log: Log;
  readonly limits?: Partial<ServerLimits>;
  readonly info: ServiceInfo;
  readonly clock?: Clock;
}

export interface ApiServer {
  /** "http://127.0.0.1:7300", with the port that was really taken. */
  readonly address: string;
  /** Listeners are told to come back later (1001), running requests end, then the port is free. */
  close(): Promise<void>;
}

/** What the parts of a server share. */
export interface ServerParts {
  readonly access: Access;
  readonly sessions: StaffSessions | undefined;
  readonly log: Log;
  readonly limits: ServerLimits;
  readonly clock: Clock;
  readonly allowHosts: readonly string[];
  readonly allowOrigins: readonly string[];
}
