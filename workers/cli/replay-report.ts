import type { Instance, SideName } from '../../engine/contract.ts';
import type { LossGrid } from '../../engine/export/loss-grid.ts';
import { csvRow, jsonRow } from '../../engine/export/table.ts';
import { sidesTable } from '../../engine/export/tables/sides-table.ts';
import type { PlaneStructure } from '../../engine/landscapes/plane-structure.ts';
import { createRun, type Frame, type RunValues, type SideFrame } from '../../engine/run/create-run.ts';

/** Steps per batch; affects no digit. */
const BATCH = 10_000;

/** Runs both sides up to `steps` in flat memory: a million steps of twenty weights take 190 MB per side. */
export function runToEnd(instance: Instance, values: RunValues, steps: number): Frame[] {
  const run = createRun(instance, values);
  const frames = [run.first()];
  for (let taken = 0; taken < steps; taken += BATCH) frames.push(run.advance(Math.min(BATCH, steps - taken)));
  return frames;
}

export type Heading = Readonly<Record<string, unknown>>;

/** Yields a JSON object in pieces: heading, both sides, optional extras. */
export function* jsonPieces(
  heading: Heading,
  instance: Instance,
  run: readonly Frame[],
  structure: PlaneStructure | null,
  grid: LossGrid | null,
): Generator<string> {
  yield `${JSON.stringify(heading).slice(0, -1)},"left":`;
  yield* sidePieces(instance, run, 'left');
  yield ',"right":';
  yield* sidePieces(instance, run, 'right');
  if (structure)
    yield `,"stationary":{"left":${JSON.stringify(structure.left)},"right":${JSON.stringify(structure.right)}}`;
  if (grid) {
    yield ',"grid":';
    yield* gridPieces(grid);
  }
  yield '}';
}

/** Yields a side. Losses over shared weights have losses, and distances to a plant; other sides have named series. */
function* sidePieces(instance: Instance, run: readonly Frame[], side: SideName): Generator<string> {
  const frames = run.map((frame) => frame[side]);
  const { series, status, endedAt, arrivedAt, carried } = frames.at(-1)!;
  const named: readonly (readonly [string, string | null])[] = instance.sides
    ? Object.keys(series).map((name) => [name, name])
    : [
        ['losses', 'loss'],
        ['distances', instance.plant && 'distance'],
      ];
  yield '{"iterates":';
  yield* listPieces(statesOf(frames), jsonRow);
  yield instance.sides ? ',"series":{' : ',';
  for (const [at, [key, name]] of named.entries()) {
    yield `${at > 0 ? ',' : ''}${JSON.stringify(key)}:`;
    if (name === null) yield 'null';
    else yield* listPieces(numbersOf(frames, name), JSON.stringify);
  }
  const ended = JSON.stringify({ status, endedAt, arrivedAt, ...(carried && { carried }) });
  yield `${instance.sides ? '}' : ''},${ended.slice(1)}`;
}

function* statesOf(frames: readonly SideFrame[]): Generator<Float64Array> {
  for (const { count, width, iterates } of frames)
    for (let k = 0; k < count; k++) yield iterates.subarray(k * width, (k + 1) * width);
}

function* numbersOf(frames: readonly SideFrame[], name: string): Generator<number> {
  for (const { series } of frames) yield* series[name]!;
}

function* gridPieces({ size, view, plane, left, right }: LossGrid): Generator<string> {
  yield `{"size":${size},"view":${JSON.stringify([view.x0, view.x1, view.y0, view.y1])}`;
  if (plane) for (const key of ['centre', 'p', 'q'] as const) yield `,"${key}":${jsonRow(plane[key])}`;
  yield ',"left":';
  yield* listPieces(left, JSON.stringify);
  yield ',"right":';
  yield* listPieces(right, JSON.stringify);
  yield '}';
}

function* listPieces<T>(items: Iterable<T>, write: (item: T) => string): Generator<string> {
  let between = '[';
  for (const item of items) {
    yield `${between}${write(item)}`;
    between = ',';
  }
  yield between === '[' ? '[]' : ']';
}

/** Yields CSV without a final line break: header, then a row per step of the left, then the right; separate sides share rows. */
export function* csvPieces(instance: Instance, values: RunValues, steps: number): Generator<string> {
  if (instance.sides) {
    const { columns, body } = sidesTable(instance, values, { last: steps, every: 1 }, true);
    yield csvRow(columns.map(({ name }) => name));
    for (const row of body()) if (row) yield `\n${csvRow(row)}`;
    return;
  }
  const run = runToEnd(instance, values, steps);
  const weights = Array.from({ length: instance.dimension }, (_, j) => `w${j + 1}`);
  yield csvRow(['k', 'side', ...weights, 'loss', 'distance']);
  for (const name of ['left', 'right'] as const) {
    let k = 0;
    for (const { [name]: frame } of run) {
      const { loss, distance } = frame.series;
      for (const [row, state] of [...statesOf([frame])].entries())
        yield `\n${csvRow([k++, name, ...state, loss![row]!, instance.plant ? distance![row]! : ''])}`;
    }
  }
}
