import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPlane, type Plane } from '../../../charts/geometry.ts';
import { createThinner } from '../../../charts/thin.ts';
import { formatPoint, formatReadout } from '../../../i18n/format.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';
import { within } from '../../../pictures/placing.ts';
import type { Session } from '../../../session/session.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../../session/session-context.tsx';
import { useControl, useTitle } from '../../../session/use-control.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { HeldNote } from '../../kit/HeldNote.tsx';
import { networkAt } from '../../kit/pictured.ts';
import { CrosshairSurface } from '../../kit/surface/CrosshairSurface.tsx';
import { NETWORKS } from '../network-facts.ts';
import { networkOf } from '../network-info.ts';
import { neuronShown } from '../network-pictures.ts';
import { createNeuronGround, createNeuronLegend, createNeuronRun } from './drawing.ts';

const describe = async () => (await import('../describe-network.ts')).neuron;

export function NeuronPanel() {
  const session = useSession();
  const t = useTranslate();
  const { scale } = useThemeContext();
  const thinner = useMemo(() => createThinner(), []);
  const neurons = useApp(({ opened }) => networkOf(opened)?.neurons ?? 1);
  const shown = useApp(neuronShown) + 1;
  const control = useControl('neuron');
  const title = useTitle(control, t('network.choose'));

  const surface = useRef<HTMLDivElement>(null);
  const [crosshair, setCrosshair] = useState<readonly [number, number] | null>(null);

  const ground = useMemo(createNeuronGround, []);
  const run = useMemo(() => createNeuronRun(thinner, crosshair), [thinner, crosshair]);
  const legend = useMemo(createNeuronLegend, []);

  function planeNow(): Plane | null {
    const view = NETWORKS.latest(session.store.getState(), 'neuron')?.view;
    const box = surface.current!.getBoundingClientRect();
    return view ? createPlane(view, landscapeRect(box.width, box.height, scale)) : null;
  }

  return (
    <div className="plate neuron" data-testid="neuron">
      {neurons > 1 && control === 'hidden' && (
        <span className="neuron-choice">
          {t('network.choose')} <b>{shown}</b>
        </span>
      )}
      {neurons > 1 && control !== 'hidden' && (
        <label className="neuron-choice" title={control === 'locked' ? title : undefined}>
          <span>{t('network.choose')}</span>
          <input
            type="number"
            min={1}
            max={neurons}
            disabled={control === 'locked'}
            value={shown}
            onChange={({ target }) => {
              const j = Math.round(Number(target.value));
              if (j >= 1 && j <= neurons) session.change({ neuron: j });
            }}
          />
        </label>
      )}
      <div className="neuron-map">
        <Drawing picture={ground} label={t('aria.neuron', { j: shown })} describe={describe} />
        <Drawing picture={run} />
        <CrosshairSurface
          {...{ surface, planeNow }}
          label={t('aria.overNeuron', { j: shown })}
          at={() => crosshair}
          point={(at, how) => setCrosshair(at && how === 'key' ? within(at, planeNow()!.view) : at)}
        />
        <NeuronProbe at={crosshair} />
        <HeldNote />
      </div>
      <div className="neuron-scale">
        <Drawing picture={legend} label={t('network.over', { j: shown })} />
      </div>
    </div>
  );
}

/** Returns F and its slope with other weights of the chosen neuron; null while the engine is behind. */
async function readAt(
  { store, pictureEngine }: Session,
  network: Float64Array,
  at: readonly [number, number],
): Promise<{ readonly loss: number; readonly gradient: number } | null> {
  const state = store.getState();
  if (!networkOf(state.opened) || state.pictured !== state.landscape) return null;
  const j = neuronShown(state);
  network.set(at, 2 * j);
  const probe = await pictureEngine.probe(Array.from(network));
  if (!probe) return null;
  const { loss, descent } = probe.left;
  return { loss, gradient: Math.hypot(descent[2 * j]!, descent[2 * j + 1]!) };
}

/** Shows the crosshair's weights, F, and the norm of its slope in them, with the other neurons as shown. */
function NeuronProbe({ at }: { at: readonly [number, number] | null }) {
  const session = useSession();
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  const latest = useRef(at);
  latest.current = at;
  const asking = useRef(false);
  const stale = useRef(false);

  /** One request at a time; the latest wins. */
  const ask = useCallback(async () => {
    stale.current = true;
    if (asking.current) return;
    asking.current = true;
    try {
      while (stale.current) {
        stale.current = false;
        const place = latest.current;
        const found = place && (await readAt(session, networkAt(session, 'left'), place));
        if (!output.current) return;
        const isHere = place !== null && latest.current !== null && found !== null;
        output.current.textContent = isHere
          ? t('readout.overNeuron', {
              at: formatPoint(place),
              loss: formatReadout(found.loss),
              gradient: formatReadout(found.gradient),
            })
          : '';
      }
    } catch {
      // The run's engine reports a lost worker.
    } finally {
      asking.current = false;
    }
  }, [session, t]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is asked about anew.
  useEffect(() => void ask(), [ask, at]);
  useTransient(
    (state) =>
      at === null ? '' : `${state.k} ${state.version} ${state.pictured} ${state.scenario.values.neuron}`,
    () => void ask(),
  );
  return <output ref={output} aria-live="off" className="probe" data-testid="probe-neuron" />;
}
