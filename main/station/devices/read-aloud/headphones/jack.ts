/** Tells whether somebody has put in headphones. */
export interface HeadphoneJack {
  /** Looks now. False where there is no jack, and where nothing can be said: what is private then stays unsaid. */
  plugged(signal: AbortSignal): Promise<boolean>;
}
