// must fail: no-restricted-imports
import { app } from 'electron';
export const name = app;
