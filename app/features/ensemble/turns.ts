/**
 * Whose turn it is among the tabs of a browser: at most one of them goes on with the same runs. `take` resolves with what gives the turn
 * back, or with null where another tab has it; it is given back, too, when the tab is gone.
 */
export interface Turns {
  take(id: string): Promise<(() => void) | null>;
  /** Whether a tab has the turn. Looking takes it from nobody, not even from a tab that is being loaded again. */
  isTaken(id: string): Promise<boolean>;
}

/** Turns by the browser's locks. Where it has none (pages without https) each tab takes its turn, as if it were alone. */
export function browserTurns(locks: LockManager | undefined = globalThis.navigator?.locks): Turns {
  const nameOf = (id: string) => `twin-descent-${id}`;
  return {
    take: (id) =>
      new Promise((resolve) => {
        if (!locks) {
          resolve(() => undefined);
          return;
        }
        locks
          .request(nameOf(id), { ifAvailable: true }, (lock) => {
            if (!lock) {
              resolve(null);
              return undefined;
            }
            return new Promise<void>((giveBack) => resolve(giveBack));
          })
          // A page that the browser is taking away gets none.
          .catch(() => resolve(null));
      }),
    async isTaken(id) {
      if (!locks) return false;
      try {
        const { held = [] } = await locks.query();
        return held.some(({ name }) => name === nameOf(id));
      } catch {
        // As `take`, which gets nothing there.
        return true;
      }
    },
  };
}
