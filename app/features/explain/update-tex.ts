import type { SideName } from '../../../engine/contract.ts';
import type { MarkName } from '../../session/extra-marks.ts';
import { iteratesOf, symbolTex, texReadout } from './symbols.ts';

/** One update with its numbers in place of the symbols, which stand below; null where there are too many to be read. */
export function updateTex(
  side: SideName,
  problem: string,
  blended: boolean,
  /** Of a network: the number of the neuron whose weights these are. */
  neuron: number | null,
  {
    weights,
    move,
    step,
    next,
    batch = false,
  }: {
    readonly weights: ArrayLike<number>;
    /** What is multiplied with the step; null where the rule is more than that. */
    readonly move: ArrayLike<number> | null;
    readonly step: number;
    readonly next: ArrayLike<number> | null;
    /** Whether the move is the gradient of a batch alone. */
    readonly batch?: boolean;
  },
): string | null {
  if (weights.length > 3 || (!move && !next)) return null;
  const name =
    neuron === null ? iteratesOf(problem)[side] : (k: string) => `(w,\\alpha)_{${k}}^{(${neuron})}`;
  const column = (numbers: ArrayLike<number>, mark: MarkName | null, below: string) => {
    const rows = Array.from(numbers, texReadout).join('\\\\');
    const named = `\\underbrace{\\begin{pmatrix}${rows}\\end{pmatrix}}_{${below}}`;
    return mark ? `\\htmlClass{symbol column ${mark}}{\\htmlData{mark=${mark}}{${named}}}` : named;
  };
  const from = column(weights, side, name('k'));
  const to = next ? column(next, side, name('k+1')) : '\\text{–}';
  if (move) {
    const slope: MarkName = `slope-${side}`;
    const times = `\\underbrace{${texReadout(step)}}_{\\eta}`;
    const of = `${neuron === null ? '' : `^{(${neuron})}`}${batch ? '_{B_k}' : ''}`;
    const below = `{${symbolTex(slope, problem, blended)!}}${of}`;
    return twoLines(`${from}-${times}\\,${column(move, slope, below)}`, to);
  }
  const moved = Array.from(next!, (value, j) => value - weights[j]!);
  return twoLines(`${from}+${column(moved, null, '\\text{@explain.tex.move}')}`, to);
}

/** Its digits would run out of a narrow drawer on one line. */
function twoLines(sum: string, result: string): string {
  return `\\begin{aligned}&${sum}\\\\ &\\quad=${result}\\end{aligned}`;
}
