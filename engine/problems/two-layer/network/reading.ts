import type { Vector } from '../../../contract.ts';
import { dot } from '../../../kernels/vector.ts';
import { cellCentre, type GridView } from '../../../landscapes/window.ts';
import { certify } from '../program/certificate.ts';
import { createDualCurve, type Touch } from '../program/dual-curve.ts';
import { predict } from './loss.ts';
import { deadNeurons, groupNeurons, matchNeurons, type NeuronMatch } from './match-neurons.ts';
import { withoutPadding } from './neurons.ts';

export interface NetworkReaderInput {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  readonly beta: number;
  /** Planted network; null for own data. */
  readonly teacher: Float64Array | null;
  /** True if the last neuron is the free constant, which matches none of the teacher's. */
  readonly constant?: boolean;
}

export interface NetworkReaderOptions {
  /** Unit directions (flat) for the dual curve. */
  readonly directions: Float64Array;
  /** Places x of the outputs over rows (x, 1); null for other rows. */
  readonly xs: Float64Array | null;
  /** Window of the residual maps, `size` cells a side; null if not drawn. */
  readonly map: { readonly view: GridView; readonly size: number } | null;
}

export interface SideReading {
  /** 1/(2n) ||residual||^2 + beta/2 (||W||^2 + ||alpha||^2). */
  readonly objective: number;
  /** y - network, per row. */
  readonly residual: Vector;
  /** eta/n at the directions, with the band ± beta; null unless the rows are planar. */
  readonly curve: Vector | null;
  /** Maximum of |eta|/n with its place; null if the curve is zero, not finite or unknown. */
  readonly largest: Pick<Touch, 'x' | 'y' | 'value'> | null;
  /** Lower bound proved by this side's residual (`certify`); NaN unless the rows are planar. */
  readonly lowerBound: number;
  /** Network at (x, 1) for each of the xs; null without them. */
  readonly outputs: Vector | null;
  /** Network minus teacher at the cells, row-major from the bottom; null without map, teacher or planar rows. */
  readonly map: Vector | null;
  /** One flag per neuron, including padding (`deadNeurons`). */
  readonly dead: Uint8Array;
  /** Null without a teacher. */
  readonly match: NeuronMatch | null;
}

export interface NetworkReader {
  /** Teacher at (x, 1) for each of the xs; null without either. */
  readonly teacherOutputs: Vector | null;
  /**
   * Reads both sides, of any size, into new arrays. Non-finite networks give non-finite numbers. Throws RangeError if columns differ from
   * the features'.
   */
  read(left: Float64Array, right: Float64Array): { readonly left: SideReading; readonly right: SideReading };
}

/**
 * Prepares what outlives a step: row order, sectors of the directions, teacher outputs. A read costs O((n + cells) m). Certifies and makes
 * a curve only for n x 2 rows. Throws RangeError unless features are n x d and the teacher has d columns.
 */
export function createNetworkReader(
  { features, labels, beta, teacher, constant = false }: NetworkReaderInput,
  { directions, xs, map }: NetworkReaderOptions,
): NetworkReader {
  const n = labels.length;
  const columns = features.length / n;
  if (!Number.isInteger(columns) || columns < 1)
    throw new RangeError(`expected n x d features; got ${features.length} for n = ${n}`);
  if (teacher && teacher.length % (columns + 1) !== 0)
    throw new RangeError(`expected a teacher of ${columns} columns; got ${teacher.length} numbers`);
  const dual = columns === 2 ? createDualCurve(features) : null;
  const sectors = new Int32Array(directions.length / 2);
  dual?.arrangement.locateAll(
    sectors,
    directions.filter((_, k) => k % 2 === 0),
    directions.filter((_, k) => k % 2 === 1),
  );
  const line = dual && xs ? lineOf(xs) : null;
  const cells = dual && map && teacher ? cellsOf(map.view, map.size) : null;

  const outputsAt = (rows: Float64Array, network: Float64Array): Vector => {
    const outputs = new Float64Array(rows.length / columns);
    predict(outputs, rows, network, network.length / (columns + 1));
    return outputs;
  };
  const teacherOutputs = line && teacher && outputsAt(line, teacher);
  const teacherCells = cells && teacher && outputsAt(cells, teacher);

  function readSide(padded: Float64Array): SideReading {
    if (padded.length % (columns + 1) !== 0)
      throw new RangeError(`expected a network of ${columns} columns; got ${padded.length} numbers`);
    const network = withoutPadding(padded, columns);
    const residual = outputsAt(features, network);
    for (let i = 0; i < n; i++) residual[i] = labels[i]! - residual[i]!;
    const shown = cells && outputsAt(cells, network);
    if (shown && teacherCells) for (let k = 0; k < shown.length; k++) shown[k] = shown[k]! - teacherCells[k]!;
    return {
      objective: dot(residual, residual) / (2 * n) + (beta / 2) * dot(network, network),
      residual,
      ...readCurve(residual),
      outputs: line && outputsAt(line, network),
      map: shown,
      dead: deadNeurons(features, padded, columns),
      match: teacher && matchOf(teacher, constant ? withoutLast(padded) : padded),
    };
  }

  function matchOf(planted: Float64Array, network: Float64Array): NeuronMatch {
    return matchNeurons(planted, network, columns, dual && groupNeurons(network, dual));
  }

  function withoutLast(network: Float64Array): Float64Array {
    const m = network.length / (columns + 1) - 1;
    const less = new Float64Array(m * (columns + 1));
    less.set(network.subarray(0, m * columns));
    less.set(network.subarray((m + 1) * columns, (m + 1) * columns + m), m * columns);
    return less;
  }

  function readCurve(residual: Float64Array): Pick<SideReading, 'curve' | 'largest' | 'lowerBound'> {
    if (!dual) return { curve: null, largest: null, lowerBound: Number.NaN };
    // Leaves the residual in the curve.
    const { lowerBound } = certify(dual, features, labels, residual, beta);
    const { vectors } = dual;
    const curve = new Float64Array(sectors.length);
    for (let k = 0; k < curve.length; k++) {
      const at = 2 * sectors[k]!;
      curve[k] = (vectors[at]! * directions[2 * k]! + vectors[at + 1]! * directions[2 * k + 1]!) / n;
    }
    const touch = dual.maximum();
    return { curve, largest: touch && { x: touch.x, y: touch.y, value: touch.value / n }, lowerBound };
  }

  return { teacherOutputs, read: (left, right) => ({ left: readSide(left), right: readSide(right) }) };
}

/** Returns rows (x, 1), flat. */
function lineOf(xs: Float64Array): Vector {
  const rows = new Float64Array(2 * xs.length).fill(1);
  xs.forEach((x, k) => {
    rows[2 * k] = x;
  });
  return rows;
}

/** Returns cell centres as rows, flat. */
function cellsOf(view: GridView, size: number): Vector {
  const rows = new Float64Array(2 * size * size);
  for (let row = 0, at = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      rows[at++] = cellCentre(view.x0, view.x1, size, column);
      rows[at++] = cellCentre(view.y0, view.y1, size, row);
    }
  return rows;
}
