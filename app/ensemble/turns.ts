/**
 * Whose turn it is among the tabs of a browser: at most one of them goes on with the same runs. `take` resolves with what gives the turn
 * back, or with null where another tab has it; it is given back, too, when the tab is gone.
 */
export interface Turns {
  take(id: string): Promise<(() => void) | null>;
}

/** Turns by the browser's locks. Where it has none (pages without https) each tab takes its turn, as if it were alone. */
export function browserTurns(locks: LockManager | undefined = globalThis.navigator?.locks): Turns {
  return {
    take: (id) =>
      new Promise((resolve) => {
        if (!locks) {
          resolve(() => undefined);
          return;
        }
        locks
          .request(`twin-descent-${id}`, { ifAvailable: true }, (lock) => {
            if (!lock) {
              resolve(null);
              return undefined;
            }
            return new Promise<void>((giveBack) => resolve(giveBack));
          })
          // A page that the browser is taking away gets none.
          .catch(() => resolve(null));
      }),
  };
}
