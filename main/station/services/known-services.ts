import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';

/** The hall's services as it last told them; a hall that is away leaves what was known. */
export class KnownServices {
  #services: readonly ServiceView[] = [];

  note(services: readonly ServiceView[]): void {
    this.#services = services;
  }

  all(): readonly ServiceView[] {
    return this.#services;
  }

  /** What to bring for a service; nothing for one that the hall has not told of. */
  documentsOf(serviceCode: string): readonly string[] {
    return this.#services.find((service) => service.serviceCode === serviceCode)?.documents ?? [];
  }
}
