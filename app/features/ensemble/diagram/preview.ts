import { withValues } from '../../../../engine/scenario/scenario.ts';
import { createLater } from '../../../session/busy.ts';
import { controlState, sceneLimits } from '../../../session/controls.ts';
import { openScene } from '../../../session/guessing.ts';
import type { Session } from '../../../session/session.ts';
import { wantedStep } from '../../../session/store.ts';
import { areCounted, finishedPrefix, type JobRuns } from '../job/finished-prefix.ts';
import type { Job } from '../job/job.ts';
import { changedBy, isOfPage, shownRun } from '../use-ensembles.ts';

/** Milliseconds of rest before a cell's run is shown. */
const REST_MS = 300;

/** Controls that a preview needs. */
const USED = ['undo', 'play', 'reset'];

/** Returns the slower side's steps in a cell's first run. */
function stepsOf(runs: JobRuns, cell: number, run: number): number {
  if (areCounted(runs)) return runs.cells[cell]!.first!.steps;
  const { left, right } = runs.columns;
  const at = cell * runs.sweep.ensemble.runs + run;
  return Math.max(left.steps[at]!, right.steps[at]!);
}

/**
 * Plays a run in the main view while pointer or keys rest on it, then restores the previous view, paused. The address keeps
 * the previous view. Any other change keeps the run.
 */
export function createPreview(session: Session) {
  const { store } = session;
  let wanted: { readonly job: Job; readonly cell: number; readonly run: number | null } | null = null;
  /** Undo entry that restores the previous view. */
  let entry: { readonly undoable: number; readonly gesture: string } | null = null;
  const later = createLater(() => void show());
  const unsubscribe = store.subscribe(
    ({ undoable }) => undoable,
    (undoable) => {
      if (entry && undoable !== entry.undoable) keep();
    },
  );

  async function show(): Promise<void> {
    const asked = wanted;
    if (!asked) return;
    const { job, cell } = asked;
    const { from, count } = finishedPrefix(job, cell);
    if (count === 0) return;
    const run = asked.run ?? from;
    const values = await shownRun(session, job, cell, run);
    const before = store.getState();
    // Do not interrupt a playing run.
    if (wanted !== asked || 'failure' in values || 'trouble' in values || (before.playing && !entry)) return;
    if (!isOfPage(session, job)) return;
    const changed = changedBy(session, job, values);
    const limits = sceneLimits(openScene(before));
    const names = [...USED, ...Object.keys(changed)];
    if (names.some((name) => controlState(before.scenario, name, limits) !== 'shown')) return;
    if (Object.keys(changed).length > 0) {
      const gesture = entry?.gesture ?? session.newGesture();
      if (!entry) store.setState({ held: withValues(before.scenario, { k: wantedStep(before) }) });
      session.change(changed, { gesture });
      entry = { undoable: store.getState().undoable, gesture };
    } else if (!entry) return;
    // Suppress the toast about the restart.
    store.setState({ toast: before.toast });
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      session.seek(stepsOf(job.runs, cell, run));
      return;
    }
    session.reset();
    session.toggle();
  }

  /** Keeps the run as one undoable change. */
  function keep(): void {
    later.stop();
    wanted = null;
    entry = null;
    if (store.getState().held) store.setState({ held: null });
  }

  function end(): void {
    const isShown = entry !== null;
    const { toast } = store.getState();
    later.stop();
    wanted = null;
    entry = null;
    if (isShown) session.undo();
    store.setState({ toast, ...(isShown && { held: null }) });
  }

  return {
    /** Shows a run of a cell, the first by default. */
    rest(job: Job, cell: number, run: number | null = null): void {
      if (wanted?.cell === cell && wanted.run === run && wanted.job.id === job.id) return;
      wanted = { job, cell, run };
      later.restart(REST_MS);
    },
    keep,
    end,
    dispose(): void {
      end();
      unsubscribe();
    },
  };
}
