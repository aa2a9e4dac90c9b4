/** What a place pays for the months in which nothing was paid. */
export type BackPayRule =
  /** All of them, once the person is certified again (深圳). */
  | { readonly kind: 'all' }
  /** All of them, unless it stood still for longer than so many months; then none (佛山南海: one year). */
  | { readonly kind: 'none-after'; readonly months: number }
  | { readonly kind: 'none' }
  /** Not found: staff decide. */
  | { readonly kind: 'unknown' };

/** Why nothing was paid. */
export type PaymentStop = 'certification-missed' | 'moved-away' | 'died' | 'no-longer-entitled';

/** Months that are paid afterwards; null: the rule does not say, staff decide. */
export function backPay(rule: BackPayRule, months: number, cause: PaymentStop): number | null {
  if (!Number.isInteger(months) || months < 0) throw new RangeError('months must be a whole number from 0');
  // Only a missed check is made good: for the other causes there was no right to be paid.
  if (cause !== 'certification-missed') return 0;
  switch (rule.kind) {
    case 'all':
      return months;
    case 'none-after':
      return months > rule.months ? 0 : months;
    case 'none':
      return 0;
    case 'unknown':
      return null;
  }
}
