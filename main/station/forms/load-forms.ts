import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { resourcesFolder } from '../../foundation/resources.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { templateFaults } from './check-template.ts';
import { FormFile, type FormTemplate } from './form-template.ts';

/** A form that is not offered, and why, in sentences: where, what is allowed. */
export interface FormFault {
  /** Its folder; empty: the folder of all of them. */
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
  const names = foldersIn(folder);
  if (!names.ok) return { forms: [], faults: [{ form: '', sentences: [names.error] }] };
  const read = names.value.map((form) => ({ form, result: readForm(folder, form) }));
  return {
    forms: read.flatMap(({ result }) => (result.ok ? [result.value] : [])),
    faults: read.flatMap(({ form, result }) => (result.ok ? [] : [{ form, sentences: result.error }])),
  };
}

function foldersIn(folder: string): Result<string[], string> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return ok(
      entries
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort(),
    );
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : String(failure);
    return err(`the folder cannot be read: check its name and rights: ${said}`);
  }
}

/** The forms that ship with the program. Throws when one of them is damaged. */
export function loadShippedForms(): readonly FormTemplate[] {
  const { forms, faults } = loadForms(join(resourcesFolder(), 'forms'));
  const sentences = faults.flatMap((fault) => fault.sentences.map((said) => `${fault.form}: ${said}`));
  if (sentences.length > 0) throw new Error(`A form is damaged: ${sentences.join('; ')}`);
  return forms;
}

/** Those in force on a day, YYYY-MM-DD; of several with one name the first. */
export function formsOn(forms: readonly FormTemplate[], on: string): readonly FormTemplate[] {
  const inForce = forms.filter(({ from, until }) => from <= on && (until === undefined || on <= until));
  return inForce.filter(({ id }, at) => inForce.findIndex((other) => other.id === id) === at);
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
