import type { SideName } from '../../../engine/contract.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Size } from '../../charts/geometry.ts';
import { describeCurve } from '../../pictures/curve/describe-curve.ts';
import type { FigureView, LonePart, PanelPicture, PictureKit } from '../../session/picture/figure-view.ts';
import type { Describe, Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { AppState } from '../../session/store.ts';
import type { Curve } from '../../session/view.ts';
import { drawGap } from '../kit/gap-drawing.ts';
import { createCircle } from './circle/drawing.ts';
import { CURVES } from './curves.ts';
import * as tell from './describe-outputs.ts';
import { createLines } from './lines/lines-drawing.ts';
import { createRegions } from './lines/regions-drawing.ts';
import { createOutputFit, createPolygons, createValues } from './output-drawings.ts';
import { gapOf } from './outputs-facts.ts';
import { hasLines, isPlanar, outputsOf, pictureKind } from './outputs-info.ts';

interface Drawn {
  readonly create: () => Picture<never>;
  readonly tell: Describe;
}

const drawn = <Input extends object>(create: () => Picture<Input>, told: Describe): Drawn => ({
  create: create as unknown as Drawn['create'],
  tell: told,
});

const sided = (create: (side: SideName) => Drawn) => ({ left: create('left'), right: create('right') });

const CIRCLE = drawn(() => createCircle(), tell.circle);
const LINES = drawn(() => createLines(), tell.lines);
const BOTH = drawn(() => createValues('both'), tell.values('both'));
const POLYGON = drawn(createPolygons, tell.polygon);
const REGIONS = sided((side) => drawn(() => createRegions(side), tell.regions(side)));
const VALUES = sided((side) => drawn(() => createValues(side), tell.values(side)));
const FIT = sided((side) => drawn(() => createOutputFit(side), tell.fit(side)));

function pictureOf({ opened }: AppState, panel: 'left' | 'right' | 'more'): Drawn {
  const info = outputsOf(opened);
  const kind = info ? pictureKind(info) : 'fit';
  if (panel === 'more') {
    if (info && kind !== 'polygon' && isPlanar(info)) return CIRCLE;
    return info && hasLines(info) ? LINES : BOTH;
  }
  if (kind === 'polygon') return panel === 'left' ? POLYGON : CIRCLE;
  return { regions: REGIONS, values: VALUES, fit: FIT }[kind][panel];
}

const panel = (name: 'left' | 'right' | 'more', narrow: number): PanelPicture => ({
  aspect: 1,
  narrow: () => narrow,
  draw: (kit: PictureKit, snapshot: Snapshot, size: Size): DisplayList =>
    kit.draw(pictureOf(snapshot.store.getState(), name).create, snapshot, size),
  tell: (state) => [pictureOf(state, name).tell],
});

const alone = (name: keyof typeof TITLES, curve: Curve): LonePart => ({
  name,
  title: (t) => t(TITLES[name]),
  aspect: 0.5,
  draw: (kit, snapshot, size) => kit.draw(curve.createPicture, snapshot, size),
  tell: () => [describeCurve(curve)],
});

const TITLES = { objective: 'network.objective', gap: 'network.gap', sigmas: 'outputs.sigmas' } as const;

export const OUTPUTS_FIGURE: FigureView = {
  panels: { left: panel('left', 0.8), right: panel('right', 0.8), more: panel('more', 0.8) },
  alone: [alone('objective', CURVES[0]), alone('gap', CURVES[1]), alone('sigmas', CURVES[2])],
  legendsIn: 'panel',
  legends: () => [],
  drawLegend: () => [],
  drawMeter: ({ drawStyle, t }, snapshot, size) => drawGap(gapOf, snapshot, size, drawStyle, t),
};
