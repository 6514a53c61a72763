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

/** The numbers of two layers, and of their program, which is solved where one of its numbers is asked for. */
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

/** Neurons of the optimal network; a free constant is none. */
function programNeurons({ info }: NetworkInstance, solver: Solver): number {
  const { columns, constant } = info;
  const state = stateOf(solver);
  return withoutPadding(constant ? state.subarray(0, -1) : state, columns).length / (columns + 1);
}

/** The least objective of known networks no wider than the left: the optimum of that width is no larger. */
function attainedBy({ samples, info }: NetworkInstance, solver: Solver): number {
  const { neurons, beta, teacher, constant, trained } = info;
  if (!trained) return Number.NaN;
  const state = stateOf(solver);
  const { features, labels } = samples;
  // A teacher has no constant of its own: with free biases it is a network of other terms.
  const known = constant ? [constantAsNeuron(state)] : teacher ? [state, teacher] : [state];
  return attainedObjective({ features, labels, beta, neurons, constant }, known);
}

/** Returns the relative excess over a reference, at least 0; NaN if either is unknown or the reference is 0. */
function shareAbove(objective: number, reference: number): number {
  return reference > 0 ? Math.max(0, objective - reference) / reference : Number.NaN;
}

/** A dual curve this near to the band, relatively, touches it: the program's gap is no larger. */
const TOUCHING = 1e-6;

/** Directions at which the dual curve of the program's network touches the band; NaN unless the rows are planar. */
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

/** Activation patterns that lines through 0 can make: the sectors of the plane; NaN of more than two columns. */
function patternsOf({ samples, info }: NetworkInstance): number {
  return info.columns === 2 ? createDualCurve(samples.features).arrangement.rays : Number.NaN;
}

/** max |eta| over the unit circle against beta, of the residual of a network: above 1 it is no optimum. */
function dualAgainstBeta(instance: NetworkInstance, weights: Float64Array): number {
  const { samples, info } = instance;
  if (info.columns !== 2 || info.constant) return Number.NaN;
  const touch = curveOf(instance, weights).maximum();
  return touch ? Math.abs(touch.value) / (info.beta * samples.count) : Number.NaN;
}

/** n eta of the residual of a network of two columns. */
function curveOf({ samples }: NetworkInstance, weights: Float64Array): DualCurve {
  const { features, labels } = samples;
  const residual = new Float64Array(labels.length);
  predict(residual, features, weights, weights.length / 3);
  for (const [i, y] of labels.entries()) residual[i] = y - residual[i]!;
  const curve = createDualCurve(features);
  curve.update(residual);
  return curve;
}
