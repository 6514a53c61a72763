import type { Instance } from '../contract.ts';
import {
  boundSheet,
  dualSheet,
  networksSheet,
  objectivesSheet,
} from '../problems/two-layer/network-sheets.ts';
import { runValues } from '../run/run-values.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { SheetFacts, SheetRequest } from './kinds.ts';
import type { Sheet } from './sheet.ts';
import { basinSheet, gridSheet, stationarySheet } from './sheets/plane-sheets.ts';
import { runSheet } from './sheets/run-sheets.ts';
import { samplesSheet } from './sheets/samples-sheet.ts';

/**
 * The sheet that is asked for, of an instance of the scenario. Its body may take long: whoever reads it stops when it likes.
 * Throws RangeError for a kind that the scenario does not have (`sheetKinds`).
 */
export function makeSheet(instance: Instance, { values }: Scenario, request: SheetRequest): Sheet {
  const run = runValues(values);
  const { network } = instance;
  switch (request.kind) {
    case 'trajectories':
      return network ? networksSheet(instance, run, request, false) : runSheet(instance, run, request, true);
    case 'curves':
      return network ? objectivesSheet(instance, run, request) : runSheet(instance, run, request, false);
    case 'grid':
      return gridSheet(instance, values, request);
    case 'stationary':
      return stationarySheet(instance);
    case 'basins':
      return basinSheet(instance, run, request);
    case 'samples':
      return samplesSheet(instance);
    case 'neurons':
      return networksSheet(instance, run, request, true);
    case 'bound':
      return boundSheet(instance);
    case 'dual':
      return dualSheet(instance, run, request);
  }
}

/** What the sheets and their sizes hang on. `isPlane` asks nothing of the losses that takes long. */
export function sheetFacts({ dimension, samples, network, minima }: Instance): SheetFacts {
  return {
    dimension,
    samples: samples.count,
    columns: samples.dimension,
    isPlane: dimension === 2 && !network && !minima && Number.isFinite(samples.count),
    network: network ?? null,
  };
}
