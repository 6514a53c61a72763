/**
 * Creates a lock per document: at most one tab changes it. In browsers without locks (no https, old WebKit) the later of two saves wins.
 */
export function createTabLocks(locks: LockManager | null = globalThis.navigator?.locks ?? null) {
  const nameOf = (document: string) => `twin-descent-${document}`;
  return {
    isAlone: !locks,
    /** Resolves with a function that releases the lock; null if another tab has it. Closed tabs release their locks. */
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
          // Closing pages get no lock.
          .catch(() => resolve(null));
      }),
    /**
     * Takes the lock once free. `onChange` gets false while another tab has it, then true. Returns a function that releases it or stops
     * waiting.
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
      // Refusal counts as missing locks.
      ask(locks).catch(() => signal.aborted || onChange(true));
      return () => {
        waiting.abort();
        giveBack();
      };
    },
    /** True if a tab has the lock. Never takes it, not even from a reloading tab. */
    async isTaken(document: string): Promise<boolean> {
      if (!locks) return false;
      try {
        const { held = [] } = await locks.query();
        return held.some(({ name }) => name === nameOf(document));
      } catch {
        // Like `take`, which then gets none.
        return true;
      }
    },
  };
}

export type TabLocks = ReturnType<typeof createTabLocks>;
