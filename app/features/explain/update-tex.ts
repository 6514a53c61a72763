import type { SideName } from '../../../engine/contract.ts';
import type { SideUpdate } from '../../../workers/protocol.ts';
import { texReadout } from '../../i18n/tex.ts';
import type { Notation, WeightsPart } from '../../session/explanation.ts';
import type { MarkName } from '../../session/picture/extra-marks.ts';

/** One update with its numbers in place of the symbols, which stand below; null where there are too many to be read. */
export function updateTex(
  side: SideName,
  { iterates, slopes }: Notation,
  /** Whose weights these are; null for those of the whole side. */
  part: Pick<WeightsPart, 'iterate' | 'index'> | null,
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
  const name = part?.iterate ?? iterates[side];
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
    const below = `{${slopes[side]}}${part?.index ?? ''}${batch ? '_{B_k}' : ''}`;
    return twoLines(`${from}-${times}\\,${column(move, slope, below)}`, to);
  }
  const moved = Array.from(next!, (value, j) => value - weights[j]!);
  return twoLines(`${from}+${column(moved, null, '\\text{@explain.tex.move}')}`, to);
}

/** Its digits would run out of a narrow drawer on one line. */
function twoLines(sum: string, result: string): string {
  return `\\begin{aligned}&${sum}\\\\ &\\quad=${result}\\end{aligned}`;
}

/** The update of a side with its numbers. */
export function sideTex(
  side: SideName,
  own: SideUpdate,
  notation: Notation,
  part: WeightsPart | null,
): string | null {
  // A velocity, a mean or a projection makes the move more than a gradient times the step.
  const isMoved = own.unprojected?.some((w, j) => w !== own.next?.[j]) ?? false;
  const plain = own.before === null && own.after === null && !isMoved;
  return updateTex(side, notation, part, {
    weights: own.weights,
    move: plain ? (own.asked?.gradient ?? own.gradient) : null,
    step: own.step,
    next: own.next,
    batch: own.asked?.rows != null,
  });
}
