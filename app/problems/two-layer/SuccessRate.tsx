import { useEffect, useState } from 'react';
import { scenarioParams } from '../../../engine/catalog.ts';
import { shapesRun } from '../../../engine/params.ts';
import type { Successes, SuccessReading } from '../../../engine/problems/two-layer/types.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { isZeroOptimum } from './network-facts.ts';
import { networkOf } from './network-info.ts';

const REQUEST = { seeds: 200, steps: 5000, tolerance: 0.01 };

/** One count: of which scenario, by which engine while it goes on, and what it found so far. */
interface Count {
  readonly key: string;
  readonly engine: EngineClient | null;
  readonly found: Successes;
}

/** Counts, at the click of a button, from how many starts the left side comes near the bound: on an engine of its own. */
export function SuccessRate() {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  // From a given start there is nothing to draw, and without a bound nothing to come near to.
  const given = useApp(
    ({ scenario: { values }, opened }) => values.start?.length === opened?.sides.left.dimension,
  );
  const bounded = useApp(
    ({ opened, ...state }) =>
      networkOf(opened)?.program !== 'sampled' &&
      // Networks whose outputs are held cannot come near to a bound of those that train them.
      networkOf(opened)?.trained !== false &&
      !isZeroOptimum({ opened, ...state }, session.trajectories),
  );
  const serial = useApp(({ own }) => own?.serial ?? 0);
  const [last, setLast] = useState<Count | null>(null);
  const specs = scenarioParams(scenario.problem);
  // Of the start all seeds are counted, whichever is shown; what is merely shown changes nothing.
  const counts = Object.entries(scenario.values).filter(
    ([name]) => name !== 'sseed' && shapesRun(specs[name]!),
  );
  const key = JSON.stringify([scenario.problem, serial, counts]);

  // Another scenario has another rate, whatever may still come of the last.
  const current = last?.key === key ? last : null;
  const engine = current?.engine ?? null;
  const found = current?.found;

  useEffect(() => () => engine?.dispose(), [engine]);

  async function count(): Promise<void> {
    const own = session.startEngine();
    const note = (change: Partial<Count>) =>
      setLast((now) => (now?.engine === own ? { ...now, ...change } : now));
    setLast({ key, engine: own, found: { done: 0, successes: 0, interval: { low: 0, high: 1 } } });
    try {
      const opened = await own.open(scenario, session.store.getState().own);
      if (!opened || 'failure' in opened) return;
      const whole = await own.reading<SuccessReading>('successes', REQUEST, (found) => note({ found }));
      if (whole) note({ found: whole });
    } catch {
      // It was cancelled, or its worker was lost: what was found until then stays.
    } finally {
      note({ engine: null });
    }
  }

  if (given || !bounded) return null;
  return (
    <div className="successes" data-testid="successes">
      {engine ? (
        <p>
          <progress max={REQUEST.seeds} value={found?.done ?? 0} aria-label={t('network.successes')} />{' '}
          {t('network.counting', { done: found?.done ?? 0, seeds: REQUEST.seeds })}{' '}
          <button type="button" onClick={() => setLast(current && { ...current, engine: null })}>
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
