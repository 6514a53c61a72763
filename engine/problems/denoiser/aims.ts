import type { Aim } from '../../contract.ts';
import type { DenoiserValues } from './card.ts';

/** What runs are measured by at their end: an image by ||x - truth||/||truth|| or by its last step, two pixels, of which nothing is drawn, by the step. */
export function aimOf({ level, measure }: Pick<DenoiserValues, 'level' | 'measure'>): Aim {
  const measured = { measure: () => Number.NaN };
  if (level === 'pixels') return { name: 'onestart', series: 'step', ...measured };
  return measure === 'error'
    ? { name: 'error', series: 'error', ...measured }
    : { name: 'rest', series: 'step', ...measured };
}
