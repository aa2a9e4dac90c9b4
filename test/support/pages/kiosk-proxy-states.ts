import type { Page } from 'playwright';
import type { ProxyView } from '../../../preload/contracts/station-operations.ts';
import { elderVisit } from '../fake-services/samples.ts';
import { screen, type FakeStation } from './bench.ts';
import { MOTHER, ProxyStation, sampleProxy, SON } from './proxy-station.ts';

type Bring = (station: FakeStation, page: Page) => Promise<void>;

const both: Partial<ProxyView> = { principal: MOTHER, agent: SON };

/** Somebody for whom so much is prepared stands before the screen `name`; touches lead further. */
function prepared(
  over: Partial<ProxyView>,
  name: string,
  ...touches: readonly (readonly [string, string])[]
): Bring {
  return async (station, page) => {
    new ProxyStation(station).put(elderVisit({ proxy: sampleProxy(over) }));
    await screen(page, name);
    for (const [selector, then] of touches) {
      await page.locator(selector).first().click();
      await screen(page, then);
    }
  };
}

const TO_CHECK = [
  ['[data-relation="child"]', 'proxy-powers'],
  ['[data-go-on]', 'proxy-check'],
] as const;
const printed = (letter: ProxyStation['letter']): Bring => {
  return async (station, page) => {
    await prepared(both, 'proxy-relation', ...TO_CHECK)(station, page);
    const proxy = new ProxyStation(station);
    proxy.letter = letter;
    proxy.put(elderVisit({ proxy: sampleProxy(both) }));
    await page.locator('[data-print]').click();
    await screen(page, 'proxy-letter');
  };
};

/** Every screen of who comes for somebody else, and how it comes about. */
export const KIOSK_PROXY_STATES: Readonly<Record<string, Bring>> = {
  'proxy-service': async (_station, page) => {
    await page.locator('[data-proxy-entry]').click();
    await screen(page, 'proxy-service');
  },
  'proxy-whose': prepared({ unassigned: SON }, 'proxy-whose'),
  'proxy-principal': prepared({}, 'proxy-principal'),
  'proxy-agent': prepared({ principal: MOTHER, notice: 'same-person' }, 'proxy-agent'),
  'proxy-number': prepared({}, 'proxy-principal', ['[data-type]', 'proxy-number']),
  'proxy-relation': prepared(both, 'proxy-relation'),
  'proxy-powers': prepared(both, 'proxy-relation', ['[data-relation="child"]', 'proxy-powers']),
  'proxy-check': prepared(both, 'proxy-relation', ...TO_CHECK),
  'proxy-check-staff': prepared({ ...both, staffNeeded: true }, 'proxy-relation', ...TO_CHECK),
  'proxy-mend': prepared(both, 'proxy-relation', ...TO_CHECK, ['[data-mend]', 'proxy-mend']),
  'proxy-days': prepared(
    both,
    'proxy-relation',
    ...TO_CHECK,
    ['[data-mend]', 'proxy-mend'],
    ['[data-mend-line="powers"]', 'proxy-powers'],
    ['[data-go-on]', 'proxy-days'],
  ),
  'proxy-letter': printed({ state: 'confirmed', reason: null }),
  'proxy-letter-refused': printed({ state: 'refused', reason: 'no-paper' }),
};
