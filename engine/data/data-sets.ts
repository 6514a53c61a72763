import { FIVE_POINTS } from './sets/five-points.ts';
import { STOPPING_DISTANCE } from './sets/stopping-distance.ts';
import { TRAP } from './sets/trap.ts';

/** The data sets that ship, by the name that links use; CSV text. */
export const DATA_SETS: Readonly<Record<string, string>> = {
  'stopping-distance': STOPPING_DISTANCE,
  trap: TRAP,
  'five-points': FIVE_POINTS,
};

/** Their names, for messages. */
export const DATA_SET_NAMES = Object.keys(DATA_SETS).join(', ');
