import './matrix-words.en.ts';
import type { Panel } from '../../session/view.ts';
import { createMorePanel } from '../kit/more-panel.tsx';
import { GRAPHS } from './graphs/panel.ts';
import type { ShuffleMark } from './shuffle-marks.ts';
import { TALLY_PANEL } from './tally/panel.tsx';

/**
 * Creates the third panel: a level's own picture, the two graphs if they can be read, or the tally. `mark` is a highlight that only the
 * first has. A lecture begins with the graphs, which its words speak of.
 */
export const thirdPanel = (own: Panel, hasGraphs: boolean, mark: ShuffleMark | null = null): Panel =>
  createMorePanel({
    entries: [own, ...(hasGraphs ? [GRAPHS] : []), TALLY_PANEL],
    label: (t) => t('shuffle.more'),
    preferred: ({ lecture }) => (hasGraphs && lecture ? GRAPHS.name : null),
    needs: ({ extra }) => (mark && extra?.highlight === mark ? own.name : null),
  });
