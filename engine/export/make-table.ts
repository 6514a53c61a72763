import type { Instance } from '../contract.ts';
import type { Parts } from '../problem.ts';
import { runValues } from '../run/run-values.ts';
import { pairOf, sidesOf } from '../run/sides.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type TableFacts, type TableRequest, tableKinds } from './kinds.ts';
import type { ExportTable } from './table.ts';
import { basinTable, gridTable, stationaryTable } from './tables/plane-tables.ts';
import { runTable } from './tables/run-tables.ts';
import { samplesTable } from './tables/samples-table.ts';
import { sidesTable } from './tables/sides-table.ts';

/**
 * Makes the requested table of a scenario's instance; `parts` are the problem's. Its body may take long, and the reader may stop at any
 * row. Throws RangeError for a kind that the scenario lacks (`tableKinds`).
 */
export function makeTable(
  instance: Instance,
  { values }: Scenario,
  request: TableRequest,
  parts?: Parts,
): ExportTable {
  const run = runValues(values);
  const own = parts?.table?.(instance, run, request);
  if (own) return own;
  const { kind } = request;
  switch (kind) {
    case 'trajectories':
    case 'curves':
      return instance.sides
        ? sidesTable(instance, run, request, kind === 'trajectories')
        : runTable(instance, run, request, kind === 'trajectories');
    case 'grid':
      return gridTable(pairOf(instance), values, request);
    case 'stationary':
      return stationaryTable(pairOf(instance));
    case 'basins':
      return basinTable(pairOf(instance), run, request);
    case 'samples':
      return samplesTable(instance);
    default:
      throw new RangeError(`expected one of ${tableKinds(tableFacts(instance)).join(', ')}; got ${kind}`);
  }
}

/** Returns the inputs of tables and their sizes. Computing `isPlane` is cheap. */
export function tableFacts(instance: Instance): TableFacts {
  const { samples, tables } = instance;
  const { left, right } = sidesOf(instance);
  const dimension = instance.sides ? 0 : left.dimension;
  return {
    dimension,
    numbers: left.dimension + right.dimension,
    samples: samples.count,
    columns: samples.dimension,
    isPlane: !instance.sides && dimension === 2 && !instance.minima && Number.isFinite(samples.count),
    own: tables ?? {},
  };
}
