import type { End, PairInstance, SideName } from '../../engine/contract.ts';
import type { LossGrid } from '../../engine/export/loss-grid.ts';
import { csvRow, jsonRow } from '../../engine/export/table.ts';
import type { PlaneStructure } from '../../engine/landscapes/plane-structure.ts';
import { createRun, type Run, type RunValues, type SideFrame } from '../../engine/run/create-run.ts';

/** Steps that are computed at once; how many does not change a digit. */
const BATCH = 10_000;

/** A whole run of one side, in flat memory: a million steps of twenty weights take 180 MB. */
export interface SideRun {
  readonly count: number;
  readonly dimension: number;
  readonly iterates: Float64Array;
  readonly losses: Float64Array;
  /** Null without a plant. */
  readonly distances: Float64Array | null;
  readonly status: End;
  readonly endedAt: number | null;
  readonly arrivedAt: number | null;
}

export interface WholeRun {
  readonly settings: Run['settings'];
  readonly left: SideRun;
  readonly right: SideRun;
}

/** Runs both sides to step `steps`. */
export function runToEnd(instance: PairInstance, values: RunValues, steps: number): WholeRun {
  const race = createRun(instance, values);
  const sides = { left: createRecord(instance, steps + 1), right: createRecord(instance, steps + 1) };
  let frame = race.first();
  for (let taken = 0; ; ) {
    sides.left.add(frame.left);
    sides.right.add(frame.right);
    const batch = Math.min(BATCH, steps - taken);
    if (batch === 0) break;
    frame = race.advance(batch);
    taken += batch;
  }
  return { settings: race.settings, left: sides.left.whole(), right: sides.right.whole() };
}

function createRecord({ dimension, plant }: PairInstance, length: number) {
  const iterates = new Float64Array(length * dimension);
  const losses = new Float64Array(length);
  const distances = plant ? new Float64Array(length) : null;
  let count = 0;
  let last: SideFrame;
  return {
    add(frame: SideFrame): void {
      iterates.set(frame.iterates, count * dimension);
      losses.set(frame.series.loss!, count);
      distances?.set(frame.series.distance!, count);
      count += frame.count;
      last = frame;
    },
    whole(): SideRun {
      const { status, endedAt, arrivedAt } = last;
      return { count, dimension, iterates, losses, distances, status, endedAt, arrivedAt };
    },
  };
}

/** What the JSON says before the sides. */
export type Heading = Readonly<Record<string, unknown>>;

/** The pieces of one JSON object: the heading's entries, both sides, then what was asked for besides. */
export function* jsonPieces(
  heading: Heading,
  { left, right }: WholeRun,
  structure: PlaneStructure | null,
  grid: LossGrid | null,
): Generator<string> {
  yield `${JSON.stringify(heading).slice(0, -1)},"left":`;
  yield* sidePieces(left);
  yield ',"right":';
  yield* sidePieces(right);
  if (structure)
    yield `,"stationary":{"left":${JSON.stringify(structure.left)},"right":${JSON.stringify(structure.right)}}`;
  if (grid) {
    yield ',"grid":';
    yield* gridPieces(grid);
  }
  yield '}';
}

function* sidePieces(side: SideRun): Generator<string> {
  const { count, dimension: d, iterates, losses, distances, status, endedAt, arrivedAt } = side;
  yield '{"iterates":[';
  for (let k = 0; k < count; k++) yield `${k > 0 ? ',' : ''}${jsonRow(iterates.subarray(k * d, k * d + d))}`;
  yield '],"losses":';
  yield* listPieces(losses, count);
  yield ',"distances":';
  if (distances) yield* listPieces(distances, count);
  else yield 'null';
  yield `,"status":${JSON.stringify(status)},"endedAt":${JSON.stringify(endedAt)},"arrivedAt":${JSON.stringify(arrivedAt)}}`;
}

function* gridPieces({ size, view, plane, left, right }: LossGrid): Generator<string> {
  yield `{"size":${size},"view":${JSON.stringify([view.x0, view.x1, view.y0, view.y1])}`;
  if (plane) for (const key of ['centre', 'p', 'q'] as const) yield `,"${key}":${jsonRow(plane[key])}`;
  yield ',"left":';
  yield* listPieces(left, left.length);
  yield ',"right":';
  yield* listPieces(right, right.length);
  yield '}';
}

function* listPieces(numbers: Float64Array, count: number): Generator<string> {
  yield '[';
  for (let k = 0; k < count; k++) yield `${k > 0 ? ',' : ''}${JSON.stringify(numbers[k])}`;
  yield ']';
}

/** The pieces of a CSV text, without a line break at the end: a header, then a row a step of the left, of the right. */
export function* csvPieces(run: WholeRun): Generator<string> {
  const weights = Array.from({ length: run.left.dimension }, (_, j) => `w${j + 1}`);
  yield csvRow(['k', 'side', ...weights, 'loss', 'distance']);
  for (const name of ['left', 'right'] as const satisfies SideName[]) {
    const { count, dimension: d, iterates, losses, distances } = run[name];
    for (let k = 0; k < count; k++)
      yield `\n${csvRow([k, name, ...iterates.subarray(k * d, k * d + d), losses[k]!, distances?.[k] ?? ''])}`;
  }
}
