import type { Values } from '../../../params.ts';
import type { RunRecord } from '../../../problem.ts';
import { type Counted, countRounds, type Solver, stateOf } from '../../../program/solver.ts';
import type { FactAsked } from '../../../record.ts';
import type { Search } from '../../../search.ts';
import type { NetworkInstance } from '../instance.ts';
import { attainedObjective } from '../program/attained.ts';
import { createDualCurve, type DualCurve, type Touch } from '../program/dual-curve.ts';
import { constantAsNeuron } from '../program/free-constant.ts';
import { predict } from './loss.ts';
import { withoutPadding } from './neurons.ts';

/** Returns the program with its rounds; null if it proves no bound. */
export function solvedProgram(instance: NetworkInstance): Counted | null {
  return instance.info.program === 'sampled' ? null : countRounds(instance.createBound());
}

/** Returns the numbers of network and program; the program is solved once one of its numbers is read. */
export function networkFacts(
  instance: NetworkInstance,
  _: Values,
  asked: ReadonlyMap<string, FactAsked>,
  run: RunRecord | null,
): Search<Readonly<Record<string, number | undefined>>> {
  const list = [...asked];
  const program = list.some(([, { name }]) => /^(bound|gap|program\.|optimum|left\.above)/.test(name))
    ? solvedProgram(instance)
    : null;
  return {
    step: () => program?.step() ?? false,
    found: () => Object.fromEntries(list.map(([text, fact]) => [text, factOf(instance, fact, run, program)])),
  };
}

function factOf(
  instance: NetworkInstance,
  { name, at }: FactAsked,
  run: RunRecord | null,
  program: Counted | null,
): number | undefined {
  const { columns, neurons, teacher } = instance.info;
  const solver = program?.solver;
  const k = at ?? run?.end ?? null;
  switch (name) {
    case 'd':
      return columns;
    case 'm':
      return neurons;
    case 'teacher':
      return teacher ? teacher.length / (columns + 1) : undefined;
    case 'patterns':
      return patternsOf(instance);
    case 'optimum':
      return solver?.objective;
    case 'bound':
      return solver?.lowerBound;
    case 'gap':
      return solver && Math.max(0, solver.objective - solver.lowerBound) / solver.objective;
    case 'program.neurons':
      return solver && programNeurons(instance, solver);
    case 'program.touches':
      return solver && touchesOf(instance, solver);
    case 'program.rounds':
      return program?.rounds;
    case 'left.dual': {
      const weights = run && k !== null ? run.iterate('left', k) : null;
      return weights ? dualAgainstBeta(instance, weights) : undefined;
    }
    case 'left.above':
    case 'left.aboveKnown':
      if (!run || k === null || !solver) return undefined;
      return shareAbove(
        run.read('left', 'loss', k),
        name === 'left.above' ? solver.lowerBound : attainedBy(instance, solver),
      );
    default:
      return undefined;
  }
}

/** Counts the optimal network's neurons, without a free constant. */
function programNeurons({ info }: NetworkInstance, solver: Solver): number {
  const { columns, constant } = info;
  const state = stateOf(solver);
  return withoutPadding(constant ? state.subarray(0, -1) : state, columns).length / (columns + 1);
}

/** Returns the least objective of known networks no wider than the left, an upper bound of that width's optimum. */
function attainedBy({ samples, info }: NetworkInstance, solver: Solver): number {
  const { neurons, beta, teacher, constant, trained } = info;
  if (!trained) return Number.NaN;
  const state = stateOf(solver);
  const { features, labels } = samples;
  // A teacher has no constant: with free biases its terms differ.
  const known = constant ? [constantAsNeuron(state)] : teacher ? [state, teacher] : [state];
  return attainedObjective({ features, labels, beta, neurons, constant }, known);
}

/** Returns the relative excess, at least 0; NaN if either is unknown or the reference is 0. */
function shareAbove(objective: number, reference: number): number {
  return reference > 0 ? Math.max(0, objective - reference) / reference : Number.NaN;
}

/** A dual curve relatively this close to the band touches it: the program's gap is no larger. */
const TOUCHING = 1e-6;

/** Counts directions where the dual curve of the program's network touches the band; NaN unless the rows are planar. */
function touchesOf(instance: NetworkInstance, solver: Solver): number {
  const { samples, info } = instance;
  const { columns, constant, beta } = info;
  if (columns !== 2 || constant) return Number.NaN;
  const curve = curveOf(instance, stateOf(solver));
  const found = curve.localMaxima((1 - TOUCHING) * beta * samples.count);
  const isNew = ({ x, y }: Touch, k: number) =>
    found.slice(0, k).every((other) => Math.abs(other.x - x) + Math.abs(other.y - y) > TOUCHING);
  return found.filter(isNew).length;
}

/** Counts the activation patterns of lines through 0: the plane's sectors; NaN unless there are two columns. */
function patternsOf({ samples, info }: NetworkInstance): number {
  return info.columns === 2 ? createDualCurve(samples.features).arrangement.rays : Number.NaN;
}

/** Returns max |eta| over the unit circle, relative to beta, for a network's residual: above 1 it is not optimal. */
function dualAgainstBeta(instance: NetworkInstance, weights: Float64Array): number {
  const { samples, info } = instance;
  if (info.columns !== 2 || info.constant) return Number.NaN;
  const touch = curveOf(instance, weights).maximum();
  return touch ? Math.abs(touch.value) / (info.beta * samples.count) : Number.NaN;
}

/** Returns n eta of a network's residual (two columns). */
function curveOf({ samples }: NetworkInstance, weights: Float64Array): DualCurve {
  const { features, labels } = samples;
  const residual = new Float64Array(labels.length);
  predict(residual, features, weights, weights.length / 3);
  for (const [i, y] of labels.entries()) residual[i] = y - residual[i]!;
  const curve = createDualCurve(features);
  curve.update(residual);
  return curve;
}
