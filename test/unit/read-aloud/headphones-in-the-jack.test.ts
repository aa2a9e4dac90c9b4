import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  amixerJack,
  cardOf,
  isPlugged,
} from '../../../main/station/devices/read-aloud/headphones/amixer-jack.ts';
import { fakeProgram } from '../../contract/speaker/programs.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';

const control = (name: string, value: string): string =>
  `numid=20,iface=CARD,name='${name}'\n  ; type=BOOLEAN,access=r-------,values=1\n  : values=${value}\n`;
const MIXER =
  "numid=2,iface=MIXER,name='Headphone Playback Switch'\n  ; type=BOOLEAN,access=rw------,values=2\n  : values=on,on\n";
const signal = new AbortController().signal;

describe('what the mixer says', () => {
  it.each([
    ['in', `${MIXER}${control('Mic Jack', 'off')}${control('Headphone Jack', 'on')}`, true],
    ['out', `${MIXER}${control('Mic Jack', 'on')}${control('Headphone Jack', 'off')}`, false],
    ['in, at the front of the case', control('Front Headphone Jack', 'on'), true],
    ['one of two jacks', `${control('Headphone Jack', 'off')}${control('Headphone Jack', 'on')}`, true],
    ['a jack that cannot tell', control('Front Headphone Phantom Jack', 'on'), false],
    ['a volume that is switched on is no jack', MIXER, false],
    ['a microphone is no headphone', control('Mic Jack', 'on'), false],
    ['a card without jacks', '', false],
    ['nonsense', 'Headphone Jack\n: values=on\n', false],
  ])('%s', (_what, contents, plugged) => {
    expect(isPlugged(contents)).toBe(plugged);
  });

  it.each([
    ['plughw:1,0', '1'],
    ['hw:CARD=PCH,DEV=0', 'PCH'],
    ['sysdefault:CARD=Generic', 'Generic'],
    ['alsa_output.pci-0000_00_1f.3.analog-stereo', undefined],
    [undefined, undefined],
  ])('the card of %s', (output, card) => {
    expect(cardOf(output)).toBe(card);
  });
});

describe('the mixer’s program', () => {
  it('is asked about the card of the headphones', async () => {
    const kept = join(folderForTest(), 'asked');
    const program = fakeProgram(`echo "$@" > ${kept}\ncat <<'END'\n${control('Headphone Jack', 'on')}END`);
    expect(await amixerJack({ card: '1', program }).plugged(signal)).toBe(true);
    expect(readFileSync(kept, 'utf8')).toBe('-c 1 contents\n');
  });

  it.each([
    ['that fails', 'exit 1'],
    ['that hangs', 'sleep 600'],
    ['that writes without end', 'yes'],
  ])('%s: nobody has headphones', async (_what, script) => {
    expect(await amixerJack({ program: fakeProgram(script) }).plugged(signal)).toBe(false);
  });

  it('that is not there: nobody has headphones, and it is not looked for all the time', async () => {
    const folder = folderForTest();
    const jack = amixerJack({ program: join(folder, 'amixer') });
    expect(await jack.plugged(signal)).toBe(false);
    fakeProgram(`cat <<'END'\n${control('Headphone Jack', 'on')}END`, 'amixer', folder);
    const looks: boolean[] = [];
    for (let look = 0; look < 61; look += 1) looks.push(await jack.plugged(signal));
    expect(looks.indexOf(true)).toBe(60);
  });
});
