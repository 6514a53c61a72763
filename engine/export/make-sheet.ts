import type { Instance } from '../contract.ts';
import {
  boundSheet,
  dualSheet,
  networksSheet,
  objectivesSheet,
} from '../problems/two-layer/network-sheets.ts';
import { raceValues } from '../race/race-values.ts';
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
  const race = raceValues(values);
  const { network } = instance;
  switch (request.kind) {
    case 'trajectories':
      return network
        ? networksSheet(instance, race, request, false)
        : runSheet(instance, race, request, true);
    case 'curves':
      return network ? objectivesSheet(instance, race, request) : runSheet(instance, race, request, false);
    case 'grid':
      return gridSheet(instance, values, request);
    case 'stationary':
      return stationarySheet(instance);
    case 'basins':
      return basinSheet(instance, race, request);
    case 'samples':
      return samplesSheet(instance);
    case 'neurons':
      return networksSheet(instance, race, request, true);
    case 'bound':
      return boundSheet(instance);
    case 'dual':
      return dualSheet(instance, race, request);
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
