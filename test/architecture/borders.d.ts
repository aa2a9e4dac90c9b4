import type { Linter } from 'eslint';

export function bordersOf(root: string): Linter.Config[];
export const borders: Linter.Config[];
export const parser: Linter.Parser;
