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
import { type Comparison, comparisonOf } from './compared.ts';
import { type Contestant, createContestants } from './contestant.ts';
import { BOX, DRAWN, type Drawn, drawnAmong, type EnsembleValues, seedOfRun } from './ensemble-params.ts';

/** Steps between two checks for interruption. */
const SLICE = 100;

export interface EnsembleRuns {
  readonly columns: RunColumns;
  readonly done: number;
  /** Null before the first run has begun. */
  readonly aim: Aim | null;
  /** Works briefly; false, without work, once all have ended. */
  step(): boolean;
}

/** Factor by which a proved bound must exceed the criterion, because of rounding. */
const BARRED = 1 + 1e-6;

/** Shared by runs of the same values: last instance, aim, and memory for all (`Problem.flat`). */
export interface RunMemory {
  instance: Instance | null;
  aim: Aim | null;
  readonly flat?: FlatRuns | null;
}

/** Creates memory for one ensemble; `makeFlat` is the problem's resolved `flat`. */
export function createRunMemory(
  makeFlat: MakeFlat | undefined,
  values: Values,
  ensemble: EnsembleValues,
): RunMemory {
  return { instance: null, aim: null, flat: makeFlat?.(values, ensemble) ?? null };
}

/**
 * Returns the runs' measure, >= 0 and 0 at the goal; null without a known goal. For a pair: the distance to the plant (original units);
 * without a plant but with known minima, the excess loss.
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

export function drawnOf(problem: Problem, values: Values, vary: string): Drawn[] {
  return drawnAmong(problem.card.params, values, vary);
}

/**
 * Returns one run's values: seeds of redrawn parts plus the run number (wrapping from MAX_SEED to 0); a plant or start given as numbers is
 * drawn instead.
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

/** True if starts follow another law than the main view's; only if both sides start alike. */
function hasOwnLaw(
  problem: Problem,
  values: Values,
  instance: Instance,
  { vary, startlaw }: EnsembleValues,
): instance is PairInstance {
  return startlaw !== 'normal' && !instance.sides && drawnOf(problem, values, vary).includes('start');
}

/** Notices at which the main view continues; here thousands of runs would belong to another scenario. */
const UNMET: readonly NoticeCode[] = ['vector-length', 'clamped', 'not-with-infinite-n', 'one-feature-only'];

/** Prepares one run's instance, reusing shared parts of `before`. Throws `ScenarioError` if a requested value cannot be met. */
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

/** Returns values that show one run in the main view, bit for bit: a start of another law becomes numbers. */
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
 * Runs `count` runs from number `from`. Each is independent, so any partition gives the same tables. An arrived side runs until it settles,
 * another until it reaches no new state, at most to the limit; with `audit` both run until nothing more can be found. `memory` from earlier
 * runs of the same problem, values and own data only saves work. Throws `ScenarioError` (also from `step`) if values cannot be met or no
 * goal is known.
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
  const by = comparisonOf(problem.card, values);
  const columns = createColumns(from, count, ensemble.audit, endNames(problem.card), by !== null);
  let done = 0;
  let run: Contest | null = null;

  function begin(): Contest {
    // Always prepare the first, which reports unmet values.
    if (done > 0 && memory.flat) {
      memory.flat.begin(from + done);
      return memory.flat;
    }
    const before = memory.instance;
    const instance = prepareRun(problem, values, ensemble, own, from + done, before);
    // If only starts are drawn, search data-dependent aims once.
    const known = memory.aim?.ofPrepared && before?.prepared === instance.prepared ? memory.aim : null;
    const aim = known ?? aimOf(instance);
    memory.instance = instance;
    memory.aim = aim;
    if (!aim) throw new ScenarioError(notice('nothing-to-aim-at', ''));
    if (memory.flat) {
      memory.flat.begin(from);
      return memory.flat;
    }
    return createContest(instance, { ...runValues(values), blend: values.blend }, ensemble, aim, by);
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
 * Over once settled after arrival; without arrival it continues until it reaches no new state, because a gradient of 1e-10 may be a saddle
 * from which it still arrives.
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
  by: Comparison | null,
): Contest {
  const { left, right } = createContestants(instance, values, aim);
  const notes = { left: createNote(), right: createNote() };
  const audit =
    audited && !instance.sides && aim.name === 'distance' && left.descent && right.descent
      ? createAudit(instance, left.descent, right.descent)
      : null;
  // Safe descent on a convex loss (not a blend) never moves away from its minimum, in the units of descent.
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
    // In a series only the end counts: earlier it may meet the criterion and leave again.
    if (aim.series && !(note.away <= within)) note.arrival = -1;
    if (!aim.between && note.arrival < 0 && note.away <= within) note.arrival = k;
    note.settled = note.arrival >= 0 && !aim.series ? side.settled() : side.over();
  }

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
      for (const [name, side] of [
        ['left', left],
        ['right', right],
      ] as const) {
        const note = notes[name];
        const end = note.settled && note.arrival < 0 ? side.restsAs() : side.status();
        const isBarred = end === 'moving' && note.arrival < 0 && (aim.least?.[name] ?? 0) > BARRED * within;
        writeSide(columns[name], row, note, columns.ends.indexOf(isBarred ? 'barred' : end));
        if (by) columns[name].compared[row] = side.compared(by);
      }
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
