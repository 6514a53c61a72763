import './matrix-words.en.ts';
import type { Panel } from '../../session/view.ts';
import { createMorePanel } from '../kit/more-panel.tsx';
import { sweepPanel } from '../kit/panel.tsx';
import type { ShuffleMark } from './shuffle-marks.ts';
import { createTally, describeTally } from './tally/drawing.ts';
import { TallyPlate } from './tally/TallyPlate.tsx';

const TALLY = sweepPanel({
  ...{ name: 'tally', Body: TallyPlate, aspect: 0.4 },
  ...{ create: () => createTally(null), tell: describeTally },
  title: (_, t) => t('shuffle.tally.label'),
});

/** Creates the third panel: a level's own picture, or the tally. `mark` is a highlight that only the first has. */
export const thirdPanel = (own: Panel, mark: ShuffleMark | null = null): Panel =>
  createMorePanel({
    entries: [own, TALLY],
    label: (t) => t('shuffle.more'),
    needs: ({ extra }) => (mark && extra?.highlight === mark ? own.name : null),
  });
