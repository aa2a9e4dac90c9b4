import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { ByteLink } from '../../lines/byte-link.ts';
import { pause } from '../../lines/pause.ts';
import { serialLink } from '../../lines/serial-link.ts';
import { PacedSender } from '../../lines/paced-sender.ts';
import { simulateCard } from './simulated-card.ts';
import { SimulatedSam } from './simulated-sam.ts';
import { parseSimulatorCommand, type SimulatorCommand } from './simulator-commands.ts';

/**
 * A SAM module as a program of its own, for training and tests: speaks at the other end of a serial line (or a
 * pty pair) and takes orders as JSON lines on standard input, e.g.
 *   {"do":"place","card":{"birth":"1956-06-15"}}   {"do":"place","frame":"aaaaaa9669…"}   {"do":"lift"}
 *   {"do":"fail","fault":{"mode":"silent"}}   {"do":"recover"}   {"do":"quit"}
 * Answers on standard output: {"said":"open"}, {"said":"closed"}, {"said":"asked","command":"3001"},
 * {"said":"done","do":…}, {"said":"error","reason":…}.
 */
const { values } = parseArgs({
  options: {
    path: { type: 'string' },
    baud: { type: 'string', default: '115200' },
    'reading-ms': { type: 'string', default: '200' },
    're-readable': { type: 'boolean', default: false },
  },
});
if (values.path === undefined) {
  process.stderr.write('sam-simulator: --path <serial device> is missing\n');
  process.exit(2);
}

const REOPEN_MS = 100;
const path = values.path;
const baudRate = Number(values.baud);
const stopped = new AbortController();
const say = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`);

let link: ByteLink | undefined;
const sender = new PacedSender((bytes) => void link?.write(bytes), baudRate);
const sam = new SimulatedSam((bytes) => sender.send(bytes), {
  reReadable: values['re-readable'],
  readingMs: Number(values['reading-ms']),
  onRequest: (command) => say({ said: 'asked', command }),
});

async function keepOpen(): Promise<void> {
  while (!stopped.signal.aborted) {
    await openOnce();
    await pause(REOPEN_MS, stopped.signal);
  }
}

async function openOnce(): Promise<void> {
  let hangUp: () => void = () => undefined;
  const hungUp = new Promise<void>((resolve) => {
    hangUp = resolve;
  });
  const opened = await serialLink({ path, baudRate })({
    data: (chunk) => sam.receive(chunk),
    closed: hangUp,
  });
  if (!opened.ok) return;
  link = opened.value;
  say({ said: 'open', path });
  await hungUp;
  link = undefined;
  sender.clear();
  say({ said: 'closed' });
}

function place(command: Extract<SimulatorCommand, { do: 'place' }>): string | undefined {
  if (command.frame !== undefined) {
    sam.placeCard({ readFrame: Buffer.from(command.frame, 'hex') });
    return undefined;
  }
  const card = simulateCard(command.card ?? {});
  if (!card.ok) return `${card.error.field}: at most ${card.error.allowedUnits} UTF-16 units`;
  sam.placeCard(card.value);
  return undefined;
}

async function obey(command: SimulatorCommand): Promise<string | undefined> {
  switch (command.do) {
    case 'place':
      return place(command);
    case 'lift':
      sam.liftCard();
      return undefined;
    case 'fail':
      sam.fail(command.fault);
      return undefined;
    case 'recover':
      sam.recover();
      sender.clear();
      return undefined;
    case 'quit':
      await quit();
      return undefined;
  }
}

async function quit(): Promise<void> {
  stopped.abort();
  sam.end();
  sender.clear();
  await link?.close();
}

void keepOpen();
for await (const line of createInterface({ input: process.stdin })) {
  const command = parseSimulatorCommand(line);
  const reason = command.ok ? await obey(command.value) : command.error;
  say(
    reason === undefined
      ? { said: 'done', do: command.ok ? command.value.do : '' }
      : { said: 'error', reason },
  );
}
await quit();
