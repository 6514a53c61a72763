import { useEffect, useRef, useState } from 'react';
import { scenarioParams } from '../../engine/catalog.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import type { Successes } from '../../workers/protocol.ts';
import { useApp, useSession, useTranslate } from '../views/session-context.tsx';
import { isZeroOptimum } from './network-facts.ts';

const REQUEST = { seeds: 200, steps: 5000, tolerance: 0.01 };

/** Counts, at the click of a button, from how many starts the left side comes near the bound: on an engine of its own. */
export function SuccessRate() {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  // From a given start there is nothing to draw, and without a bound nothing to come near to.
  const given = useApp(
    ({ scenario: { values }, opened }) =>
      (values.start as readonly number[] | null)?.length === opened?.dimension,
  );
  const bounded = useApp(
    (state) => state.opened?.network?.program !== 'sampled' && !isZeroOptimum(state, session.trajectories),
  );
  const serial = useApp(({ own }) => own?.serial ?? 0);
  const [found, setFound] = useState<Successes | null>(null);
  const [engine, setEngine] = useState<EngineClient | null>(null);
  /** What was counted: another scenario has another rate. */
  const counted = useRef('');
  const specs = scenarioParams(scenario.problem);
  // Of the start all seeds are counted, whichever is shown; what is merely shown changes nothing.
  const counts = Object.entries(scenario.values).filter(
    ([name]) => name !== 'sseed' && specs[name]?.group !== 'view',
  );
  const key = JSON.stringify([scenario.problem, serial, counts]);

  useEffect(() => () => engine?.dispose(), [engine]);
  useEffect(() => {
    if (counted.current === key) return;
    setFound(null);
    setEngine(null);
  }, [key]);

  async function count(): Promise<void> {
    const own = session.startEngine();
    counted.current = key;
    setFound({ done: 0, successes: 0, interval: { low: 0, high: 1 } });
    setEngine(own);
    try {
      const opened = await own.open(scenario, session.store.getState().own);
      if (!opened || 'failure' in opened) return;
      const whole = await own.countSuccesses(scenario.values, REQUEST, setFound);
      if (whole) setFound(whole);
    } catch {
      // It was cancelled, or its worker was lost: what was found until then stays.
    } finally {
      setEngine((now) => (now === own ? null : now));
    }
  }

  if (given || !bounded) return null;
  return (
    <div className="successes" data-testid="successes">
      {engine ? (
        <p>
          <progress max={REQUEST.seeds} value={found?.done ?? 0} aria-label={t('network.successes')} />{' '}
          {t('network.counting', { done: found?.done ?? 0, seeds: REQUEST.seeds })}{' '}
          <button type="button" onClick={() => setEngine(null)}>
            {t('network.cancel')}
          </button>
        </p>
      ) : (
        <button type="button" onClick={() => void count()}>
          {t('network.count')}
        </button>
      )}
      {found && !engine && found.done > 0 && (
        <p role="status">
          {t('network.rate', {
            successes: found.successes,
            seeds: found.done,
            low: found.interval.low,
            high: found.interval.high,
            steps: REQUEST.steps,
            tolerance: REQUEST.tolerance,
          })}
        </p>
      )}
    </div>
  );
}
