import './matrix-words.en.ts';
import type { Panel } from '../../session/view.ts';
import { createMorePanel } from '../more-panel.tsx';
import { COSTS } from './costs-panel.tsx';
import { LEVELS } from './levels-panel.tsx';
import { TallyPlate } from './TallyPlate.tsx';
import { createTally, describeTally } from './tally-drawing.ts';

const noneRead = () => createTally(null);

/** Many starts of both sides. */
const TALLY: Panel = {
  name: 'tally',
  side: null,
  title: (_, t) => t('shuffle.tally.label'),
  Body: TallyPlate,
  picture: {
    aspect: 0.4,
    draw: (kit, snapshot, size) => kit.draw(noneRead, snapshot, size),
    tell: () => [describeTally],
  },
};

/** What can be had beside both triangles, and beside both matrices. */
export const BESIDE_TRIANGLES = createMorePanel({
  entries: [LEVELS, TALLY],
  label: (t) => t('shuffle.more'),
  needs: ({ extra }) => (extra?.highlight === 'rests' ? 'levels' : null),
});
export const BESIDE_MATRICES = createMorePanel({
  entries: [COSTS, TALLY],
  label: (t) => t('shuffle.more'),
});
