const NUMBER_HEAD = 3;
const NUMBER_TAIL = 4;

const stars = (count: number) => '*'.repeat(Math.max(0, count));

/**
 * A name for a public screen: first and last character stay, stars between; of two only the first stays
 * (张* 张*丰 欧**娜). A single character is hidden altogether. Counts characters, not UTF-16 units, so a rare
 * surname outside the BMP is never cut in half.
 */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const [first = ''] = characters;
  if (characters.length <= 1) return stars(characters.length);
  if (characters.length === 2) return `${first}*`;
  return first + stars(characters.length - 2) + (characters.at(-1) ?? '');
}

/** An identity number for lists and slips: first 3 and last 4 (110***********002X); hidden whole when too short. */
export function maskIdNumber(number: string): string {
  const characters = [...number.trim()];
  const hidden = characters.length - NUMBER_HEAD - NUMBER_TAIL;
  if (hidden <= 0) return stars(characters.length);
  return characters.slice(0, NUMBER_HEAD).join('') + stars(hidden) + characters.slice(-NUMBER_TAIL).join('');
}

/** A telephone number for lists of staff: 138****1234; of a fixed number the last four stay. */
export function maskPhone(phone: string): string {
  const digits = phone.trim();
  return digits.length === 11 && digits.startsWith('1') && !digits.includes('-')
    ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
    : stars(digits.length - NUMBER_TAIL) + digits.slice(-NUMBER_TAIL);
}

/** An address to the street or the village, without road, house and door; nothing where it names neither. */
export function maskAddress(address: string): string {
  const found = /^[^\d]*?(?:街道|镇|乡)/.exec(address) ?? /^[^\d]*?(?:社区|村|居委会)/.exec(address);
  return found?.[0] ?? '';
}
