/**
 * One lock for each document, so that at most one tab of a browser changes it. Where the browser has no locks (pages without https, old
 * WebKit), each tab goes on as if it were alone, and of two tabs that change the same document the later save wins.
 */
export function createTabLocks(locks: LockManager | null = globalThis.navigator?.locks ?? null) {
  const nameOf = (document: string) => `twin-descent-${document}`;
  return {
    /** Whether there are no locks. */
    isAlone: !locks,
    /** Resolves with what gives the lock back, or with null where another tab has it; it is given back, too, when the tab is gone. */
    take: (document: string): Promise<(() => void) | null> =>
      new Promise((resolve) => {
        if (!locks) {
          resolve(() => undefined);
          return;
        }
        locks
          .request(nameOf(document), { ifAvailable: true }, (lock) => {
            if (!lock) {
              resolve(null);
              return undefined;
            }
            return new Promise<void>((giveBack) => resolve(giveBack));
          })
          // A page that the browser is taking away gets none.
          .catch(() => resolve(null));
      }),
    /**
     * Takes the lock as soon as it is free. `onChange` gets false where another tab has it, and true once this tab has it; the result lets it
     * go, or waits no longer.
     */
    hold(document: string, onChange: (isMine: boolean) => void): () => void {
      if (!locks) {
        onChange(true);
        return () => undefined;
      }
      const waiting = new AbortController();
      const { signal } = waiting;
      let giveBack = () => {};
      const keep = () =>
        new Promise<void>((resolve) => {
          giveBack = resolve;
          if (signal.aborted) resolve();
          else onChange(true);
        });
      async function ask(from: LockManager): Promise<void> {
        const name = nameOf(document);
        let isTaken = false;
        await from.request(name, { ifAvailable: true }, (lock) => {
          isTaken = !lock;
          return lock ? keep() : undefined;
        });
        if (!isTaken || signal.aborted) return;
        onChange(false);
        await from.request(name, { signal }, keep);
      }
      // A browser that refuses its locks is one without.
      ask(locks).catch(() => signal.aborted || onChange(true));
      return () => {
        waiting.abort();
        giveBack();
      };
    },
    /** Whether a tab has the lock. Looking takes it from nobody, not even from a tab that is being loaded again. */
    async isTaken(document: string): Promise<boolean> {
      if (!locks) return false;
      try {
        const { held = [] } = await locks.query();
        return held.some(({ name }) => name === nameOf(document));
      } catch {
        // As `take`, which gets nothing there.
        return true;
      }
    },
  };
}

export type TabLocks = ReturnType<typeof createTabLocks>;
