/** Fictitious people for demonstrations and training, one on each side of the elder age. */
export const DEMO_CARDS = [
  { name: '张秀英', age: 78, sex: 'female' },
  { name: '李建国', age: 35, sex: 'male' },
] as const;
export type DemoCard = (typeof DEMO_CARDS)[number];

export interface DemoPerson {
  readonly name: string;
  /** YYYYMMDD */
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
}

/** Born on New Year's Day, so that the age holds for the whole of `year`. */
export function demoCard(card: DemoCard, year: number): DemoPerson {
  return { name: card.name, birthDate: `${year - card.age}0101`, sex: card.sex };
}
