import type { SideName } from '../../../engine/contract.ts';
import type { OutputsInfo } from '../../../engine/problems/vector-output/types.ts';
import type { Opened } from '../../../workers/protocol.ts';
import type { Translate } from '../../i18n/messages.ts';

/** What many outputs say of themselves; null while nothing or another problem is opened. */
export function outputsOf(opened: Pick<Opened, 'info'> | null | undefined): OutputsInfo | null {
  const info = opened?.info as Partial<OutputsInfo> | undefined;
  return info?.svdBound === undefined ? null : (info as OutputsInfo);
}

/** What the pictures of both networks are of. */
export type PictureKind = 'regions' | 'polygon' | 'values' | 'fit';

/** Classes over the plane, two outputs over one feature, singular values of words; else outputs against labels. */
export function pictureKind(info: OutputsInfo): PictureKind {
  const { kind, classes, points, columns, outputs, hasOnes } = info;
  if (kind === 'words') return 'values';
  if (classes && points && columns - (hasOnes ? 1 : 0) === 2) return 'regions';
  return outputs === 2 && columns === 2 && hasOnes && !classes ? 'polygon' : 'fit';
}

/** Whether directions of neurons are points of a circle, or lines of the plane of the features. */
export const isPlanar = ({ columns }: OutputsInfo): boolean => columns === 2;
export const hasLines = ({ columns, hasOnes }: OutputsInfo): boolean => columns === 3 && hasOnes;

/** What output k, from 0, is called. */
export function outputName({ outputNames, classes }: OutputsInfo, k: number, t: Translate): string {
  return outputNames[k] || (classes ? t('outputs.class', { k: k + 1 }) : t('outputs.output', { k: k + 1 }));
}

/** Neurons one after the other, (u, v) after (u, v). */
export interface Neurons {
  readonly flat: Float64Array<ArrayBuffer>;
  readonly columns: number;
  readonly outputs: number;
  readonly count: number;
}

/** The neurons of a side's state: the left's is U, then V, both row-major; the right's are (u, v) one after the other, zeros behind the last. */
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

/** ||u|| ||v|| of each neuron. */
export function weightsOf({ flat, columns, outputs, count }: Neurons): number[] {
  const stride = columns + outputs;
  return Array.from({ length: count }, (_, j) => {
    const at = j * stride;
    return (
      Math.hypot(...flat.subarray(at, at + columns)) * Math.hypot(...flat.subarray(at + columns, at + stride))
    );
  });
}

/** The first columns of each neuron's u, flat. */
export function firstLayer({ flat, columns, outputs, count }: Neurons): number[] {
  return Array.from(
    { length: count * columns },
    (_, p) => flat[Math.floor(p / columns) * (columns + outputs) + (p % columns)]!,
  );
}
