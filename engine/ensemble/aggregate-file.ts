import { endsOf } from '../catalog.ts';
import { STATUSES } from '../run/status.ts';
import { describeRefusal } from '../scenario/describe-notice.ts';
import { formatLink, parseLink } from '../scenario/scenario.ts';
import { shownValue } from '../shown-value.ts';
import { SIDES } from '../side-names.ts';
import {
  addAggregate,
  type CellAggregate,
  type ComparedAggregate,
  createAggregate,
  DIGITS,
  type Histogram,
  rounded,
  type SideAggregate,
} from './aggregate.ts';
import {
  decadesRecord,
  histogramRecord,
  listOf,
  named,
  numberOf,
  numberRecord,
  rankedRecord,
  readDecades,
  readHistogram,
  readRanked,
  readSigned,
  recordOf,
  same,
  signedRecord,
  textOf,
  total,
  wholeOf,
} from './aggregate-values.ts';
import { countIn, joinRanges, type RunRange, rangesWithin } from './run-ranges.ts';
import { binsOf } from './summary.ts';
import { type Sweep, SweepError, scenarioSweep, sweepComparison, sweepScenario } from './sweep.ts';

export interface SweepAggregate {
  readonly sweep: Sweep;
  readonly cells: readonly CellAggregate[];
  /** Covered runs, counted over the cells, joined. */
  readonly ranges: readonly RunRange[];
}

/** Aggregates of different sources belong to different sweeps and are not added. Hashes are SHA-256, or null. */
export interface AggregateSource {
  readonly build: string;
  readonly engine: string | null;
  readonly data: string | null;
}

export interface AggregateFile {
  readonly aggregate: SweepAggregate;
  readonly source: AggregateSource;
  /** The shard as "k/m", or null. */
  readonly shard: string | null;
}

const FORMAT = 'twin-descent-aggregate';
const VERSION = 1;

const COMPARED = ['left', 'right', 'differences'] as const;

export const AGGREGATE_START = `{"format":"${FORMAT}",`;

export function createSweepAggregate(sweep: Sweep): SweepAggregate {
  const ends = endsOf(sweep.scenario.problem);
  return {
    sweep,
    cells: Array.from({ length: sweep.cells }, () =>
      createAggregate(ends, sweep.ensemble.audit, sweepComparison(sweep) !== null),
    ),
    ranges: [],
  };
}

/** Adds `more` to the cells of `to`. Throws SweepError if they share a run. */
export function addSweepAggregate(to: SweepAggregate, more: SweepAggregate): SweepAggregate {
  const ranges = joinRanges([...to.ranges, ...more.ranges]);
  for (const [i, cell] of to.cells.entries()) addAggregate(cell, more.cells[i]!);
  return { ...to, ranges };
}

/** Formats one line per cell with runs. Equal aggregates give equal texts. */
export function* formatAggregate({ aggregate, source, shard }: AggregateFile): Generator<string> {
  const { sweep, cells, ranges } = aggregate;
  const { build, engine, data } = source;
  const header = {
    format: FORMAT,
    version: VERSION,
    link: formatLink(sweepScenario(sweep)),
    build,
    ...(engine !== null && { engine }),
    ...(data !== null && { data }),
    ...(shard !== null && { shard }),
    digits: DIGITS,
    ends: endsOf(sweep.scenario.problem),
    ranges,
  };
  yield `${JSON.stringify(header).slice(0, -1)},\n"cells":[`;
  let before = '\n';
  for (const [number, cell] of cells.entries()) {
    if (cell.runs === 0) continue;
    yield before + JSON.stringify(cellRecord(number, cell));
    before = ',\n';
  }
  yield '\n]}\n';
}

function cellRecord(
  cell: number,
  { runs, both, onlyLeft, onlyRight, first, left, right, audit, compared }: CellAggregate,
) {
  return {
    ...{ cell, runs, both, onlyLeft, onlyRight },
    first: [first!.run, first!.steps],
    left: sideRecord(left),
    right: sideRecord(right),
    ...(audit && {
      audit: {
        behind_at: histogramRecord(audit.firsts),
        broken: rankedRecord(audit.broken),
        most: numberRecord(audit.most),
        points: audit.points,
        failures: audit.failures,
      },
    }),
    ...(compared && hasNumbers(compared) && { compared: comparedRecord(compared) }),
  };
}

/** False for runs of older files: nothing is written of them. */
const hasNumbers = ({ left, right }: ComparedAggregate) => left.size + right.size > 0;

const comparedRecord = (compared: ComparedAggregate) =>
  Object.fromEntries(COMPARED.map((name) => [name, signedRecord(compared[name])]));

function sideRecord({ arrived, missed, ties, arrivals, aways, worst }: SideAggregate) {
  return {
    ...{ arrived, missed, ties },
    arrival: histogramRecord(arrivals),
    away: decadesRecord(aways),
    worst: rankedRecord(worst),
  };
}

/** Throws SweepError, with a sentence, if the text is malformed or truncated, or its counts are inconsistent. */
export function parseAggregate(text: string): AggregateFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new SweepError(`Expected a whole aggregate in JSON; ${(error as Error).message}.`);
  }
  const header = recordOf(file, 'the file');
  const { format, version, link, build, engine, data, shard, digits, ends, ranges, cells } = header;
  for (const [key, got, expected] of [
    ['format', format, FORMAT],
    ['version', version, VERSION],
    ['digits', digits, DIGITS],
  ])
    if (got !== expected)
      throw new SweepError(`${key}: expected ${shownValue(expected)}; got ${shownValue(got)}.`);
  if (typeof link !== 'string') throw new SweepError(`link: expected a link; got ${shownValue(link)}.`);
  const { scenario, notices } = parseLink(link);
  if (notices.length > 0) throw new SweepError(describeRefusal(notices));
  const sweep = scenarioSweep(scenario);
  const names = endsOf(scenario.problem);
  const given = Array.isArray(ends) ? ends.length : 0;
  // Older files lack the last ends.
  if (given < STATUSES.length || JSON.stringify(ends) !== JSON.stringify(names.slice(0, given)))
    throw new SweepError(`ends: expected ${names.join(', ')}; got ${shownValue(ends)}.`);
  const aggregate = { ...createSweepAggregate(sweep), ranges: readRanges(ranges, sweep) };
  const read = [...aggregate.cells];
  for (const one of listOf(cells, 'cells')) {
    const record = recordOf(one, 'a cell');
    const cell = wholeOf(record.cell, 'cell', sweep.cells - 1);
    if (read[cell]!.runs > 0) throw new SweepError(`Expected each cell once; cell ${cell} came twice.`);
    read[cell] = named(`Cell ${cell}`, () => readCell(record, sweep, names, given));
  }
  const { runs: each } = sweep.ensemble;
  for (const [cell, { runs, first }] of read.entries()) {
    const own = rangesWithin(aggregate.ranges, cell * each, (cell + 1) * each);
    same(`Cell ${cell}: runs`, countIn(own), runs);
    if (first) same(`Cell ${cell}: first`, own[0]![0] - cell * each, first.run);
  }
  return {
    aggregate: { ...aggregate, cells: read },
    source: { build: textOf(build) ?? '', engine: textOf(engine), data: textOf(data) },
    shard: textOf(shard),
  };
}

function readRanges(value: unknown, { size }: Sweep): RunRange[] {
  const ranges = listOf(value, 'ranges').map((range): RunRange => {
    const [from, to] = listOf(range, 'a range', 2);
    const end = wholeOf(to, 'ranges', size);
    return [wholeOf(from, 'ranges', end - 1), end];
  });
  const joined = joinRanges(ranges);
  if (JSON.stringify(joined) !== JSON.stringify(ranges))
    throw new SweepError('ranges: expected them in order and apart; got others.');
  return joined;
}

function readCell(
  record: Record<string, unknown>,
  sweep: Sweep,
  ends: readonly string[],
  given: number,
): CellAggregate {
  const { ensemble } = sweep;
  const { runs: most, limit } = ensemble;
  const runs = wholeOf(record.runs, 'runs', most);
  const count = (key: string) => wholeOf(record[key], key, runs);
  const [both, onlyLeft, onlyRight] = [count('both'), count('onlyLeft'), count('onlyRight')];
  if (both + onlyLeft + onlyRight > runs)
    throw new SweepError(`expected at most ${runs} runs that arrive; got ${both + onlyLeft + onlyRight}.`);
  const [run, steps] = listOf(record.first, 'first', 2);
  const sides = Object.fromEntries(
    SIDES.map((side) => {
      const arrived = both + (side === 'left' ? onlyLeft : onlyRight);
      const read = () =>
        readSide(recordOf(record[side], side), { runs, arrived, most, limit, ends: ends.length, given });
      return [side, named(side, read)];
    }),
  ) as Record<(typeof SIDES)[number], SideAggregate>;
  return {
    ...{ ends, runs, both, onlyLeft, onlyRight },
    first: { run: wholeOf(run, 'first', most - 1), steps: wholeOf(steps, 'first', limit) },
    ...sides,
    audit: ensemble.audit ? readAudit(recordOf(record.audit, 'audit'), runs, most, limit) : null,
    compared: sweepComparison(sweep) && readCompared(record.compared, runs),
  };
}

/** Older files have none. */
function readCompared(value: unknown, runs: number): ComparedAggregate {
  const read = (name: string): Histogram => {
    if (value === undefined) return new Map();
    const found = readSigned(recordOf(value, 'compared')[name], name, runs);
    if (total(found.values()) > runs)
      throw new SweepError(`${name}: expected ${runs} runs at most; got ${total(found.values())}.`);
    return found;
  };
  const compared = { left: read('left'), right: read('right'), differences: read('differences') };
  const [pairs, least] = [compared.differences, compared.left].map((one) => total(one.values()));
  if (pairs! > Math.min(least!, total(compared.right.values())))
    throw new SweepError(`differences: expected a number of both sides for each; got ${pairs}.`);
  return compared;
}

interface SideSums {
  readonly runs: number;
  readonly arrived: number;
  readonly most: number;
  readonly limit: number;
  readonly ends: number;
  /** Ends that the file counts. */
  readonly given: number;
}

function readSide(record: Record<string, unknown>, sums: SideSums): SideAggregate {
  const { runs, most, limit, ends, given } = sums;
  const [arrived, missed, ties] = (['arrived', 'missed', 'ties'] as const).map((key) => [
    ...listOf(record[key], key, given).map((one) => wholeOf(one, key, runs)),
    ...new Array<number>(ends - given).fill(0),
  ]) as [number[], number[], number[]];
  same('arrived', sums.arrived, total(arrived));
  same('arrived, missed and ties', runs, total([...arrived, ...missed, ...ties]));
  const arrivals = readHistogram(record.arrival, 'arrival', runs, (step) => wholeOf(step, 'arrival', limit));
  same('arrival', sums.arrived, total(arrivals.values()));
  const aways = readDecades(recordOf(record.away, 'away'), runs);
  same('away', runs - total(ties), total(aways.values()));
  const worst = readRanked(record.worst, 'worst', most, total(aways.values()));
  // The farthest run is in the last bin.
  if (worst[0]) same('worst', binsOf(aways).values.at(-1)!, rounded(worst[0].by));
  return { arrived, missed, ties, arrivals, aways, worst };
}

function readAudit(record: Record<string, unknown>, runs: number, most: number, limit: number) {
  const firsts = readHistogram(record.behind_at, 'behind_at', runs, (step) =>
    wholeOf(step, 'behind_at', limit),
  );
  const points = wholeOf(record.points, 'points', Number.MAX_SAFE_INTEGER);
  if (total(firsts.values()) > runs)
    throw new SweepError(`behind_at: expected ${runs} runs at most; got ${total(firsts.values())}.`);
  const broken = readRanked(record.broken, 'broken', most, total(firsts.values()));
  const by = numberOf(record.most, 'most');
  if (broken[0]) same('most', broken[0].by, by);
  return { firsts, broken, most: by, points, failures: wholeOf(record.failures, 'failures', points) };
}
