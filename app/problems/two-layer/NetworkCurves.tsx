import { useMemo } from 'react';
import { formatCount, formatReadout } from '../../i18n/format.ts';
import { curveRect } from '../../pictures/curve-plot.ts';
import { objectiveRect } from '../../pictures/objective-plot.ts';
import { rowOf } from '../../session/kept-steps.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { shownSpan } from '../../session/span.ts';
import type { AppState } from '../../session/store.ts';
import { CurvePlate } from '../../ui/CurvePlate.tsx';
import { TableButton } from '../../ui/TableButton.tsx';
import type { TableData } from '../../ui/table-rows.ts';
import { GapMeter } from './GapMeter.tsx';
import {
  boundSeries,
  createNetworkCurve,
  type NetworkCurve,
  networkCurveTitle,
} from './network-curve-drawing.ts';
import { bestBound } from './network-facts.ts';
import { networkName } from './network-names.ts';

const DESCRIBE = {
  objective: async () => (await import('./describe-network.ts')).objectiveCurve,
  excess: async () => (await import('./describe-network.ts')).excessCurve,
};

/** The objective with the bound that no network crosses, the excess over it, and how much of it could still be gained. */
export function NetworkCurves() {
  return (
    <div className="curves">
      <Curve kind="objective" />
      <Curve kind="excess" />
      <GapMeter />
    </div>
  );
}

function Curve({ kind }: { kind: NetworkCurve }) {
  const session = useSession();
  const { store, trajectories } = session;
  const t = useTranslate();
  const right = useApp((state) => networkName(state, 'right', t));
  const title = networkCurveTitle(kind, t);

  const picture = useMemo(() => createNetworkCurve(kind), [kind]);

  function readout(state: AppState): string {
    const { hoverStep } = state;
    if (hoverStep === null) return '';
    const less = kind === 'excess' ? bestBound(state, trajectories) : 0;
    const read = (name: 'left' | 'right') => {
      const { objectives } = trajectories[name];
      return formatReadout((objectives[rowOf(trajectories[name], hoverStep)] ?? Number.NaN) - less);
    };
    return t('curve.readout', { k: formatCount(hoverStep), left: read('left'), right: read('right') });
  }

  /** Both sides' numbers by step, and the bound beside the objective. */
  function table(): TableData {
    const state = store.getState();
    const best = bestBound(state, trajectories);
    const less = kind === 'excess' ? best : 0;
    const column = (name: 'left' | 'right', label: string) => {
      const { objectives } = trajectories[name];
      return { label, at: (step: number) => objectives[rowOf(trajectories[name], step)]! - less };
    };
    const bound =
      kind === 'objective' ? boundSeries(trajectories.right, state.opened, best, t('network.bound')) : null;
    return {
      columns: [
        column('left', t('side.left.descent')),
        column('right', right),
        ...(bound
          ? [
              {
                label: bound.label,
                at: (step: number) =>
                  bound.values[Math.min(rowOf(trajectories.right, step), bound.count - 1)]!,
              },
            ]
          : []),
      ],
    };
  }

  return (
    <CurvePlate
      name={kind}
      label={kind === 'objective' ? t('aria.objective') : t('aria.curve', { title })}
      picture={picture}
      describe={DESCRIBE[kind]}
      rectOf={kind === 'objective' ? objectiveRect : curveRect}
      stepsOf={(state) => shownSpan(state.frontier)}
      readout={readout}
    >
      <TableButton title={title} read={table} />
    </CurvePlate>
  );
}
