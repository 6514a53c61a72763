import { parseLink } from '../../../engine/scenario/scenario.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { Facts } from '../../../workers/protocol.ts';

/** Scenarios whose numbers are kept. */
const KEPT = 100;

/** The numbers of scenarios, by their links, asked for once each. */
export interface FactCache {
  /** What is known of a scenario; the same object until more comes, null before anything has. */
  known(scenario: string): Facts | null;
  /** Asks for what is not known yet. What is asked for last is answered first. */
  ask(scenario: string, names: readonly string[]): void;
  /** Hears of every answer; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** One question at a time is under way: a newer one ends it, and it is asked again when the newer is answered. */
export function createFactCache(engine: Pick<EngineClient['anytime'], 'readFacts'>): FactCache {
  const kept = new Map<string, Facts>();
  /** What has no answer yet, the question under way included; the newest last. */
  const waiting = new Map<string, Set<string>>();
  const listeners = new Set<() => void>();
  let latest = 0;
  let scheduled = false;

  function keep(scenario: string, found: Facts): void {
    const before = kept.get(scenario);
    kept.delete(scenario);
    kept.set(scenario, { ...before, ...found });
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
    for (const listener of listeners) listener();
  }

  async function askNewest(): Promise<void> {
    const [scenario, names] = [...waiting].at(-1) ?? [];
    if (scenario === undefined || !names) return;
    const mine = ++latest;
    const list = [...names];
    let found: Facts | null;
    try {
      found = await engine.readFacts(parseLink(scenario).scenario, list);
    } catch {
      // The engine was ended: nothing more comes.
      waiting.clear();
      return;
    }
    if (!found) return;
    // A scenario that has no such number is not asked again.
    keep(scenario, { ...Object.fromEntries(list.map((name) => [name, Number.NaN])), ...found });
    const left = waiting.get(scenario);
    for (const name of list) left?.delete(name);
    if (left?.size === 0) waiting.delete(scenario);
    if (mine === latest) void askNewest();
  }

  return {
    known: (scenario) => kept.get(scenario) ?? null,
    ask(scenario, names) {
      const known = kept.get(scenario) ?? {};
      const before = waiting.get(scenario);
      const fresh = names.filter((name) => !Object.hasOwn(known, name) && !before?.has(name));
      if (fresh.length === 0) return;
      waiting.delete(scenario);
      waiting.set(scenario, new Set([...(before ?? []), ...fresh]));
      if (scheduled) return;
      scheduled = true;
      // Components that ask in the same moment ask together.
      queueMicrotask(() => {
        scheduled = false;
        void askNewest();
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
