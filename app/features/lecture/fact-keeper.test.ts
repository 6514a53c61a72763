import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../workers/protocol.ts';
import { createFactKeeper } from './fact-keeper.ts';

const HINGE = '#v=1&features=line&n=8';
const CLOUD = '#v=1&n=12';

/** An engine that answers when it is told to; a newer question ends the one before, as the worker does. */
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

describe('the keeper of facts', () => {
  it('asks together for what is asked for in one moment, and each once', async () => {
    const engine = slowEngine();
    const keeper = createFactKeeper(engine as never);
    let heard = 0;
    const stop = keeper.subscribe(() => heard++);
    keeper.ask(HINGE, ['n', 'end']);
    keeper.ask(HINGE, ['end', 'd']);
    await settle();
    expect(engine.asked.map(({ names }) => names)).toEqual([['n', 'end', 'd']]);
    expect(keeper.known(HINGE)).toBeNull();
    engine.asked[0]!.answer({ n: 8, end: 76 });
    await settle();
    expect(keeper.known(HINGE)).toEqual({ n: 8, end: 76, d: Number.NaN });
    expect(keeper.known(HINGE)).toBe(keeper.known(HINGE));
    keeper.ask(HINGE, ['n', 'd']);
    await settle();
    expect([engine.asked.length, heard]).toEqual([1, 1]);
    stop();
  });

  it('answers the latest scenario first, then what it had to leave', async () => {
    const engine = slowEngine();
    const keeper = createFactKeeper(engine as never);
    keeper.ask(HINGE, ['n']);
    await settle();
    keeper.ask(CLOUD, ['n']);
    await settle();
    expect(engine.asked.map(({ n }) => n)).toEqual([8, 12]);
    engine.asked[1]!.answer({ n: 12 });
    await settle();
    expect([keeper.known(CLOUD), keeper.known(HINGE)]).toEqual([{ n: 12 }, null]);
    expect(engine.asked.map(({ n }) => n)).toEqual([8, 12, 8]);
    engine.asked[2]!.answer({ n: 8 });
    await settle();
    expect(keeper.known(HINGE)).toEqual({ n: 8 });
    expect(engine.asked).toHaveLength(3);
  });

  it('stays without numbers where the engine is gone', async () => {
    const engine = slowEngine();
    const keeper = createFactKeeper(engine as never);
    keeper.ask(HINGE, ['n']);
    await settle();
    engine.asked[0]!.fail();
    await settle();
    expect(keeper.known(HINGE)).toBeNull();
    expect(engine.asked).toHaveLength(1);
  });
});
