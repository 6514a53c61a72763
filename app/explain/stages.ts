import type { Update } from '../../workers/protocol.ts';

/** The stages of one update, in their order. */
export type Stage = 'forward' | 'residuals' | 'off' | 'gradient' | 'step';

const OF_SAMPLES: readonly Stage[] = ['forward', 'residuals', 'off'];
const OF_WEIGHTS: readonly Stage[] = ['gradient', 'step'];

/** The stages that there are: none of samples where there are infinitely many, or the loss is of another kind. */
export function stagesOf({ told }: Pick<Update, 'told'>): readonly Stage[] {
  return told ? [...OF_SAMPLES, ...OF_WEIGHTS] : OF_WEIGHTS;
}
