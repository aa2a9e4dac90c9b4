// must fail: no-restricted-imports
import { ipcMain } from 'electron';
export const door = ipcMain;
