import { execFile } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { ByteLink } from '../../lines/byte-link.ts';
import { pause } from '../../lines/pause.ts';
import { serialLink } from '../../lines/serial-link.ts';
import { PacedSender } from '../../lines/paced-sender.ts';
import { parseBoardCommand, type BoardCommand } from './board-commands.ts';
import { SimulatedBoard } from './simulated-board.ts';

/**
 * A window display as a program of its own, for training and tests:
 *   node board-simulator.ts --listen 5005                 on the network (0: any free port)
 *   node board-simulator.ts --path /dev/pts/7 --baud 9600 on a serial line or a pty
 * A pty carries bytes at any speed: with `--other-end PATH` the card hears only what is sent at its own speed, as the
 * driver's end of the line says. Takes orders as JSON lines on standard input (`board-commands.ts`), says on standard
 * output what happens: {"said":"open"}, {"said":"closed"}, {"said":"asked","kind":…}, {"said":"glass","text":…},
 * {"said":"done","do":…}, {"said":"report",…}, {"said":"error","reason":…}.
 */
const { values } = parseArgs({
  options: {
    listen: { type: 'string' },
    path: { type: 'string' },
    baud: { type: 'string', default: '9600' },
    'other-end': { type: 'string' },
    width: { type: 'string', default: '128' },
    height: { type: 'string', default: '32' },
    address: { type: 'string', default: '1' },
    echo: { type: 'boolean', default: false },
  },
});

const REOPEN_MS = 100;
const stopped = new AbortController();
const asked: string[] = [];
let connections = 0;
const say = (fact: object): void => void process.stdout.write(`${JSON.stringify(fact)}\n`);

let send: (bytes: Uint8Array) => void = () => undefined;
const board = new SimulatedBoard((bytes) => send(bytes), {
  width: Number(values.width),
  height: Number(values.height),
  address: Number(values.address),
  echo: values.echo,
  onRequest: (request) => {
    asked.push(request?.kind ?? 'unknown');
    say({ said: 'asked', kind: request?.kind ?? 'unknown' });
  },
});
let glass = '';

function receive(chunk: Uint8Array): void {
  board.receive(chunk);
  if (board.glass.text === glass) return;
  glass = board.glass.text;
  say({ said: 'glass', simulated: true, text: glass });
}

const sockets = new Set<Socket>();
const server = createServer((socket) => {
  connections += 1;
  sockets.add(socket);
  send = (bytes) => void (socket.writable && socket.write(bytes));
  socket.on('data', receive);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => sockets.delete(socket));
});
let port = Number(values.listen);

function plug(): Promise<void> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) ({ port } = address);
      say({ said: 'open', port });
      resolve();
    });
  });
}

function unplug(): Promise<void> {
  for (const socket of sockets) socket.resetAndDestroy();
  return new Promise((resolve) => void server.close(() => resolve()));
}

async function keepOpen(path: string): Promise<void> {
  while (!stopped.signal.aborted) {
    await openOnce(path);
    await pause(REOPEN_MS, stopped.signal);
  }
}

let line: ByteLink | undefined;

async function openOnce(path: string): Promise<void> {
  let hangUp: () => void = () => undefined;
  const hungUp = new Promise<void>((resolve) => (hangUp = resolve));
  const baudRate = Number(values.baud);
  const opened = await serialLink({ path, baudRate })({ data: hear, closed: hangUp });
  if (!opened.ok) return;
  line = opened.value;
  connections += 1;
  const paced = new PacedSender((bytes) => void line?.write(bytes), baudRate);
  send = (bytes) => paced.send(bytes);
  say({ said: 'open', path });
  await hungUp;
  paced.clear();
  send = () => undefined;
  say({ said: 'closed' });
}

function hear(chunk: Uint8Array): void {
  const otherEnd = values['other-end'];
  if (otherEnd === undefined) return receive(chunk);
  execFile('stty', ['-F', otherEnd, 'speed'], (error, speed) => {
    if (error === null && speed.trim() === values.baud) receive(chunk);
  });
}

async function obey(command: BoardCommand): Promise<object | undefined> {
  switch (command.do) {
    case 'fail':
      board.fail(command.fault);
      return undefined;
    case 'recover':
      board.recover();
      return undefined;
    case 'lose-power':
      board.losePower();
      return undefined;
    case 'darken':
      board.switchedOff = command.dark;
      return undefined;
    case 'unplug':
      await unplug();
      return undefined;
    case 'plug':
      await plug();
      return undefined;
    case 'report':
      return { said: 'report', simulated: true, text: board.glass.text, areas: areas(), asked, connections };
    case 'quit':
      await quit();
      return undefined;
  }
}

const areas = (): object[] =>
  board.glass.areas.map(({ text, ...area }) => ({ ...area, text: Buffer.from(text).toString('hex') }));

async function quit(): Promise<void> {
  stopped.abort();
  board.end();
  await line?.close();
  process.exit(0);
}

if (values.path !== undefined) void keepOpen(values.path);
else if (values.listen !== undefined) await plug();
else {
  process.stderr.write('board-simulator: --listen PORT or --path SERIAL-DEVICE is missing\n');
  process.exit(2);
}
for await (const text of createInterface({ input: process.stdin })) {
  const command = parseBoardCommand(text);
  const answer = command.ok ? await obey(command.value) : { said: 'error', reason: command.error };
  say(answer ?? { said: 'done', do: command.ok ? command.value.do : '' });
}
await quit();
