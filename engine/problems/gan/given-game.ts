import type { Vector } from '../../contract.ts';
import type { Values } from '../../params.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import { GAN } from './card.ts';
import type { GameData, GivenGames } from './game-data.ts';

const { params } = GAN;
const KEYS = ['z', 'V', 'xmean', 'W', 'V2', 'W2', 'd'];

/** Row-major. */
interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Vector;
}

/** One line. */
class Wrong extends Error {}

/**
 * Reads `z` (n rows of dz), `V` (m rows of k), `xmean` (m numbers), `W` (k rows of dz), `V2` and `W2` for another width, and `d` (m
 * numbers, default zeros). Returns one line if the file is wrong.
 */
export function givenGames(
  file: unknown,
  values: Values,
): { readonly values: Values; readonly drawn: GivenGames } | string {
  try {
    return readGames(file, values);
  } catch (error) {
    if (error instanceof Wrong) return error.message;
    throw error;
  }
}

function readGames(file: unknown, values: Values) {
  if (typeof file !== 'object' || file === null || Array.isArray(file))
    throw new Wrong('expected an object with z, V, xmean and W; got another JSON value');
  if (values.level !== 'network') throw new Wrong(`expected the level network; got ${values.level}`);
  const given = file as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    throw new Wrong(`unknown key "${unknown.slice(0, 40)}": expected ${KEYS.join(', ')}`);

  const z = matrixAt(given, 'z');
  const V = matrixAt(given, 'V');
  const [n, dz, m, width] = [z.rows, z.columns, V.rows, V.columns];
  const mean = vectorAt(given, 'xmean', m);
  const discriminator = given.d === undefined ? new Float64Array(m) : vectorAt(given, 'd', m);
  const common = { m, dz, n, noise: z.values, mean, discriminator };
  const gameOf = (columns: Matrix, weights: Matrix): GameData => ({
    ...common,
    width: columns.columns,
    columns: columns.values,
    weights: weights.values,
  });
  const left = gameOf(V, sized(matrixAt(given, 'W'), 'W', width, dz));
  const isWider = values.versus === 'width';
  const right = isWider ? second() : left;
  for (const [key, size] of Object.entries({ m, n, dz, width, ...(isWider && { width2: right.width }) }))
    bounded(key as 'm', size);

  function second(): GameData {
    if (given.V2 === undefined || given.W2 === undefined)
      throw new Wrong('expected V2 and W2 too with versus=width; got none');
    const V2 = matrixAt(given, 'V2');
    if (V2.rows !== m) throw new Wrong(`V2: expected ${m} rows as in V; got ${V2.rows}`);
    return gameOf(V2, sized(matrixAt(given, 'W2'), 'W2', V2.columns, dz));
  }

  const settled = { level: 'network', m, dz, n, width, xmean: [...mean] };
  return {
    values: isWider ? { ...settled, width2: right.width } : settled,
    drawn: { left, right, notices: ignored(given, values, isWider) },
  };
}

function ignored(given: Readonly<Record<string, unknown>>, values: Values, isWider: boolean): Notice[] {
  const unused = isWider ? [] : ['V2', 'W2'].filter((key) => given[key] !== undefined);
  return [
    ...unused.map((key) => notice('without-effect', key, `versus=${values.versus}`, 'a matrix')),
    ...(values.seed === params.seed.default
      ? []
      : [notice('without-effect', 'seed', '--values', String(values.seed))]),
  ];
}

function bounded(key: 'm' | 'n' | 'dz' | 'width', size: number): void {
  const { min, max } = params[key];
  if (size < min || size > max) throw new Wrong(`${key}: expected ${min} to ${max}; got ${size}`);
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function matrixAt(given: Readonly<Record<string, unknown>>, key: string): Matrix {
  const rows = given[key];
  if (rows === undefined) throw new Wrong(`expected z, V, xmean and W; ${key} is missing`);
  if (!Array.isArray(rows) || rows.length === 0 || !Array.isArray(rows[0]) || rows[0].length === 0)
    throw new Wrong(`${key}: expected rows of numbers; got ${Array.isArray(rows) ? 'none' : typeof rows}`);
  const columns = rows[0].length;
  // Check before allocating: one long row among many short ones is a small file.
  for (const [i, row] of rows.entries())
    if (!Array.isArray(row) || row.length !== columns)
      throw new Wrong(
        `${key}: expected ${columns} numbers in every row; got ${Array.isArray(row) ? row.length : typeof row} in row ${i + 1}`,
      );
  const values = new Float64Array(rows.length * columns);
  for (const [i, row] of rows.entries()) values.set(numbersOf(row, `${key}, row ${i + 1}`), i * columns);
  return { rows: rows.length, columns, values };
}

function vectorAt(given: Readonly<Record<string, unknown>>, key: string, length: number): Vector {
  const list = given[key];
  if (list === undefined) throw new Wrong(`expected z, V, xmean and W; ${key} is missing`);
  if (!Array.isArray(list)) throw new Wrong(`${key}: expected ${length} numbers; got ${typeof list}`);
  if (list.length !== length)
    throw new Wrong(`${key}: expected ${length} numbers, as many as V has rows; got ${list.length}`);
  return Float64Array.from(numbersOf(list, key));
}

function numbersOf(list: readonly unknown[], where: string): readonly number[] {
  const at = list.findIndex((value) => !isNumber(value));
  if (at >= 0) throw new Wrong(`${where}: expected finite numbers; got ${shown(list[at])}`);
  return list as readonly number[];
}

const shown = (value: unknown) =>
  (typeof value === 'number' ? String(value) : JSON.stringify(value)).slice(0, 40);

function sized(matrix: Matrix, key: string, rows: number, columns: number): Matrix {
  if (matrix.rows !== rows || matrix.columns !== columns)
    throw new Wrong(`${key}: expected ${rows} rows of ${columns}; got ${matrix.rows} of ${matrix.columns}`);
  return matrix;
}
