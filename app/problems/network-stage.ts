import './network-words.en.ts';
import type { NetworkSideTerms, NetworkTerms } from '../../engine/problems/two-layer/types.ts';
import type { SideUpdate, Update } from '../../workers/protocol.ts';
import { formatCount, formatNumberShort } from '../i18n/format.ts';
import { dynamicKey, type MessageKey, type Translate } from '../i18n/messages.ts';
import {
  type Cells,
  numberCell,
  type SampleSigns,
  type SideStage,
  type SideTable,
  vectorCell,
} from '../session/explanation.ts';
import type { Stage } from '../session/picture/extra-marks.ts';

/** Explanation of a side that is a network: two layers, or the left of a lift. */

/** Maximum number of table rows. */
export const MOST_ROWS = 40;

/** Lets words pick what they need from the facts. */
export function stageOf(
  kind: string,
  stage: Stage,
  facts: Readonly<Record<string, string>>,
  table: SideTable | null,
  t: Translate,
): SideStage {
  const say = t as (key: MessageKey, facts: Readonly<Record<string, string>>) => string;
  const words = `explain.walk.${kind}`;
  return { title: dynamicKey(words, stage), say: say(dynamicKey(words, 'say', stage), facts), table };
}

/** Takes the explained neuron `j` from 0. */
export function networkStage(
  own: SideUpdate,
  network: NetworkTerms,
  update: Update,
  stage: Stage,
  j: number,
  t: Translate,
) {
  const facts = {
    j: formatCount(j + 1),
    m: formatCount(network.neurons),
    b: formatNumberShort(network.charge?.blend ?? 0),
  };
  const table = networkTable(own, network, update, stage, j);
  return stageOf(network.charge ? 'relaxed' : 'network', stage, facts, table, t);
}

/** Returns neuron j's (from 0) values at the listed samples. */
export function neuronSigns(
  { neurons, z, outputs, residuals, slopes }: NetworkTerms,
  j: number,
): SampleSigns {
  const column = (all: Float64Array) => Float64Array.from(residuals, (_, i) => all[i * neurons + j]!);
  return { z: column(z), outputs, residuals, slopes: column(slopes) };
}

export function plainSigns(outputs: SampleSigns['outputs'], residuals: SampleSigns['outputs']): SampleSigns {
  return { z: outputs.map(() => 1), outputs, residuals, slopes: residuals, plain: true };
}

export function toldRows(
  { told }: Update,
  of: (i: number) => { cells: readonly number[]; off?: boolean },
): Pick<SideTable, 'rows' | 'count' | 'of'> {
  const rows = Array.from(told!.rows, (row, i) => ({ name: row + 1, ...of(i) }));
  return { of: 'sample', rows, count: told!.count };
}

export function residualTable(update: Update, outputs: Float64Array, residuals: Float64Array): SideTable {
  const { labels } = update.told!;
  return {
    columns: ['output', 'y', 'residual'],
    ...toldRows(update, (i) => ({ cells: [outputs[i]!, labels[i]!, residuals[i]!] })),
  };
}

function networkTable(
  { weights, gradient }: SideUpdate,
  network: NetworkTerms,
  update: Update,
  stage: Stage,
  j: number,
): SideTable | null {
  const { neurons: m, columns: d, z, outputs, residuals, on, fit, decay, relaxed } = network;
  const alphaOf = (neuron: number) => weights[m * d + neuron]!;
  switch (stage) {
    case 'forward':
      return {
        columns: ['z', 'hidden', 'part', 'output'],
        ...toldRows(update, (i) => {
          const own = z[i * m + j]!;
          const hidden = Math.max(0, own);
          return { cells: [own, hidden, alphaOf(j) * hidden + 0, outputs[i]!], off: !(own > 0) };
        }),
      };
    case 'residuals':
      return residualTable(update, outputs, residuals);
    case 'off':
      return {
        of: 'neuron',
        columns: ['alpha', 'on', 'off'],
        rows: Array.from({ length: Math.min(m, MOST_ROWS) }, (_, neuron) => ({
          name: neuron + 1,
          cells: [alphaOf(neuron), on[neuron]!, update.told!.count - on[neuron]!],
          off: on[neuron] === 0,
        })),
        count: m,
        digits: { on: 'count', off: 'count' },
      };
    case 'gradient': {
      const places = [...Array.from({ length: d }, (_, c) => j * d + c), m * d + j];
      const rows = places.map((p, c) => ({
        // A lift calls its only weight u.
        name: c === d ? 'α' : d === 1 ? 'u' : `w${subscript(c + 1)}`,
        cells: [fit[p]!, decay[p]!, ...(relaxed ? [relaxed[p]!] : []), gradient[p]!],
      }));
      return {
        of: 'weight',
        columns: ['fit', 'decay', ...(relaxed ? ['relaxed'] : []), 'gradient'],
        rows: rows.slice(-MOST_ROWS),
        count: rows.length,
      };
    }
    default:
      return null;
  }
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

function subscript(value: number): string {
  return String(value).replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]!);
}

/** Splits a loss and its gradient into data, penalty and relaxation terms. */
export function partCells(
  own: { readonly [Name in keyof NetworkSideTerms]?: NetworkSideTerms[Name] | null } | null,
): Cells {
  const { parts, network } = own ?? {};
  return {
    fit: numberCell(parts?.fit),
    penalty: numberCell(parts?.penalty),
    relaxation: numberCell(network?.charge?.value),
    gradientFit: vectorCell(network?.fit),
    gradientDecay: vectorCell(network?.decay),
    gradientRelaxed: vectorCell(network?.relaxed),
  };
}
