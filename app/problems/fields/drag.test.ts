import '../index.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CATALOG, PROBLEM_IDS } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import { mapField } from '../../../engine/landscapes/map-field.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { sidesOf } from '../../../engine/run/sides.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { type Scenario, withValues } from '../../../engine/scenario/scenario.ts';
import { SIDES } from '../../../engine/side-names.ts';
import { runsAll, spread } from '../../../scripts/tier.mjs';
import { createLocalEngine, withSmallGrids } from '../../../workers/local-engine.ts';
import { createSession } from '../../session/create-session.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import { turns, until } from '../../session/run/until.ts';
import type { Session } from '../../session/session.ts';
import { createFieldStart, startThere } from './field-start.ts';

/** A preset for each level of each problem with starts. */
const SCENARIOS: readonly (readonly [name: string, scenario: Scenario])[] = PROBLEM_IDS.flatMap((problem) => {
  const { params, presets }: ProblemCard = CATALOG[problem];
  const all = params.start ? presets.map(({ id }) => [id, presetScenario(problem, id)] as const) : [];
  const levels = all.map(([, { values }]) => String(values.level));
  return all.filter((_, i) => levels.indexOf(levels[i]!) === i);
});

/** Requests to each engine (the race's first), and their pending answers. */
const asked: string[][] = [];
const answers: Promise<unknown>[] = [];
let session: Session;
let frames = 0;
let hands = 0;

beforeEach(() => {
  frames = 0;
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('requestAnimationFrame', () => ++frames);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});

afterEach(() => {
  session.dispose();
  asked.length = 0;
  answers.length = 0;
  vi.unstubAllGlobals();
});

/** Creates an idle session at step 60 of a scenario. */
async function rested(scenario: Scenario): Promise<void> {
  session = createSession(() => {
    const mine: string[] = [];
    asked.push(mine);
    return createLocalEngine((call) => {
      mine.push(call.name);
      const answer = withSmallGrids(call, 8);
      answers.push(answer.catch(() => undefined));
      return answer;
    });
  });
  session.load(withValues(scenario, { k: 60 }));
  await until(() => {
    const { phase, target, pictured, landscape } = session.store.getState();
    expect([phase, target, pictured]).toEqual(['ready', null, landscape]);
  });
  let known = -1;
  while (known !== answers.length) {
    known = answers.length;
    await Promise.all(answers);
    await turns();
  }
}

/** Expects a move to need one request, whose answer contains the run. */
async function expectOneHop(move: () => void): Promise<void> {
  // A stopped clock makes the first chunk independent of machine speed.
  vi.stubGlobal('performance', { now: () => 0 });
  for (const mine of asked) mine.length = 0;
  const { opened, version } = session.store.getState();
  answers.length = 0;
  frames = 0;
  move();
  expect(asked.map((mine) => [...mine])).toEqual([['open'], []]);
  await answers[0];
  // All that follows the answer runs in microtasks, without timer or frame.
  for (let i = 0; i < 20; i++) await null;
  expect(frames).toBe(0);
  expect(asked[0]).toEqual(['open']);
  const state = session.store.getState();
  expect(state).toMatchObject({ phase: 'ready', k: 60, target: null });
  expect(state.frontier).toBeGreaterThanOrEqual(60);
  expect(state.opened).not.toBe(opened);
  expect(state.version).toBeGreaterThan(version);
}

describe('a start that is dragged asks once, at once, and its run is there with the answer', () => {
  test.each(spread(SCENARIOS, 7))('%s', async (_, scenario) => {
    await rested(scenario);
    const { opened } = session.store.getState();
    let moved = 0;
    for (const side of SIDES) {
      const field = fieldOf(opened, side)?.[1];
      if (!field?.starts) continue;
      moved++;
      await expectOneHop(() =>
        createFieldStart(session, side).moveTo([0.3, side === 'left' ? 0.4 : 0.5], { keepStep: true }),
      );
    }
    if (opened!.dimension === 2) {
      moved++;
      await expectOneHop(() => session.setStart([-1.2, 0.7], { gesture: 'a', keepStep: true }));
    }
    hands += moved > 0 ? 1 : 0;
  });
  test('on seven maps at least', () => expect(hands).toBeGreaterThanOrEqual(runsAll ? 7 : 4));
});

test('the page has the start of a place that the problem’s own map has', async () => {
  let maps = 0;
  for (const [, { problem, values }] of SCENARIOS) {
    const sides = sidesOf((await loadProblem(problem, values)).prepare(values, null));
    for (const side of SIDES) {
      const field = mapField(sides[side])?.field;
      if (!field?.startAt) continue;
      maps++;
      const number = fc.double({ min: -3, max: 3, noNaN: true });
      fc.assert(
        fc.property(number, number, (x, y) => {
          const [here, there] = [startThere(field, [x, y]), field.startAt!(x, y)];
          expect(here.length).toBe(there.length);
          for (const [i, weight] of here.entries()) expect(Math.abs(weight - there[i]!)).toBeLessThan(1e-15);
        }),
      );
    }
  }
  expect(maps).toBeGreaterThanOrEqual(8);
});
