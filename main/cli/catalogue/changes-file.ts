import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { CatalogueFormat } from '../../hall/catalogue/changes/read-table.ts';

const FORMATS: Readonly<Record<string, CatalogueFormat | undefined>> = {
  ...{ '.json': 'json', '.yaml': 'yaml', '.yml': 'yaml', '.csv': 'csv' },
};

export interface ChangesFile {
  readonly format: CatalogueFormat;
  readonly bytes: Uint8Array;
}

/** A file of changes as it lies on the disk; what keeps it from being read is one sentence. */
export function openChangesFile(file: string): Result<ChangesFile, string> {
  const format = FORMATS[extname(file).toLowerCase()];
  if (format === undefined) return err(`${file}: .json, .yaml, .csv / 只认这三种文件`);
  try {
    return ok({ format, bytes: readFileSync(file) });
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure;
    return err(`${file}: ${String(failure.code)}: check the name and the rights / 请检查文件名和权限`);
  }
}
