import './more-words.en.ts';
import './image.css';
import type { ImageInfo, TwoStartsReading } from '../../../../engine/problems/denoiser/types.ts';
import { say } from '../../kit/say.ts';
import { type Swept, sweepPanel } from '../../kit/sweep/sweep-panel.tsx';
import { imageOf } from '../denoiser-info.ts';
import { KNOWN_STARTS, ROUNDS, shownStarts } from './starts-drawing.ts';

interface StartsState {
  readonly info: ImageInfo | null;
  readonly known: Swept<TwoStartsReading> | null;
}

export const STARTS = sweepPanel<TwoStartsReading, StartsState>({
  ...{ name: 'starts', testId: 'two-starts', reading: 'two-starts', known: KNOWN_STARTS },
  title: (_, t) => t('image.starts.title'),
  ask: () => ({ rounds: ROUNDS }),
  select: (state) => ({ info: imageOf(state), known: KNOWN_STARTS.of(state) }),
  show: ({ info, known }, t) => info && shownStarts(info, known?.told ?? null, t),
  word: (t, name, facts) => say(t, `image.starts.${name}`, facts),
});
