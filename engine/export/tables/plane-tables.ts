import type { PairInstance } from '../../contract.ts';
import { type BasinEnd, type LONE_ENDS, sampleBasins } from '../../landscapes/basins.ts';
import type { Point } from '../../landscapes/original-rays.ts';
import {
  describePlane,
  isCertain,
  type PlaneStructure,
  UNCERTAIN,
} from '../../landscapes/plane-structure.ts';
import { createSideBasins } from '../../landscapes/side-basins.ts';
import type { StationaryPoints } from '../../landscapes/stationary-points.ts';
import { cellCentre, type GridView } from '../../landscapes/window.ts';
import type { Values } from '../../params.ts';
import type { RunValues } from '../../run/create-run.ts';
import { SIDES } from '../../side-names.ts';
import type { TableRequest } from '../kinds.ts';
import { createLossGrid, findPlane } from '../loss-grid.ts';
import { type Cell, column, type ExportTable, type TableColumn } from '../table.ts';

const BASIN_SLICE = 64;

function viewOf([x0, x1, y0, y1]: TableRequest['view']): GridView {
  return { x0, x1, y0, y1 };
}

function placeColumns(isSlice: boolean): TableColumn[] {
  return isSlice
    ? [
        column('s', "the cell's centre along p", 'original units'),
        column('t', "the cell's centre along q", 'original units'),
      ]
    : [
        column('w1', "the cell's centre: the first weight", 'original units'),
        column('w2', "the cell's centre: the second weight", 'original units'),
      ];
}

function windowNote({ view: [x0, x1, y0, y1], size }: TableRequest): string {
  return `${size} x ${size} cells of the window ${x0} to ${x1} and ${y0} to ${y1}: row after row from the lowest second coordinate on`;
}

export function gridTable(instance: PairInstance, values: Values, request: TableRequest): ExportTable {
  const view = viewOf(request.view);
  const { size } = request;
  const plane = findPlane(instance, values);
  const grid = createLossGrid(instance, plane, view, size);
  return {
    what: 'both losses over a window',
    notes: [
      windowNote(request),
      ...(plane
        ? [
            'the window lies on a plane through the weights: w = centre + s p + t q',
            `centre: ${plane.centre.join(' ')}`,
            `p: ${plane.p.join(' ')}`,
            `q: ${plane.q.join(' ')}`,
          ]
        : []),
    ],
    columns: [
      ...placeColumns(plane !== null),
      column('left_loss', 'the non-convex loss f', 'mean over the samples'),
      column('right_loss', "the right side's loss", 'mean over the samples'),
    ],
    *body() {
      for (const row of grid.rows()) {
        yield null;
        const y = cellCentre(view.y0, view.y1, size, row);
        for (let column = 0; column < size; column++) {
          const at = row * size + column;
          yield [cellCentre(view.x0, view.x1, size, column), y, grid.left[at]!, grid.right[at]!];
        }
      }
    },
  };
}

function structureOf(instance: PairInstance): PlaneStructure {
  const structure = describePlane(instance);
  if (!structure) throw new RangeError('expected a plane of two weights over finitely many samples');
  return structure;
}

const NONE: Point = [Number.NaN, Number.NaN];

/** One row of the stationary points; NaN for fields that a kind lacks. */
interface StationaryRow {
  readonly kind: string;
  readonly at?: Point;
  readonly loss: number;
  readonly strict?: number;
  readonly onKink?: number;
  readonly angles?: readonly [number, number];
  readonly start?: Point | null;
  readonly end?: Point | null;
  readonly direction?: Point;
  readonly stuckShare?: number;
}

function rowsOf(points: StationaryPoints): StationaryRow[] {
  const { minima, ridgeSaddles, valleys, crests, plateaus, origin } = points;
  return [
    ...minima.map(({ at, loss, strict, on }) => ({
      kind: 'minimum',
      at,
      loss,
      strict: Number(strict),
      onKink: Number(on === 'kink'),
    })),
    ...ridgeSaddles.map(({ at, loss }) => ({ kind: 'saddle', at, loss, onKink: 1 })),
    ...valleys.map(({ through, loss, fromAngle, toAngle, start, end, direction }) => ({
      kind: 'valley',
      at: through,
      loss,
      angles: [fromAngle, toAngle] as const,
      start,
      end,
      direction,
    })),
    ...crests.map(({ direction, loss }) => ({ kind: 'crest', loss, direction })),
    ...plateaus.map(({ loss, fromAngle, toAngle }) => ({
      kind: 'plateau',
      loss,
      angles: [fromAngle, toAngle] as const,
    })),
    {
      kind: 'origin',
      at: [0, 0],
      loss: origin.loss,
      strict: Number(origin.isMinimum),
      stuckShare: origin.stuckShare,
    },
  ];
}

export function stationaryTable(instance: PairInstance): ExportTable {
  const structure = structureOf(instance);
  const pair = (name: string, about: string): TableColumn[] =>
    [1, 2].map((j) => ({ name: `${name}${j}`, unit: 'original units', about }));
  return {
    what: isCertain(structure)
      ? 'every stationary point of both losses over the two weights (found sector by sector: none is left out)'
      : `stationary points of both losses over the two weights (found sector by sector; ${UNCERTAIN})`,
    notes: [`kink lines: ${structure.lines}`],
    columns: [
      column('side', '0 the left; 1 the right'),
      column(
        'kind',
        'minimum; saddle (least along a kink line); valley (a line of minima); crest (a ray); plateau (a whole sector); origin',
      ),
      ...pair('w', 'the place; of a valley a point of it'),
      column('loss', "the side's loss there", 'mean over the samples'),
      column('strict', '1 a strict minimum; 0 a minimum that is none (the end of a valley)'),
      column('on_kink', '1 on a kink line; 0 where the loss is smooth'),
      column('from_angle', 'where the sector begins: valleys and plateaus', 'radians'),
      column('to_angle', 'where it ends', 'radians'),
      ...pair('start', "where a valley meets the sector's first ray; nan: never"),
      ...pair('end', 'where it meets the other; nan: never'),
      ...pair('direction', 'unit vector along a valley or crest'),
      column(
        'stuck_share',
        'at the origin: in which the loss does not fall at first order',
        'share of the directions',
      ),
    ],
    *body() {
      for (const [index, side] of SIDES.entries())
        for (const row of rowsOf(structure[side])) yield cellsOf(index, row);
    },
  };
}

function cellsOf(side: number, row: StationaryRow): Cell[] {
  const { kind, at, loss, strict, onKink, angles, start, end, direction, stuckShare } = row;
  return [
    side,
    kind,
    ...(at ?? NONE),
    loss,
    strict ?? Number.NaN,
    onKink ?? Number.NaN,
    ...(angles ?? NONE),
    ...(start ?? NONE),
    ...(end ?? NONE),
    ...(direction ?? NONE),
    stuckShare ?? Number.NaN,
  ];
}

export function basinTable(instance: PairInstance, values: RunValues, request: TableRequest): ExportTable {
  const structure = structureOf(instance);
  const view = viewOf(request.view);
  const { size } = request;
  const found = SIDES.map((side) => createSideBasins(instance, values, structure, side)!);
  const labels = found.map(() => new Uint16Array(size * size));
  return {
    what: 'where descent from each cell of a window ends',
    notes: [
      windowNote(request),
      ...SIDES.flatMap((side, s) =>
        found[s]!.ends.map((end, index) => `${side} end ${index}: ${endWords(end, structure[side])}`),
      ),
    ],
    columns: [
      ...placeColumns(false),
      ...SIDES.map((side) =>
        column(`${side}_end`, `number of the end that the ${side} side comes to from there: see above`),
      ),
    ],
    *body() {
      for (let cell = 0; cell < size * size; cell += BASIN_SLICE) {
        yield null;
        const end = Math.min(size * size, cell + BASIN_SLICE);
        for (const [s, basins] of found.entries()) sampleBasins(labels[s]!, basins, view, size, cell, end);
        for (let at = cell; at < end; at++)
          yield [
            cellCentre(view.x0, view.x1, size, at % size),
            cellCentre(view.y0, view.y1, size, Math.floor(at / size)),
            labels[0]![at]!,
            labels[1]![at]!,
          ];
      }
    },
  };
}

const LONE_WORDS: Readonly<Record<(typeof LONE_ENDS)[number], string>> = {
  origin: 'the origin',
  elsewhere: 'the gradient vanished elsewhere (a saddle)',
  moving: 'still moving when it was given up',
  unbounded: 'falls forever',
  diverged: 'diverged',
};

function endWords({ kind, index }: BasinEnd, { minima, valleys, plateaus }: StationaryPoints): string {
  switch (kind) {
    case 'minimum':
      return `minimum at w = (${minima[index]!.at.join(' ')}); loss ${minima[index]!.loss}`;
    case 'valley':
      return `valley through w = (${valleys[index]!.through.join(' ')}); loss ${valleys[index]!.loss}`;
    case 'plateau':
      return `plateau from angle ${plateaus[index]!.fromAngle} to ${plateaus[index]!.toAngle}; loss ${plateaus[index]!.loss}`;
    default:
      return LONE_WORDS[kind];
  }
}
