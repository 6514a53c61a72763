/** For tests: a browser's locks as this project uses them; `held` has the locked names. */
export function createFakeLocks(): { manager: LockManager; held: ReadonlySet<string> } {
  const held = new Set<string>();
  const waiting: { readonly name: string; readonly go: () => void }[] = [];

  async function use(name: string, act: (lock: object | null) => unknown): Promise<unknown> {
    held.add(name);
    try {
      return await act({ name });
    } finally {
      held.delete(name);
      const next = waiting.findIndex((one) => one.name === name);
      if (next >= 0) waiting.splice(next, 1)[0]!.go();
    }
  }

  async function request(
    name: string,
    { ifAvailable, signal }: LockOptions,
    act: (lock: object | null) => unknown,
  ): Promise<unknown> {
    if (!held.has(name)) return use(name, act);
    if (ifAvailable) return act(null);
    await new Promise<void>((resolve, reject) => {
      const mine = { name, go: resolve };
      waiting.push(mine);
      signal?.addEventListener('abort', () => {
        // Abort does not affect granted locks.
        if (waiting.includes(mine)) waiting.splice(waiting.indexOf(mine), 1);
        reject(signal.reason);
      });
    });
    return use(name, act);
  }

  const query = async () => ({ held: [...held].map((name) => ({ name })) });
  return { manager: { request, query } as unknown as LockManager, held };
}
