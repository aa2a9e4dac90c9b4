import { cpus, release, totalmem, type } from 'node:os';

const GIBIBYTE = 1024 ** 3;

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly os: string;
  readonly node: string;
}

/** What the numbers were measured on. No name, no address. */
export function thisMachine(): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / GIBIBYTE),
    os: `${type()} ${release()}`,
    node: process.versions.node,
  };
}
