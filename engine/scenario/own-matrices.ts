import type { ProblemCard } from '../contract.ts';
import type { Table } from '../data/table-reader.ts';
import { boundsOf, formatNumber, type Values, type VectorSpec } from '../params.ts';
import { type Notice, notice } from './notice.ts';

/**
 * Converts own data to symmetric matrices (`ProblemCard.ownMatrices`); an asymmetric one is averaged with its transpose, with a notice.
 * Blank lines are skipped. Only the matrices' part of `numbers`, row by row, is read.
 */
export function matrixValues(
  params: ProblemCard['params'],
  { keys, beside }: NonNullable<ProblemCard['ownMatrices']>,
  { names, rows, refused, refusedCount }: Pick<Table, 'names' | 'rows' | 'refused' | 'refusedCount'>,
  numbers: ArrayLike<number>,
): { readonly values: Values; readonly notices: readonly Notice[] } | { readonly failure: Notice } {
  const n = names.length;
  const { min, max, maxLength } = params[keys[0]!] as VectorSpec;
  const most = Math.floor(Math.sqrt(2 * maxLength));
  const wrong = refused.find(({ reason }) => typeof reason === 'string' || reason.say !== 'empty');
  if (wrong || n < 2 || n > most || rows !== keys.length * n) {
    const got = wrong
      ? ({ say: 'refusals', count: refusedCount, ...wrong } as const)
      : ({ say: 'shape', rows, columns: n } as const);
    return {
      failure: { ...notice('not-matrices', String(keys.length), `2 to ${most}`, got), refused: true },
    };
  }
  const notices: Notice[] = [];
  const values: Record<string, readonly number[]> = {};
  for (const [m, key] of keys.entries()) {
    const at = (i: number, j: number) => numbers[(m * n + i) * n + j]!;
    const triangle: number[] = [];
    let apart = 0;
    for (let i = 0; i < n; i++)
      for (let j = i; j < n; j++) {
        const [above, below] = [at(i, j), at(j, i)];
        for (const one of [above, below])
          if (!(one >= min && one <= max)) {
            const range = { say: 'range', ...boundsOf({ min, max }), scales: true } as const;
            return { failure: { ...notice('clamped', key, range, String(one)), refused: true } };
          }
        apart = Math.max(apart, Math.abs(above - below));
        triangle.push((above + below) / 2);
      }
    if (apart > 0) notices.push(notice('symmetrised', key, '', formatNumber(Number(apart.toPrecision(3)))));
    values[key] = triangle;
  }
  return { values: { ...beside, ...values }, notices };
}
