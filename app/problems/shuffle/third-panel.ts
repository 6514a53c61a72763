import './matrix-words.en.ts';
import type { Panel } from '../../session/view.ts';
import { createMorePanel } from '../kit/more-panel.tsx';
import type { ShuffleMark } from './shuffle-marks.ts';
import { TALLY_PANEL } from './tally/panel.tsx';

/** Creates the third panel: a level's own picture, or the tally. `mark` is a highlight that only the first has. */
export const thirdPanel = (own: Panel, mark: ShuffleMark | null = null): Panel =>
  createMorePanel({
    entries: [own, TALLY_PANEL],
    label: (t) => t('shuffle.more'),
    needs: ({ extra }) => (mark && extra?.highlight === mark ? own.name : null),
  });
