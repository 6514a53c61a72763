import type { SET_NAMES } from './set-names.ts';
import { STOPPING_DISTANCE } from './sets/stopping-distance.ts';

/** Five points of one feature, after Ergen & Pilanci 2020 (arXiv 2002.11219): few enough that the lasso over hinges is plain. */
const FIVE_POINTS = `x,y
-1,0.2
-0.4,-0.3
0.1,0.6
0.5,0.1
1,0.9
`;

/** Four rows about the plant (1, 1) on which the non-convex descent is drawn to the origin: from 37 % of the starts in [-3, 3]^2. */
const TRAP = `a,b,y
1,2,3
2,1,3
-2,1,0
1,-2,0
`;

/** The data sets that ship, by the name that links use; CSV text. */
export const DATA_SETS: Readonly<Record<string, string>> = {
  'stopping-distance': STOPPING_DISTANCE,
  trap: TRAP,
  'five-points': FIVE_POINTS,
} satisfies Record<(typeof SET_NAMES)[number], string>;
