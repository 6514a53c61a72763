import { useMemo } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { Drawing } from '../../../ui/Drawing.tsx';
import { HeldNote } from '../../kit/HeldNote.tsx';
import { NETWORKS } from '../network-facts.ts';
import { networkName } from '../network-names.ts';
import {
  createFit,
  createOutputCurves,
  createResidualLegend,
  createResidualMap,
  outputKind,
  residualTitle,
} from './drawing.ts';

const DESCRIBE = {
  outputs: async () => (await import('../describe-network.ts')).outputs,
  fit: async () => (await import('../describe-network.ts')).fit,
  left: async () => (await import('../describe-network.ts')).leftResidual,
  right: async () => (await import('../describe-network.ts')).rightResidual,
};

/** Shows both networks' outputs by `outputKind`. */
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
  const t = useTranslate();
  const picture = useMemo(createOutputCurves, []);
  return (
    <div className="plate">
      <Drawing picture={picture} label={t('aria.output')} describe={DESCRIBE.outputs} />
      <HeldNote />
    </div>
  );
}

function ResidualMap({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const name = useApp((state) => networkName(state, side, t));
  const title = useApp(() => residualTitle(session, side, t));
  const picture = useMemo(() => createResidualMap(side), [side]);
  return (
    <figure className="residual-map">
      <figcaption>
        <span className={`sign ${side}`} aria-hidden />
        {title}
      </figcaption>
      <div>
        <Drawing picture={picture} label={t('aria.residual', { side: name })} describe={DESCRIBE[side]} />
      </div>
    </figure>
  );
}

function Fit({ alone = false }: { alone?: boolean }) {
  const t = useTranslate();
  const planar = useApp((state) => NETWORKS.latest(state, 'networks')?.mapView != null);
  const picture = useMemo(createFit, []);
  const legend = useMemo(createResidualLegend, []);
  return (
    <>
      {planar && (
        <div className="residual-legend">
          <Drawing picture={legend} label={t('network.residual')} />
        </div>
      )}
      <div className={planar ? 'fit' : 'plate'}>
        <Drawing picture={picture} label={t('network.fit')} describe={DESCRIBE.fit} />
        {alone && <HeldNote />}
      </div>
    </>
  );
}
