// must fail: no-restricted-syntax
import { shell } from 'electron';
export const open = (): Promise<void> => shell.openExternal('https://example.invalid');
