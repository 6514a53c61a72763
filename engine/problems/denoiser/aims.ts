import type { Aim } from '../../contract.ts';
import type { DenoiserValues } from './card.ts';

/** Gives two pixels the aim of one start, as they draw nothing at random. */
export function aimOf({ level, measure }: Pick<DenoiserValues, 'level' | 'measure'>): Aim {
  const measured = { measure: () => Number.NaN };
  if (level === 'pixels') return { name: 'onestart', series: 'step', ...measured };
  return measure === 'error'
    ? { name: 'error', series: 'error', ...measured }
    : { name: 'rest', series: 'step', ...measured };
}
