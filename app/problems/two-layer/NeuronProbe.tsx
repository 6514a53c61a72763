import { useCallback, useEffect, useRef } from 'react';
import { formatPoint, formatReadout } from '../../i18n/format.ts';
import type { Session } from '../../session/session.ts';
import { useSession, useTransient, useTranslate } from '../../session/session-context.tsx';
import { networkOf } from './network-info.ts';
import { networkAt, neuronShown } from './network-pictures.ts';

/** F and its slope where the chosen neuron has other weights; null before the engine can tell. */
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

/** Weights, F and the norm of its slope in them under the crosshair, from the engine; the other neurons as they are pictured. */
export function NeuronProbe({ at }: { at: readonly [number, number] | null }) {
  const session = useSession();
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  const latest = useRef(at);
  latest.current = at;
  const asking = useRef(false);
  const stale = useRef(false);

  /** One question at a time, the latest wins. */
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
      // The race's engine reports a loss to the person.
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
