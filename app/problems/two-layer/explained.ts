import type { SideName } from '../../../engine/contract.ts';
import { chartRect, mapRect } from '../../charts/chart-axes.ts';
import type { DisplayList, Mark } from '../../charts/display-list.ts';
import { createPlane, type Rect } from '../../charts/geometry.ts';
import { circleIn } from '../../pictures/circle-geometry.ts';
import { type CircleInput, unitOf } from '../../pictures/circle-plot.ts';
import type { Look } from '../../pictures/extra-marks.ts';
import { landscapeRect } from '../../pictures/landscape-frame.ts';
import { outputWindow } from '../../pictures/output-plot.ts';
import { residualView } from '../../pictures/residual-plot.ts';
import type { AppState } from '../../session/store.ts';
import type { Size } from '../../ui/Drawing.tsx';

/** What the explanation lays over the pictures of two layers while it is open: of the page alone, not of figures. */

function clipped(rect: Rect, marks: readonly Mark[]): DisplayList {
  return marks.length > 0 ? [{ kind: 'clip', rect, marks }] : [];
}

export function overNeuron({ extra, network }: AppState, { width, height }: Size, look: Look): DisplayList {
  if (!extra || !network.grid) return [];
  const rect = landscapeRect(width, height, look.scale);
  return clipped(rect, extra.onMap('left', createPlane(network.grid.view, rect), look));
}

export function overCircle({ extra }: AppState, input: CircleInput, look: Look): DisplayList {
  const { width, height } = input;
  const circle = circleIn(width, height, look.scale);
  return extra?.onCircle({ ...input, circle, unit: unitOf(input) }, look) ?? [];
}

export function overOutputs({ extra, opened }: AppState, { width, height }: Size, look: Look): DisplayList {
  if (!extra || !opened) return [];
  const { features, labels } = opened.samples;
  const points = Array.from(labels, (y, i) => [features[2 * i]!, y]).flat();
  const view = outputWindow(points);
  const rect = chartRect(width, height, look.scale, view);
  return clipped(rect, extra.onData('scatter', createPlane(view, rect), look));
}

export function overResiduals(
  { extra, opened, network }: AppState,
  side: SideName,
  { width, height }: Size,
  { scale, palette }: Look,
): DisplayList {
  if (!extra || !opened) return [];
  const rect = mapRect(width, height, scale);
  const plane = createPlane(residualView(opened.samples.features, width, height, scale), rect);
  // A map's ground is light in every theme.
  const { mapPaper: paper, mapLeft: leftPath, mapRight: rightPath } = palette;
  const onMap = network.reading?.[side].map ? { ...palette, paper, leftPath, rightPath } : palette;
  return clipped(rect, extra.onData('planar', plane, { scale, palette: onMap }, side));
}
