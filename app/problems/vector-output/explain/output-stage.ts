import type { OutputsUpdate, OutputTerms } from '../../../../engine/problems/vector-output/types.ts';
import type { SideUpdate } from '../../../../workers/protocol.ts';
import { formatCount, formatReadout } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { SideStage, SideTable } from '../../../session/explanation.ts';
import type { Stage } from '../../../session/picture/extra-marks.ts';
import { MOST_ROWS, stageOf } from '../../network-stage.ts';
import { placesOf } from '../of-neuron.ts';

/** Listed index of a sample, and a neuron, from 0. */
export interface ToldPlaces {
  readonly i: number;
  readonly j: number;
}

export const outputColumns = (outputs: number): string[] =>
  Array.from({ length: outputs }, (_, k) => `output${k + 1}`);

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const subscript = (value: number) => String(value).replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]!);

/** Returns a listed sample's outputs, labels and residuals, a row per output. */
export function sampleTable(
  labels: Float64Array,
  fitted: Float64Array,
  residuals: Float64Array,
  outputs: number,
  row: number,
  i: number,
): SideTable {
  const rows = Array.from({ length: outputs }, (_, k) => {
    const at = i * outputs + k;
    return { name: k + 1, cells: [fitted[at]!, labels[row * outputs + k]!, residuals[at]!] };
  });
  return { of: 'output', columns: ['output', 'y', 'residual'], rows, count: outputs };
}

export function descentStage(
  own: SideUpdate,
  network: OutputTerms,
  update: OutputsUpdate,
  labels: Float64Array,
  stage: Stage,
  told: ToldPlaces,
  t: Translate,
): SideStage {
  const facts = {
    i: formatCount((update.told?.rows[told.i] ?? 0) + 1),
    j: formatCount(told.j + 1),
    m: formatCount(network.neurons),
    n: formatCount(update.told?.count ?? 0),
    rms: formatReadout(network.rms),
  };
  return stageOf('outputs', stage, facts, tableOf(own, network, update, labels, stage, told), t);
}

function tableOf(
  { weights, gradient }: SideUpdate,
  network: OutputTerms,
  { told }: OutputsUpdate,
  labels: Float64Array,
  stage: Stage,
  { i, j }: ToldPlaces,
): SideTable | null {
  const { neurons: m, columns: d, outputs, z, fitted, residuals, slopes, on, fit, decay } = network;
  const row = told!.rows[i]!;
  const n = told!.count;
  const outputAt = (neuron: number, k: number) => weights[d * m + neuron * outputs + k]!;
  switch (stage) {
    case 'forward': {
      // The last row is the sum.
      const listed = Math.min(m, MOST_ROWS - 1);
      const rows = Array.from({ length: listed }, (_, neuron) => {
        const height = z[i * m + neuron]!;
        const hidden = Math.max(0, height);
        const parts = Array.from({ length: outputs }, (__, k) => hidden * outputAt(neuron, k) + 0);
        return { name: neuron + 1, cells: [height, hidden, ...parts], off: !(height > 0) };
      });
      const sum = Array.from({ length: outputs }, (_, k) => fitted[i * outputs + k]!);
      return {
        of: 'hidden',
        columns: ['z', 'hidden', ...outputColumns(outputs)],
        rows: [...rows, { name: 'Σ', cells: [Number.NaN, Number.NaN, ...sum] }],
        count: m + 1,
      };
    }
    case 'residuals':
      return sampleTable(labels, fitted, residuals, outputs, row, i);
    case 'off':
      return {
        of: 'neuron',
        columns: ['z', 'on', 'off'],
        rows: Array.from({ length: Math.min(m, MOST_ROWS) }, (_, neuron) => ({
          name: neuron + 1,
          cells: [z[i * m + neuron]!, on[neuron]!, n - on[neuron]!],
          off: on[neuron] === 0,
        })),
        count: m,
        digits: { on: 'count', off: 'count' },
      };
    case 'gradient': {
      const places = placesOf(network, j);
      const shareOf = (c: number) =>
        c < d
          ? (slopes[i * m + j]! * told!.features[i * d + c]!) / n
          : (Math.max(0, z[i * m + j]!) * residuals[i * outputs + c - d]!) / n;
      const rows = places.map((p, c) => ({
        name: c < d ? `u${subscript(c + 1)}` : `v${subscript(c - d + 1)}`,
        cells: [shareOf(c) + 0, fit[p]!, decay[p]!, gradient[p]!],
      }));
      return {
        of: 'weight',
        columns: ['ofSample', 'fit', 'decay', 'gradient'],
        rows: rows.slice(-MOST_ROWS),
        count: rows.length,
      };
    }
    default:
      return null;
  }
}
