import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { openKioskForNow } from '../support/pages/bench.ts';
import { KIOSK_STATES } from '../support/pages/kiosk-states.ts';
import { letReadAloud } from '../support/pages/reading-station.ts';
import { hallFor, type Hall, type Measure } from './bench.ts';
import { CHECKLIST, type Finding, type Item } from './checklist.ts';
import { contrast, notByColourAlone, stillness } from './items/colours.ts';
import { help, waysWithoutMachine } from './items/help.ts';
import { installationGuide } from './items/installation.ts';
import { byKeys } from './items/keys.ts';
import { askedOnce, errorsSayHow, summaryFirst } from './items/mistakes.ts';
import { largePrint, plainWords } from './items/paper-and-words.ts';
import { bodyText, gaps, lineLength, lineSpacing, targets, threeSizes } from './items/sizes.ts';
import { captions, everythingIsRead, loudness, oneOrder } from './items/speech.ts';
import { enoughTime, nothingLeft, perVisit } from './items/time.ts';
import { fewChoices, oneFinger } from './items/touching.ts';
import { noPuzzle, nothingFromElsewhere } from './items/trust.ts';
import { looksWell, turned, VIEWPORTS } from './looks.ts';
import { survey, type StateFacts } from './survey.ts';

const ARTEFACTS = 'artefacts/accessibility';

let browser: Browser;
let hall: Hall;
let pages: string;
const found: StateFacts[] = [];
const table = new Map<Item, Finding>();

beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
  hall = hallFor(browser, pages, found);
});

afterAll(async () => {
  await browser?.close();
  const lines = [...table].map(
    ([item, { measured, passed }]) =>
      `| ${item} | ${CHECKLIST[item]} | ${measured} | ${passed ? 'pass' : 'FAIL'} |`,
  );
  const text = ['| Item | Rule | Measured | Result |', '| --- | --- | --- | --- |', ...lines, ''].join('\n');
  mkdirSync(ARTEFACTS, { recursive: true });
  writeFileSync(`${ARTEFACTS}/checklist.md`, text);
  console.log(text);
});

// One half begins on an upright panel. Most of the time a page only settles: some at once are as good as one by one.
test.concurrent.each(
  Object.entries(KIOSK_STATES).map(([state, bring], at) => ({
    state,
    bring,
    orientation: at % 2 === 0 ? ('landscape' as const) : ('portrait' as const),
  })),
)('$state in its sizes, both ways round', async ({ state, bring, orientation }) => {
  const viewport = VIEWPORTS[orientation];
  await using kiosk = await openKioskForNow(browser, pages, viewport);
  const voice = letReadAloud(kiosk.station);
  await bring(kiosk.station, kiosk.page, viewport);
  await looksWell(kiosk.page, state, orientation);
  found.push(await survey(kiosk, state, turned(orientation), voice));
  // A browser says by itself that a service answered that the hall is away.
  expect(kiosk.complaints.filter((one) => !/status of 50[03]/.test(one))).toEqual([]);
});

/** Every item has its measure: one without does not compile. */
const MEASURES: Readonly<Record<Exclude<Item, 'A-30'>, Measure>> = {
  'A-01': threeSizes,
  'A-02': bodyText,
  'A-03': lineSpacing,
  'A-04': lineLength,
  'A-05': contrast,
  'A-06': notByColourAlone,
  'A-07': targets,
  'A-08': gaps,
  'A-09': oneFinger,
  'A-10': fewChoices,
  'A-11': enoughTime,
  'A-12': nothingLeft,
  'A-13': everythingIsRead,
  'A-14': oneOrder,
  'A-15': loudness,
  'A-16': captions,
  'A-17': byKeys,
  'A-18': help,
  'A-19': (own) => nothingFromElsewhere(pages)(own),
  'A-20': noPuzzle,
  'A-21': errorsSayHow,
  'A-22': summaryFirst,
  'A-23': askedOnce,
  'A-24': stillness,
  'A-25': largePrint,
  'A-26': plainWords,
  'A-27': installationGuide,
  'A-28': perVisit,
  'A-29': waysWithoutMachine,
};

test.each(Object.entries(MEASURES) as [Item, Measure][])('%s', async (item, measure) => {
  expect(found.length, 'states that could be looked at').toBe(Object.keys(KIOSK_STATES).length);
  const finding = await measure(hall);
  table.set(item, finding);
  expect(finding.passed, `${item} ${CHECKLIST[item]}: ${finding.measured}`).toBe(true);
});

test('A-30: each item has a row that says what was measured', () => {
  table.set('A-30', {
    measured: `${table.size + 1} of ${Object.keys(CHECKLIST).length} items`,
    passed: true,
  });
  expect([...table.keys()].sort()).toEqual(Object.keys(CHECKLIST).sort());
  for (const [item, { measured }] of table) expect(measured.length, item).toBeGreaterThan(10);
});
