import type { Instance, PairInstance, SideName } from '../contract.ts';
import { describePlane, type PlaneStructure } from '../landscapes/plane-structure.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import type { FactAsked } from '../record.ts';
import { runValues } from '../run/run-values.ts';
import { sidesOf } from '../run/sides.ts';
import { parseFact } from '../scenario/fact-names.ts';
import { type BlendSearch, createBlendSearch } from './blend-search.ts';
import { type BasinCount, createBasinCount, deadShare, pullRange, strictMinima } from './plane-facts.ts';
import { type RecordedRun, recordRun } from './recorded-run.ts';
import { isRunFact, runFact } from './run-facts.ts';
import { createSurvey, type SurveySearch } from './survey.ts';

/** Numbers by what was asked for, `name` or `name@step`; NaN where the scenario has no such number. */
export type Facts = Readonly<Record<string, number>>;

/** Facts that are found in steps, so that whoever asks can stop in between. */
export interface FactSearch {
  /** Goes on for a moment (some milliseconds); false, without doing anything, where all is found. */
  step(): boolean;
  found(): Facts;
}

/**
 * Computes named numbers of a scenario, and only what those that are asked for need. Every part is bounded: a run takes 2e7
 * multiply-adds (a tenth of a second), the 200 runs of a survey of 50 samples in the plane half a second, basin shares
 * 3,721 descents, a program as many rounds as it does anywhere. Throws `ScenarioError` where the values cannot be met.
 */
export function createFactSearch(problem: Problem, values: Values, names: readonly string[]): FactSearch {
  const instance = problem.prepare(values, null);
  const forRun = runValues(values);
  const pair = instance.sides ? null : instance;
  const asked = new Map<string, FactAsked>();
  for (const name of names) {
    const fact = parseFact(name);
    if (fact) asked.set(name, fact);
  }
  const list = [...asked.values()];
  const wants = (test: (name: string) => boolean) => list.some(({ name }) => test(name));

  const structure: PlaneStructure | null =
    wants((name) =>
      /^(dead|left\.(minima|valleys|stuck|basin|missed)|right\.(minima|stuck|basin))/.test(name),
    ) && pair
      ? describePlane(pair)
      : null;
  const basin = (side: SideName, ...of: string[]): BasinCount | null =>
    structure && wants((name) => of.includes(name)) ? createBasinCount(pair!, forRun, structure, side) : null;

  const run = wants(isRunFact) ? recordRun(instance, forRun) : null;
  const toEnd = list.some(({ name, at }) => at === null && isRunFact(name));
  const needed = Math.max(0, ...list.map(({ at }) => at ?? 0));
  const survey = wants((name) => name.startsWith('runs.')) ? createSurvey(problem, values, instance) : null;
  const blend = wants((name) => name === 'blend.least') ? createBlendSearch(problem, values, instance) : null;
  const own = problem.parts?.facts?.(instance, values, asked, run) ?? null;
  const basins = { left: basin('left', 'left.basin', 'left.missed'), right: basin('right', 'right.basin') };
  const searches: readonly ({ step(): boolean } | null)[] = [
    run && { step: () => (run.last < needed || (toEnd && run.end === null)) && run.goOn() },
    basins.left,
    basins.right,
    blend,
    own,
    survey,
  ];
  const parts: Parts = { instance, pair, values, structure, run, basins, survey, blend };

  return {
    step: () => searches.some((search) => search?.step() === true),
    found() {
      const known = own?.found();
      return Object.fromEntries(
        [...asked].map(([text, fact]) => [text, known?.[text] ?? factOf(parts, fact) ?? Number.NaN]),
      );
    },
  };
}

interface Parts {
  readonly instance: Instance;
  readonly pair: PairInstance | null;
  readonly values: Values;
  readonly structure: PlaneStructure | null;
  readonly run: RecordedRun | null;
  readonly basins: Readonly<Record<SideName, BasinCount | null>>;
  readonly survey: SurveySearch | null;
  readonly blend: BlendSearch | null;
}

function factOf(parts: Parts, fact: FactAsked): number | undefined {
  const { instance, pair, run, structure, basins, blend } = parts;
  const { name } = fact;
  if (name.startsWith('runs.')) return surveyFact(parts.survey, name);
  if (isRunFact(name)) return run ? runFact(instance, run, fact) : undefined;
  switch (name) {
    case 'dead.share':
      return structure ? deadShare(structure) : undefined;
    case 'left.minima':
    case 'right.minima':
      return structure?.[sideOf(name)].certain ? strictMinima(structure, sideOf(name)) : undefined;
    case 'left.valleys':
      return structure?.left.certain ? structure.left.valleys.length : undefined;
    case 'left.stuck':
    case 'right.stuck':
      return structure?.[sideOf(name)].stuckShare;
    case 'left.basin':
    case 'right.basin':
      return basins[sideOf(name)]?.share();
    case 'left.missed':
      return basins.left ? 1 - basins.left.share() : undefined;
    case 'pull.least':
    case 'pull.negative':
      if (pair?.dimension !== 2 || !pair.plant) return undefined;
      return pullRange(pair)[name === 'pull.least' ? 'least' : 'negative'];
    case 'blend.least':
      return blend?.found();
    default:
      return settingFact(parts, name);
  }
}

function sideOf(name: string): SideName {
  return name.startsWith('left.') ? 'left' : 'right';
}

/** What the scenario itself is. */
function settingFact({ instance, pair, values }: Parts, name: string): number | undefined {
  switch (name) {
    case 'n':
      return instance.samples.count;
    case 'd':
      return pair?.dimension;
    case 'L':
      return sidesOf(instance).left.stepUnit;
    case 'c':
    case 'noise':
    case 'blend':
    case 'beta':
      return values[name] as number | undefined;
    case 'patterns':
      return pair?.left.planar()?.arrangement.rays;
    case 'optimum':
      return pair?.minima?.left.loss;
    default:
      return undefined;
  }
}

function surveyFact(search: SurveySearch | null, name: string): number | undefined {
  if (!search) return undefined;
  const survey = search.found();
  switch (name) {
    case 'runs.count':
      return survey.runs;
    case 'runs.ahead':
      return survey.ahead;
    case 'runs.aheadShare':
      return survey.ahead / survey.runs;
    case 'runs.aheadLow':
      return survey.interval.low;
    case 'runs.aheadHigh':
      return survey.interval.high;
    case 'runs.left':
      return survey.left;
    case 'runs.right':
      return survey.right;
    case 'runs.leftStuck':
      return survey.leftStuck;
    case 'runs.rightStuck':
      return survey.rightStuck;
    case 'runs.rightNotFarther':
      return survey.rightNotFarther;
    case 'runs.leftMedian':
      return survey.leftMedian;
    default:
      return survey.rightMedian;
  }
}

/** All at once. */
export function findFacts(problem: Problem, values: Values, names: readonly string[]): Facts {
  const search = createFactSearch(problem, values, names);
  while (search.step());
  return search.found();
}
