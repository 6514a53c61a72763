import type { SideName } from '../../engine/contract.ts';
import type { OpenedRun } from './store.ts';

/** Whether an optimizer moves a side; otherwise it moves by itself, in rounds that may take a second each. */
export function descends({ network }: OpenedRun, side: SideName): boolean {
  return side === 'left' || !network?.solved;
}
