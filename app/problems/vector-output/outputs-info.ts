import type { SideName } from '../../../engine/contract.ts';
import type { OutputsInfo } from '../../../engine/problems/vector-output/types.ts';
import type { Opened } from '../../../workers/protocol.ts';
import type { Translate } from '../../i18n/messages.ts';

/** Returns null if nothing or another problem is open. */
export function outputsOf(opened: Pick<Opened, 'info'> | null | undefined): OutputsInfo | null {
  const info = opened?.info as Partial<OutputsInfo> | undefined;
  return info?.svdBound === undefined ? null : (info as OutputsInfo);
}

export type PictureKind = 'regions' | 'polygon' | 'values' | 'fit';

/** Picks `regions` for two features, `polygon` for two outputs over one. */
export function pictureKind(info: OutputsInfo): PictureKind {
  const { kind, classes, points, columns, outputs, hasOnes } = info;
  if (kind === 'words') return 'values';
  if (classes && points && columns - (hasOnes ? 1 : 0) === 2) return 'regions';
  return outputs === 2 && columns === 2 && hasOnes && !classes ? 'polygon' : 'fit';
}

/** True if neurons are directions in the plane (`isPlanar`), or lines in the features' plane (`hasLines`). */
export const isPlanar = ({ columns }: OutputsInfo): boolean => columns === 2;
export const hasLines = ({ columns, hasOnes }: OutputsInfo): boolean => columns === 3 && hasOnes;

/** Returns a side's short name. */
export const nameOf = (side: SideName, t: Translate): string =>
  t(side === 'left' ? 'side.left.descent' : 'side.right.program');

export function outputName({ outputNames, classes }: OutputsInfo, k: number, t: Translate): string {
  return outputNames[k] || (classes ? t('outputs.class', { k: k + 1 }) : t('outputs.output', { k: k + 1 }));
}

/** Flat (u, v) pairs. */
export interface Neurons {
  readonly flat: Float64Array<ArrayBuffer>;
  readonly columns: number;
  readonly outputs: number;
  readonly count: number;
}

/** Returns a side's neurons. Left: U, then V, row-major. Right: (u, v) pairs, padded with zeros. */
export function neuronsOf(state: ArrayLike<number>, side: SideName, info: OutputsInfo): Neurons {
  const { columns, outputs, neurons: m } = info;
  const stride = columns + outputs;
  if (side === 'right') {
    let count = Math.floor(state.length / stride);
    const isEmpty = (j: number) => {
      for (let p = j * stride; p < (j + 1) * stride; p++) if (state[p] !== 0) return false;
      return true;
    };
    while (count > 0 && isEmpty(count - 1)) count--;
    return {
      flat: Float64Array.from({ length: count * stride }, (_, p) => state[p]!),
      columns,
      outputs,
      count,
    };
  }
  const flat = new Float64Array(m * stride);
  for (let j = 0; j < m; j++) {
    for (let c = 0; c < columns; c++) flat[j * stride + c] = state[c * m + j]!;
    for (let k = 0; k < outputs; k++) flat[j * stride + columns + k] = state[columns * m + j * outputs + k]!;
  }
  return { flat, columns, outputs, count: m };
}

/** Returns ||u|| ||v||. */
export function weightsOf({ flat, columns, outputs, count }: Neurons): number[] {
  const stride = columns + outputs;
  return Array.from({ length: count }, (_, j) => {
    const at = j * stride;
    return (
      Math.hypot(...flat.subarray(at, at + columns)) * Math.hypot(...flat.subarray(at + columns, at + stride))
    );
  });
}

/** Returns each neuron's u, flat. */
export function firstLayer({ flat, columns, outputs, count }: Neurons): number[] {
  return Array.from(
    { length: count * columns },
    (_, p) => flat[Math.floor(p / columns) * (columns + outputs) + (p % columns)]!,
  );
}
