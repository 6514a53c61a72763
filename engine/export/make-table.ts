import type { Instance } from '../contract.ts';
import { asNetwork } from '../problems/two-layer/instance.ts';
import {
  boundTable,
  dualTable,
  networksTable,
  objectivesTable,
} from '../problems/two-layer/network-tables.ts';
import { runValues } from '../run/run-values.ts';
import { pairOf, sidesOf } from '../run/sides.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { TableFacts, TableRequest } from './kinds.ts';
import type { ExportTable } from './table.ts';
import { basinTable, gridTable, stationaryTable } from './tables/plane-tables.ts';
import { runTable } from './tables/run-tables.ts';
import { samplesTable } from './tables/samples-table.ts';
import { sidesTable } from './tables/sides-table.ts';

/**
 * The table that is asked for, of an instance of the scenario. Its body may take long: whoever reads it stops when it likes.
 * Throws RangeError for a kind that the scenario does not have (`tableKinds`).
 */
export function makeTable(instance: Instance, { values }: Scenario, request: TableRequest): ExportTable {
  const run = runValues(values);
  const network = asNetwork(instance);
  switch (request.kind) {
    case 'trajectories':
      return network
        ? networksTable(network, run, request, false)
        : instance.sides
          ? sidesTable(instance, run, request, true)
          : runTable(instance, run, request, true);
    case 'curves':
      return network
        ? objectivesTable(network, run, request)
        : instance.sides
          ? sidesTable(instance, run, request, false)
          : runTable(instance, run, request, false);
    case 'grid':
      return gridTable(pairOf(instance), values, request);
    case 'stationary':
      return stationaryTable(pairOf(instance));
    case 'basins':
      return basinTable(pairOf(instance), run, request);
    case 'samples':
      return samplesTable(instance);
    case 'neurons':
      return networksTable(network!, run, request, true);
    case 'bound':
      return boundTable(network!);
    case 'dual':
      return dualTable(network!, run, request);
  }
}

/** What the tables and their sizes hang on. `isPlane` asks nothing of the losses that takes long. */
export function tableFacts(instance: Instance): TableFacts {
  const { samples, sides } = instance;
  const { dimension } = sidesOf(instance).left;
  return {
    dimension,
    samples: samples.count,
    columns: samples.dimension,
    isPlane: dimension === 2 && !sides && !instance.minima && Number.isFinite(samples.count),
    network: asNetwork(instance)?.info ?? null,
  };
}
