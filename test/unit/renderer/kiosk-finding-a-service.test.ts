import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { INITIALS_FILE, serviceInitials } from '../../../resources/build/service-initials.ts';
import type { Audience } from '../../../preload/contracts/age-band.ts';
import { keysOf, lookUp, type NamedService } from '../../../renderer/kiosk/choose/letters.ts';
import { firstScreen, offeredServices, pageOf } from '../../../renderer/kiosk/choose/service-choice.ts';
import { themeIcon } from '../../../renderer/kiosk/choose/service-icon.ts';
import { ALL_THEMES, MOST_THEMES, servicesOf, themesOf } from '../../../renderer/kiosk/choose/themes.ts';
import { serviceName } from '../../../renderer/shared/words/words.ts';
import { HALL_TYPES, wholeCatalogue } from '../../support/whole-catalogue.ts';

const codes = (services: readonly { readonly serviceCode: string }[]): string[] =>
  services.map(({ serviceCode }) => serviceCode);
const themesOfHall = (hallType: (typeof HALL_TYPES)[number]) => themesOf(codes(wholeCatalogue(hallType)));

/** Touches from the first screen to the number, by service. */
function touches(hallType: (typeof HALL_TYPES)[number], audience: Audience): Map<string, number> {
  const offered = offeredServices(wholeCatalogue(hallType), audience);
  const { tiles } = firstScreen(offered);
  const found = new Map(codes(tiles).map((code) => [code, 1]));
  for (const theme of themesOf(codes(offered))) {
    const services = servicesOf(theme, offered, tiles);
    for (let page = 0; page < pageOf(services, 0).pages; page += 1)
      for (const code of codes(pageOf(services, page).items))
        // 其他事项, the theme, pages turned, the service.
        if (!found.has(code)) found.set(code, 3 + page);
  }
  return found;
}

function distribution(counts: Iterable<number>): Record<number, number> {
  const tally: Record<number, number> = {};
  for (const count of counts) tally[count] = (tally[count] ?? 0) + 1;
  return tally;
}

describe('by picture', () => {
  test('every service of the catalogue stands in exactly one theme, and each theme has a picture', () => {
    const inThemes = ALL_THEMES.flatMap(({ services }) => services);
    const all = new Set(HALL_TYPES.flatMap((hallType) => codes(wholeCatalogue(hallType))));
    expect(inThemes.toSorted()).toEqual([...all].toSorted());
    for (const word of ALL_THEMES.flatMap(({ icons }) => icons)) expect(themeIcon(word), word).toBeDefined();
  });

  test.each(HALL_TYPES)('a %s hall: at most four themes, each of its services in one of them', (hallType) => {
    const themes = themesOfHall(hallType);
    expect(themes.length).toBeLessThanOrEqual(MOST_THEMES);
    expect(themes.flatMap(({ services }) => services).toSorted()).toEqual(
      codes(wholeCatalogue(hallType)).toSorted(),
    );
    expect(themesOfHall(hallType)).toEqual(themes);
  });

  test('small themes are joined, large ones keep their name', () => {
    const named = themesOfHall('comprehensive').map(({ names }) => names.map(({ zh }) => zh).join('、'));
    expect(named).toEqual([
      '津贴补贴',
      '老人卡和吃饭、上门和照护',
      '困难和残疾',
      '收养、祭扫殡葬、社区组织、咨询和查询',
    ]);
  });

  test('a hall with few services keeps its themes apart', () => {
    expect(themesOf(['LN-01', 'JZ-08']).map(({ id }) => id)).toEqual(['allowance', 'adoption']);
    expect(themesOf([])).toEqual([]);
  });

  /** Four themes of five tiles are twenty services: with five choices a screen no more can be two touches behind 其他事项. */
  test.each([
    ['comprehensive', 'anyone', { 1: 4, 3: 20, 4: 14 }],
    ['comprehensive', 'elder', { 1: 4, 3: 20, 4: 14 }],
    ['marriage', 'anyone', { 1: 4, 3: 13 }],
    ['marriage', 'elder', { 1: 4, 3: 13 }],
    ['social_org', 'anyone', { 1: 4, 3: 19, 4: 3 }],
    ['social_org', 'elder', { 1: 4, 3: 17, 4: 5 }],
  ] as const)('touches to the services of a %s hall, for %s: %j', (hallType, audience, expected) => {
    expect(distribution(touches(hallType, audience).values())).toEqual(expected);
  });
});

describe('by letters', () => {
  test('the letters that the program ships are those of its names', () => {
    expect(JSON.parse(readFileSync(INITIALS_FILE, 'utf8'))).toEqual(serviceInitials());
  });

  const named = (hallType: (typeof HALL_TYPES)[number], language: 'zh' | 'en'): NamedService[] =>
    wholeCatalogue(hallType).map(({ serviceCode, name }) => ({
      serviceCode,
      shownName: serviceName(language, serviceCode, name),
    }));

  /** Letters until the service stands among the five, each of them a key that could be touched. */
  function lettersFor(service: NamedService, services: readonly NamedService[]): number {
    const [whole = ''] = keysOf(service);
    for (let length = 1; length <= whole.length; length += 1) {
      const before = lookUp(whole.slice(0, length - 1), services);
      expect(before.next.has(whole[length - 1] ?? ''), service.shownName).toBe(true);
      if (lookUp(whole.slice(0, length), services).shown.includes(service)) return length;
    }
    throw new Error(`${service.shownName} is never found`);
  }

  test.each([
    ['comprehensive', 'zh', 2],
    ['marriage', 'zh', 1],
    ['social_org', 'zh', 3],
    ['comprehensive', 'en', 3],
  ] as const)(
    'each service of a %s hall is found in %s by its first letters, at most %i',
    (hallType, language, most) => {
      const services = named(hallType, language);
      const needed = services.map((service) => lettersFor(service, services));
      expect(Math.max(...needed)).toBe(most);
    },
  );

  const services = named('comprehensive', 'zh');
  const foundBy = (typed: string): string[] =>
    lookUp(typed, services).shown.map(({ serviceCode }) => serviceCode);

  test.each([
    ['GLJTSQ', 'LN-01'],
    ['YNK', 'LN-10'],
    ['DB', 'JZ-01'],
    ['JSYY', 'JZ-11'],
    ['CJR', 'JZ-05'],
  ])('%s leads to %s', (typed, code) => {
    expect(foundBy(typed)).toContain(code);
  });
  test('what people call it first, then what begins so, then the middle of names', () => {
    expect(foundBy('JT')).toEqual(['LN-01', 'LN-04', 'LN-02', 'LN-03', 'LN-15']);
  });
  test('nothing typed shows nothing, and only letters that lead somewhere are open', () => {
    const start = lookUp('', services);
    expect(start.shown).toEqual([]);
    expect(start.next.has('G')).toBe(true);
    expect(start.next.has('V')).toBe(false);
    expect([...lookUp('GLJTS', services).next]).toEqual(['Q']);
    expect(lookUp('GLJTSQ', services).next.size).toBe(0);
  });
  test('more than a screen holds says so', () => {
    const { shown, more } = lookUp('S', services);
    expect([shown.length, more > 0]).toEqual([5, true]);
  });
});
