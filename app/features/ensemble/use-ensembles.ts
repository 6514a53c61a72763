import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { scenarioParams } from '../../../engine/catalog.ts';
import {
  DRAWN,
  type Drawn,
  ENSEMBLE_KEYS,
  ownEnsembleKeys,
} from '../../../engine/ensemble/ensemble-params.ts';
import { type Sweep, sweepScenario } from '../../../engine/ensemble/sweep.ts';
import { namesOf, sameValue, shapesRun, type Values } from '../../../engine/params.ts';
import { type Scenario, valueAt, withValues } from '../../../engine/scenario/scenario.ts';
import type { EnsembleFailure, EnsembleSummary } from '../../../workers/protocol.ts';
import type { Session } from '../../session/session.ts';
import { useSession } from '../../session/session-context.tsx';
import { loadView } from '../../session/view.ts';
import { createTabLocks } from '../../storage/tab-lock.ts';
import { cellScenario } from './diagram/cell-scenario.ts';
import { createEnsembles, type Ensembles, type EnsemblesState } from './ensembles.ts';
import { finishedPrefix, type Prefix, prefixRuns } from './job/finished-prefix.ts';
import type { Job } from './job/job.ts';
import { browserTab } from './job/run-ids.ts';
import { openRunsStore } from './job/runs-store.ts';

const shared = new WeakMap<Session, Ensembles>();

/** Returns the page's only ensembles, created on first use. */
export function sharedEnsembles(session: Session): Ensembles {
  const known = shared.get(session);
  if (known) return known;
  const made = createEnsembles(
    session.startEngine,
    () => openRunsStore(),
    session.nameOwn,
    navigator.hardwareConcurrency || 2,
    { locks: createTabLocks(), tab: browserTab },
  );
  // Save now: a hidden page may be discarded.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) made.saveNow();
  });
  addEventListener('pagehide', made.saveNow);
  shared.set(session, made);
  return made;
}

export function useEnsembles<T>(select: (state: EnsemblesState) => T): T {
  return useStore(sharedEnsembles(useSession()).store, select);
}

/** Milliseconds between two summaries of a running job. */
const PACE = 300;

interface Found {
  readonly of: Job['runs'];
  readonly cell: number;
  readonly prefix: Prefix;
  readonly summary: EnsembleSummary;
}

/** Summarises a cell's finished runs on the query engine, so that the page stays responsive; null before the first. */
export function useSummary(job: Job | null, cell: number): Found | null {
  const ensembles = sharedEnsembles(useSession());
  const [found, setFound] = useState<Found | null>(null);
  const wanted = useRef({ job, cell });
  const renew = useRef<(() => void) | null>(null);
  useEffect(() => {
    let ended = false;
    let busy = false;
    async function ask(): Promise<void> {
      const { job, cell } = wanted.current;
      const prefix = job && finishedPrefix(job, cell);
      if (busy || ended || !job || !prefix || prefix.count === 0) return;
      busy = true;
      try {
        // A file may contain another problem's runs.
        await loadView(job.runs.sweep.scenario.problem);
        const summary = await ensembles.queryEngine().ensemble.summarise(prefixRuns(job, cell, prefix));
        if (!ended) setFound({ of: job.runs, cell, prefix, summary });
        if (job.running) await new Promise((resolve) => setTimeout(resolve, PACE));
      } catch {
        // Engine lost: keep the summary, use a new engine next time.
        ensembles.dropQueryEngine();
        return;
      } finally {
        busy = false;
      }
      const { job: now, cell: there } = wanted.current;
      if (now?.runs !== job.runs || now.version !== job.version || there !== cell) void ask();
    }
    renew.current = () => void ask();
    return () => {
      ended = true;
    };
  }, [ensembles]);
  useEffect(() => {
    wanted.current = { job, cell };
    renew.current?.();
  }, [job, cell]);
  return found && found.of === job?.runs && found.cell === cell ? found : null;
}

/** Returns a key of all that shapes a scenario's runs but redrawn seeds and places. */
function identity({ problem, values }: Scenario, vary: string): string {
  const specs = scenarioParams(problem);
  const counting = ownEnsembleKeys(specs).filter((key) => specs[key]!.when?.(values));
  const drawn = namesOf(vary).flatMap((name) => [name, DRAWN[name as Drawn]]);
  // Of `data` only the seed is drawn; its value names a data set.
  const isDrawn = (key: string) => key !== 'data' && drawn.includes(key);
  const shaping = Object.entries(values).filter(
    ([key]) => specs[key] && (shapesRun(specs[key]) || counting.includes(key)) && !isDrawn(key),
  );
  return JSON.stringify([problem, shaping]);
}

/** True if the runs have the page's scenario and the form's criterion. */
export function isShown(sweep: Sweep, scenario: Scenario, keys: readonly string[] = ENSEMBLE_KEYS): boolean {
  const { vary } = sweep.ensemble;
  if (identity(sweep.scenario, vary) !== identity(scenario, vary)) return false;
  const own = sweepScenario(sweep);
  return keys.every((key) => JSON.stringify(valueAt(own, key)) === JSON.stringify(valueAt(scenario, key)));
}

/** Returns the values that show a run, or the failure's reason. */
export async function shownRun(
  session: Session,
  job: Job,
  cell: number,
  run: number,
): Promise<Values | EnsembleFailure> {
  const scenario = cellScenario(job.runs.sweep, cell);
  const ensembles = sharedEnsembles(session);
  return ensembles
    .queryEngine()
    .ensemble.show({ scenario, own: job.own, from: run, count: 1 })
    .catch((error: Error) => {
      ensembles.dropQueryEngine();
      return { trouble: error.message };
    }) as Promise<Values | EnsembleFailure>;
}

/** True if a job has the page's problem and file. */
export function isOfPage({ store }: Session, { runs, own }: Job): boolean {
  const state = store.getState();
  const { problem } = runs.sweep.scenario;
  return state.scenario.problem === problem && (state.own?.serial ?? 0) === (own?.serial ?? 0);
}

export function changedBy({ store }: Session, job: Job, shown: Values): Values {
  const { scenario } = store.getState();
  const specs = scenarioParams(job.runs.sweep.scenario.problem);
  const shaping = Object.entries(shown).filter(([key]) => specs[key] && shapesRun(specs[key]));
  return Object.fromEntries(shaping.filter(([key, value]) => !sameValue(value, valueAt(scenario, key)!)));
}

/** Opens a run in the main view with the same digits, undoable. The session reports values locked by a link. */
export async function openRun(
  session: Session,
  job: Job,
  cell: number,
  run: number,
): Promise<'opened' | 'locked' | EnsembleFailure> {
  const values = await shownRun(session, job, cell, run);
  if ('failure' in values || 'trouble' in values) return values as EnsembleFailure;
  if (isOfPage(session, job)) {
    const changed = changedBy(session, job, values);
    // Partial values are not this run: if any is locked, open nothing.
    if (!Object.keys(changed).every((key) => session.mayUse(key))) return 'locked';
    session.change(changed);
  } else {
    const scenario = cellScenario(job.runs.sweep, cell);
    session.openScenario(withValues(scenario, { ...values, k: 0 }), { own: job.own, jump: true });
  }
  return 'opened';
}
