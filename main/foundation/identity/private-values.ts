import { maskAddress, maskIdNumber, maskName, maskPhone } from './masking.ts';

/** Every reason for which clear text may leave. A reviewer searches for `revealFor` to find every place. */
export type RevealPurpose =
  | 'vault'
  | 'form-printing'
  | 'staff-view'
  | 'eligibility-check'
  | 'reminder-list'
  | 'central-sync'
  | 'training';

/** What Node's console and util.inspect look for; by its registered name, so this file needs no Node import. */
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

/** Text that hides in a private field: every usual way out yields the mask. */
abstract class PrivateText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  abstract get masked(): string;

  /** The clear text. The purpose is for the reader of the code: it is not recorded here. */
  revealFor(purpose: RevealPurpose): string {
    void purpose;
    return this.#text;
  }

  equals(other: PrivateText): boolean {
    return this.constructor === other.constructor && this.#text === other.#text;
  }

  toString(): string {
    return this.masked;
  }

  toJSON(): string {
    return this.masked;
  }

  [inspectCustom](): string {
    return `${this.constructor.name}(${this.masked})`;
  }

  /** The one inner way to the clear text, for making the mask. */
  protected masking(mask: (text: string) => string): string {
    return mask(this.#text);
  }
}

/** A person's name that cannot reach page, log or journal in clear by accident. */
export class PersonName extends PrivateText {
  get masked(): string {
    return this.masking(maskName);
  }
}

/** Where somebody lives. It goes on forms and nowhere else, so its mask says only whether there is one. */
export class HomeAddress extends PrivateText {
  get masked(): string {
    return this.masking((address) => (address === '' ? '' : '…'));
  }
}

/** Where an elder on a list lives. Lists say the street; house and door are seen behind the mask only. */
export class ElderAddress extends PrivateText {
  get masked(): string {
    return this.masking(maskAddress);
  }
}

/** How a person is called back. */
export class PhoneNumber extends PrivateText {
  get masked(): string {
    return this.masking(maskPhone);
  }
}

/** An identity number (citizen, resident permit or foreigner) that cannot leak by accident. */
export class CitizenId extends PrivateText {
  get masked(): string {
    return this.masking(maskIdNumber);
  }
}
