import { describe, expect, it } from 'vitest';
import type { PlayFault } from '../../../main/station/devices/sound/players/player.ts';
import { err, ok } from '../../../preload/contracts/result.ts';
import { waitFor } from '../../support/wait-for.ts';
import { aloud, openNarrator, secret, wish } from './narrator-bench.ts';

const TWO = [aloud('一'), aloud('二')];

/** The n-th sound, once it is heard. */
const nth = (playing: ReturnType<typeof openNarrator>['playing'], n: number) => waitFor(() => playing[n]);

describe('sentences', () => {
  it('are heard one at a time, in order, and the end is told', async () => {
    const { narrator, playing } = openNarrator();
    narrator.read(wish(TWO));
    (await nth(playing, 0)).end();
    const second = await nth(playing, 1);
    expect(narrator.state()).toMatchObject({ state: 'reading', position: 1, finished: false });
    expect(narrator.status()).toEqual({ state: 'busy' });
    second.end();
    await waitFor(() => narrator.state().finished || undefined);
    expect(narrator.state()).toMatchObject({ state: 'silent', position: 1, reason: null });
    expect(playing.map(({ caption }) => caption)).toEqual(['一', '二']);
  });

  it('begin where it is asked to', async () => {
    const { narrator, playing } = openNarrator();
    narrator.read(wish([...TWO, aloud('三')], { from: 2 }));
    expect((await nth(playing, 0)).caption).toBe('三');
  });

  it('beyond the last one are an end at once', async () => {
    const { narrator, playing } = openNarrator();
    narrator.read(wish(TWO, { from: 9 }));
    await waitFor(() => narrator.state().finished || undefined);
    expect(playing).toEqual([]);
  });

  it('that nobody says are passed over', async () => {
    const { narrator, playing } = openNarrator((text) =>
      Promise.resolve(
        ok(text === '★' ? undefined : { sampleRate: 8_000, samples: new Int16Array(800).fill(900) }),
      ),
    );
    narrator.read(wish([aloud('★'), aloud('一')]));
    expect((await nth(playing, 0)).caption).toBe('一');
    expect(narrator.state().position).toBe(1);
  });

  it('are silenced at once by a stop, a new reading, an end of the visit, and the end of the station', async () => {
    const { narrator, playing } = openNarrator();
    const enders = [
      () => narrator.silence(),
      () => void narrator.read(wish([aloud('新')])),
      () => narrator.forget(),
      () => void narrator.stop(),
    ];
    for (const ender of enders) {
      narrator.read(wish(TWO));
      const sound = await waitFor(() => playing.findLast(({ caption, cut }) => caption === '一' && !cut()));
      ender();
      expect(sound.cut()).toBe(true);
    }
  });

  it('whose sound comes after the stop are never heard', async () => {
    let speak: () => void = () => undefined;
    const { narrator, playing } = openNarrator(
      () =>
        new Promise((resolve) => {
          speak = () => resolve(ok({ sampleRate: 8_000, samples: new Int16Array(800).fill(900) }));
        }),
    );
    narrator.read(wish(TWO));
    await waitFor(() => narrator.state().state === 'reading' || undefined);
    narrator.silence();
    speak();
    narrator.attention();
    await waitFor(() => (playing.length > 0 ? true : (speak(), undefined)));
    expect(playing.map(({ caption }) => caption)).toEqual(['提示音']);
  });

  it('are louder with each step, and the text is in no state that is told', async () => {
    const { narrator, playing, states } = openNarrator();
    for (const volume of ['low', 'middle', 'high'] as const) {
      narrator.read(wish([aloud(`音量${volume}`)], { volume }));
      (await waitFor(() => playing.find(({ caption }) => caption === `音量${volume}`))).end();
    }
    const [low = 0, middle = 0, high = 0] = playing.map(({ peak }) => peak);
    expect(low).toBeLessThan(middle);
    expect(middle).toBeLessThan(high);
    expect(JSON.stringify(states)).not.toContain('音量');
  });
});

describe('what is private', () => {
  it('is never given to the loudspeaker, whatever the jack last said', async () => {
    const { narrator, playing, jack } = openNarrator();
    jack.isIn = true;
    await narratorKnows(narrator, true);
    jack.isIn = false;
    narrator.read(wish([secret('私'), aloud('一')]));
    const heard = await nth(playing, 0);
    expect([heard.caption, heard.through]).toEqual(['一', 'loudspeaker']);
  });

  it('is heard through headphones, though the loudspeaker was the last to be used', async () => {
    const { narrator, playing, jack } = openNarrator();
    narrator.read(wish([aloud('一'), secret('私')]));
    const first = await nth(playing, 0);
    jack.isIn = true;
    first.end();
    const second = await nth(playing, 1);
    expect([second.caption, second.through]).toEqual(['私', 'headphones']);
  });

  it('ends when they are pulled out, and the next sentence is heard by everybody', async () => {
    const { narrator, playing, jack } = openNarrator();
    jack.isIn = true;
    narrator.read(wish([secret('私'), aloud('一')]));
    const first = await nth(playing, 0);
    jack.isIn = false;
    const second = await nth(playing, 1);
    expect(first.cut()).toBe(true);
    expect([second.caption, second.through]).toEqual(['一', 'loudspeaker']);
  });

  it('pulled out between its sound being made and being played: nothing of it is played', async () => {
    const bench = openNarrator((text) => {
      if (text === '私') bench.jack.isIn = false;
      return Promise.resolve(ok({ sampleRate: 8_000, samples: new Int16Array(800).fill(900) }));
    });
    bench.jack.isIn = true;
    bench.narrator.read(wish([secret('私'), aloud('一')]));
    expect((await nth(bench.playing, 0)).caption).toBe('一');
  });

  it('is not even made into sound without headphones', async () => {
    const spoken: string[] = [];
    const { narrator } = openNarrator((text) => {
      spoken.push(text);
      return Promise.resolve(ok(undefined));
    });
    narrator.read(wish([secret('私'), aloud('一')]));
    await waitFor(() => narrator.state().finished || undefined);
    expect(spoken).toEqual(['一']);
  });
});

describe('what fails', () => {
  it.each(['no-player', 'player-failed', 'player-hung', 'player-lies'] as const)(
    '%s ends the reading, is told, and the next is tried all the same',
    async (fault: Exclude<PlayFault, 'stopped'>) => {
      const { narrator, playing, log } = openNarrator();
      narrator.read(wish([aloud('秘密的话'), aloud('二')]));
      (await nth(playing, 0)).end(fault);
      await waitFor(() => narrator.state().state === 'unavailable' || undefined);
      expect(narrator.state()).toMatchObject({ reason: fault, finished: false, position: 0 });
      expect(narrator.status()).toEqual({ state: 'unavailable', reason: fault });
      narrator.read(wish(TWO));
      (await nth(playing, 1)).end();
      (await nth(playing, 2)).end();
      await waitFor(() => narrator.state().finished || undefined);
      expect(narrator.state()).toMatchObject({ state: 'silent', reason: null });
      expect(log()).toContain(fault);
      expect(log()).not.toContain('秘密');
    },
  );

  it('no voice for a sentence ends the reading: the rest would make no sense', async () => {
    const { narrator, playing } = openNarrator((text) =>
      Promise.resolve(
        text === '二'
          ? err({ kind: 'program-missing' })
          : ok({ sampleRate: 8_000, samples: new Int16Array(800).fill(900) }),
      ),
    );
    narrator.read(wish([aloud('一'), aloud('二'), aloud('三')]));
    (await nth(playing, 0)).end();
    await waitFor(() => narrator.state().state === 'unavailable' || undefined);
    expect(narrator.state()).toMatchObject({ reason: 'no-voice', position: 0 });
    expect(playing).toHaveLength(1);
  });

  it('a mistake in the program is logged without the text, and the voice goes on', async () => {
    const { narrator, playing, log } = openNarrator((text) => {
      if (text === '秘密') throw new TypeError('秘密');
      return Promise.resolve(ok({ sampleRate: 8_000, samples: new Int16Array(800).fill(900) }));
    });
    narrator.read(wish([aloud('秘密')]));
    await waitFor(() => narrator.state().state === 'silent' || undefined);
    expect(log()).toContain('TypeError');
    expect(log()).not.toContain('秘密');
    narrator.read(wish([aloud('一')]));
    expect((await nth(playing, 0)).caption).toBe('一');
  });

  it('is looked at again by itself until it is well', async () => {
    const { narrator, playing } = openNarrator();
    narrator.start();
    narrator.read(wish(TWO));
    (await nth(playing, 0)).end('player-failed');
    await waitFor(() => narrator.state().state === 'unavailable' || undefined);
    await waitFor(() => narrator.state().state === 'silent' || undefined);
    expect(narrator.status()).toEqual({ state: 'ready' });
  });
});

it('the chime waits for the end of the sentence, and a stop does not take it away', async () => {
  const { narrator, playing } = openNarrator();
  narrator.read(wish(TWO));
  const first = await nth(playing, 0);
  narrator.attention();
  narrator.attention();
  expect(playing).toHaveLength(1);
  narrator.silence();
  expect(first.cut()).toBe(true);
  (await nth(playing, 1)).end();
  narrator.read(wish([aloud('新')]));
  await nth(playing, 2);
  expect(playing.map(({ caption }) => caption)).toEqual(['一', '提示音', '新']);
});

async function narratorKnows(
  narrator: ReturnType<typeof openNarrator>['narrator'],
  plugged: boolean,
): Promise<void> {
  narrator.start();
  await waitFor(() => narrator.state().headphones === plugged || undefined);
}
