import { escapeHtml } from '../devices/form-printer/index.ts';
import { PLACEHOLDER, type FormField, type FormSource, type FormTemplate } from './form-template.ts';

/** What is known of who stands here and of the hall, in clear. Missing: it is written by hand. */
export type KnownValues = Readonly<Partial<Record<FormSource, string>>>;

/** The body of a form's page with everything that is known in its place, and blanks for the rest. */
export function fillForm(template: FormTemplate, known: KnownValues): string {
  const fields = new Map(template.fields.map((field) => [field.id, field]));
  return template.page.replace(PLACEHOLDER, (_, name: string) => {
    const field = fields.get(name);
    return field === undefined ? given(known[name as FormSource]) : filled(field, known);
  });
}

/** How many places of a form are filled without anybody writing, and how many there are but for signatures. */
export function countFilled(
  template: FormTemplate,
  known: KnownValues,
): { readonly filled: number; readonly fields: number } {
  const asked = template.fields.filter(({ kind }) => kind !== 'signature');
  const isKnown = (field: FormField): boolean =>
    'from' in field && field.from !== undefined && (known[field.from] ?? '') !== '';
  return { filled: asked.filter(isKnown).length, fields: asked.length };
}

function filled(field: FormField, known: KnownValues): string {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return options(field.options, field.from === undefined ? undefined : known[field.from]);
    case 'lines':
      return '<span class="line">&#8203;</span>'.repeat(field.lines);
    case 'signature':
      return blank(field.width);
    default: {
      const value = field.from === undefined ? undefined : known[field.from];
      return value === undefined || value === '' ? blank(field.width) : given(value);
    }
  }
}

const given = (value = ''): string => `<span class="given">${escapeHtml(value)}</span>`;
const blank = (width: number): string => `<span class="blank" style="min-width: ${width}em">&#8203;</span>`;

/** Signs that the shipped font has: a tick would come from whatever font the PC has, or from none. */
function options(all: readonly string[], chosen: string | undefined): string {
  const one = (option: string): string =>
    `<span class="option">${option === chosen ? '■' : '□'} ${escapeHtml(option)}</span>`;
  return all.map(one).join(' ');
}
