import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../workers/protocol.ts';
import { createFactCache } from './use-filled-words.ts';

const HINGE = '#v=1&features=line&n=8';
const CLOUD = '#v=1&n=12';

/** Answers on demand; like in the worker, a new request cancels the previous. */
function slowEngine() {
  const asked: {
    n: unknown;
    names: readonly string[];
    answer: (facts: Facts | null) => void;
    fail: () => void;
  }[] = [];
  return {
    asked,
    readFacts: (scenario: { values: Record<string, unknown> }, names: readonly string[]) => {
      asked.at(-1)?.answer(null);
      return new Promise<Facts | null>((answer, fail) => {
        asked.push({ n: scenario.values.n, names, answer, fail: () => fail(new Error('gone')) });
      });
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the cache of facts', () => {
  it('asks together for what is asked for in one moment, and each once', async () => {
    const engine = slowEngine();
    const cache = createFactCache(engine as never);
    let heard = 0;
    const stop = cache.subscribe(() => heard++);
    cache.ask(HINGE, ['n', 'end']);
    cache.ask(HINGE, ['end', 'd']);
    await settle();
    expect(engine.asked.map(({ names }) => names)).toEqual([['n', 'end', 'd']]);
    expect(cache.known(HINGE)).toBeNull();
    engine.asked[0]!.answer({ n: 8, end: 76 });
    await settle();
    expect(cache.known(HINGE)).toEqual({ n: 8, end: 76, d: Number.NaN });
    expect(cache.known(HINGE)).toBe(cache.known(HINGE));
    cache.ask(HINGE, ['n', 'd']);
    await settle();
    expect([engine.asked.length, heard]).toEqual([1, 1]);
    stop();
  });

  it('answers the latest scenario first, then what it had to leave', async () => {
    const engine = slowEngine();
    const cache = createFactCache(engine as never);
    cache.ask(HINGE, ['n']);
    await settle();
    cache.ask(CLOUD, ['n']);
    await settle();
    expect(engine.asked.map(({ n }) => n)).toEqual([8, 12]);
    engine.asked[1]!.answer({ n: 12 });
    await settle();
    expect([cache.known(CLOUD), cache.known(HINGE)]).toEqual([{ n: 12 }, null]);
    expect(engine.asked.map(({ n }) => n)).toEqual([8, 12, 8]);
    engine.asked[2]!.answer({ n: 8 });
    await settle();
    expect(cache.known(HINGE)).toEqual({ n: 8 });
    expect(engine.asked).toHaveLength(3);
  });

  it('stays without numbers where the engine is gone', async () => {
    const engine = slowEngine();
    const cache = createFactCache(engine as never);
    cache.ask(HINGE, ['n']);
    await settle();
    engine.asked[0]!.fail();
    await settle();
    expect(cache.known(HINGE)).toBeNull();
    expect(engine.asked).toHaveLength(1);
  });
});
