import type { SideName } from '../../../engine/contract.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Translate } from '../../i18n/messages.ts';
import { type CurveSeries, drawCurves } from '../../pictures/curve-plot.ts';
import type { Look } from '../../pictures/extra-marks.ts';
import { drawObjective, type ObjectiveSeries } from '../../pictures/objective-plot.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import { shownSpan } from '../../session/span.ts';
import type { Size } from '../../ui/Drawing.tsx';
import { bestBound } from './network-facts.ts';
import { networkName } from './network-names.ts';

export type NetworkCurve = 'objective' | 'excess';

/** What a curve of two layers is called. */
export function networkCurveTitle(kind: NetworkCurve, t: Translate): string {
  return t(kind === 'objective' ? 'network.objective' : 'network.gap');
}

/** The objective of both sides with the bound that no network crosses, or how far they lie over it. */
export function networkCurveDrawing(
  snapshot: Snapshot,
  kind: NetworkCurve,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
): DisplayList {
  const { trajectories } = snapshot;
  const state = snapshot.store.getState();
  const bound = bestBound(state, trajectories);
  const common = {
    width,
    height,
    scale,
    palette,
    title: networkCurveTitle(kind, t),
    span: shownSpan(state.frontier),
    axis: t('axis.step'),
    step: state.k,
    hover: state.hoverStep,
  };
  const side = (name: SideName) => {
    const { objectives: values, count, stride } = trajectories[name];
    return {
      values,
      count,
      perStep: stride,
      label: networkName(state, name, t),
      ended: state.sides[name].last < state.frontier,
    };
  };
  if (kind === 'objective')
    return drawObjective({
      ...common,
      left: side('left'),
      right: side('right'),
      bound: boundSeries(snapshot, t('network.bound')),
    });
  const excess = (name: SideName): CurveSeries => ({ ...side(name), reference: bound });
  return drawCurves({
    ...common,
    left: excess('left'),
    right: excess('right'),
    missing: Number.isNaN(bound)
      ? t(state.opened?.network?.program === 'sampled' ? 'network.noExcess' : 'curve.missing')
      : null,
  });
}

/** The bound of each step: the right side's own while it is solved, else the one that is known from the start. */
export function boundSeries({ store, trajectories }: Snapshot, label: string): ObjectiveSeries | null {
  const { opened } = store.getState();
  const { bounds, count, stride } = trajectories.right;
  if (opened?.network?.program === 'sampled') return null;
  if (opened?.network?.solved && count > 0) return { values: bounds, count, perStep: stride, label };
  const bound = bestBound(store.getState(), trajectories);
  return Number.isNaN(bound) ? null : { values: [bound], count: 1, perStep: 1, label };
}
