import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

/** Base addresses of the services, without a trailing slash: `http://127.0.0.1:7300`. */
export interface ServiceAddresses {
  readonly hall: string;
  readonly station: string;
}

/** What every role's page may ask of the shell, as `window.shell`. */
export interface PageShell {
  /** Where the hall and this PC's station serve. */
  address(): Promise<ServiceAddresses>;
  /** A service of this PC has ended and is being restarted. Answers the end of the subscription. */
  onOutOfService(listener: (service: 'hall' | 'station') => void): () => void;
}

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
