const DIGITS = [...'零一二三四五六七八九'];
const PLACES = ['', '十', '百', '千'];
/** Before these a single 2 is 两: 两分钟, 两个人; but 二号, 二月. */
const COUNTED = /^\s*(?:个|位|分钟|小时|天|周|次|张|份|种|页|项|元|句|步|条|件|台|人|岁|遍)/;

/** Digits one by one: "A012" is not here, "012" is 零一二. */
export const digitByDigit = (digits: string): string =>
  [...digits].map((digit) => DIGITS[Number(digit)] ?? '').join('');

/** As an amount, 0 to 99999999: 12 is 十二, 105 is 一百零五. `before`: what follows the number in the text. */
export function cardinal(digits: string, before = ''): string {
  const plain = digits.replace(/^0+(?=\d)/, '');
  if (plain === '2' && COUNTED.test(before)) return '两';
  if (plain.length <= 4) return underTenThousand(plain);
  const [high, low] = [plain.slice(0, -4), plain.slice(-4)];
  const rest = low === '0000' ? '' : `${low.startsWith('0') ? '零' : ''}${underTenThousand(low)}`;
  return `${underTenThousand(high)}万${rest}`;
}

function underTenThousand(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '');
  if (plain === '0') return '零';
  const words = [...plain].map((digit, index) => {
    const place = PLACES[plain.length - 1 - index] ?? '';
    return digit === '0' ? '零' : `${DIGITS[Number(digit)] ?? ''}${place}`;
  });
  const spoken = words.join('').replace(/零+/g, '零').replace(/零$/, '');
  // 12 is 十二; but 112 is 一百一十二.
  return spoken.replace(/^一十/, '十');
}

/** 0.75 is 零点七五. */
export function decimal(whole: string, fraction: string): string {
  return `${cardinal(whole)}点${digitByDigit(fraction)}`;
}

/** As people call a window: 10 is 十, 23 is 二十三; three digits, or a leading zero, one by one. */
export const windowNumber = (digits: string): string =>
  /^[1-9]\d$/.test(digits) ? underTenThousand(digits) : digitByDigit(digits);
