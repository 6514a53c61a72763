import { formatFixed, formatPercent } from './format.ts';

/** A share to a tenth of a hundredth: intervals are narrow. */
export function percent(share: number): string {
  return formatPercent(formatFixed(100 * share, 1));
}
