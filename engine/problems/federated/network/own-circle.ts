import type { OwnData, Vector } from '../../../contract.ts';
import { readFileText } from '../../../data/file-reader.ts';
import { ownText } from '../../../data/own-samples.ts';
import { refuseSize } from '../../../data/sizes.ts';
import type { RefusedRow } from '../../../data/table-reader.ts';
import { NO_CHOICE } from '../../../scenario/file-choice.ts';
import { type Notice, notice } from '../../../scenario/notice.ts';
import { ScenarioError } from '../../../scenario/scenario-error.ts';
import { FEDERATED, type FedValues, MAX_CLIENTS, MAX_FED_SAMPLES } from '../card.ts';
import { clientsFor, withoutEffect } from '../notices.ts';
import { type CircleData, circleOf, ownersOf } from './circle-data.ts';

const { names: NAMES } = FEDERATED.ownColumns!;

/** A link's data are parsed by column names, with a decimal point. */
const LINKED = { ...NO_CHOICE, decimal: 'point', outputs: 1, named: FEDERATED.ownColumns! } as const;

/** The user's data. */
export interface OwnCircle {
  readonly data: CircleData;
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
}

/**
 * Reads angles in radians, labels, and clients: any text, numbered by first appearance. Without clients, rows are assigned by `split` in
 * order of angle. Throws `ScenarioError` if unreadable, without a column, or with too many clients.
 */
export function readOwnCircle(values: FedValues, own: OwnData | null): OwnCircle {
  const table = own?.table ?? readFileText(ownText(values.data), LINKED, MAX_FED_SAMPLES);
  const width = table.names.length;
  const n = Math.min(table.rows, MAX_FED_SAMPLES);
  const column = (j: number) => Float64Array.from({ length: n }, (_, i) => table.values[i * width + j]!);
  const [angles, labels] = [column(0), column(1)];
  refuseSize(
    'y',
    labels.reduce((size, y) => Math.max(size, Math.abs(y)), 0),
  );
  // Skip a missing column that was already reported.
  const isSaid = ({ code, expected }: Notice) => !own?.table && code === 'no-column' && expected === '';
  const notices = table.notices.filter((found) => !isSaid(found));
  if (n < table.rows) notices.push(notice('rows-cut', 'data', String(n), String(table.rows)));
  const { refused, refusedCount } = table;
  if (width < NAMES.length)
    return { data: dealt(angles, labels, values, notices), refused, refusedCount, notices };
  notices.push(...withoutEffect(['clients', 'split'], values, 'features=csv, client'));
  return { data: named(angles, labels, column(2), table.classes), refused, refusedCount, notices };
}

function named(angles: Vector, labels: Vector, column: Vector, texts?: readonly string[]): CircleData {
  const order = [...new Set(column)];
  const names = order.map((value) => texts?.[value] ?? String(value));
  if (names.length > MAX_CLIENTS)
    throw new ScenarioError(notice('too-many-groups', NAMES[2]!, String(MAX_CLIENTS)));
  const owners = Int32Array.from(column, (value) => order.indexOf(value));
  return circleOf(angles, labels, owners, names.length, names);
}

/** Assigns rows in order of angle, to at most as many clients as rows. */
function dealt(angles: Vector, labels: Vector, { split, clients }: FedValues, notices: Notice[]): CircleData {
  const n = angles.length;
  const order = [...angles.keys()].sort((i, j) => angles[i]! - angles[j]!);
  const { count, notices: said } = clientsFor(n, clients);
  notices.push(...said);
  const of = (numbers: Vector) => Float64Array.from(order, (i) => numbers[i]!);
  return circleOf(of(angles), of(labels), ownersOf(split, n, count), count, []);
}
