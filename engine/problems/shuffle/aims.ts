import type { Aim } from '../../contract.ts';
import type { ShuffleInfo } from './types.ts';

/** Cost of a run's rounded end above the best; null beyond n = 8. */
export function aimOf({ best }: Pick<ShuffleInfo, 'best'>): Aim | null {
  return best && { name: 'missed', series: 'missed', measure: () => Number.NaN };
}
