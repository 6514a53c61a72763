import { transfer } from 'comlink';
import type { PairInstance } from '../../engine/contract.ts';
import { createSidesSampler } from '../../engine/landscapes/sample-sides.ts';
import type { Slicer } from '../../engine/landscapes/slice-plane.ts';
import type { GridView } from '../../engine/landscapes/window.ts';
import type { Grid } from '../protocol.ts';
import { runSliced } from '../sliced.ts';

/** Samples evaluated until the worker listens. */
const CHUNK = 2_000_000;

/** Samples both losses over a view; null without a plane, and once `isStale`. */
export async function sampleGrid(
  instance: PairInstance,
  slicer: Slicer | null,
  isStale: () => boolean,
  view: GridView,
  size: number,
): Promise<Grid | null> {
  const sampler = createSidesSampler(instance, slicer, size);
  if (!sampler) return null;
  const rows = Math.max(1, Math.floor(CHUNK / sampler.rowCost));
  const left = new Float64Array(size * size);
  const right = new Float64Array(size * size);
  let row = 0;
  function step(): boolean {
    const end = Math.min(size, row + rows);
    sampler!.writeRows(left, right, view, size, row, end);
    row = end;
    return row < size;
  }
  if (!(await runSliced({ step }, isStale, undefined, 0))) return null;
  return transfer({ view, size, left, right }, [left.buffer, right.buffer]);
}
