import { createServer, type Server, type Socket } from 'node:net';
import { RealTimeFilter } from './real-time.ts';
import { SimulatedMechanism } from './simulated-mechanism.ts';

/** A cheap printer's receive buffer. When it is full and paper is out, the printer stops reading: true back-pressure. */
const RECEIVE_BUFFER_BYTES = 4_096;

export interface SimulatorCues {
  /** Answers no question, not even the fence; prints all the same. */
  silent: boolean;
  /** Accepts and never reads. */
  deaf: boolean;
  /** Breaks the connection after so many more bytes, once. */
  closeAfterBytes: number | undefined;
}

export interface SimulatorEvents {
  onPaper?(index: number): void;
  onReceived?(totalBytes: number): void;
}

/**
 * A network printer in software: speaks ESC/POS on a TCP port (or a Unix socket), keeps what it printed, and fails on
 * cue. It ships with the product for training and drives the tests; nothing in it knows about tickets.
 */
export class PrinterSimulator {
  readonly cues: SimulatorCues = { silent: false, deaf: false, closeAfterBytes: undefined };
  readonly mechanism = new SimulatedMechanism((byte) => this.#answer(byte));
  /** Every byte that arrived, over all connections. */
  readonly received: Uint8Array[] = [];
  connections = 0;
  readonly #events: SimulatorEvents;
  #server: Server | undefined;
  #sockets = new Set<Socket>();
  #current: Socket | undefined;

  constructor(events: SimulatorEvents = {}) {
    this.#events = events;
  }

  /** Listens on a port of 127.0.0.1 (0: any free one) or on a Unix socket path; answers the port, 0 for a path. */
  listen(where: number | string): Promise<number> {
    const server = createServer((socket) => this.#accept(socket));
    this.#server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      const listening = (): void => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      };
      if (typeof where === 'string') server.listen(where, listening);
      else server.listen(where, '127.0.0.1', listening);
    });
  }

  /** Switched off: no longer accepts, every line is cut. What is in the receive buffer is lost. */
  async switchOff(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.mechanism.clearBuffer();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  /** Paper, cover or error changed: goes on where it stopped, if it can. */
  proceed(): void {
    const before = this.mechanism.papers.length;
    this.mechanism.work();
    this.#tellPapers(before);
    if (!this.mechanism.halted && !this.cues.deaf) for (const socket of this.#sockets) socket.resume();
  }

  #accept(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    this.#current = socket;
    const filter = new RealTimeFilter();
    if (this.cues.deaf) socket.pause();
    else socket.on('data', (chunk: Uint8Array) => this.#receive(socket, filter, chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #receive(socket: Socket, filter: RealTimeFilter, chunk: Uint8Array): void {
    const taken = this.#beforeCut(chunk);
    this.received.push(taken);
    const { commands, rest } = filter.split(taken);
    for (const { kind, parameter } of commands) {
      if (kind === 'status') this.#answer(this.mechanism.statusByte(parameter), socket);
      else if (parameter === 2) this.mechanism.clearBuffer();
    }
    const before = this.mechanism.papers.length;
    this.mechanism.take(rest);
    this.#tellPapers(before);
    this.#events.onReceived?.(this.received.reduce((sum, bytes) => sum + bytes.length, 0));
    if (this.cues.closeAfterBytes === 0) this.#cutLine(socket);
    else if (this.mechanism.halted && this.mechanism.bufferedBytes >= RECEIVE_BUFFER_BYTES) socket.pause();
  }

  #beforeCut(chunk: Uint8Array): Uint8Array {
    const { closeAfterBytes } = this.cues;
    if (closeAfterBytes === undefined) return chunk;
    const taken = chunk.subarray(0, closeAfterBytes);
    this.cues.closeAfterBytes = closeAfterBytes - taken.length;
    return taken;
  }

  #cutLine(socket: Socket): void {
    this.cues.closeAfterBytes = undefined;
    this.mechanism.clearBuffer();
    socket.resetAndDestroy();
  }

  #answer(byte: number, socket: Socket | undefined = this.#current): void {
    if (!this.cues.silent && socket?.writable) socket.write(Uint8Array.of(byte));
  }

  #tellPapers(from: number): void {
    for (let index = from; index < this.mechanism.papers.length; index += 1) this.#events.onPaper?.(index);
  }
}
