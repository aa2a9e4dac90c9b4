import {
  CATALOGUE_FILE_BYTES,
  type CATALOGUE_FORMATS,
} from '../../../preload/contracts/hall/catalogue-rows.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { base64Of } from '../elders/file-text.ts';

/** A file of changes, read once: what was checked is what is imported, whatever becomes of it on the disk. */
export interface ChosenFile {
  /** One for each choice: the same file chosen again is another wish. */
  readonly id: string;
  readonly name: string;
  readonly format: (typeof CATALOGUE_FORMATS)[number];
  /** Base64, as the hall takes it. */
  readonly content: string;
}

/** What the page sees without asking the hall. */
export type FileProblem = 'not-a-kind' | 'too-large' | 'not-readable';

const FORMATS: Readonly<Record<string, ChosenFile['format'] | undefined>> = {
  ...{ json: 'json', yaml: 'yaml', yml: 'yaml', csv: 'csv' },
};

export async function readChosen(file: File): Promise<Result<ChosenFile, FileProblem>> {
  const format = FORMATS[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (format === undefined) return err('not-a-kind');
  if (file.size > CATALOGUE_FILE_BYTES) return err('too-large');
  try {
    const content = base64Of(new Uint8Array(await file.arrayBuffer()));
    return ok({ id: crypto.randomUUID(), name: file.name, format, content });
  } catch (failure) {
    // Gone or locked since it was chosen.
    if (failure instanceof DOMException) return err('not-readable');
    throw failure;
  }
}
