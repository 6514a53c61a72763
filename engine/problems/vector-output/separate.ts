import { type Counted, countRounds } from '../../program/solver.ts';
import type { Search } from '../../search.ts';
import type { OutputsInstance } from './instance.ts';
import { createSolverOf } from './program/output-program.ts';

/** Creates each output's program alone, with the same n and beta; none without exact programs. */
export function separatePrograms({ data, info }: OutputsInstance): Counted[] {
  if (info.program !== 'exact') return [];
  const { labels, outputs, samples } = data;
  return Array.from({ length: outputs }, (_, k) => {
    const own = Float64Array.from({ length: samples }, (_, i) => labels[i * outputs + k]!);
    const alone = { ...data, labels: own, outputs: 1, classes: null };
    return countRounds(createSolverOf({ kind: 'exact', solver: 'newton' }, alone, info.beta)());
  });
}

/** Sums the optima; NaN without programs. */
export const separateOptimum = (programs: readonly Counted[]): number =>
  programs.length > 0 ? programs.reduce((sum, { solver }) => sum + solver.objective, 0) : Number.NaN;

/** Searches the lowest F of one network for each output, in all. */
export function searchSeparate(instance: OutputsInstance): Search<number> {
  const programs = separatePrograms(instance);
  return { step: () => programs.some((each) => each.step()), found: () => separateOptimum(programs) };
}
