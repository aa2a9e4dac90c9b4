import { z } from 'zod';
import { Person } from './person.ts';

/** A mobile or a fixed number of the mainland: 13812341234, 0755-12345678. */
export const PhoneText = z
  .string()
  .trim()
  .regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/, { error: '13812341234, 0755-12345678' });

/** A person with how to reach them. All of it goes into the vault. */
export const ElderPerson = Person.extend({
  phone: PhoneText.optional(),
  address: z.string().trim().min(2).max(120).optional(),
}).strict();
export type ElderPerson = z.output<typeof ElderPerson>;
