import './matrix-words.en.ts';
import { createMorePanel } from '../kit/more-panel.tsx';
import { sweepPanel } from '../kit/panel.tsx';
import { COSTS } from './matrices/costs-panel.tsx';
import { createTally, describeTally } from './tally/drawing.ts';
import { TallyPlate } from './tally/TallyPlate.tsx';
import { LEVELS } from './triangle/levels-panel.tsx';

const TALLY = sweepPanel({
  ...{ name: 'tally', Body: TallyPlate, aspect: 0.4 },
  ...{ create: () => createTally(null), tell: describeTally },
  title: (_, t) => t('shuffle.tally.label'),
});

export const BESIDE_TRIANGLES = createMorePanel({
  entries: [LEVELS, TALLY],
  label: (t) => t('shuffle.more'),
  needs: ({ extra }) => (extra?.highlight === 'rests' ? 'levels' : null),
});
export const BESIDE_MATRICES = createMorePanel({
  entries: [COSTS, TALLY],
  label: (t) => t('shuffle.more'),
});
