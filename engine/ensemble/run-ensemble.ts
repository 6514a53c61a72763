import type { Aim, Instance, OwnData, PairInstance } from '../contract.ts';
import { createRandom, STREAMS } from '../kernels/random.ts';
import { norm } from '../kernels/vector.ts';
import type { Values } from '../params.ts';
import type { Contest, FlatRuns, MakeFlat, Problem } from '../problem.ts';
import type { RunValues } from '../run/create-run.ts';
import { runValues } from '../run/run-values.ts';
import { endNames } from '../run/status.ts';
import { type NoticeCode, notice } from '../scenario/notice.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { type Audit, createAudit, TOLERANCE } from './audit.ts';
import { createColumns, type RunColumns, type SideColumns } from './columns.ts';
import { type Contestant, createContestants } from './contestant.ts';
import { BOX, DRAWN, type Drawn, drawnAmong, type EnsembleValues, seedOfRun } from './ensemble-params.ts';

/** Steps between two looks at whether to go on. */
const SLICE = 100;

/** Runs that are under way, a few steps at a time. */
export interface EnsembleRuns {
  readonly columns: RunColumns;
  /** Runs of the table that have ended. */
  readonly done: number;
  /** What the runs are measured by; null before the first has begun. */
  readonly aim: Aim | null;
  /** Goes on for a moment; false, without doing anything, where all have ended. */
  step(): boolean;
}

/** What runs of the same values have in common, kept between their tables: the last instance, its aim, and memory for all (`Problem.flat`). */
export interface RunMemory {
  instance: Instance | null;
  aim: Aim | null;
  readonly flat?: FlatRuns | null;
}

/** An empty memory for one ensemble; `makeFlat` is what the problem's `flat` resolves to, if it has one. */
export function createRunMemory(
  makeFlat: MakeFlat | undefined,
  values: Values,
  ensemble: EnsembleValues,
): RunMemory {
  return { instance: null, aim: null, flat: makeFlat?.(values, ensemble) ?? null };
}

/**
 * What runs of this instance are measured by, never negative and 0 at the goal; null where nothing is known to aim at. Of a pair it is the
 * distance to the plant (original units); without one, of known minima, how far a loss is above its own.
 */
export function aimOf(instance: Instance): Aim | null {
  if (instance.aim) return instance.aim();
  if (instance.sides) return null;
  const { plant, minima } = instance;
  if (plant) return { name: 'distance', measure: (_, distance) => distance };
  return minima
    ? { name: 'excess', measure: (side, _, objective) => Math.max(0, objective - minima[side].loss) }
    : null;
}

/** What of data, plant and start is drawn anew: what was chosen, as far as the problem has a seed for it. */
export function drawnOf(problem: Problem, values: Values, vary: string): Drawn[] {
  return drawnAmong(problem.card.params, values, vary);
}

/**
 * The values of one run: the seeds of what is drawn anew are the scenario's plus the number of the run (behind MAX_SEED comes 0), and
 * plant or start that were given as numbers are drawn instead.
 */
export function drawnValues(problem: Problem, values: Values, vary: string, run: number): Values {
  const drawn: Record<string, Values[string]> = { ...values };
  for (const name of drawnOf(problem, values, vary)) {
    const key = DRAWN[name];
    drawn[key] = seedOfRun(values[key] as number, run);
    if (name !== 'data' && Object.hasOwn(values, name)) drawn[name] = null;
  }
  return drawn;
}

/** Whether starts are drawn by another law than the main view's: only where both sides begin at the same weights. */
function hasOwnLaw(
  problem: Problem,
  values: Values,
  instance: Instance,
  { vary, startlaw }: EnsembleValues,
): instance is PairInstance {
  return startlaw !== 'normal' && !instance.sides && drawnOf(problem, values, vary).includes('start');
}

/** What of a scenario something else took the place of: the main view names it and goes on; thousands of runs would be of another scenario. */
const UNMET: readonly NoticeCode[] = ['vector-length', 'clamped', 'not-with-infinite-n', 'one-feature-only'];

/**
 * The instance of one run; `before` is the last one's, so that what both have in common is made once. Throws `ScenarioError` where
 * something that the values ask for cannot be had.
 */
export function prepareRun(
  problem: Problem,
  values: Values,
  ensemble: EnsembleValues,
  own: OwnData | null,
  run: number,
  before: Instance | null = null,
): Instance {
  const drawn = drawnValues(problem, values, ensemble.vary, run);
  const instance = problem.prepare(drawn, own, before);
  const unmet = instance.notices.find(({ code }) => UNMET.includes(code));
  if (unmet) throw new ScenarioError({ ...unmet, refused: true });
  if (!hasOwnLaw(problem, values, instance, ensemble)) return instance;
  if (ensemble.startlaw === 'box') {
    const random = createRandom(drawn.sseed as number, STREAMS.start);
    return { ...instance, start: instance.start.map(() => BOX * (2 * random.uniform() - 1)) };
  }
  const length = norm(instance.start);
  return { ...instance, start: instance.start.map((value) => value / length) };
}

/** The values with which the main view shows one run, bit for bit: a start of another law than its own is given as numbers. */
export function shownValues(
  problem: Problem,
  values: Values,
  ensemble: EnsembleValues,
  own: OwnData | null,
  run: number,
): Values {
  const instance = prepareRun(problem, values, ensemble, own, run);
  const shown = drawnValues(problem, values, ensemble.vary, run);
  return hasOwnLaw(problem, values, instance, ensemble)
    ? { ...shown, start: Array.from(instance.start) }
    : shown;
}

/**
 * Runs `from` up to `from + count - 1` of the ensemble of a scenario. What a run comes to depends on no other, so that tables are the
 * same however they are shared out. A side that has arrived runs until it has settled, another until it goes nowhere any more, both at
 * most to the limit; with `audit` they run on side by side until nothing more can be found. `memory` is of earlier runs of the same
 * problem, values and own data: it saves work and changes nothing. Throws `ScenarioError` (from `step` too) where the values cannot
 * be met or nothing is known to aim at.
 */
export function createEnsembleRuns(
  problem: Problem,
  values: Values,
  ensemble: EnsembleValues,
  own: OwnData | null,
  from: number,
  count: number,
  memory: RunMemory = { instance: null, aim: null },
): EnsembleRuns {
  if (!(Number.isInteger(from) && from >= 0 && Number.isInteger(count) && count >= 1))
    throw new RangeError(`expected whole numbers of runs; got ${from} and ${count}`);
  const columns = createColumns(from, count, ensemble.audit, endNames(problem.card));
  let done = 0;
  let run: Contest | null = null;

  function begin(): Contest {
    // The first of the table is prepared in any case: what cannot be met is said of it.
    if (done > 0 && memory.flat) {
      memory.flat.begin(from + done);
      return memory.flat;
    }
    const before = memory.instance;
    const instance = prepareRun(problem, values, ensemble, own, from + done, before);
    // What belongs to the data is searched for once where only starts are drawn.
    const known = memory.aim?.ofPrepared && before?.prepared === instance.prepared ? memory.aim : null;
    const aim = known ?? aimOf(instance);
    memory.instance = instance;
    memory.aim = aim;
    if (!aim) throw new ScenarioError(notice('nothing-to-aim-at', ''));
    if (memory.flat) {
      memory.flat.begin(from);
      return memory.flat;
    }
    return createContest(instance, { ...runValues(values), blend: values.blend }, ensemble, aim);
  }

  return {
    columns,
    get done() {
      return done;
    },
    get aim() {
      return memory.aim;
    },
    step() {
      if (done === count) return false;
      run ??= begin();
      if (run.goOn(SLICE)) return true;
      run.write(columns, done);
      done++;
      run = null;
      return true;
    },
  };
}

/**
 * What is noted of one side on the way. It is over where the side has settled after its arrival; one that has not arrived goes on
 * until it goes nowhere any more: a gradient of 1e-10 may be a saddle, from which it arrives after all.
 */
interface Note {
  arrival: number;
  away: number;
  steps: number;
  settled: boolean;
}

function createContest(
  instance: Instance,
  values: RunValues & { readonly blend: Values[string] | undefined },
  { limit, within, audit: audited }: EnsembleValues,
  aim: Aim,
): Contest {
  const { left, right } = createContestants(instance, values, aim);
  const notes = { left: createNote(), right: createNote() };
  const audit =
    audited && !instance.sides && aim.name === 'distance' && left.descent && right.descent
      ? createAudit(instance, left.descent, right.descent)
      : null;
  // Descent on a convex loss (a blend is none) with a safe step never goes away from its minimum again, in the units of descent.
  const monotone =
    values.rule === 'gd' &&
    !values.unlock &&
    values.c <= 2 &&
    values.step === null &&
    values.blend === 1 &&
    !instance.sides &&
    instance.planted &&
    instance.scaling.identity;
  let k = 0;

  function take(side: Contestant, note: Note): void {
    if (note.settled && !audit) return;
    side.take(k);
    if (note.settled) return;
    note.away = aim.between && k > 0 ? Math.max(note.away, side.away()) : side.away();
    note.steps = k;
    // By a series only the end tells: what lies before it may be within and leave again.
    if (aim.series && !(note.away <= within)) note.arrival = -1;
    if (!aim.between && note.arrival < 0 && note.away <= within) note.arrival = k;
    note.settled = note.arrival >= 0 && !aim.series ? side.settled() : side.over();
  }

  /** Whether no later step can tell anything. */
  function isOver(): boolean {
    if (!notes.left.settled || !notes.right.settled) return false;
    if (!audit) return true;
    if (left.status() === 'diverged' || right.status() === 'diverged') return true;
    return monotone && right.away() <= TOLERANCE;
  }

  return {
    goOn(steps) {
      for (let i = 0; i < steps; i++) {
        if (k > limit) return false;
        take(left, notes.left);
        take(right, notes.right);
        audit?.look(k);
        k++;
        if (isOver()) return false;
      }
      return true;
    },
    write(columns, row) {
      if (aim.between) {
        if (notes.left.away <= within)
          for (const note of Object.values(notes)) note.arrival = notes.left.steps;
        notes.right.away = notes.left.away;
      }
      writeSide(columns.left, row, notes.left, columns.ends.indexOf(left.status()));
      writeSide(columns.right, row, notes.right, columns.ends.indexOf(right.status()));
      if (columns.audit.behindAt.length > 0) writeAudit(columns, row, audit);
    },
  };
}

function createNote(): Note {
  return { arrival: -1, away: Number.NaN, steps: 0, settled: false };
}

function writeSide(columns: SideColumns, row: number, { arrival, away, steps }: Note, status: number): void {
  columns.arrivals[row] = arrival;
  columns.aways[row] = away;
  columns.steps[row] = steps;
  columns.statuses[row] = status;
}

function writeAudit({ audit: columns }: RunColumns, row: number, audit: Audit | null): void {
  columns.behindAt[row] = audit?.behindAt ?? -1;
  columns.behindBy[row] = audit?.behindBy ?? 0;
  columns.points[row] = audit?.points ?? 0;
  columns.failures[row] = audit?.failures ?? 0;
}
