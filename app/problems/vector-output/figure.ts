import type { FigureView } from '../../session/picture/figure-view.ts';
import { curvesFigure } from '../kit/curve/curves-figure.ts';
import { drawGap } from '../kit/gap/gap-drawing.ts';
import { CURVES } from './curves.ts';
import { gapOf } from './outputs-facts.ts';

const TITLES = { objective: 'network.objective', excess: 'network.gap', sigmas: 'outputs.sigmas' } as const;

const { alone = [], ...figure } = curvesFigure(CURVES, (name, t) => t(TITLES[name as keyof typeof TITLES]));

export const OUTPUTS_FIGURE: FigureView = {
  ...figure,
  // Its exported name is `gap`.
  alone: alone.map((part) => (part.name === 'excess' ? { ...part, name: 'gap' } : part)),
  drawMeter: ({ drawStyle, t }, snapshot, size) => drawGap(gapOf, snapshot, size, drawStyle, t),
};
