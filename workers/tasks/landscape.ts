import { transfer } from 'comlink';
import type { PairInstance, SideName, Vector } from '../../engine/contract.ts';
import { sampleBasins } from '../../engine/landscapes/basins.ts';
import { createReferenceSearch, type References } from '../../engine/landscapes/minimum.ts';
import { createPlaneSearch, planeRequest } from '../../engine/landscapes/plane-search.ts';
import { describePlane, type PlaneStructure } from '../../engine/landscapes/plane-structure.ts';
import { samplePull } from '../../engine/landscapes/pull.ts';
import { createSideBasins } from '../../engine/landscapes/side-basins.ts';
import type { GridView } from '../../engine/landscapes/window.ts';
import type { Values } from '../../engine/params.ts';
import { runValues } from '../../engine/run/run-values.ts';
import type { BasinLabels, BasinMaps, PullGrid, Slice } from '../protocol.ts';
import { runSliced } from '../sliced.ts';

/** Landscape requests, loaded after the first picture. */

/** Basin cells between checks of the clock. */
const BASIN_CHUNK = 8;

/** Chooses the plane of maps above two weights, for runs from `start`; null once `isStale`. */
export async function choosePlane(
  instance: PairInstance,
  values: Values,
  start: Vector,
  isStale: () => boolean,
): Promise<Slice | null> {
  const request = planeRequest(instance, values);
  const search = createPlaneSearch({ ...instance, start }, runValues(values), request);
  if (!(await runSliced(search, isStale, undefined, 0))) return null;
  return { ...search.plane(), ends: search.ends() };
}

export { describePlane };

export async function findReferences(
  instance: PairInstance,
  known: PlaneStructure | null,
  isStale: () => boolean,
): Promise<References | null> {
  const search = createReferenceSearch(instance, known);
  return (await runSliced(search, isStale, undefined, 0)) ? search.found() : null;
}

/** Null once `isStale`. */
export async function mapBasins(
  instance: PairInstance,
  known: PlaneStructure,
  values: Values,
  view: GridView,
  size: number,
  isStale: () => boolean,
): Promise<BasinMaps | null> {
  const map = (side: SideName) => {
    const found = createSideBasins(instance, runValues(values), known, side)!;
    return { found, ends: found.ends, labels: new Uint16Array(size * size) };
  };
  const sides = { left: map('left'), right: map('right') };
  let cell = 0;
  function step(): boolean {
    const end = Math.min(size * size, cell + BASIN_CHUNK);
    for (const { found, labels } of [sides.left, sides.right])
      sampleBasins(labels, found, view, size, cell, end);
    cell = end;
    return cell < size * size;
  }
  if (!(await runSliced({ step }, isStale))) return null;
  const of = ({ ends, labels }: (typeof sides)['left']): BasinLabels => ({ ends, labels });
  const maps = { view, size, left: of(sides.left), right: of(sides.right) };
  return transfer(maps, [maps.left.labels.buffer, maps.right.labels.buffer]);
}

/** Null without plant or plane. */
export function mapPull(instance: PairInstance, view: GridView, size: number): PullGrid | null {
  if (instance.dimension !== 2 || !instance.plant) return null;
  const values = new Float64Array(size * size);
  samplePull(values, instance, view, size, 0, size);
  return transfer({ view, size, values }, [values.buffer]);
}
