import { loadForms } from '../station/forms/load-forms.ts';

type Write = (text: string) => void;

export const FORMS_USAGE = `songting forms check FOLDER
  FOLDER  a hall's own forms: one folder each, with form.yaml and page.html
检查大厅自己的表格，不改动任何文件。全部正确返回 0，有错误返回 1。
`;

/** `songting forms check`: answers the exit code (0 all good, 1 mistakes, 2 misunderstood). Changes nothing. */
export function formsCommand(args: readonly string[], write: Write): Promise<number> {
  const [verb, folder, ...more] = args;
  if (verb !== 'check' || folder === undefined || more.length > 0) {
    write(FORMS_USAGE);
    return Promise.resolve(2);
  }
  const { forms, faults } = loadForms(folder);
  for (const { form, sentences } of faults)
    for (const sentence of sentences) write(`${form === '' ? folder : form}: ${sentence}\n`);
  write(`${forms.length} 张可用 / good forms, ${faults.length} 张有错误 / with mistakes\n`);
  return Promise.resolve(faults.length === 0 ? 0 : 1);
}
