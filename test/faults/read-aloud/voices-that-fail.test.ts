import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { fakeProgram, isAlive } from '../../contract/speaker/programs.ts';
import { openKioskEar } from '../../contract/read-aloud/kiosk-ear.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { folderForTest, must } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';

let hall: HallService;
beforeAll(async () => void (hall = await HallService.start()));
afterAll(() => hall.end());
afterEach(() => void vi.unstubAllEnvs());

const SYSTEM = `devices:
  idCardReader: virtual
  ticketPrinter: virtual
  readAloud: { driver: system, output: kiosk-out, headphones: kiosk-ear }
`;
const JACK = (value: string) =>
  `cat <<'END'\nnumid=1,iface=CARD,name='Headphone Jack'\n  ; type=BOOLEAN,access=r-------,values=1\n  : values=${value}\nEND`;

/** A PC on which these programs are installed, and no others. */
function install(programs: Readonly<Record<string, string>>, { espeak = true } = {}): string {
  const folder = folderForTest();
  for (const [name, script] of Object.entries(programs)) fakeProgram(script, name, folder);
  if (espeak) symlinkSync('/usr/bin/espeak-ng', join(folder, 'espeak-ng'));
  vi.stubEnv('PATH', folder);
  return folder;
}
/** Plays as long as the sound lasts: its size tells. The first argument it is asked with is kept. */
const PLAYER = (folder = '"$(dirname "$0")"') =>
  `for file; do :; done; echo "$@" >> ${folder}/played; sleep $(awk "BEGIN { print $(stat -c %s "$file") / 44100 }")`;
const lines = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];

/** Whatever the voice does, a person gets a number. */
async function takesATicket({
  kiosk,
}: Pick<Awaited<ReturnType<typeof openKioskEar>>, 'kiosk'>): Promise<void> {
  await must(kiosk.beginWithoutCard({ requestId: randomUUID() }));
  const taken = await must(kiosk.takeTicket({ requestId: randomUUID(), serviceCode: 'LN-01' }));
  expect(taken.number).toMatch(/^A\d{3}$/);
}

it('real programs: each on its output, what is private on the headphones, and no file stays behind', async () => {
  const folder = install({ aplay: PLAYER(), amixer: JACK('off') });
  const ear = await openKioskEar(hall, SYSTEM);
  await ear.read(['您好', '(私)张某英']);
  await ear.until(({ finished }) => finished);
  fakeProgram(JACK('on'), 'amixer', folder);
  await ear.until(({ headphones }) => headphones);
  const second = await ear.read(['您好', '(私)张某英']);
  await ear.until(({ finished, readingId }) => finished && readingId === second);
  const outputs = lines(join(folder, 'played')).map((line) =>
    /--device=(\S+) .*\/(\w+)\.wav$/.exec(line)?.slice(1),
  );
  const spoken = outputs.slice(-3);
  expect(spoken).toEqual([
    ['kiosk-out', 'loudspeaker'],
    ['kiosk-ear', 'headphones'],
    ['kiosk-ear', 'headphones'],
  ]);
  expect(readdirSync(ear.folder)).toEqual([]);
});

it('without espeak-ng the kiosk says that it cannot read, and everything else goes on', async () => {
  install({ aplay: PLAYER() }, { espeak: false });
  const ear = await openKioskEar(hall, SYSTEM);
  expect(await ear.until(({ state }) => state === 'unavailable')).toMatchObject({
    reason: 'no-voice',
    languages: [],
  });
  await ear.read(['您好']);
  await ear.until(({ state, position }) => state === 'unavailable' && position === null);
  await takesATicket(ear);
});

it('without anything that plays, the same', async () => {
  install({});
  const ear = await openKioskEar(hall, SYSTEM);
  expect((await ear.until(({ state }) => state === 'unavailable')).reason).toBe('no-player');
  await takesATicket(ear);
});

it('a player that hangs is killed some seconds after the sound’s end, and the kiosk is asked for tickets meanwhile', async () => {
  const folder = install({ aplay: 'echo $$ >> "$(dirname "$0")/pids"\nsleep 600 & wait' });
  const ear = await openKioskEar(hall, SYSTEM);
  await ear.read(['您好']);
  await ear.until(({ position }) => position === 0);
  await takesATicket(ear);
  expect(await ear.until(({ state }) => state === 'unavailable')).toMatchObject({ reason: 'player-hung' });
  for (const pid of lines(join(folder, 'pids')).map(Number))
    await waitFor(async () => !(await isAlive(pid)) || undefined);
});

it('a stop in the middle of a word kills the player, and its file is gone', async () => {
  const folder = install({ aplay: 'echo $$ >> "$(dirname "$0")/pids"\nsleep 600' });
  const ear = await openKioskEar(hall, SYSTEM);
  await ear.read(['请您坐在大厅中间的椅子上等候']);
  await ear.until(({ position }) => position === 0);
  await waitFor(() => lines(join(folder, 'pids')).length > 0 || undefined);
  await must(ear.kiosk.stopReading(ear.id()));
  await ear.until(({ state }) => state === 'silent');
  for (const pid of lines(join(folder, 'pids')).map(Number))
    await waitFor(async () => !(await isAlive(pid)) || undefined);
  await waitFor(() => readdirSync(ear.folder).length === 0 || undefined);
});

it('a voice that hangs is given up, and the kiosk goes on', async () => {
  install({ aplay: PLAYER(), 'espeak-ng': 'sleep 600' }, { espeak: false });
  const ear = await openKioskEar(hall, SYSTEM);
  await takesATicket(ear);
  await ear.read(['您好']);
  expect((await ear.until(({ state }) => state === 'unavailable')).reason).toBe('no-voice');
});

it('a recogniser that hangs ends with the visit, is killed, and nothing of what was said stays', async () => {
  const folder = install({
    arecord: 'for file; do :; done; echo RIFF > "$file"',
    asr: 'echo $$ > "$(dirname "$0")/pid"\nsleep 600',
  });
  const command = JSON.stringify([join(folder, 'asr'), '{wav}']);
  const ear = await openKioskEar(
    hall,
    `devices: { voiceHelp: { driver: program, command: ${command}, seconds: 2 } }\n`,
  );
  await must(ear.kiosk.beginWithoutCard(ear.id()));
  const listened = ear.kiosk.listen(ear.id());
  const pid = Number(await waitFor(() => lines(join(folder, 'pid'))[0]));
  await takesATicket(ear);
  await must(ear.kiosk.endVisit(ear.id()));
  expect(await listened).toEqual({ ok: false, error: { kind: 'cannot-listen', reason: 'stopped' } });
  await waitFor(async () => !(await isAlive(pid)) || undefined);
  expect(readdirSync(join(ear.station.dataDirectory, 'voice-help'))).toEqual([]);
});
