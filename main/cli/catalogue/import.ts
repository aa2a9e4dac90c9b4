import { randomUUID } from 'node:crypto';
import { CATALOGUE_FILE_BYTES } from '../../../preload/contracts/hall/catalogue-rows.ts';
import type { CatalogueReason } from '../../../preload/contracts/hall/catalogue-values.ts';
import { workAtHall, type AtTheHall } from '../at-the-hall.ts';
import type { ChangesFile } from './changes-file.ts';
import { describeFault } from './fault-words.ts';

type Write = (text: string) => void;

/** Gives a file to the running hall, which keeps who, when and why. Answers the exit code. */
export async function importFile(
  { bytes, format }: ChangesFile,
  why: CatalogueReason,
  at: AtTheHall,
  write: Write,
): Promise<number> {
  if (bytes.length > CATALOGUE_FILE_BYTES) {
    write(`至多 ${CATALOGUE_FILE_BYTES} 字节，请分成几个文件 / at most so many bytes: make several files\n`);
    return 1;
  }
  const content = Buffer.from(bytes).toString('base64');
  const done = await workAtHall(at, (hall) =>
    hall.importCatalogue({ requestId: randomUUID(), format, content, why }),
  );
  if (!done.ok) {
    write(`${done.error}\n没有确认的修改 / no change was confirmed\n`);
    return 1;
  }
  const { changes, faults } = done.value;
  for (const fault of faults) write(`${describeFault(fault)}\n`);
  write(`${changes.length} 行已生效 / rows taken, ${faults.length} 处错误未导入 / mistakes left out\n`);
  return faults.length === 0 ? 0 : 1;
}
