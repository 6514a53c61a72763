import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadProblem } from '../../engine/problems/index.ts';
import { createRace, type Frame, type RaceValues } from '../../engine/race/create-race.ts';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { createEngineApi } from '../../workers/engine-api.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import { longestRun, MAX_STEPS } from './batch-steps.ts';
import { createSession } from './create-session.ts';
import type { Session } from './session.ts';

const LINK = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&autostop=0';
const SIDES = ['left', 'right'] as const;

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => void vi.unstubAllGlobals());

/** A session whose engine is asked directly; pictures are none. `asked` has the steps of every request. */
function started(): { session: Session; asked: number[] } {
  const asked: number[] = [];
  const session = createSession(() => {
    const api = createEngineApi();
    let run = 0;
    const nothing = async () => null;
    const engine: Partial<EngineClient> = {
      open: (scenario, own) => api.open(++run, scenario, own) as ReturnType<EngineClient['open']>,
      async advance(steps) {
        asked.push(steps);
        return (await api.advance(run, steps)) as Frame;
      },
      grid: nothing,
      structure: nothing,
      references: nothing,
      slice: nothing,
      dispose: () => undefined,
    };
    return engine as EngineClient;
  });
  return { session, asked };
}

async function shown({ store }: Session, k: number): Promise<void> {
  await vi.waitFor(() => expect(store.getState()).toMatchObject({ phase: 'ready', k, target: null }), 8000);
}

/** Numbers that a session has room for. */
function room({ trajectories }: Session): number {
  return SIDES.map((side) => {
    const { iterates, losses, gradientNorms, objectives, bounds, distances, feet } = trajectories[side];
    return [iterates, losses, gradientNorms, objectives, bounds, distances, feet].reduce(
      (sum, { length }) => sum + length,
      0,
    );
  }).reduce((sum, count) => sum + count, 0);
}

test('a million recorded steps take the room of one longest run, whose every step is at hand with its own bits', async () => {
  const { session, asked } = started();
  const rooms: number[] = [];
  for (let run = 0; run < 10; run++) {
    session.load(parseLink(`${LINK}&c=${0.001 + run / 1e6}&k=${MAX_STEPS}`).scenario);
    await shown(session, MAX_STEPS);
    rooms.push(room(session));
  }
  expect(asked.reduce((sum, steps) => sum + steps, 0)).toBe(10 * MAX_STEPS);
  expect(new Set(rooms).size).toBe(1);
  // Seven numbers a step and side, in memory that doubles.
  expect(rooms[0]).toBeLessThanOrEqual(2 * 7 * 2 * (MAX_STEPS + 1));

  // The longest run is told, and no step goes beyond it.
  session.seek(10 * MAX_STEPS);
  await shown(session, MAX_STEPS);
  expect(longestRun(session.store.getState().opened)).toBe(MAX_STEPS);

  const before = asked.length;
  const { scenario } = session.store.getState();
  const race = createRace(
    (await loadProblem(scenario.problem)).prepare(scenario.values, null),
    scenario.values as unknown as RaceValues,
  );
  const straight = [race.first(), race.advance(MAX_STEPS)];
  for (let at = 0; at < 1000; at++) {
    // Every residue, near and far: 7919 is prime.
    const k = (at * 7919) % (MAX_STEPS + 1);
    session.seek(k);
    const frame = straight[k === 0 ? 0 : 1]!;
    const row = k === 0 ? 0 : k - 1;
    for (const side of SIDES) {
      const { iterates, losses } = session.trajectories[side];
      expect(losses[k]).toBe(frame[side].losses[row]);
      expect(iterates.subarray(2 * k, 2 * k + 2)).toEqual(
        frame[side].iterates.subarray(2 * row, 2 * row + 2),
      );
    }
  }
  await vi.waitFor(() => expect(session.store.getState().k).toBe((999 * 7919) % (MAX_STEPS + 1)));
  // Scrubbing asks the engine for nothing.
  expect(asked.length).toBe(before);
  session.dispose();
  // A million steps are taken.
}, 60_000);
