import type { SideName } from '../../../engine/contract.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Look } from '../../pictures/extra-marks.ts';
import { drawOutputs } from '../../pictures/output-plot.ts';
import {
  drawFit,
  drawResidualLegend,
  drawResidualMap,
  residualExtent,
} from '../../pictures/residual-plot.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import type { AppState, NetworkState } from '../../session/store.ts';
import type { Size } from '../../ui/Drawing.tsx';
import { networkName } from './network-names.ts';
import { heldStep, neuronsAt } from './network-pictures.ts';

/** What both networks say: of the page, of figures, of films. */

/** Curves over one feature, two maps of the residual over two, outputs against labels over more. */
export function outputKind({ opened }: AppState): 'line' | 'plane' | 'fit' {
  if (opened?.network?.columns !== 2 || opened.samples.features.length === 0) return 'fit';
  return opened.samples.hasOnes ? 'line' : 'plane';
}

/** Both outputs over one feature. */
export function outputCurves(
  snapshot: Snapshot,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
): DisplayList {
  const state = snapshot.store.getState();
  const {
    opened,
    network: { reading, xs },
  } = state;
  if (!opened?.network || !xs || !reading) return [];
  const { features, labels, names, labelName } = opened.samples;
  const points: number[] = [];
  for (let i = 0; i < labels.length; i++) points.push(features[2 * i]!, labels[i]!);
  const curve = (values: ArrayLike<number> | null, label: string, kinks: number[] = []) =>
    values && { values, label, kinks };
  return drawOutputs({
    width,
    height,
    scale,
    palette,
    points,
    axes: { x: names[0] ?? t('axis.x'), y: names.length > 0 ? labelName : t('axis.y') },
    xs,
    teacher: curve(reading.teacherOutputs, t('side.teacher')),
    left: curve(reading.left.outputs, networkName(state, 'left', t)),
    right: curve(
      reading.right.outputs,
      networkName(state, 'right', t),
      kinksOf(neuronsAt(snapshot, 'right')),
    ),
  });
}

/** Where the neurons of a network over rows (x, 1) switch. */
function kinksOf(network: Float64Array): number[] {
  const m = Math.floor(network.length / 3);
  const kinks: number[] = [];
  for (let j = 0; j < m; j++)
    if (network[2 * m + j] !== 0 && network[2 * j] !== 0) kinks.push(-network[2 * j + 1]! / network[2 * j]!);
  return kinks;
}

/** Network less label at each sample, for a side. */
function errorsOf({ reading }: NetworkState, side: SideName): Float64Array {
  return (reading?.[side].residual ?? new Float64Array()).map((value) => -value);
}

/** The size of a full colour, the same on both maps. */
function extentOf(known: NetworkState): number {
  const { left, right } = known.reading ?? {};
  const fields = [left?.map, right?.map, left?.residual, right?.residual];
  return residualExtent(fields.filter((field) => field != null));
}

/** What a residual map is of: a side, and the step where descent is held because it diverged. */
export function residualTitle(snapshot: Snapshot, side: SideName, t: Translate): string {
  const name = networkName(snapshot.store.getState(), side, t);
  const held = heldStep(snapshot);
  return side === 'left' && held !== null ? t('network.atStep', { name, k: held }) : name;
}

/** How far a side is off over two features. */
export function residualMap(
  snapshot: Snapshot,
  side: SideName,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
): DisplayList {
  const { opened, network: known } = snapshot.store.getState();
  const { reading, mapView } = known;
  if (!opened || !reading || !mapView) return [];
  const { map } = reading[side];
  const { names, features } = opened.samples;
  const cells = map ? Math.round(Math.sqrt(map.length)) : 0;
  return drawResidualMap({
    width,
    height,
    scale,
    palette,
    axes: { x: names[0] ?? t('axis.a1'), y: names[1] ?? t('axis.a2') },
    points: features,
    residuals: errorsOf(known, side),
    map: map && { view: mapView, columns: cells, rows: cells, values: map },
    extent: extentOf(known),
  });
}

/** Outputs of both sides against the labels. */
export function fitDrawing(
  snapshot: Snapshot,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
): DisplayList {
  const state = snapshot.store.getState();
  const { opened, network: known } = state;
  const { reading } = known;
  if (!opened || !reading) return [];
  const labels = reading.labels;
  const outputs = (side: SideName) => errorsOf(known, side).map((error, i) => labels[i]! + error);
  const side = (name: SideName) => ({ outputs: outputs(name), label: networkName(state, name, t) });
  return drawFit({
    width,
    height,
    scale,
    palette,
    axes: { x: t('network.label'), y: t('network.output.short') },
    labels,
    left: side('left'),
    right: side('right'),
  });
}

/** The colours of both residual maps. */
export function residualLegend(
  snapshot: Snapshot,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
): DisplayList {
  const { network } = snapshot.store.getState();
  return drawResidualLegend({
    width,
    height,
    scale,
    palette,
    extent: extentOf(network),
    title: t(network.reading?.left.map != null ? 'network.residual' : 'network.residualData'),
    low: t('network.low'),
    high: t('network.high'),
  });
}
