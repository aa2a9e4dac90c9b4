import type { HelpView } from '../../../preload/contracts/hall-operations.ts';

/**
 * What of the hall's calls is news to somebody who hears: a call that was not there before, and one that the supervisors
 * are told of now. The first look is no news: those calls were there when the page came.
 */
export class HelpNews {
  #known: Set<string> | undefined;

  hear(calls: readonly HelpView[]): boolean {
    const keys = calls
      .filter(({ state }) => state === 'open')
      .map(({ helpId, escalatedAt }) => `${helpId} ${escalatedAt ?? ''}`);
    const news = this.#known !== undefined && keys.some((key) => this.#known?.has(key) === false);
    this.#known = new Set(keys);
    return news;
  }
}
