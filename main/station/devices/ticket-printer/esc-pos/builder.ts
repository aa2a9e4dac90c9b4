import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';

/**
 * The library asks for something to send through. Sending is the driver's work (it must know about paper, fences and
 * lost cables), so this one refuses to.
 */
const bytesOnly = {
  execute: () => Promise.reject(new Error('The builder does not send')),
  isPrinterConnected: () => Promise.resolve(false),
};

/** The library's types know a text only; it takes any object as it is. */
type BuilderConfig = ConstructorParameters<typeof ThermalPrinter>[0];
type TakenAsItIs = Omit<BuilderConfig, 'interface'> & { interface: unknown };

/**
 * node-thermal-printer as a builder of bytes. Two settings matter and must stay away from their defaults:
 * no `characterSet` (it would send ESC R 15 and then look for hanzi in foreign code pages, printing wrong words), and no
 * `breakLine` (it counts UTF-16 units). All text goes in as bytes, through `add`.
 */
export function createBuilder(columns: number): ThermalPrinter {
  const config: TakenAsItIs = { type: PrinterTypes.EPSON, interface: bytesOnly, width: columns };
  return new ThermalPrinter({ ...config, breakLine: 'NONE' } as BuilderConfig);
}

export const bytesOf = (builder: ThermalPrinter): Uint8Array => Uint8Array.from(builder.getBuffer());
