import { checkDigitFor } from '../../main/foundation/identity/index.ts';

/** The n-th invented person of a birth date; nobody has a number of this county. */
export function elderBorn(born: string, n = 1): { readonly name: string; readonly idNumber: string } {
  const first17 = `110199${born.replaceAll('-', '')}${String(n).padStart(3, '0')}`;
  return { name: `测试${n}`, idNumber: first17 + checkDigitFor(first17) };
}

export interface ListedElder {
  readonly name: string;
  readonly idNumber: string;
  readonly street?: string;
  readonly benefits?: string;
  readonly phone?: string;
}

/** A local list as an office saves it, base64. */
export function elderCsv(...elders: readonly ListedElder[]): string {
  const lines = elders.map(({ name, idNumber, street = '莲花街道', benefits = '', phone = '' }) =>
    [name, idNumber, street, benefits, phone].join(','),
  );
  return base64(['姓名,身份证号,街道,津贴,电话', ...lines].join('\r\n'));
}

/** A list of who died or moved away, base64. */
export function stopCsv(...people: readonly { readonly idNumber: string; readonly cause: string }[]): string {
  const lines = people.map(({ idNumber, cause }) => `测试,${idNumber},${cause}`);
  return base64(['姓名,身份证号,原因', ...lines].join('\n'));
}

export const base64 = (text: string): string => Buffer.from(text).toString('base64');
