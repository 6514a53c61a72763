import type { SideName } from '../../contract.ts';
import type { Values } from '../../params.ts';
import type { RunRecord } from '../../problem.ts';
import { type Counted, countRounds } from '../../program/solver.ts';
import type { FactAsked } from '../../record.ts';
import type { Search } from '../../search.ts';
import type { OutputsInstance } from './instance.ts';
import { createNetworkReader } from './network-reading.ts';
import { atomsOf, neuronsOf } from './program/output-program.ts';
import { separateOptimum, separatePrograms } from './separate.ts';

/** Facts of a network with K outputs; solves the program only if asked for its numbers. */
export function outputFacts(
  instance: OutputsInstance,
  _: Values,
  asked: ReadonlyMap<string, FactAsked>,
  run: RunRecord | null,
): Search<Readonly<Record<string, number | undefined>>> {
  const list = [...asked];
  const wants = (test: RegExp) => list.some(([, { name }]) => test.test(name));
  const program: Counted | null =
    instance.info.program !== 'sampled' && wants(/^(bound|gap|program\.|optimum|left\.above|separate)/)
      ? countRounds(instance.createSolver('newton'))
      : null;
  const separate = wants(/^separate/) ? separatePrograms(instance) : [];
  const programs = program ? [program, ...separate] : separate;
  return {
    step: () => programs.some((each) => each.step()),
    found: () =>
      Object.fromEntries(list.map(([text, fact]) => [text, factOf(instance, fact, run, program, separate)])),
  };
}

/**
 * Counts classes the optimum keeps although no neuron starts active on all their samples: descent with c <= 1 never reaches the optimum.
 */
function classesLacking({ start, info, data }: OutputsInstance): number {
  const { neurons: m, outputs, samples: n, columns: d, beta } = info;
  const sizes = new Int32Array(outputs);
  for (const k of data.classes!) sizes[k] = sizes[k]! + 1;
  const found = new Set<number>();
  for (let j = 0; j < m; j++) {
    const on = new Int32Array(outputs);
    for (let i = 0; i < n; i++) {
      let z = 0;
      for (let k = 0; k < d; k++) z += data.features[i * d + k]! * start[k * m + j]!;
      const of = data.classes![i]!;
      if (z > 0) on[of] = on[of]! + 1;
    }
    for (const [k, size] of sizes.entries()) if (on[k] === size) found.add(k);
  }
  return [...sizes.keys()].filter((k) => Math.sqrt(sizes[k]!) > n * beta && !found.has(k)).length;
}

function factOf(
  instance: OutputsInstance,
  { name, at }: FactAsked,
  run: RunRecord | null,
  program: Counted | null,
  separate: readonly Counted[],
): number | undefined {
  const { info, data } = instance;
  const { columns, neurons, outputs } = info;
  const solver = program?.solver;
  const k = at ?? run?.end ?? null;
  switch (name) {
    case 'd':
      return columns;
    case 'm':
      return neurons;
    case 'outputs':
      return outputs;
    case 'teacher':
      return info.teacher ? info.teacher.length / (columns + outputs) : undefined;
    case 'left.dual': {
      const state = run && k !== null ? run.iterate('left', k) : null;
      const curve = state && createNetworkReader(data).curveOf(neuronsOf(state, 'left', info));
      return curve ? (curve.maximum()?.eta ?? 0) / (info.samples * info.beta) : undefined;
    }
    case 'threshold':
      return info.samples * info.beta;
    case 'sigma.least':
      return info.singularValues.at(-1);
    case 'start.lacks':
      return info.program === 'closed' ? classesLacking(instance) : Number.NaN;
    case 'svdbound':
      return info.svdBound;
    case 'startshare':
      return info.startShare ?? Number.NaN;
    case 'forgotten':
      return info.program === 'closed'
        ? info.singularValues.filter((s) => s <= info.samples * info.beta).length
        : Number.NaN;
    case 'optimum':
      return solver?.objective;
    case 'bound':
      return solver?.lowerBound;
    case 'gap':
      return solver && solver.objective > 0
        ? Math.max(0, solver.objective - solver.lowerBound) / solver.objective
        : solver && 0;
    case 'program.neurons':
      return solver && atomsOf(solver, columns + outputs).length / (columns + outputs);
    case 'program.rounds':
      return program?.rounds;
    case 'separate':
      return separateOptimum(separate);
    case 'separate.neurons':
      return separate.length > 0
        ? separate.reduce((sum, { solver: own }) => sum + atomsOf(own, columns + 1).length / (columns + 1), 0)
        : Number.NaN;
    case 'left.above':
      if (!run || k === null || !solver || !(solver.lowerBound > 0)) return undefined;
      return Math.max(0, run.read('left', 'loss', k) / solver.lowerBound - 1);
    case 'left.accuracy':
    case 'right.accuracy': {
      const side = name.split('.')[0] as SideName;
      const state = run && k !== null ? run.iterate(side, k) : null;
      return state ? createNetworkReader(data).read(neuronsOf(state, side, info)).accuracy : undefined;
    }
    default:
      return undefined;
  }
}
