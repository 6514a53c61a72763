import { endsOf } from '../catalog.ts';
import type { SideName } from '../contract.ts';
import { type OutcomeMap, outcomeOf } from '../run/outcome.ts';
import { describeRefusal } from '../scenario/describe-notice.ts';
import { parseLink } from '../scenario/scenario.ts';
import { SIDES } from '../side-names.ts';
import { placesOf } from './axes.ts';
import { createColumns, type RunColumns, type SideColumns } from './columns.ts';
import {
  cellOutcomes,
  comparedColumns,
  outcomeColumns,
  type Sweep,
  SweepError,
  scenarioSweep,
  sweepColumns,
  sweepComparison,
} from './sweep.ts';

export interface SweepRuns {
  readonly sweep: Sweep;
  readonly columns: RunColumns;
  /** 1 if the run's row is filled. */
  readonly done: Uint8Array<ArrayBuffer>;
}

export function createSweepRuns(sweep: Sweep): SweepRuns {
  return {
    sweep,
    columns: createColumns(
      0,
      sweep.size,
      sweep.ensemble.audit,
      endsOf(sweep.scenario.problem),
      sweepComparison(sweep) !== null,
    ),
    done: new Uint8Array(sweep.size),
  };
}

const OUTCOMES_IN_ROW = outcomeColumns().length;

const LINK_LINE = '# link: ';

/** Reads the CSV of a sweep or shard line by line. At most `most` runs: a page lacks a cluster's memory. */
export function createRunsReader(most: number) {
  let names: string | null = null;
  let runs: SweepRuns | null = null;
  /** Columns at the end of a row that older files lack. */
  let newer = { outcomes: OUTCOMES_IN_ROW, compared: 0 };
  let outcomes: readonly OutcomeMap[] = [];
  let line = 0;
  let count = 0;

  function begin(link: string): SweepRuns {
    const { scenario, notices } = parseLink(link);
    if (notices.length > 0) throw new SweepError(describeRefusal(notices));
    const sweep = scenarioSweep(scenario);
    if (sweep.size > most) throw new SweepError(`Expected at most ${most} runs; got ${sweep.size}.`);
    const expected = sweepColumns(sweep).map(({ name }) => name);
    const compared = comparedColumns(sweep).length;
    const found = [
      { outcomes: OUTCOMES_IN_ROW, compared },
      { outcomes: OUTCOMES_IN_ROW, compared: 0 },
      { outcomes: 0, compared: 0 },
    ].find((one) => {
      const lacks = OUTCOMES_IN_ROW + compared - one.outcomes - one.compared;
      return names === expected.slice(0, expected.length - lacks).join(',');
    });
    if (!found) throw new SweepError(`Expected the columns ${expected.join(', ')}; got others.`);
    newer = found;
    outcomes = Array.from({ length: sweep.cells }, (_, cell) => cellOutcomes(sweep, cell));
    return createSweepRuns(sweep);
  }

  function readRow({ sweep, columns, done }: SweepRuns, text: string): void {
    const cells = text.split(',');
    const bad = () =>
      new SweepError(`Line ${line}: expected a run of this sweep; got "${text.slice(0, 40)}".`);
    const whole = (cell: string | undefined, least: number, end: number) => {
      const value = Number(cell);
      if (!/^-?\d+$/.test(cell ?? '') || !(value >= least && value < end)) throw bad();
      return value;
    };
    const number = (cell: string | undefined) => {
      const value = cell === 'inf' ? Number.POSITIVE_INFINITY : Number(cell);
      if (!/^(-?[\d.]+(e[+-]?\d+)?|inf|nan)$/.test(cell ?? '') || (Number.isNaN(value) && cell !== 'nan'))
        throw bad();
      return value;
    };
    const { runs: each, limit, audit } = sweep.ensemble;
    const axes = sweep.axes.length;
    const length = 2 + axes + 8 + (audit ? 4 : 0);
    if (cells.length !== length + newer.outcomes + newer.compared) throw bad();
    const cell = whole(cells[0], 0, sweep.cells);
    const at = cell * each + whole(cells[1 + axes], 0, each);
    // Other axis values or a duplicate run: the row of another file. Never count it silently.
    if (placesOf(sweep.axes, cell).some((place, j) => number(cells[1 + j]) !== place) || done[at] === 1)
      throw bad();
    const side = (to: SideColumns, from: number) => {
      const status = columns.ends.indexOf(cells[from + 3]!);
      if (status < 0) throw bad();
      to.arrivals[at] = whole(cells[from], -1, limit + 1);
      to.aways[at] = number(cells[from + 1]);
      to.steps[at] = whole(cells[from + 2], 0, limit + 1);
      to.statuses[at] = status;
    };
    side(columns.left, 2 + axes);
    side(columns.right, 6 + axes);
    if (audit) {
      columns.audit.behindAt[at] = whole(cells[10 + axes], -1, limit + 1);
      columns.audit.behindBy[at] = number(cells[11 + axes]);
      columns.audit.points[at] = whole(cells[12 + axes], 0, 2 ** 31);
      columns.audit.failures[at] = whole(cells[13 + axes], 0, 2 ** 31);
    }
    const isTrue = (name: SideName, i: number) => {
      const { arrivals, aways, statuses } = columns[name];
      const is = outcomeOf(outcomes[cell]!, arrivals[at]!, aways[at]!, columns.ends[statuses[at]!]!);
      const told = cells[length + i];
      // Files before 7 December 2026 call hovering runs moving.
      return told === is || (is === 'hovering' && told === 'moving');
    };
    if (newer.outcomes > 0 && !SIDES.every(isTrue)) throw bad();
    if (newer.compared > 0)
      for (const [i, side] of SIDES.entries()) {
        const text = cells[length + newer.outcomes + i];
        columns[side].compared[at] = text === '-inf' ? Number.NEGATIVE_INFINITY : number(text);
      }
    count++;
    done[at] = 1;
  }

  return {
    /** Takes a line without its break. Throws SweepError for a foreign one. */
    push(text: string): void {
      line++;
      if (names === null) names = text.trimEnd();
      else if (text.startsWith(LINK_LINE)) {
        if (runs) throw new SweepError(`Line ${line}: expected one link; got a second one.`);
        runs = begin(text.slice(LINK_LINE.length).trim());
      } else if (text.startsWith('#') || text.trim() === '') return;
      else if (runs) readRow(runs, text.trimEnd());
      else throw new SweepError('Expected the result file of a sweep; its header names no link.');
    },
    /** Throws SweepError without a run. */
    finish(): SweepRuns {
      if (!runs || count === 0)
        throw new SweepError('Expected the result file of a sweep; got no run of one.');
      return runs;
    },
  };
}
