import type { SideName } from '../../../../engine/contract.ts';
import type { Update } from '../../../../workers/protocol.ts';

/** Returns a side's round; null if the run has ended. */
export const roundOf = <Round>(update: Update<object, Round> | null, side: SideName): Round | null =>
  (side === 'left' ? update?.leftRound : update?.round) ?? null;
