import { useCallback } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { Drawing, type Size } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { overOutputs, overResiduals } from './explained.ts';
import { HeldNote } from './HeldNote.tsx';
import { networkName } from './network-names.ts';
import {
  fitDrawing,
  outputCurves,
  outputKind,
  residualLegend,
  residualMap,
  residualTitle,
} from './output-drawing.ts';

const DESCRIBE = {
  outputs: async () => (await import('./describe-network.ts')).outputs,
  fit: async () => (await import('./describe-network.ts')).fit,
  left: async () => (await import('./describe-network.ts')).leftResidual,
  right: async () => (await import('./describe-network.ts')).rightResidual,
};

const watch = (state: AppState) => [state.opened, state.network, state.extra];

/** What both networks say: curves over one feature, two maps of the residual over two, outputs against labels over more. */
export function OutputPanel() {
  const kind = useApp(outputKind);
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

function OutputCurves() {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const draw = useCallback(
    (size: Size): DisplayList => [
      ...outputCurves(session, size, { palette, scale }, t),
      ...overOutputs(session.store.getState(), size, { palette, scale }),
    ],
    [session, palette, scale, t],
  );
  return (
    <div className="plate">
      <Drawing draw={draw} watch={watch} label={t('aria.output')} describe={DESCRIBE.outputs} />
      <HeldNote />
    </div>
  );
}

function ResidualMap({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const name = useApp((state) => networkName(state, side, t));
  const title = useApp(() => residualTitle(session, side, t));
  const draw = useCallback(
    (size: Size): DisplayList => [
      ...residualMap(session, side, size, { palette, scale }, t),
      ...overResiduals(session.store.getState(), side, size, { palette, scale }),
    ],
    [session, side, palette, scale, t],
  );
  return (
    <figure className="residual-map">
      <figcaption>
        <span className={`sign ${side}`} aria-hidden />
        {title}
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
  const draw = useCallback(
    (size: Size): DisplayList => fitDrawing(session, size, { palette, scale }, t),
    [session, palette, scale, t],
  );
  const legend = useCallback(
    (size: Size): DisplayList => residualLegend(session, size, { palette, scale }, t),
    [session, palette, scale, t],
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
