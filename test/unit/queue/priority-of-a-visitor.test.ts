import { describe, expect, test } from 'vitest';
import { priorityLabel } from '../../../preload/contracts/priority.ts';
import {
  ageInYears,
  decidePriority,
  DEFAULT_PRIORITY_POLICY as policy,
  type PriorityFacts,
} from '../../../main/hall/domain/priority-from-age.ts';

const decide = (facts: Partial<PriorityFacts>) => decidePriority({ today: '2026-03-10', policy, ...facts });
const priority = (priorityClass: string, priorityReason: string) => ({
  ok: true,
  value: { priorityClass, priorityReason },
});

describe('age', () => {
  test.each([
    ['19660310', 60, 'the sixtieth birthday'],
    ['1966-03-10', 60, 'the same, written otherwise'],
    ['19660311', 59, 'the day before it'],
    ['20260310', 0, 'born today'],
  ])('%s is %i: %s', (birthDate, age) => {
    expect(ageInYears(birthDate, '2026-03-10')).toEqual({ ok: true, value: age });
  });

  test.each([
    ['2025-02-27', 64],
    ['2025-02-28', 65],
    ['2028-02-28', 67],
    ['2028-02-29', 68],
  ])('born on 29 February 1960: on %s %i years old', (today, age) => {
    expect(ageInYears('19600229', today)).toEqual({ ok: true, value: age });
  });

  test.each([
    ['19600230', 'unreadable'],
    ['19610229', 'unreadable'],
    ['1960-0301', 'unreadable'],
    ['', 'unreadable'],
    ['19601301', 'unreadable'],
    ['20260311', 'in-the-future'],
    ['18800101', 'too-long-ago'],
  ])('"%s" is %s and the error does not repeat it', (birthDate, why) => {
    expect(decide({ birthDate })).toEqual({ ok: false, error: { kind: 'invalid-birth-date', why } });
  });
});

describe('class and reason', () => {
  test('nothing is known: ordinary', () => {
    expect(decide({})).toEqual(priority('ordinary', 'none'));
    expect(decide({ birthDate: '19900101', stated: 'ordinary' })).toEqual(priority('ordinary', 'none'));
  });

  test('the card says 60: elder by age, also when the visitor says so too', () => {
    expect(decide({ birthDate: '19660310' })).toEqual(priority('elder', 'age'));
    expect(decide({ birthDate: '19660310', stated: 'elder', staffGiven: 'elder' })).toEqual(
      priority('elder', 'age'),
    );
  });

  test('without a card the word of the visitor is enough', () => {
    expect(decide({ stated: 'elder' })).toEqual(priority('elder', 'stated'));
  });

  test('the best class counts', () => {
    expect(decide({ birthDate: '19900101', stated: 'pregnant', inAppointmentSlot: true })).toEqual(
      priority('pregnant', 'stated'),
    );
    expect(decide({ birthDate: '19500101', staffGiven: 'urgent' })).toEqual(priority('urgent', 'staff'));
    expect(decide({ inAppointmentSlot: true })).toEqual(priority('appointment', 'appointment'));
  });

  test('nobody makes himself urgent at the kiosk', () => {
    expect(decide({ stated: 'urgent' })).toEqual({
      ok: false,
      error: { kind: 'not-statable', priorityClass: 'urgent' },
    });
    expect(decide({ stated: 'appointment' }).ok).toBe(false);
  });

  test('a hall may begin at 55', () => {
    const younger = { ...policy, elderAgeYears: 55 };
    expect(decide({ birthDate: '19710310', policy: younger })).toEqual(priority('elder', 'age'));
    expect(priorityLabel('elder', 'zh', 55)).toBe('老年人优先（55周岁及以上）');
    expect(priorityLabel('elder', 'en')).toBe('Elders first (60 and over)');
  });
});
