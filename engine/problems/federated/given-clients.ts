import type { Vector } from '../../contract.ts';
import type { Values } from '../../params.ts';
import type { Notice } from '../../scenario/notice.ts';
import { FEDERATED, type FedValues, MAX_CLIENTS } from './card.ts';
import { type CircleData, circleOf, ownersOf } from './network/circle-data.ts';
import { type NetworkStart, startOf } from './network/start.ts';
import { clientsFor, withoutEffect } from './notices.ts';
import { axesOf, meanIsSingular } from './plane/curvature.ts';
import type { GivenPlane } from './plane/quadratic-clients.ts';
import type { Point } from './types.ts';

export type GivenClients = {
  /** Keys that the file fixes. */
  readonly settled: readonly string[];
  readonly notices: readonly Notice[];
} & (
  | { readonly plane: GivenPlane; readonly circle: null; readonly start: null }
  | { readonly plane: null; readonly circle: CircleData; readonly start: NetworkStart }
);

type File = Readonly<Record<string, unknown>>;

/** Relative to the larger eigenvalue and the largest entry. */
const ROUNDING = 1e-12;

/** One line. */
class Wrong extends Error {}

/**
 * Reads, for the plane, `hessians` (N matrices 2 x 2), `minima` (N pairs), optionally `start`; for the network `angles`, `labels` (n
 * numbers each), `W` (rows of 3: m/2 for pairs, else m), optionally `clients` (n integers from 0; default: by `split`). Returns one line if
 * the file is wrong.
 */
export function givenClients(
  file: unknown,
  given: Values,
): { readonly values: Values; readonly drawn: GivenClients } | string {
  const values = given as FedValues;
  try {
    return values.level === 'plane' ? givenPlane(file, values) : givenNetwork(file, values);
  } catch (error) {
    if (error instanceof Wrong) return error.message;
    throw error;
  }
}

function givenPlane(read: unknown, values: FedValues) {
  const file = fileOf(read, values, ['hessians', 'minima'], ['start']);
  const { hessians: rows, minima: points } = file;
  const count = lengthOf(rows, 'hessians', 1, MAX_CLIENTS);
  if (lengthOf(points, 'minima', 1, MAX_CLIENTS) !== count)
    throw new Wrong(
      `minima: expected ${count} pairs, as many as there are hessians; got ${lengthOf(points, 'minima')}`,
    );
  const hessians = new Float64Array(4 * count);
  const minima = new Float64Array(2 * count);
  for (let c = 0; c < count; c++) {
    hessians.set(hessianAt((rows as unknown[])[c], `hessians, client ${c + 1}`), 4 * c);
    minima.set(numbersOf((points as unknown[])[c], `minima, client ${c + 1}`, 2), 2 * c);
  }
  const clients = { count, hessians, minima };
  if (values.versus === 'equal' && meanIsSingular(clients))
    throw new Wrong(
      'hessians: expected a mean without a flat direction with versus=equal; got a singular one',
    );
  const { min, max, defaultsBy } = FEDERATED.params.start;
  const own = file.start === undefined ? null : numbersOf(file.start, 'start', 2);
  const out = own?.find((value) => value < min || value > max);
  if (out !== undefined) throw new Wrong(`start: expected numbers from ${min} to ${max}; got ${out}`);
  const flagged = values.start?.length === 2 ? values.start : defaultsBy.of.disagree;
  const drawn: GivenClients = {
    plane: { clients, start: [...(own ?? flagged)] as unknown as Point },
    circle: null,
    start: null,
    settled: ['clients', 'start', 'quad', 'seed'],
    notices: withoutEffect(['quad', 'seed'], values, '--values'),
  };
  return { values: { level: 'plane', clients: count, ...(own && { start: [...own] }) }, drawn };
}

function hessianAt(value: unknown, where: string): Vector {
  const [first, second] = rowsOf(value, where, 2, 2);
  const [xx, xy] = numbersOf(first, where, 2);
  const [yx, yy] = numbersOf(second, where, 2);
  const size = Math.max(Math.abs(xx!), Math.abs(yy!), Math.abs(xy!));
  if (Math.abs(xy! - yx!) > ROUNDING * size)
    throw new Wrong(`${where}: expected a symmetric matrix; got ${xy} and ${yx} off its diagonal`);
  const { large, small } = axesOf([xx!, xy!, yy!]);
  const least = Math.min(large, small);
  if (!(least >= -ROUNDING * size))
    throw new Wrong(`${where}: expected no negative eigenvalue; got ${least.toPrecision(3)}`);
  return Float64Array.of(xx!, xy!, xy!, yy!);
}

function givenNetwork(read: unknown, values: FedValues) {
  const file = fileOf(read, values, ['angles', 'labels', 'W'], ['clients']);
  const { n, m } = FEDERATED.params;
  const { paired, split } = values;
  const count = lengthOf(file.angles, 'angles', n.min, n.max);
  const angles = numbersOf(file.angles, 'angles', count);
  const labels = numbersOf(file.labels, 'labels', count);
  const of = paired ? 2 : 1;
  const rows = rowsOf(file.W, 'W', Math.ceil(m.min / of), m.max / of);
  const weights = new Float64Array(3 * rows.length);
  for (const [r, row] of rows.entries()) weights.set(numbersOf(row, `W, row ${r + 1}`, 3), 3 * r);
  const own = file.clients === undefined ? null : clientsOf(file.clients, count);
  const dealt = clientsFor(count, values.clients);
  const clients = own ? Math.max(...own) + 1 : dealt.count;
  const owners = own ?? ownersOf(split, count, clients);
  const drawn: GivenClients = {
    plane: null,
    circle: circleOf(angles, labels, owners, clients, []),
    start: startOf(weights, paired),
    settled: ['n', 'm', 'clients', 'split', 'labels', 'seed', 'features'],
    notices: [
      ...(own ? [] : dealt.notices),
      ...withoutEffect(
        ['labels', 'seed', 'features', ...(own ? (['split'] as const) : [])],
        values,
        '--values',
      ),
    ],
  };
  return {
    values: { level: 'network', n: count, m: of * rows.length, ...(own && { clients }) },
    drawn,
  };
}

/** Reads one per sample; every client up to the last has a sample. */
function clientsOf(list: unknown, count: number): Int32Array<ArrayBuffer> {
  const owners = numbersOf(list, 'clients', count);
  const wrong = owners.find((owner) => !Number.isInteger(owner) || owner < 0 || owner >= MAX_CLIENTS);
  if (wrong !== undefined)
    throw new Wrong(`clients: expected integers from 0 to ${MAX_CLIENTS - 1}; got ${wrong}`);
  const idle = Array.from({ length: Math.max(...owners) }, (_, c) => c).find((c) => !owners.includes(c));
  if (idle !== undefined) throw new Wrong(`clients: expected a sample for each client; ${idle} has none`);
  return Int32Array.from(owners);
}

function fileOf(
  read: unknown,
  { level }: FedValues,
  needed: readonly string[],
  more: readonly string[],
): File {
  const wanted = `expected ${needed.join(', ')} at level=${level}`;
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new Wrong(`${wanted}; got another JSON value`);
  const keys = [...needed, ...more];
  const unknown = Object.keys(read).find((key) => !keys.includes(key));
  if (unknown !== undefined)
    throw new Wrong(`unknown key "${unknown.slice(0, 40)}": expected ${keys.join(', ')} at level=${level}`);
  const missing = needed.find((key) => (read as File)[key] === undefined);
  if (missing !== undefined) throw new Wrong(`${wanted}; ${missing} is missing`);
  return read as File;
}

function lengthOf(list: unknown, where: string, min = 0, max = Number.POSITIVE_INFINITY): number {
  if (!Array.isArray(list)) throw new Wrong(`${where}: expected a list; got ${shown(list)}`);
  if (list.length < min || list.length > max)
    throw new Wrong(
      `${where}: expected ${min === max ? min : `${min} to ${max}`} entries; got ${list.length}`,
    );
  return list.length;
}

function rowsOf(list: unknown, where: string, min: number, max: number): readonly unknown[] {
  lengthOf(list, where, min, max);
  return list as readonly unknown[];
}

function numbersOf(list: unknown, where: string, count: number): Vector {
  const expected = `${where}: expected ${count} finite numbers`;
  if (!Array.isArray(list)) throw new Wrong(`${expected}; got ${shown(list)}`);
  if (list.length !== count) throw new Wrong(`${expected}; got ${list.length}`);
  const at = list.findIndex((value) => typeof value !== 'number' || !Number.isFinite(value));
  if (at >= 0) throw new Wrong(`${expected}; got ${shown(list[at])}`);
  return Float64Array.from(list as number[]);
}

const shown = (value: unknown) =>
  String(typeof value === 'number' ? value : JSON.stringify(value)).slice(0, 40);
