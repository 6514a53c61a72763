import { useCallback, useMemo } from 'react';
import type { SideName } from '../../engine/contract.ts';
import type { DisplayList } from '../plot/display-list.ts';
import { drawOutputs } from '../plot/output-plot.ts';
import { drawFit, drawResidualLegend, drawResidualMap, residualExtent } from '../plot/residual-plot.ts';
import type { AppState, NetworkState } from '../state/store.ts';
import { Drawing, type Size } from '../views/Drawing.tsx';
import { useApp, useSession, useTranslate } from '../views/session-context.tsx';
import { useThemeContext } from '../views/theme-context.ts';
import { HeldNote } from './HeldNote.tsx';
import { heldStep, neuronsAt } from './network-pictures.ts';

const DESCRIBE = {
  outputs: async () => (await import('./describe-network.ts')).outputs,
  fit: async () => (await import('./describe-network.ts')).fit,
  left: async () => (await import('./describe-network.ts')).leftResidual,
  right: async () => (await import('./describe-network.ts')).rightResidual,
};

const watch = (state: AppState) => [state.opened, state.network];

/** What both networks say: curves over one feature, two maps of the residual over two, outputs against labels over more. */
export function OutputPanel() {
  const kind = useApp(({ opened }) => {
    if (!opened?.network) return 'fit';
    if (opened.network.columns !== 2 || opened.samples.features.length === 0) return 'fit';
    return opened.samples.hasOnes ? 'line' : 'plane';
  });
  if (kind === 'line') return <OutputCurves />;
  return kind === 'plane' ? (
    <div className="residuals">
      <ResidualMap side="left" />
      <ResidualMap side="right" />
      <Fit />
    </div>
  ) : (
    <Fit alone />
  );
}

function useAxes(): { readonly x: string; readonly y: string } {
  const t = useTranslate();
  const names = useApp(({ opened }) => opened?.samples.names);
  return useMemo(() => ({ x: names?.[0] ?? t('axis.a1'), y: names?.[1] ?? t('axis.a2') }), [names, t]);
}

function OutputCurves() {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const solved = useApp(({ opened }) => opened?.network?.solved ?? true);
  const draw = useCallback(
    ({ width, height }: Size): DisplayList => {
      const {
        opened,
        network: { reading, xs },
      } = session.store.getState();
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
        left: curve(reading.left.outputs, t('side.left.descent')),
        right: curve(
          reading.right.outputs,
          solved ? t('side.right.program') : t('side.right.short'),
          kinksOf(neuronsAt(session, 'right')),
        ),
      });
    },
    [session, palette, scale, t, solved],
  );
  return (
    <div className="plate">
      <Drawing draw={draw} watch={watch} label={t('aria.output')} describe={DESCRIBE.outputs} />
      <HeldNote />
    </div>
  );
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

function ResidualMap({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const axes = useAxes();
  const solved = useApp(({ opened }) => opened?.network?.solved ?? true);
  const name =
    side === 'left' ? t('side.left.descent') : solved ? t('side.right.program') : t('side.right.short');
  const held = useApp(() => heldStep(session));
  const draw = useCallback(
    ({ width, height }: Size): DisplayList => {
      const { opened, network: known } = session.store.getState();
      const { reading, mapView } = known;
      if (!opened || !reading || !mapView) return [];
      const { map } = reading[side];
      const cells = map ? Math.round(Math.sqrt(map.length)) : 0;
      return drawResidualMap({
        width,
        height,
        scale,
        palette,
        axes,
        points: opened.samples.features,
        residuals: errorsOf(known, side),
        map: map && { view: mapView, columns: cells, rows: cells, values: map },
        extent: extentOf(known),
      });
    },
    [session, side, palette, scale, axes],
  );
  return (
    <figure className="residual-map">
      <figcaption>
        <span className={`sign ${side}`} aria-hidden />
        {side === 'left' && held !== null ? t('network.atStep', { name, k: held }) : name}
      </figcaption>
      <div>
        <Drawing
          draw={draw}
          watch={watch}
          label={t('aria.residual', { side: name })}
          describe={DESCRIBE[side]}
        />
      </div>
    </figure>
  );
}

/** Outputs of both sides against the labels. */
function Fit({ alone = false }: { alone?: boolean }) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const planar = useApp(({ network }) => network.mapView !== null);
  const hasTeacher = useApp(({ network }) => network.reading?.left.map != null);
  const solved = useApp(({ opened }) => opened?.network?.solved ?? true);
  const draw = useCallback(
    ({ width, height }: Size): DisplayList => {
      const { opened, network: known } = session.store.getState();
      const { reading } = known;
      if (!opened || !reading) return [];
      const labels = reading.labels;
      const outputs = (side: SideName) => errorsOf(known, side).map((error, i) => labels[i]! + error);
      return drawFit({
        width,
        height,
        scale,
        palette,
        axes: { x: t('network.label'), y: t('network.output.short') },
        labels,
        left: { outputs: outputs('left'), label: t('side.left.descent') },
        right: {
          outputs: outputs('right'),
          label: solved ? t('side.right.program') : t('side.right.short'),
        },
      });
    },
    [session, palette, scale, t, solved],
  );
  const legend = useCallback(
    ({ width, height }: Size): DisplayList =>
      drawResidualLegend({
        width,
        height,
        scale,
        palette,
        extent: extentOf(session.store.getState().network),
        title: t(hasTeacher ? 'network.residual' : 'network.residualData'),
        low: t('network.low'),
        high: t('network.high'),
      }),
    [session, palette, scale, t, hasTeacher],
  );
  return (
    <>
      {planar && (
        <div className="residual-legend">
          <Drawing draw={legend} watch={watch} label={t('network.residual')} />
        </div>
      )}
      <div className={planar ? 'fit' : 'plate'}>
        <Drawing draw={draw} watch={watch} label={t('network.fit')} describe={DESCRIBE.fit} />
        {alone && <HeldNote />}
      </div>
    </>
  );
}
