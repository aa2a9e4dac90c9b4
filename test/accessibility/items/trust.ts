import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagePolicy } from '../../../main/foundation/http/security-headers.ts';
import { nothingBreaks, type Measure } from '../bench.ts';

/** Names of vocabularies, not places: nothing is ever fetched from them. */
const NAMES = /https?:\/\/www\.w3\.org\//;
const ADDRESS = /https?:\/\/[\w.-]+\.[a-z]{2,}[\w/.-]*/g;

/** What the built kiosk page holds; documentation links inside libraries are words that nothing follows. */
export const nothingFromElsewhere =
  (pages: string): Measure =>
  async ({ openKiosk }) => {
    const styles = globSync('**/*.{css,html}', { cwd: pages });
    const addresses = styles.flatMap((file) =>
      (readFileSync(join(pages, file), 'utf8').match(ADDRESS) ?? []).filter(
        (address) => !NAMES.test(address),
      ),
    );
    const { page } = await openKiosk();
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
    await page.reload();
    await page.locator('[data-screen="idle"]').waitFor();
    const policy = pagePolicy('kiosk.test');
    return nothingBreaks(
      `${styles.length} files without an address; asked only of ${[...hosts].join(', ')}; ${policy.split(';')[0]}`,
      [
        ...addresses,
        ...[...hosts].filter((host) => host !== '127.0.0.1' && host !== ''),
        ...(policy.startsWith("default-src 'none'") ? [] : ['the policy']),
      ],
    );
  };

export const noPuzzle: Measure = () => {
  const files = globSync('renderer/kiosk/**/*.vue');
  const asking = files.filter((file) =>
    /type="password"|captcha|验证码|密码/i.test(readFileSync(file, 'utf8')),
  );
  return nothingBreaks(`${files.length} parts of the kiosk ask for no password and no puzzle`, asking);
};
