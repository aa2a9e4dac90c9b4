import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The line between two services in the test's hands: it is listened to, and it breaks on cue. */
export class TcpProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #target: () => string;
  /** What went each way, as it was on the wire. */
  readonly asked: Buffer[] = [];
  readonly answered: Buffer[] = [];
  /** Questions arrive, and the line breaks when the answer comes. */
  losesAnswers = false;

  private constructor(target: () => string) {
    this.#target = target;
    this.#server = createServer((socket) => this.#join(socket));
  }

  static async forTest(target: () => string): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    onTestFinished(() => proxy.close());
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #join(near: Socket): void {
    const { hostname, port } = new URL(this.#target());
    const far = connect(Number(port), hostname);
    const cut = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        cut();
      });
    }
    near.on('data', (bytes) => {
      this.asked.push(bytes);
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      this.answered.push(bytes);
      if (this.losesAnswers) cut();
      else near.write(bytes);
    });
  }
}
