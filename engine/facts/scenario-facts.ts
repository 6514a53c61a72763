import type { Instance, PairInstance, SideName } from '../contract.ts';
import { wilson } from '../kernels/wilson.ts';
import { describePlane, type PlaneStructure } from '../landscapes/plane-structure.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import type { FactAsked } from '../record.ts';
import { runValues } from '../run/run-values.ts';
import { sidesOf } from '../run/sides.ts';
import { parseFact } from '../scenario/fact-names.ts';
import { findAll, type Search } from '../search.ts';
import { type CrowdCount, createCrowdCount } from './crowd-count.ts';
import {
  arrivesFromStart,
  type BasinCount,
  createBasinCount,
  deadShare,
  pullRange,
  strictMinima,
} from './plane-facts.ts';
import { type RecordedRun, recordRun } from './recorded-run.ts';
import { isRunFact, runFact } from './run-facts.ts';
import { createSurvey, type Survey } from './survey.ts';

/** Numbers by request, `name` or `name@step`; NaN if the scenario has no such number. */
export type Facts = Readonly<Record<string, number>>;

/**
 * Computes the requested numbers of a scenario and only their prerequisites. Every part is bounded: a run takes 2e7 multiply-adds (0.1 s),
 * the 200 runs of a survey of 50 samples in the plane 0.5 s, basin fractions 65,536 descents, a program its usual number of rounds. Throws
 * `ScenarioError` if the values cannot be met.
 */
export function createFactSearch(problem: Problem, values: Values, names: readonly string[]): Search<Facts> {
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
  const crowd = wants((name) => name.startsWith('crowd.'))
    ? createCrowdCount(problem, instance, values)
    : null;
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
    crowd,
  ];
  const parts: Parts = { instance, pair, values, structure, run, basins, survey, crowd, blend };

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
  readonly survey: Search<Survey> | null;
  readonly crowd: Search<CrowdCount> | null;
  readonly blend: Search<number> | null;
}

/** Numbers that need no run, by name; undefined if the scenario lacks them. */
const NUMBERS: Readonly<Record<string, (of: Parts) => number | undefined>> = {
  n: ({ instance }) => instance.samples.count,
  d: ({ pair }) => pair?.dimension,
  L: ({ instance }) => sidesOf(instance).left.stepUnit,
  patterns: ({ pair }) => pair?.left.planar()?.arrangement.rays,
  optimum: ({ pair }) => pair?.minima?.left.loss,
  'dead.share': ({ structure }) => (structure ? deadShare(structure) : undefined),
  'left.minima': ({ structure }) => (structure?.left.certain ? strictMinima(structure, 'left') : undefined),
  'right.minima': ({ structure }) =>
    structure?.right.certain ? strictMinima(structure, 'right') : undefined,
  'left.valleys': ({ structure }) => (structure?.left.certain ? structure.left.valleys.length : undefined),
  'left.stuck': ({ structure }) => structure?.left.stuckShare,
  'right.stuck': ({ structure }) => structure?.right.stuckShare,
  'left.basin': ({ basins }) => basins.left?.share(),
  'right.basin': ({ basins }) => basins.right?.share(),
  'left.missed': ({ basins }) => (basins.left ? 1 - basins.left.share() : undefined),
  'pull.least': ({ pair }) => (pair?.dimension === 2 && pair.plant ? pullRange(pair).least : undefined),
  'pull.negative': ({ pair }) => (pair?.dimension === 2 && pair.plant ? pullRange(pair).negative : undefined),
  'blend.least': ({ blend }) => blend?.found(),
};

/** Numeric settings of the scenario that can be cited. */
const SETTINGS = ['c', 'noise', 'blend', 'beta'];

function factOf(parts: Parts, fact: FactAsked): number | undefined {
  const { name } = fact;
  if (name.startsWith('runs.'))
    return parts.survey ? surveyFact(parts.survey.found(), name.slice(5)) : undefined;
  if (name.startsWith('crowd.')) return parts.crowd?.found()[name.slice(6) as keyof CrowdCount];
  if (isRunFact(name)) return parts.run ? runFact(parts.instance, parts.run, fact) : undefined;
  return SETTINGS.includes(name) ? (parts.values[name] as number | undefined) : NUMBERS[name]?.(parts);
}

function surveyFact({ runs, interval: { low, high }, ...rest }: Survey, name: string): number | undefined {
  const notFarther = wilson(rest.rightNotFarther, runs);
  const named: Readonly<Record<string, number>> = {
    ...rest,
    count: runs,
    aheadShare: rest.ahead / runs,
    aheadLow: low,
    aheadHigh: high,
    notFartherShare: rest.rightNotFarther / runs,
    notFartherLow: notFarther.low,
    notFartherHigh: notFarther.high,
  };
  return named[name];
}

export function findFacts(problem: Problem, values: Values, names: readonly string[]): Facts {
  return findAll(createFactSearch(problem, values, names));
}

/** Blends tried: whole hundredths. */
const PARTS = 100;

/**
 * Searches the threshold blend: the least whole hundredth from which on every larger blend lets the right side arrive from the scenario's
 * start, NaN if not even 1 does. Only in the plane, where ends of descents are certified; null elsewhere, and if the plant is missing or
 * not a minimum.
 */
function createBlendSearch(problem: Problem, values: Values, instance: Instance): Search<number> | null {
  if (arrives(instance, values) === null) return null;
  let part = PARTS;
  let before = instance;

  function tryNext(): boolean {
    const blended = { ...values, blend: part / PARTS };
    before = problem.prepare(blended, null, before);
    return arrives(before, blended) === true;
  }

  let done = false;
  return {
    step() {
      if (done) return false;
      if (part >= 0 && tryNext()) part--;
      else done = true;
      return true;
    },
    found: () => (part === PARTS ? Number.NaN : (part + 1) / PARTS),
  };
}

function arrives(instance: Instance, values: Values): boolean | null {
  if (instance.sides) return null;
  const structure = describePlane(instance);
  return structure && arrivesFromStart(instance, runValues(values), structure);
}
