import { readCatalogueChanges } from '../../hall/catalogue/changes/read-changes.ts';
import { loadCatalogue, type HallType } from '../../hall/catalogue/catalogue.ts';
import type { ChangesFile } from './changes-file.ts';
import { describeFault } from './fault-words.ts';

type Write = (text: string) => void;

/** What a file would change, without a hall. Answers the exit code. */
export function checkFile({ bytes, format }: ChangesFile, type: HallType, write: Write): number {
  const { changes, faults } = readCatalogueChanges(bytes, format, loadCatalogue(type));
  for (const fault of faults) write(`${describeFault(fault)}\n`);
  write(`${changes.length} 行可用 / good rows, ${faults.length} 处错误 / mistakes\n`);
  return faults.length === 0 ? 0 : 1;
}
