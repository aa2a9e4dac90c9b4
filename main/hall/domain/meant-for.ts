/** A ticket as far as it decides who may call it. */
export interface Destination {
  readonly serviceCode: string;
  /** The one counter it was passed on to; null or absent: any that serves the service. */
  readonly forCounterId?: string | null;
}

export interface CallingDesk {
  readonly counterId: string;
  /** Empty = all services. */
  readonly services: readonly string[];
}

/**
 * Whether a counter calls this ticket. One that was passed on to a counter or a colleague waits for that counter alone,
 * whatever it serves, also while it pauses; once it is closed, nobody is forgotten: whoever serves the service may.
 */
export function takes(
  desk: CallingDesk,
  { serviceCode, forCounterId }: Destination,
  isClosed: (counterId: string) => boolean,
): boolean {
  if (forCounterId !== undefined && forCounterId !== null && !isClosed(forCounterId))
    return forCounterId === desk.counterId;
  return servesAny(desk.services, serviceCode);
}

/** Empty list = all services. */
export function servesAny(services: readonly string[], serviceCode: string): boolean {
  return services.length === 0 || services.includes(serviceCode);
}
