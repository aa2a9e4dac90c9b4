/** One entry that typing finds, by its code or its name. */
export interface SearchOption {
  readonly id: string;
  /** What it is called shortly: a service's code, a counter's number, a colleague's. */
  readonly code: string;
  readonly name: string;
  readonly note: string;
}

export interface SearchSection {
  readonly id: string;
  readonly title: string;
  readonly options: readonly SearchOption[];
}
