import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { ALL_PARTS, missingSources, NAMED_PARTS, ROOT, type Part } from './parts.ts';

/** `npm run build` builds everything into dist/; `build.ts preload shell` only what is named. */
const names = process.argv.slice(2);
const parts = names.length === 0 ? ALL_PARTS : names.map(partNamed);

const missing = missingSources(parts);
if (missing.length > 0) {
  console.error(`Cannot build, these files are missing:\n${missing.map((file) => `  ${file}`).join('\n')}`);
  process.exit(1);
}
if (names.length === 0) await rm(path.join(ROOT, 'dist'), { recursive: true, force: true });
for (const part of parts) {
  const startedMs = performance.now();
  for (const configuration of part.configurations) await build(configuration);
  console.log(`built ${part.name} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
}

function partNamed(name: string): Part {
  const part = NAMED_PARTS.find((candidate) => candidate.name === name);
  if (part !== undefined) return part;
  console.error(`No part ${name}: ${NAMED_PARTS.map((candidate) => candidate.name).join(', ')}`);
  return process.exit(1);
}
