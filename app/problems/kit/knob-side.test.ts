import '../index.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS, type ProblemId, scenarioParams } from '../../../engine/catalog.ts';
import type { ProblemCard, SideName } from '../../../engine/contract.ts';
import { bitsOf } from '../../../engine/fixtures/frozen-digits.ts';
import { type ParamSpec, type ParamValue, shapesRun, type Values } from '../../../engine/params.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { createRun } from '../../../engine/run/create-run.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { ScenarioError } from '../../../engine/scenario/scenario-error.ts';
import { SIDES } from '../../../engine/side-names.ts';
import { runsAll } from '../../../scripts/tier.mjs';
import { numberAtNotch } from '../../session/run/slider-way.ts';
import type { AppState } from '../../session/store.ts';
import { loadView, viewOf } from '../../session/view.ts';

/** Enough for each knob to show in the digits. */
const STEPS = 4;
const NOTCHES = 100;

interface Case {
  readonly name: string;
  readonly problem: ProblemId;
  readonly values: Values;
}

const optionsOf = (spec: ParamSpec): readonly ParamValue[] =>
  spec.kind === 'choice' ? spec.options : spec.kind === 'flag' ? [true, false] : [];

const PRESETS = PROBLEM_IDS.flatMap((problem) =>
  (CATALOG[problem] as ProblemCard).presets.map(
    ({ id, values }): Case => ({ name: `${problem}, ${id}`, problem, values }),
  ),
);

/** The opening preset of each level, with each choice of the losses; all choices under `npm run test:all`. */
const CHOICES = PROBLEM_IDS.flatMap((problem) => {
  const { presets, opens, opening }: ProblemCard = CATALOG[problem];
  const levels = new Set([opening, ...Object.values(opens?.presets ?? {})]);
  const specs = Object.entries(scenarioParams(problem)).filter(
    ([, spec]) => spec.group === 'loss' || (runsAll && shapesRun(spec)),
  );
  return presets
    .filter(({ id }) => levels.has(id))
    .flatMap(({ id, values }) =>
      specs.flatMap(([key, spec]) =>
        optionsOf(spec).map(
          (option): Case => ({
            name: `${problem}, ${id}, ${key}=${option}`,
            problem,
            values: { ...values, [key]: option },
          }),
        ),
      ),
    );
});

beforeAll(async () => {
  await Promise.all(PROBLEM_IDS.map(loadView));
});

/** Returns all digits of both sides' first steps, and the state that a view's knob reads. */
async function openAt(problem: ProblemId, given: Values) {
  const { values } = createScenario(problem, { ...given, pictures: 'all' });
  const instance = (await loadProblem(problem)).prepare(values, null);
  const run = createRun(instance, values);
  const frames = [run.first(), run.advance(STEPS)];
  const digits = (side: SideName) =>
    frames
      .flatMap(({ [side]: { iterates, series } }) => [iterates, ...Object.values(series)])
      .map((numbers) => bitsOf(numbers!))
      .join();
  const state = { openedProblem: problem, opened: instance, scenario: { problem, values } };
  return {
    state: { ...state, lecture: null, extra: null } as unknown as AppState,
    digits: { left: digits('left'), right: digits('right') },
  };
}

/** Returns null for values that are refused. */
async function tryOpenAt(problem: ProblemId, values: Values) {
  try {
    return await openAt(problem, values);
  } catch (error) {
    if (error instanceof ScenarioError) return null;
    throw error;
  }
}

/** Returns each knob with the sides whose digits differ between three of its values. */
async function turned({ problem, values }: Case) {
  const opened = await tryOpenAt(problem, values);
  if (!opened) return [];
  const { knob, knobBeside } = viewOf(opened.state);
  const knobs = [knob?.(opened.state), knobBeside?.(opened.state)].filter((one) => one != null);
  return Promise.all(
    knobs.map(async (one) => {
      const found: Awaited<ReturnType<typeof tryOpenAt>>[] = [];
      for (const share of [0, 0.4, 1]) {
        const number = numberAtNotch(one, share * NOTCHES, NOTCHES);
        found.push(await tryOpenAt(problem, { ...values, [one.key]: one.isVector ? [number] : number }));
      }
      const changed = SIDES.filter((side) => new Set(found.flatMap((of) => of?.digits[side] ?? [])).size > 1);
      return { key: one.key, said: one.side === 'both' ? SIDES : [one.side], changed };
    }),
  );
}

describe('a knob changes the digits of the side that it names, and none of the other', () => {
  it.each(PRESETS)('$name', { timeout: 60_000 }, async (preset) => {
    for (const { key, said, changed } of await turned(preset)) expect(changed, key).toEqual(said);
  });

  // Some choices leave a knob without effect at their start.
  it.each(CHOICES)('$name', { timeout: 60_000 }, async (choice) => {
    for (const { key, said, changed } of await turned(choice))
      expect(said, key).toEqual(expect.arrayContaining(changed));
  });
});
