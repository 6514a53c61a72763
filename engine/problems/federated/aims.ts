import type { Aim } from '../../contract.ts';
import type { FedValues } from './card.ts';

/** Measures ||t - t*|| on the plane; else each side's loss, or ||u_net - u_lin||. */
export function aimOf({ level, measure }: Pick<FedValues, 'level' | 'measure'>): Aim {
  if (level === 'plane') return { name: 'best', measure: (_, distance) => distance };
  const loss: Aim = { name: 'loss', measure: (_, __, loss) => loss };
  return measure === 'loss' ? loss : { ...loss, name: 'between', between: 'gap' };
}
