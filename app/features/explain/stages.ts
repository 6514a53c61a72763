import type { SideName } from '../../../engine/contract.ts';
import type { Update } from '../../../workers/protocol.ts';
import type { Stage } from '../../session/extra-marks.ts';

const OF_SAMPLES: readonly Stage[] = ['forward', 'residuals', 'off'];
const OF_WEIGHTS: readonly Stage[] = ['gradient', 'step'];

/** The stages that there are: none of samples where there are infinitely many. */
export function stagesOf({ told }: Pick<Update, 'told'>): readonly Stage[] {
  return told ? [...OF_SAMPLES, ...OF_WEIGHTS] : OF_WEIGHTS;
}

/** What a side does in its stages: it decides its words and its table. A solved side and a lifted one have other ones. */
export type SideKind = 'neuron' | 'network' | 'relaxed' | 'lifted' | 'exact' | 'hinges' | 'sampled';

/** Null where the side has nothing to tell at the step. */
export function kindOf(update: Update, side: SideName): SideKind | null {
  if (side === 'right' && update.round) return update.round.program;
  const own = update[side];
  if (!own) return null;
  if (own.lift) return 'lifted';
  if (!own.network) return 'neuron';
  return own.network.charge ? 'relaxed' : 'network';
}
