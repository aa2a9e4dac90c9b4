import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lifetime } from '../../../main/foundation/lifetime.ts';
import { serialRig, type SerialRig } from '../../contract/id-card-reader/serial-rig.ts';
import { SimulatedPrinterProcess } from '../paper/simulated-printer.ts';

/** What a hall has on its bench: a reader on a serial line, a printer on the network, a configuration that names both. */
export interface Bench {
  readonly folder: string;
  readonly configurationFile: string;
  readonly reader: SerialRig;
  readonly printer: SimulatedPrinterProcess;
  clear(): Promise<void>;
}

/** Simulators are processes of their own and speak the devices' bytes over a pty pair and a TCP connection. */
export async function setUpBench(): Promise<Bench> {
  const life = new Lifetime();
  try {
    const folder = life.own(await mkdtemp(join(tmpdir(), 'songting-bench-')), (made) =>
      rm(made, { recursive: true, force: true }),
    );
    const reader = life.own(await serialRig(), (rig) => rig.end());
    const printer = life.own(await SimulatedPrinterProcess.start(), (simulator) => simulator.stop());
    const configurationFile = join(folder, 'hall.yaml');
    await writeFile(configurationFile, configuration(reader.path, printer.address));
    return { folder, configurationFile, reader, printer, clear: () => life.end() };
  } catch (failure) {
    await life.end();
    throw failure;
  }
}

function configuration(readerPath: string, printerAddress: string): string {
  return `hall: { id: "440304-01", name: 福田区民政服务大厅, type: comprehensive, listen: 127.0.0.1:7300 }
station: { id: K1, role: kiosk, hall: http://127.0.0.1:7300, listen: 127.0.0.1:7310 }
devices:
  idCardReader: { driver: sam-serial, path: ${readerPath}, baudRate: 115200 }
  ticketPrinter: { driver: esc-pos, interface: ${printerAddress}, columns: 48, charset: gb18030 }
`;
}

interface SamVectors {
  readonly vectors: readonly {
    readonly id: string;
    readonly chunks: readonly string[];
    readonly expect: { readonly frames: readonly { readonly fields?: CardFields }[] };
  }[];
}

export interface CardFields {
  readonly name: string;
  readonly number: string;
  readonly birth: string;
}

/** A recorded card: the bytes a reader would send, and what stands on it. */
export function recordedCard(id: string): { readonly frame: string; readonly fields: CardFields } {
  const file = new URL('../../vectors/sam-frames.json', import.meta.url);
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as SamVectors;
  const vector = vectors.find((one) => one.id === id);
  const fields = vector?.expect.frames[0]?.fields;
  if (vector === undefined || fields === undefined) throw new Error(`no card ${id} among the vectors`);
  return { frame: vector.chunks.join(''), fields };
}
