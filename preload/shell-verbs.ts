import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { PageShell } from './contracts/page-shell.ts';

const pageShell: PageShell = {
  address: () => ipcRenderer.invoke('hall:address'),
  onOutOfService(listener) {
    const forward = (_event: IpcRendererEvent, service: unknown): void => {
      if (service === 'hall' || service === 'station') listener(service);
    };
    ipcRenderer.on('hall:outOfService', forward);
    return () => void ipcRenderer.off('hall:outOfService', forward); // the same function object
  },
};

/** Named verbs only: no channel name ever comes from the page. */
export function offerShell(): void {
  contextBridge.exposeInMainWorld('shell', pageShell);
}
