import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IdCard, IdCardReader } from '../../../main/station/devices/id-card-reader/port.ts';
import { createSamSerialReader } from '../../../main/station/devices/id-card-reader/sam-serial.ts';
import { record } from '../../unit/id-card-reader/reader-bench.ts';
import { waitFor } from '../../support/wait-for.ts';
import { serialRig, type SerialRig } from './serial-rig.ts';

/** The hall's own timers but for the patience, so that a loaded test machine and a short test both do. */
const TIMINGS = { pollMs: 100, retryMs: 200, removalMs: 400, reopenFirstMs: 100, reopenMostMs: 400 };

interface SamVectors {
  readonly vectors: readonly { readonly id: string; readonly chunks: readonly string[] }[];
}

const { vectors } = JSON.parse(
  readFileSync(new URL('../../vectors/sam-frames.json', import.meta.url), 'utf8'),
) as SamVectors;

let rig: SerialRig;
let reader: IdCardReader;
let story: string[];
let cards: IdCard[];

beforeEach(async () => {
  rig = await serialRig();
  reader = createSamSerialReader({ path: rig.path, timings: TIMINGS, simulated: true });
  story = record(reader);
  cards = [];
  reader.onEvent((event) => event.kind === 'card-placed' && cards.push(event.card));
  reader.start();
});

afterEach(async () => {
  await reader.stop();
  await rig.end();
});

const count = (word: string) => story.filter((entry) => entry.startsWith(word)).length;
const happened = (word: string, times = 1) => waitFor(() => count(word) >= times || undefined);
const frameOf = (id: string) => vectors.find((vector) => vector.id === id)?.chunks.join('');

describe('a card', () => {
  it('of a person of 70 is read byte for byte as recorded', async () => {
    await rig.order({ do: 'place', frame: frameOf('age-70') });
    await happened('placed');
    expect(cards[0]).toMatchObject({ docType: 'citizen', birth: '19560615', sex: 'male', validTo: '长期' });
    expect(cards[0]?.name.revealFor('staff-view')).toBe('测试丙');
    expect(cards[0]?.number.revealFor('staff-view')).toBe('110199195606159039');
  });

  it('that rests is one event, lifted and replaced it is a second', async () => {
    await rig.order({ do: 'place', card: { birth: '1956-06-15' } });
    await happened('placed');
    await rig.moreRequests(15);
    expect(count('placed')).toBe(1);
    await rig.order({ do: 'lift' });
    await happened('removed');
    await rig.order({ do: 'place', card: { birth: '1956-06-15' } });
    await happened('placed', 2);
    expect(rig.asked).not.toContain('3010');
  });

  it('taken away while it is read is asked for again', async () => {
    await happened('ready');
    await rig.order({ do: 'fail', fault: { mode: 'lift-mid-read' } });
    await rig.order({ do: 'place' });
    await happened('unreadable lift-and-replace');
    await rig.order({ do: 'place' });
    await happened('placed');
  });
});

describe('the cable', () => {
  it('pulled and plugged in again', async () => {
    await happened('ready');
    await rig.cut();
    await happened('disconnected');
    expect(reader.status()).toEqual({ state: 'unavailable', reason: 'disconnected', simulated: true });
    await rig.join();
    await happened('ready', 2);
    await rig.order({ do: 'place' });
    await happened('placed');
  });

  it('pulled in the middle of an answer is a lost device, not a bad card', async () => {
    await happened('ready');
    await rig.order({ do: 'fail', fault: { mode: 'stop-mid-frame', afterBytes: 600 } });
    await rig.order({ do: 'place' });
    await waitFor(() => rig.asked.includes('3001') || undefined);
    await rig.cut();
    await happened('disconnected');
    expect(count('unreadable')).toBe(0);
  });

  it('missing from the beginning is a status, and the device is found when it comes', async () => {
    await reader.stop();
    await rig.cut();
    reader.start();
    await happened('disconnected');
    await rig.join();
    await waitFor(() => reader.status().state === 'ready' || undefined);
  });
});

describe('the module', () => {
  it('frozen is silent, and thawed it goes on', async () => {
    await happened('ready');
    rig.simulator.kill('SIGSTOP');
    await happened('silent');
    rig.simulator.kill('SIGCONT');
    await happened('ready', 2);
    await rig.order({ do: 'place' });
    await happened('placed');
  });

  it('stopping in mid-frame again and again ends in advice, and works once it is whole', async () => {
    await happened('ready');
    await rig.order({ do: 'fail', fault: { mode: 'stop-mid-frame', afterBytes: 600 } });
    await rig.order({ do: 'place' });
    await happened('unreadable lift-and-replace');
    await rig.order({ do: 'recover' });
    await rig.order({ do: 'lift' });
    await rig.order({ do: 'place' });
    await happened('placed');
  });
});

it('an order that the simulator does not know is refused with what is allowed', async () => {
  await expect(rig.order({ do: 'explode' })).rejects.toThrow(/do/);
  await expect(rig.order({ do: 'place', card: { name: '长'.repeat(16) } })).rejects.toThrow(
    /name: at most 15/,
  );
});
