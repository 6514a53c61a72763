import type { SideName } from '../../../engine/contract.ts';
import type { SideUpdate } from '../../../workers/protocol.ts';
import { texReadout } from '../../i18n/tex.ts';
import type { Notation, WeightsPart } from '../../session/explanation.ts';
import type { MarkName } from '../../session/picture/extra-marks.ts';

/** Returns one update with numbers over its symbols; null if too long. */
export function updateTex(
  side: SideName,
  { iterates, slopes }: Notation,
  /** Part of the weights; null for all. */
  part: Pick<WeightsPart, 'iterate' | 'index'> | null,
  {
    weights,
    move,
    step,
    next,
    batch = false,
  }: {
    readonly weights: ArrayLike<number>;
    /** Factor of the step; null if the rule is more than a product. */
    readonly move: ArrayLike<number> | null;
    readonly step: number;
    readonly next: ArrayLike<number> | null;
    /** True if the move is a batch's gradient. */
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

function twoLines(sum: string, result: string): string {
  return `\\begin{aligned}&${sum}\\\\ &\\quad=${result}\\end{aligned}`;
}

export function sideTex(
  side: SideName,
  own: SideUpdate,
  notation: Notation,
  part: WeightsPart | null,
): string | null {
  // With velocity, mean or projection the move is not step times gradient.
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
