import type { SideName } from '../../../engine/contract.ts';
import type { Update } from '../../../workers/protocol.ts';
import {
  type Cell,
  type Cells,
  countCell,
  type Explanation,
  numberCell,
  vectorCell,
} from '../../session/explanation.ts';

export interface Row extends Readonly<Record<SideName, Cell>> {
  readonly name: string;
}

/** What the numbers are of: weights that descent moves scaled, and a part of the weights alone. */
interface StepKind {
  readonly scaled: boolean;
  readonly isPart: boolean;
}

/** The numbers of every update. A problem adds its own after the gradient and at the end. */
function cellsOf(
  told: Update,
  side: SideName,
  { terms, results }: Explanation,
  { scaled, isPart }: StepKind,
): Cells {
  const own = told[side];
  const { asked, before, after, original } = own ?? {};
  return {
    k: countCell(own?.k),
    weights: vectorCell(original?.weights),
    weightsScaled: scaled ? vectorCell(own?.weights) : null,
    ...terms?.(told, side),
    gradient: vectorCell(own?.gradient),
    // The gradient may be told of a part, its length of all.
    gradientNorm: isPart ? null : numberCell(own?.gradientNorm),
    gradientNormAll: isPart ? numberCell(own?.gradientNorm) : null,
    batch: asked?.rows ? { kind: 'rows', value: Array.from(asked.rows, (row) => row + 1) } : null,
    batchGradient: asked?.rows ? vectorCell(asked.gradient) : null,
    ahead: asked && !asked.rows ? vectorCell(asked.gradient) : null,
    velocity: vectorCell(before?.velocity),
    velocityAfter: vectorCell(after?.velocity),
    mean: vectorCell(after?.means?.first),
    square: vectorCell(after?.means?.second),
    eta: numberCell(own?.step),
    nextScaled: scaled ? vectorCell(own?.next) : null,
    next: own && (vectorCell(original?.next) ?? { kind: 'diverges' }),
    before: numberCell(own?.loss),
    after: numberCell(own?.nextLoss),
    ...results?.(told, side),
    pull: numberCell(own?.pull),
  };
}

/** The rows that at least one side has something for, in the order of an update. */
export function stepRows(told: Update, explanation: Explanation, kind: StepKind): Row[] {
  const left = cellsOf(told, 'left', explanation, kind);
  const right = cellsOf(told, 'right', explanation, kind);
  return Object.keys({ ...left, ...right })
    .map((name) => ({ name, left: left[name] ?? null, right: right[name] ?? null }))
    .filter((row) => row.left || row.right);
}
