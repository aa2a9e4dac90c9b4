import { readFileSync } from 'node:fs';
import { nothingBreaks, type Measure } from '../bench.ts';

/** EN 301 549, 8.3.2 to 8.3.5: what an installer has to measure. */
const SAID = ['380', '1220', '1015', '760'];

export const installationGuide: Measure = () => {
  const missing = ['resources/handbook/kiosk.md', 'resources/handbook/kiosk.zh-CN.md'].flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return SAID.filter((millimetres) => !text.includes(millimetres)).map((what) => `${file}: ${what} mm`);
  });
  return nothingBreaks(`both handbook pages name ${SAID.join(', ')} mm`, missing);
};
