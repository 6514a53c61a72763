import type { Instance, PairInstance, SideName } from '../contract.ts';
import { describePlane, type PlaneStructure } from '../landscapes/plane-structure.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { asNetwork, type NetworkInstance } from '../problems/two-layer/instance.ts';
import {
  attainedBy,
  createSolvedProgram,
  dualAgainstBeta,
  patternsOf,
  programNeurons,
  type SolvedProgram,
  shareAbove,
  touchesOf,
} from '../problems/two-layer/network-facts.ts';
import { runValues } from '../run/run-values.ts';
import { sidesOf } from '../run/sides.ts';
import { type FactAsked, type FactName, parseFact } from '../scenario/fact-names.ts';
import { type BlendSearch, createBlendSearch } from './blend-search.ts';
import { type BasinCount, createBasinCount, deadShare, pullRange, strictMinima } from './plane-facts.ts';
import { type RecordedRun, recordRun } from './recorded-run.ts';
import { isRunFact, neededStep, runFact } from './run-facts.ts';
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
  const network = asNetwork(instance);
  const pair = instance.sides ? null : instance;
  const asked = new Map<string, FactAsked>();
  for (const name of names) {
    const fact = parseFact(name);
    if (fact) asked.set(name, fact);
  }
  const list = [...asked.values()];
  const wants = (test: (name: FactName) => boolean) => list.some(({ name }) => test(name));

  const structure: PlaneStructure | null =
    wants((name) =>
      /^(dead|left\.(minima|valleys|stuck|basin|missed)|right\.(minima|stuck|basin))/.test(name),
    ) && pair
      ? describePlane(pair)
      : null;
  const basin = (side: SideName, ...of: FactName[]): BasinCount | null =>
    structure && wants((name) => of.includes(name)) ? createBasinCount(pair!, forRun, structure, side) : null;

  const run = wants(isRunFact) ? recordRun(instance, forRun) : null;
  const toEnd = list.some((fact) => isRunFact(fact.name) && neededStep(fact) === null);
  const needed = Math.max(0, ...list.map((fact) => neededStep(fact) ?? 0));
  const survey = wants((name) => name.startsWith('runs.')) ? createSurvey(problem, values, instance) : null;
  const blend = wants((name) => name === 'blend.least') ? createBlendSearch(problem, values, instance) : null;
  const program = wants((name) => /^(bound|gap|program\.|optimum|left\.above)/.test(name))
    ? network && createSolvedProgram(network)
    : null;
  const basins = { left: basin('left', 'left.basin', 'left.missed'), right: basin('right', 'right.basin') };
  const searches: readonly ({ step(): boolean } | null)[] = [
    run && { step: () => (run.last < needed || (toEnd && run.end === null)) && run.goOn() },
    basins.left,
    basins.right,
    blend,
    program,
    survey,
  ];
  const parts: Parts = { instance, network, pair, values, structure, run, basins, survey, blend, program };

  return {
    step: () => searches.some((search) => search?.step() === true),
    found: () =>
      Object.fromEntries([...asked].map(([name, fact]) => [name, factOf(parts, fact) ?? Number.NaN])),
  };
}

interface Parts {
  readonly instance: Instance;
  readonly network: NetworkInstance | null;
  readonly pair: PairInstance | null;
  readonly values: Values;
  readonly structure: PlaneStructure | null;
  readonly run: RecordedRun | null;
  readonly basins: Readonly<Record<SideName, BasinCount | null>>;
  readonly survey: SurveySearch | null;
  readonly blend: BlendSearch | null;
  readonly program: SolvedProgram | null;
}

function factOf(parts: Parts, fact: FactAsked): number | undefined {
  const { instance, pair, run, structure, basins, blend, program } = parts;
  const { name } = fact;
  if (name.startsWith('runs.')) return surveyFact(parts.survey, name);
  if (/^left\.(above|aboveKnown|dual)$/.test(name)) return networkRunFact(parts, fact);
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
      return program || !/^(optimum|bound|gap|program\.)/.test(name)
        ? settingFact(parts, name)
        : name === 'optimum'
          ? pair?.minima?.left.loss
          : undefined;
  }
}

function sideOf(name: FactName): SideName {
  return name.startsWith('left.') ? 'left' : 'right';
}

/** What the scenario itself is, and its program. */
function settingFact(
  { instance, network, pair, values, program }: Parts,
  name: FactName,
): number | undefined {
  const { samples } = instance;
  const info = network?.info;
  const solver = program?.solver;
  switch (name) {
    case 'n':
      return samples.count;
    case 'd':
      return info?.columns ?? pair?.dimension;
    case 'L':
      return sidesOf(instance).left.stepUnit;
    case 'c':
    case 'noise':
    case 'blend':
    case 'beta':
      return values[name] as number | undefined;
    case 'm':
      return info?.neurons;
    case 'teacher':
      return info?.teacher ? info.teacher.length / (info.columns + 1) : undefined;
    case 'patterns':
      return network ? patternsOf(network) : (pair?.left.planar()?.arrangement.rays ?? Number.NaN);
    case 'optimum':
      return solver?.objective;
    case 'bound':
      return solver?.lowerBound;
    case 'gap':
      return solver ? Math.max(0, solver.objective - solver.lowerBound) / solver.objective : undefined;
    case 'program.neurons':
      return solver && programNeurons(network!, solver);
    case 'program.touches':
      return solver && touchesOf(network!, solver);
    case 'program.rounds':
      return program?.rounds;
    default:
      return undefined;
  }
}

/** What only a network is asked at a step. */
function networkRunFact({ network, run, program }: Parts, { name, at }: FactAsked): number | undefined {
  const k = at ?? run?.end ?? null;
  if (!run || k === null || !network) return undefined;
  const weights = run.iterate('left', k);
  if (name === 'left.dual') return weights ? dualAgainstBeta(network, weights) : undefined;
  if (!program) return undefined;
  const reference = name === 'left.above' ? program.solver.lowerBound : attainedBy(network, program.solver);
  return shareAbove(run.read('left', 'loss', k), reference);
}

function surveyFact(search: SurveySearch | null, name: FactName): number | undefined {
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
