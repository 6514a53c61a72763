import type { GameInfo } from '../../../engine/problems/gan/types.ts';
import { type SymbolWriter, symbolWriter } from '../kit/explain/told-sides.ts';

/** Names in `Shown.highlight`; of `left` and `right` a picture highlights its own. */
export type GameMark =
  /** Side's state: g of the network, (w, d) of the plane, (w1, w2) of two weights. */
  | 'left'
  | 'right'
  /** x. */
  | 'plant'
  /** (x, 0) of the plane. */
  | 'saddle'
  | 'columns'
  | 'discriminator'
  /** d* with the nearest point of the cone, if x is out of reach. */
  | 'certificate'
  /** Floor on the mse curve. */
  | 'floor'
  | 'cloud'
  | 'ellipse';

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
    // For m = 1 d is an axis.
    ...(mean.length > 1 ? ['discriminator' as const] : []),
    'cloud',
    ...(hasFloor ? ['certificate' as const] : []),
    ...floor,
  ];
}

export type WriteSymbol = SymbolWriter<GameMark>;

export const symbolsOf = (info: GameInfo) => symbolWriter(gameMarks(info));
