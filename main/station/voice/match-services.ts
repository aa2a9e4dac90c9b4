import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import { ServiceCode } from '../../../preload/contracts/ids.ts';
import { resourcesFolder } from '../../foundation/resources.ts';
import { soundsIn, soundsOf } from './sounds-like.ts';

const SaidWordsFile = z.record(ServiceCode, z.array(z.string().regex(/^\p{Script=Han}{2,10}$/u)).min(1));
/** What people say for a service, by its code: everyday words beside its name. */
export type SaidWords = Readonly<Record<string, readonly string[]>>;

/** Throws when the shipped file is damaged. */
export function loadSaidWords(
  file: string = join(resourcesFolder(), 'catalogue', 'said-words.json'),
): SaidWords {
  return SaidWordsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

type Named = Pick<ServiceView, 'serviceCode' | 'name'>;

const MOST_SERVICES = 4;
/** Points for each character of an everyday word, of one that only sounds so, and of a part of the name. */
const [SAID, SOUNDS, NAMED, NAME_SOUNDS] = [2, 1.5, 1, 0.75];
/** Every service has them in its name: they tell nothing. */
const TELLS_NOTHING = /申请|登记|办理|服务|资格|预约|业务|查询|报告|咨询|信息/g;
/** One everyday word, or a good part of a name. */
const LEAST_POINTS = 3;
/** What has less than this part of the best one's points was not meant. */
const LEAST_PART = 0.45;

/**
 * The services that somebody may have meant, best first. Looks for everyday words and for parts of the names, as they are
 * written and as they sound. Empty when nothing fits: better than a guess.
 */
export function matchServices(
  heard: string,
  services: readonly Named[],
  words: SaidWords,
): readonly string[] {
  const said = hanziOf(heard);
  const sounds = soundsOf(said);
  const points = services
    .map(({ serviceCode, name }) => ({
      serviceCode,
      points: pointsOfWords(words[serviceCode] ?? [], said, sounds) + pointsOfName(name, said, sounds),
    }))
    .filter((one) => one.points >= LEAST_POINTS)
    .toSorted((one, other) => other.points - one.points);
  const best = points[0]?.points ?? 0;
  return points
    .filter((one) => one.points >= best * LEAST_PART)
    .slice(0, MOST_SERVICES)
    .map(({ serviceCode }) => serviceCode);
}

const hanziOf = (text: string): string => (text.match(/\p{Script=Han}/gu) ?? []).join('');

function pointsOfWords(words: readonly string[], said: string, sounds: readonly string[]): number {
  return words.reduce((sum, word) => {
    if (said.includes(word)) return sum + word.length * SAID;
    return soundsIn(soundsOf(word), sounds) ? sum + word.length * SOUNDS : sum;
  }, 0);
}

/** Each two neighbouring characters of the name that were said. */
function pointsOfName(name: string, said: string, sounds: readonly string[]): number {
  const pairs = name
    .replaceAll(TELLS_NOTHING, '/')
    .split(/\P{Script=Han}+/u)
    .flatMap((part) => [...part].slice(1).map((character, index) => [...part][index] + character));
  return [...new Set(pairs)].reduce((sum, pair) => {
    if (said.includes(pair)) return sum + pair.length * NAMED;
    return soundsIn(soundsOf(pair), sounds) ? sum + pair.length * NAME_SOUNDS : sum;
  }, 0);
}
