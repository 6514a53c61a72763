import { useEffect, useState } from 'react';
import { scenarioParams } from '../../../engine/catalog.ts';
import { shapesRun } from '../../../engine/params.ts';
import type { Successes, SuccessReading } from '../../../engine/problems/two-layer/types.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { isAsking } from '../../session/guessing.ts';
import { hasPart } from '../../session/scene-parts.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { isZeroOptimum } from './network-facts.ts';
import { networkOf } from './network-info.ts';

const REQUEST = { seeds: 200, steps: 5000, tolerance: 0.01 };

/** A count of successes: its scenario's key, its engine while it runs, its result so far. */
interface Count {
  readonly key: string;
  readonly engine: EngineClient | null;
  readonly found: Successes;
}

/** Counts on demand, on its own engine, the starts whose left side comes near the bound. */
export function SuccessRate() {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  // A given start leaves nothing to draw; without a bound there is no criterion.
  const given = useApp(
    ({ scenario: { values }, opened }) => values.start?.length === opened?.sides.left.dimension,
  );
  // A scene that asks is about one run.
  const asks = useApp((state) => state.lecture !== null && isAsking(state));
  const bounded = useApp(
    ({ opened, ...state }) =>
      networkOf(opened)?.program !== 'sampled' &&
      // The bound is for trained output weights; fixed ones cannot come near it.
      networkOf(opened)?.trained !== false &&
      hasPart(state, 'floor') &&
      !isZeroOptimum({ opened, ...state }, session.trajectories),
  );
  const serial = useApp(({ own }) => own?.serial ?? 0);
  const [last, setLast] = useState<Count | null>(null);
  const specs = scenarioParams(scenario.problem);
  // All start seeds are counted, so the shown seed and display keys do not matter.
  const counts = Object.entries(scenario.values).filter(
    ([name]) => name !== 'sseed' && shapesRun(specs[name]!),
  );
  const key = JSON.stringify([scenario.problem, serial, counts]);

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
      // Cancelled, or worker lost: keep the result so far.
    } finally {
      note({ engine: null });
    }
  }

  if (given || !bounded || asks) return null;
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
