import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { resourcesFolder } from '../../foundation/resources.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { templateFaults } from './check-template.ts';
import { FormFile, type FormTemplate } from './form-template.ts';

/** A form that is not offered, and why, in sentences: where, what is allowed. */
export interface FormFault {
  /** Its folder. */
  readonly form: string;
  readonly sentences: readonly string[];
}

export interface LoadedForms {
  readonly forms: readonly FormTemplate[];
  readonly faults: readonly FormFault[];
}

/**
 * The forms of a folder, one folder each with form.yaml and page.html. One that has a mistake is left out and named; the
 * others are there all the same.
 */
export function loadForms(folder: string): LoadedForms {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const read = names.map((form) => ({ form, result: readForm(folder, form) }));
  return {
    forms: read.flatMap(({ result }) => (result.ok ? [result.value] : [])),
    faults: read.flatMap(({ form, result }) => (result.ok ? [] : [{ form, sentences: result.error }])),
  };
}

/** The forms that ship with the program. Throws when one of them is damaged. */
export function loadShippedForms(): readonly FormTemplate[] {
  const { forms, faults } = loadForms(join(resourcesFolder(), 'forms'));
  const sentences = faults.flatMap((fault) => fault.sentences.map((said) => `${fault.form}: ${said}`));
  if (sentences.length > 0) throw new Error(`A form is damaged: ${sentences.join('; ')}`);
  return forms;
}

/** Forms of the hall's own: each stands in place of the shipped one of its name. */
export function withOwnForms(
  shipped: readonly FormTemplate[],
  own: readonly FormTemplate[],
): readonly FormTemplate[] {
  const replaced = new Set(own.map(({ id }) => id));
  return [...shipped.filter(({ id }) => !replaced.has(id)), ...own];
}

/** Those in force on a day, YYYY-MM-DD. */
export function formsOn(forms: readonly FormTemplate[], on: string): readonly FormTemplate[] {
  return forms.filter(({ from, until }) => from <= on && (until === undefined || on <= until));
}

function readForm(folder: string, name: string): Result<FormTemplate, readonly string[]> {
  const settings = readText(join(folder, name), 'form.yaml', parse);
  if (!settings.ok) return settings;
  const page = readText(join(folder, name), 'page.html', (text) => text);
  if (!page.ok) return page;
  const parsed = FormFile.safeParse(settings.value);
  if (!parsed.success)
    return err(parsed.error.issues.map(({ path, message }) => `form.yaml: ${path.join('.')}: ${message}`));
  const template = { ...parsed.data, page: page.value };
  const faults = templateFaults(template);
  if (template.id !== name)
    faults.unshift(`form.yaml: id: ${template.id} must be the folder’s name, ${name}`);
  return faults.length === 0 ? ok(template) : err(faults);
}

function readText<T>(folder: string, file: string, read: (text: string) => T): Result<T, readonly string[]> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file)));
    return ok(read(text));
  } catch (failure) {
    if (failure instanceof TypeError)
      return err([`${file}: not UTF-8: save it again with the encoding UTF-8`]);
    return err([`${file}: ${failure instanceof Error ? failure.message : String(failure)}`]);
  }
}
