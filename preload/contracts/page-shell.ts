/** Base addresses of the services, without a trailing slash: `http://127.0.0.1:7300`. */
export interface ServiceAddresses {
  readonly hall: string;
  readonly station: string;
}

/** What every role's page may ask of the shell, as `window.shell`. In a plain browser there is none. */
export interface PageShell {
  /** Where the hall and this PC's station serve. */
  address(): Promise<ServiceAddresses>;
  /** A service of this PC has ended and is being restarted. Answers the end of the subscription. */
  onOutOfService(listener: (service: 'hall' | 'station') => void): () => void;
}
