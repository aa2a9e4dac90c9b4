import { onScopeDispose } from 'vue';
import { useStaff } from './staff-store.ts';

const LOOK_EVERY_MS = 5_000;
const MINUTE_MS = 60_000;

/**
 * Nobody has touched this page for as long as the hall allows: it closes itself, so that whoever passes by finds the
 * screen for signing in. The hall ends the session by its own count as well.
 */
export function useIdleLock(): void {
  const staff = useStaff();
  let touchedMs = performance.now();
  const touch = (): void => {
    touchedMs = performance.now();
  };
  const look = (): void => {
    const idleMinutes = staff.person?.idleMinutes;
    if (idleMinutes !== undefined && performance.now() - touchedMs > idleMinutes * MINUTE_MS) staff.signOut();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const kind of ['pointerdown', 'keydown'] as const) window.addEventListener(kind, touch, true);
  onScopeDispose(() => {
    clearInterval(timer);
    for (const kind of ['pointerdown', 'keydown'] as const) window.removeEventListener(kind, touch, true);
  });
}
