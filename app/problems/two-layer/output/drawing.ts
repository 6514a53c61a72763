import type { SideName } from '../../../../engine/contract.ts';
import type { NetworkReading } from '../../../../engine/problems/two-layer/types.ts';
import { chartRect } from '../../../charts/chart-axes.ts';
import { mapRect } from '../../../charts/frame.ts';
import { createPlane } from '../../../charts/geometry.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { SideAt } from '../../../pictures/side-at.ts';
import { createPicture, type Picture } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { AppState } from '../../../session/store.ts';
import { drawFit } from '../../kit/fit-plot.ts';
import { heldStep, selectNetwork } from '../../kit/pictured.ts';
import { squareView } from '../../kit/square-view.ts';
import { NETWORKS, type NetworkState } from '../network-facts.ts';
import { networkOf } from '../network-info.ts';
import { networkName } from '../network-names.ts';
import { neuronsOf } from '../network-pictures.ts';
import { over } from '../over.ts';
import { drawOutputs, outputWindow } from './plot.ts';
import { drawResidualLegend, drawResidualMap, residualExtent } from './residual-plot.ts';

/** Pictures of both networks' outputs. */

/** Returns the picture's kind: curves over one feature, residual maps over two, outputs against labels over more. */
export function outputKind({ opened }: Pick<AppState, 'opened'>): 'line' | 'plane' | 'fit' {
  if (!opened || networkOf(opened)?.columns !== 2 || opened.samples.features.length === 0) return 'fit';
  return opened.samples.hasOnes ? 'line' : 'plane';
}

interface OutputState
  extends Pick<AppState, 'opened' | 'extra'>,
    Pick<NetworkState, 'reading' | 'xs' | 'mapView'> {
  readonly left: string;
  readonly right: string;
}

function selectOutput({ store }: Snapshot, t: Translate): OutputState {
  const state = store.getState();
  const { opened, extra } = state;
  const { reading = null, xs = null, mapView = null } = NETWORKS.latest(state, 'networks') ?? {};
  const [left, right] = [networkName(state, 'left', t), networkName(state, 'right', t)];
  return { opened, extra, reading, xs, mapView, left, right };
}

interface CurvesState extends OutputState {
  readonly program: SideAt;
  readonly descent: SideAt;
  /** True if the program has not begun. */
  readonly isUnsolved: boolean;
}

/** Draws both networks over one feature, or one of them with its hinges. */
export function createOutputCurves(of: SideName | 'both' = 'both'): Picture<CurvesState> {
  const [program, descent] = [selectNetwork('right'), selectNetwork('left')];
  return createPicture({
    select(snapshot, t) {
      const { opened, k } = snapshot.store.getState();
      const isUnsolved = k === 0 && (networkOf(opened)?.solved ?? false);
      const sides = { program: program(snapshot, t), descent: descent(snapshot, t) };
      return { ...selectOutput(snapshot, t), ...sides, isUnsolved };
    },
    draw({ opened, extra, reading, xs, left, right, program, descent, isUnsolved }, { size, drawStyle, t }) {
      if (!opened || !networkOf(opened) || !xs || !reading) return [];
      const { features, labels, names, labelName } = opened.samples;
      const points = Array.from(labels, (y, i) => [features[2 * i]!, y]).flat();
      const curve = (values: ArrayLike<number> | null, label: string, kinks: number[] = []) =>
        values && { values, label, kinks };
      const list = drawOutputs({
        ...size,
        ...drawStyle,
        points,
        axes: { x: names[0] ?? t('axis.x'), y: names.length > 0 ? labelName : t('axis.y') },
        xs,
        teacher: curve(reading.teacherOutputs, t('side.teacher')),
        left:
          of === 'right'
            ? null
            : curve(reading.left.outputs, left, of === 'left' ? kinksOf(neuronsOf(descent, opened)) : []),
        right:
          of === 'left'
            ? null
            : curve(
                reading.right.outputs,
                of === 'right' && isUnsolved ? t('network.unsolved') : right,
                kinksOf(neuronsOf(program, opened)),
              ),
      });
      const view = outputWindow(points);
      const rect = chartRect(size.width, size.height, drawStyle.scale, view);
      return [...list, ...over(rect, extra?.onData('scatter', createPlane(view, rect), drawStyle))];
    },
  });
}

/** Returns a network's hinges over rows (x, 1). */
function kinksOf(network: Float64Array): number[] {
  const m = Math.floor(network.length / 3);
  const kinks: number[] = [];
  for (let j = 0; j < m; j++)
    if (network[2 * m + j] !== 0 && network[2 * j] !== 0) kinks.push(-network[2 * j + 1]! / network[2 * j]!);
  return kinks;
}

/** Returns network minus label at each sample. */
function errorsOf(reading: NetworkReading, side: SideName): Float64Array {
  return (reading[side].residual ?? new Float64Array()).map((value) => -value);
}

/** Returns the full colour's size, the same on both maps. */
function extentOf(reading: NetworkReading | null): number {
  const { left, right } = reading ?? {};
  const fields = [left?.map, right?.map, left?.residual, right?.residual];
  return residualExtent(fields.filter((field) => field != null));
}

/** Returns a residual map's title: the side, and the step if descent has diverged. */
export function residualTitle(snapshot: Snapshot, side: SideName, t: Translate): string {
  const name = networkName(snapshot.store.getState(), side, t);
  const held = heldStep(snapshot);
  return side === 'left' && held !== null ? t('network.atStep', { name, k: held }) : name;
}

export function createResidualMap(side: SideName): Picture<OutputState> {
  return createPicture({
    select: selectOutput,
    draw({ opened, extra, reading, mapView }, { size, drawStyle, t }) {
      if (!opened || !reading || !mapView) return [];
      const { map } = reading[side];
      const { names, features } = opened.samples;
      const cells = map ? Math.round(Math.sqrt(map.length)) : 0;
      const list = drawResidualMap({
        ...size,
        ...drawStyle,
        axes: { x: names[0] ?? t('axis.a1'), y: names[1] ?? t('axis.a2') },
        points: features,
        residuals: errorsOf(reading, side),
        map: map && { view: mapView, columns: cells, rows: cells, values: map },
        extent: extentOf(reading),
      });
      const { width, height } = size;
      const { scale, palette } = drawStyle;
      const rect = mapRect(width, height, scale);
      const plane = createPlane(squareView(features, width, height, scale), rect);
      // Map ground is light in every theme.
      const { mapPaper: paper, mapLeft: leftPath, mapRight: rightPath } = palette;
      const onMap = map ? { ...palette, paper, leftPath, rightPath } : palette;
      return [...list, ...over(rect, extra?.onData('planar', plane, { scale, palette: onMap }, side))];
    },
  });
}

export function createFit(of: SideName | 'both' = 'both'): Picture<OutputState> {
  return createPicture({
    select: selectOutput,
    draw({ opened, reading, left, right }, { size, drawStyle, t }) {
      if (!opened || !reading) return [];
      const { labels } = reading;
      const side = (name: SideName, label: string) => ({
        outputs: errorsOf(reading, name).map((error, i) => labels[i]! + error),
        label,
      });
      return drawFit({
        ...size,
        ...drawStyle,
        axes: { x: t('network.label'), y: t('network.output.short') },
        labels,
        left: of === 'right' ? null : side('left', left),
        right: of === 'left' ? null : side('right', right),
      });
    },
  });
}

export function createResidualLegend(): Picture<Pick<NetworkState, 'reading'>> {
  return createPicture({
    select: ({ store }) => ({ reading: NETWORKS.latest(store.getState(), 'networks')?.reading ?? null }),
    draw: ({ reading }, { size, drawStyle, t }) =>
      drawResidualLegend({
        ...size,
        ...drawStyle,
        extent: extentOf(reading),
        title: t(reading?.left.map != null ? 'network.residual' : 'network.residualData'),
        low: t('network.low'),
        high: t('network.high'),
      }),
  });
}
