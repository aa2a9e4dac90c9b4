import { BUILT_IN, PLACEHOLDER, type FormTemplate } from './form-template.ts';

const TAGS = new Set(
  'table caption thead tbody tr th td p ul ol li h2 h3 strong small br div section span'.split(' '),
);
const ATTRIBUTES = new Set(['class', 'colspan', 'rowspan']);
const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*\/?>/g;

/**
 * What keeps a template from being used, in sentences without its file; empty when nothing does. A page may hold text,
 * tables and lists and nothing that runs, looks elsewhere or brings styles of its own; no comments, which browsers end at
 * more places than one.
 */
export function templateFaults(template: FormTemplate): string[] {
  return [...dateFaults(template), ...fieldFaults(template), ...markupFaults(template.page)];
}

function dateFaults({ from, until }: FormTemplate): string[] {
  return until !== undefined && until < from ? [`until: ${until} is before from: ${from}`] : [];
}

function fieldFaults({ fields, page }: FormTemplate): string[] {
  const ids = fields.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const used = [...page.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  const known = [...ids, ...BUILT_IN];
  return [
    ...twice.map((id) => `fields: ${id} stands there twice`),
    ...used
      .filter((name) => !known.includes(name))
      .map((name) => `page.html: {{${name}}} has no field. Allowed: ${known.join(', ')}`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `page.html: {{${id}}} is missing for its field`),
  ];
}

function markupFaults(page: string): string[] {
  const faults = [...page.matchAll(TAG)].flatMap(([, tag = '', attributes = '']) => [
    ...(TAGS.has(tag.toLowerCase())
      ? []
      : [`page.html: <${tag}> is not allowed. Allowed: ${[...TAGS].join(', ')}`]),
    ...[...attributes.matchAll(/([a-zA-Z-]+)=/g)]
      .filter(([, name = '']) => !ATTRIBUTES.has(name.toLowerCase()))
      .map(
        ([, name]) =>
          `page.html: the attribute ${name} is not allowed. Allowed: ${[...ATTRIBUTES].join(', ')}`,
      ),
  ]);
  const left = /[<>]/.exec(page.replace(TAG, ''));
  return left === null
    ? faults
    : [...faults, 'page.html: a < or > that belongs to no tag; write &lt; or &gt;'];
}
