import { setTimeout as sleep } from 'node:timers/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { ByteLink } from '../lines/byte-link.ts';
import { pause } from '../lines/pause.ts';
import { noise } from '../lines/noise.ts';
import { serialLink } from '../lines/serial-link.ts';
import { loadPadProfile } from './load-profile.ts';
import { parsePadCommand, type PadCommand } from './pad-commands.ts';
import { encodePress } from './pad-frame.ts';
import type { PadKey } from './pad-profile.ts';

/**
 * A rating and call pad as a program of its own, for training and tests:
 *   node pad-simulator.ts --path /dev/pts/7 [--profile demo-pad]
 * Takes orders as JSON lines on standard input (`pad-commands.ts`), e.g. {"do":"rate","score":5}. Says on standard
 * output what happens: {"said":"open"}, {"said":"closed"}, {"said":"heard","bytes":"aa5501e0e1"},
 * {"said":"done","do":…}, {"said":"error","reason":…}.
 */
const { values } = parseArgs({
  options: { path: { type: 'string' }, profile: { type: 'string', default: 'demo-pad' } },
});
const loaded = loadPadProfile(values.profile);
if (values.path === undefined || !loaded.ok) {
  const why = loaded.ok ? '--path SERIAL-DEVICE is missing' : `${loaded.error.kind}: ${loaded.error.detail}`;
  process.stderr.write(`pad-simulator: ${why}\n`);
  process.exit(2);
}

const REOPEN_MS = 100;
const NOISE_TICK_MS = 10;
const { path } = values;
const profile = loaded.value;
const stopped = new AbortController();
const say = (fact: object): void => void process.stdout.write(`${JSON.stringify(fact)}\n`);

let link: ByteLink | undefined;
let flood: NodeJS.Timeout | undefined;

async function keepOpen(): Promise<void> {
  while (!stopped.signal.aborted) {
    await openOnce();
    await pause(REOPEN_MS, stopped.signal);
  }
}

async function openOnce(): Promise<void> {
  let hangUp: () => void = () => undefined;
  const hungUp = new Promise<void>((resolve) => (hangUp = resolve));
  const opened = await serialLink({ path, baudRate: profile.baudRate })({
    data: (chunk) => say({ said: 'heard', bytes: Buffer.from(chunk).toString('hex') }),
    closed: hangUp,
  });
  if (!opened.ok) return;
  link = opened.value;
  say({ said: 'open', simulated: true, path });
  await hungUp;
  link = undefined;
  say({ said: 'closed' });
}

async function press(
  isMeant: (key: PadKey) => boolean,
  times: number,
  everyMs: number,
): Promise<string | undefined> {
  const [code] = [...profile.keys].find(([, key]) => isMeant(key)) ?? [];
  if (code === undefined) return 'the profile has no such key';
  for (let count = 0; count < times; count += 1) {
    if (count > 0) await sleep(everyMs);
    link?.write(encodePress(profile, code));
  }
  return undefined;
}

async function send({ bytes, slice, everyMs }: Extract<PadCommand, { do: 'send' }>): Promise<undefined> {
  const all = Buffer.from(bytes, 'hex');
  const size = slice ?? all.length;
  for (let at = 0; at < all.length; at += size) {
    if (at > 0) await sleep(everyMs);
    link?.write(all.subarray(at, at + size));
  }
}

function makeNoise(bytesPerSecond: number): void {
  const bytes = noise();
  const bytesPerTick = Math.ceil((bytesPerSecond * NOISE_TICK_MS) / 1000);
  flood = setInterval(() => link?.write(bytes(bytesPerTick)), NOISE_TICK_MS);
}

async function obey(command: PadCommand): Promise<string | undefined> {
  switch (command.do) {
    case 'rate':
      return press(
        (key) => key.kind === 'rating' && key.score === command.score,
        command.times,
        command.everyMs,
      );
    case 'call':
      return press(
        (key) => key.kind === 'call' && key.action === command.action,
        command.times,
        command.everyMs,
      );
    case 'send':
      return send(command);
    case 'garbage':
      makeNoise(command.bytesPerSecond);
      return undefined;
    case 'recover':
      clearInterval(flood);
      return undefined;
    case 'quit':
      return quit();
  }
}

async function quit(): Promise<never> {
  stopped.abort();
  clearInterval(flood);
  await link?.close();
  process.exit(0);
}

void keepOpen();
for await (const line of createInterface({ input: process.stdin })) {
  const command = parsePadCommand(line);
  const reason = command.ok ? await obey(command.value) : command.error;
  const done = command.ok && reason === undefined;
  say(done ? { said: 'done', do: command.value.do } : { said: 'error', reason });
}
await quit();
