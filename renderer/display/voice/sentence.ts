import type { CallView } from '../../../preload/contracts/hall-operations.ts';

/**
 * 请A 0 1 2号，到3号窗口。 Digits of a ticket stand apart, so that a voice reads them one by one and not as a number. No name
 * is ever spoken.
 */
export function sentenceOf({ number, counterId }: Pick<CallView, 'number' | 'counterId'>): string {
  return `请${[...number].join(' ')}号，到${counterId}号窗口。`;
}
