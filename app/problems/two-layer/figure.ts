import type { DisplayList, Mark } from '../../charts/display-list.ts';
import { axisText } from '../../charts/frame.ts';
import type { Size } from '../../charts/geometry.ts';
import { describeCurve } from '../../pictures/curve/describe-curve.ts';
import { noteMarks, signMarks } from '../../pictures/kit.ts';
import type { FigureView, PanelPicture, PictureKit } from '../../session/picture/figure-view.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { AppState } from '../../session/store.ts';
import { drawGap } from '../kit/gap/gap-drawing.ts';
import { heldStep } from '../kit/pictured.ts';
import { createCircle } from './circle/drawing.ts';
import { CURVES } from './curves.ts';
import * as tell from './describe-network.ts';
import { withinFacts } from './network-facts.ts';
import { networkOf } from './network-info.ts';
import { createNeuronGround, createNeuronLegend, createNeuronRun } from './neuron/drawing.ts';
import {
  createFit,
  createOutputCurves,
  createResidualLegend,
  createResidualMap,
  outputKind,
  residualTitle,
} from './output/drawing.ts';

/** Width at scale 1 below which two residual maps and legend do not fit. */
const RESIDUALS = 300;

const isPlanar = ({ opened }: AppState) => networkOf(opened)?.columns === 2;

const RESIDUAL_MAPS = { left: () => createResidualMap('left'), right: () => createResidualMap('right') };
const [OBJECTIVE, EXCESS] = CURVES;

function neuron(kit: PictureKit, snapshot: Snapshot, size: Size): DisplayList {
  const ground = kit.draw(createNeuronGround, snapshot, size);
  return [...ground, ...kit.draw(createNeuronRun, snapshot, size), ...heldMarks(kit, snapshot, size)];
}

function heldMarks({ drawStyle, t }: PictureKit, snapshot: Snapshot, size: Size): Mark[] {
  const held = heldStep(snapshot);
  return held === null ? [] : noteMarks(t('network.held', { k: held }), size, drawStyle);
}

const left: PanelPicture = { aspect: 1, narrow: () => 0.62, draw: neuron, tell: () => [tell.neuron] };

const right: PanelPicture = {
  aspect: 1,
  narrow: () => 0.78,
  draw: (kit, snapshot, size) => kit.draw(createCircle, snapshot, size),
  tell: () => [tell.circle],
};

const OUTPUTS = {
  line: [tell.outputs],
  plane: [tell.leftResidual, tell.rightResidual],
  fit: [tell.fit],
} as const;

const output: PanelPicture = {
  aspect: 1.05,
  narrow: () => 0.62,
  least: (state) => (outputKind(state) === 'plane' ? RESIDUALS : 0),
  draw(kit, snapshot, size) {
    const kind = outputKind(snapshot.store.getState());
    if (kind === 'plane') return residuals(kit, snapshot, size);
    const list =
      kind === 'line' ? kit.draw(createOutputCurves, snapshot, size) : kit.draw(createFit, snapshot, size);
    return [...list, ...heldMarks(kit, snapshot, size)];
  },
  tell: (state) => OUTPUTS[outputKind(state)],
};

/** Draws both residual maps with legend; the fit below, or at the right in wide figures. */
function residuals(kit: PictureKit, snapshot: Snapshot, { width, height }: Size): DisplayList {
  const { drawStyle, t } = kit;
  const { scale } = drawStyle;
  const gap = 8 * scale;
  const title = 18 * scale;
  const legend = 34 * scale;
  const wide = width > 1.8 * height;
  const maps = wide ? (2 * (width - 2 * gap)) / 3 + gap : width;
  const half = (maps - gap) / 2;
  const room = height - title - legend - gap;
  const map = wide || width > 1.3 * height ? room : Math.min(half, (room - gap) * 0.55);
  const sides = (['left', 'right'] as const).flatMap((side, i): Mark[] => [
    {
      kind: 'group',
      x: i * (half + gap),
      y: 0,
      marks: [
        ...signMarks(side, 4.5 * scale, 0.5 * title, 9 * scale, drawStyle),
        axisText(drawStyle, residualTitle(snapshot, side, t), 14 * scale, 0.5 * title, 'start', {
          strong: true,
        }),
      ],
    },
    {
      kind: 'group',
      x: i * (half + gap),
      y: title,
      marks: kit.draw(RESIDUAL_MAPS[side], snapshot, { width: half, height: map }),
    },
  ]);
  const colours: Mark = {
    kind: 'group',
    x: 0,
    y: title + map + gap,
    marks: kit.draw(createResidualLegend, snapshot, { width: maps, height: legend }),
  };
  const fit = wide
    ? { x: maps + 2 * gap, y: title, width: width - maps - 2 * gap, height: room }
    : { x: 0, y: title + map + legend + 2 * gap, width, height: height - title - map - legend - 2 * gap };
  if (fit.height < 60 * scale) return [...sides, colours];
  return [
    ...sides,
    colours,
    { kind: 'group', x: fit.x, y: fit.y, marks: kit.draw(createFit, snapshot, fit) },
  ];
}
export const NETWORK_FIGURE: FigureView = {
  panels: { left, right, output },
  alone: [
    {
      name: 'objective',
      title: (t) => t('network.objective'),
      aspect: 0.5,
      draw: (kit, snapshot, size) => kit.draw(OBJECTIVE.createPicture, snapshot, size),
      tell: () => [describeCurve(OBJECTIVE)],
    },
    {
      name: 'gap',
      title: (t) => t('network.gap'),
      aspect: 0.85,
      draw(kit, snapshot, { width, height }) {
        const { drawStyle, t } = kit;
        const meter = Math.min(130 * drawStyle.scale, 0.45 * height);
        return [
          ...kit.draw(EXCESS.createPicture, snapshot, { width, height: height - meter }),
          {
            kind: 'group',
            x: 0,
            y: height - meter,
            marks: drawGap(withinFacts, snapshot, { width, height: meter }, drawStyle, t),
            name: 'meter',
          },
        ];
      },
      tell: () => [describeCurve(EXCESS)],
    },
  ],
  legendsIn: 'panel',
  legends: (state, part) => (part === 'left' && isPlanar(state) ? ['left'] : []),
  drawLegend: (kit, snapshot, _, size) => kit.draw(createNeuronLegend, snapshot, size),
  drawMeter: ({ drawStyle, t }, snapshot, size) => drawGap(withinFacts, snapshot, size, drawStyle, t),
};
