import type { ProblemId } from '../../../../engine/catalog.ts';
import type { Instance, SideName } from '../../../../engine/contract.ts';
import type { Values } from '../../../../engine/params.ts';
import { createRampTable } from '../../../charts/colour/ramp-table.ts';
import type { DisplayList, Mark, RasterMark } from '../../../charts/display-list.ts';
import { createPlane } from '../../../charts/geometry.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';
import type { PictureKit } from '../../../session/picture/figure-view.ts';
import { fieldOf } from '../../../session/picture/in-plane.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownView } from '../../../session/store.ts';
import { viewOf } from '../../../session/view.ts';
import type { FieldMap } from '../../fields/field-map.ts';
import { declaredIn, type Room, textsIn } from '../laws.ts';

/** For tests: a map shows, at every step, the function that its heading names. */

/** Cells that are compared. */
const CELLS = 100;

/** Entries of the ramp by which a colour may differ: it is rounded. */
const ROUNDING = 2;

/** The engine, which the app may not import. */
export interface EngineAsked {
  prepare(problem: ProblemId, values: Values): Promise<Instance>;
  /** Returns a random integer in [0, below). */
  integer(below: number): number;
}

type Evaluate = (x: number, y: number) => number;

/** Returns the engine's own function of a panel's heading at the shown step; null for a panel that is no map of one. */
async function namedFunction(
  snapshot: Snapshot,
  side: SideName,
  of: Partial<FieldMap> | undefined,
  engine: EngineAsked,
): Promise<Evaluate | null> {
  const state = snapshot.store.getState();
  if (state.own !== null || state.scenario.values.ground !== 'loss') return null;
  const [name, field] = fieldOf(state.opened, side) ?? ['', null];
  if (field) {
    if (!field.height || of?.side !== side) return null;
    const { sides } = await engine.prepare(state.openedProblem, of.named?.(snapshot) ?? state.openedValues);
    const { height, under } = sides![side].fields![name]!;
    return of.staysBeneath?.(state) ? under! : height!;
  }
  if (!viewOf(state).maps || state.opened?.dimension !== 2 || state.slice) return null;
  const instance = await engine.prepare(state.openedProblem, state.openedValues);
  if (instance.sides) return null;
  const at = new Float64Array(2);
  return (x, y) => {
    at.set([x, y]);
    return instance[side].loss(at);
  };
}

/** Returns one sentence per map whose colours are not a colouring of the function that its heading names. */
export async function brokenByMaps(
  snapshot: Snapshot,
  kit: PictureKit,
  room: Room,
  engine: EngineAsked,
): Promise<string[]> {
  const state = snapshot.store.getState();
  const found: string[] = [];
  const panels = viewOf(state).panels(state);
  for (const [i, { size, draw }] of declaredIn(snapshot, kit, room).entries()) {
    const panel = panels[i];
    if (!panel?.side) continue;
    const valueAt = await namedFunction(snapshot, panel.side, panel.map, engine);
    if (!valueAt) continue;
    const plane = createPlane(shownView(state), landscapeRect(size.width, size.height, kit.drawStyle.scale));
    const list = draw(size);
    const raster = rasterIn(list);
    const flaws = raster ? [unlike(raster, valueAt, plane.toData, kit, engine)] : ['draws no function'];
    // Numbers of a loss are above the least one, which its legend says.
    if (panel.map && raster) flaws.push(...misnumbered(list, raster, valueAt, plane.toData));
    found.push(...flaws.filter((flaw) => flaw !== '').map((flaw) => `${panel.title(state, kit.t)}: ${flaw}`));
  }
  return found;
}

function rasterIn(list: DisplayList): RasterMark | null {
  for (const mark of list) {
    const inner = mark.kind === 'clip' || mark.kind === 'group' ? rasterIn(mark.marks) : null;
    if (inner) return inner;
    if (isGround(mark)) return mark;
  }
  return null;
}

const isGround = (mark: Mark): mark is RasterMark => mark.kind === 'raster' && mark.role === 'loss';

/** Compares random cells: a lower value never has a colour further up the ramp. */
function unlike(
  { rect, columns, rows, rgba }: RasterMark,
  valueAt: Evaluate,
  toData: (px: number, py: number) => readonly [number, number],
  { drawStyle }: PictureKit,
  engine: EngineAsked,
): string {
  const table = createRampTable(drawStyle.palette.ramp);
  const cells: { readonly value: number; readonly at: number }[] = [];
  for (let tries = 0; cells.length < CELLS && tries < 20 * CELLS; tries++) {
    const [column, row] = [engine.integer(columns), engine.integer(rows)];
    const px = rect.x + ((column + 0.5) / columns) * rect.width;
    const py = rect.y + ((row + 0.5) / rows) * rect.height;
    const value = valueAt(...toData(px, py));
    if (Number.isFinite(value)) cells.push({ value, at: entryOf(table, rgba, 4 * (row * columns + column)) });
  }
  cells.sort((a, b) => a.value - b.value);
  let most = 0;
  for (const { value, at } of cells) {
    if (at < most - ROUNDING) return `the cell of value ${value} has colour ${at}, below ${most}`;
    most = Math.max(most, at);
  }
  const [least, largest] = [cells[0]!.value, cells.at(-1)!.value];
  return largest > least * (1 + 1e-9) + 1e-12 && most === cells[0]!.at ? 'one colour everywhere' : '';
}

/** Reads 0.1, 10⁻³ and 2×10⁻³. */
function numberOf(text: string): number {
  const [, digits = '1', power] = /^(?:([\d.]+)×)?10([⁻⁰¹²³⁴-⁹]+)$/.exec(text) ?? [];
  if (power === undefined) return Number(text.replace('−', '-'));
  return Number(
    `${digits}e${[...power].map((one) => (one === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(one))).join('')}`,
  );
}

/** Places across the neighbourhood of a number, in its half widths. */
const ACROSS = Array.from({ length: 25 }, (_, k) => k / 12 - 1);

/** Lists numbers of iso-lines that the function does not take within a cell and a half of them. */
function misnumbered(
  list: DisplayList,
  { rect, columns }: RasterMark,
  valueAt: Evaluate,
  toData: (px: number, py: number) => readonly [number, number],
): string[] {
  const reach = (1.5 * rect.width) / columns;
  return textsIn(list).flatMap(({ role, text, x, y }) => {
    if (role !== 'iso-number') return [];
    const near = ACROSS.flatMap((i) => ACROSS.map((j) => valueAt(...toData(x + i * reach, y + j * reach))));
    const known = near.filter(Number.isFinite);
    const level = numberOf(text);
    return Math.min(...known) <= level && level <= Math.max(...known)
      ? []
      : [`the line named ${text} is at ${Math.min(...known)} to ${Math.max(...known)}`];
  });
}

/** Returns the entry of the ramp nearest to a pixel. */
function entryOf(table: Uint8ClampedArray, rgba: Uint8ClampedArray, pixel: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let k = 0; k < table.length / 3; k++) {
    const off = [0, 1, 2].reduce((sum, j) => sum + (table[3 * k + j]! - rgba[pixel + j]!) ** 2, 0);
    if (off < least) [best, least] = [k, off];
  }
  return best;
}
