import type { Instance } from '../contract.ts';
import {
  boundTable,
  dualTable,
  networksTable,
  objectivesTable,
} from '../problems/two-layer/network-tables.ts';
import { runValues } from '../run/run-values.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { TableFacts, TableRequest } from './kinds.ts';
import type { ExportTable } from './table.ts';
import { basinTable, gridTable, stationaryTable } from './tables/plane-tables.ts';
import { runTable } from './tables/run-tables.ts';
import { samplesTable } from './tables/samples-table.ts';

/**
 * The table that is asked for, of an instance of the scenario. Its body may take long: whoever reads it stops when it likes.
 * Throws RangeError for a kind that the scenario does not have (`tableKinds`).
 */
export function makeTable(instance: Instance, { values }: Scenario, request: TableRequest): ExportTable {
  const run = runValues(values);
  const { network } = instance;
  switch (request.kind) {
    case 'trajectories':
      return network ? networksTable(instance, run, request, false) : runTable(instance, run, request, true);
    case 'curves':
      return network ? objectivesTable(instance, run, request) : runTable(instance, run, request, false);
    case 'grid':
      return gridTable(instance, values, request);
    case 'stationary':
      return stationaryTable(instance);
    case 'basins':
      return basinTable(instance, run, request);
    case 'samples':
      return samplesTable(instance);
    case 'neurons':
      return networksTable(instance, run, request, true);
    case 'bound':
      return boundTable(instance);
    case 'dual':
      return dualTable(instance, run, request);
  }
}

/** What the tables and their sizes hang on. `isPlane` asks nothing of the losses that takes long. */
export function tableFacts({ dimension, samples, network, minima }: Instance): TableFacts {
  return {
    dimension,
    samples: samples.count,
    columns: samples.dimension,
    isPlane: dimension === 2 && !network && !minima && Number.isFinite(samples.count),
    network: network ?? null,
  };
}
