import type { GameInfo } from '../../../engine/problems/gan/types.ts';
import { symbol } from '../../i18n/tex.ts';

/**
 * What of the pictures the explanation points at, by the name that `Shown.highlight` has then; each picture lights up what it has, its side's
 * `left` or `right` alone.
 */
export type GameMark =
  /** Where a side stands: g of the network, (w, d) of the plane, (w1, w2) of two weights. */
  | 'left'
  | 'right'
  /** x: the star. */
  | 'plant'
  /** (x, 0) of the plane. */
  | 'saddle'
  /** The columns v_j with their cone. */
  | 'columns'
  /** d, as an arrow. */
  | 'discriminator'
  /** d*, its separating line and the nearest point of the cone; nothing where x can be reached. */
  | 'certificate'
  /** The floor on the curve of the mse. */
  | 'floor'
  /** What is generated, a dot for each noise sample. */
  | 'cloud'
  /** The closed orbit of the plane. */
  | 'ellipse';

/** The marks that the pictures of a game have. */
export function gameMarks({ level, mean, sides }: GameInfo): GameMark[] {
  const both = [sides.left, sides.right];
  if (level === 'plane') {
    const turns = both.some((side) => side.kind === 'plane' && side.ellipse);
    return ['left', 'right', 'saddle', ...(turns ? ['ellipse' as const] : [])];
  }
  const hasFloor = both.some((side) => side.kind !== 'plane' && !side.certificate.reachable);
  const floor: GameMark[] = hasFloor ? ['floor'] : [];
  if (level === 'two-weights') return ['left', 'right', ...floor];
  return [
    ...(['left', 'right', 'plant', 'columns'] as const),
    // Of one number d is an axis.
    ...(mean.length > 1 ? ['discriminator' as const] : []),
    'cloud',
    ...(hasFloor ? ['certificate' as const] : []),
    ...floor,
  ];
}

/** Writes the symbol of a mark: one that is pointed at where the pictures have it. */
export type WriteSymbol = (mark: GameMark, tex: string) => string;

export function symbolsOf(info: GameInfo): WriteSymbol {
  const marks = gameMarks(info);
  return (mark, tex) => (marks.includes(mark) ? symbol(mark, tex) : tex);
}
