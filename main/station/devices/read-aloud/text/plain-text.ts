/** What the voice of another language is given: numbers that are called digit by digit, ranges, no symbols. */
export function plainText(sentence: string, { to }: { readonly to: string }): string {
  return sentence
    .normalize('NFKC')
    .replace(/[A-Z]\d{3,6}/g, ([letter = '', ...digits]) => `${letter}, ${digits.join(' ')}`)
    .replace(/\d[\d*]{4,}[\dXx]?/g, (number) => [...number.replace(/\*+/g, ',')].join(' '))
    .replace(/\b0\d{2,3}-\d{7,8}\b/g, (number) => [...number.replace('-', ',')].join(' '))
    .replace(/(\d{1,4})\s*[-–—~]\s*(?=\d{1,4}(?!\d))/g, (_, from: string) => `${from} ${to} `)
    .replace(/\b(\d{1,2}):00\b/g, '$1')
    .replace(/[×*★☆•_#<>|=+^~`]/g, ' ')
    .replace(/[“”"()[\]{}—–/·→]+/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
}
