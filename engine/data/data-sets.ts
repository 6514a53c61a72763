import type { SET_NAMES } from './set-names.ts';
import { STOPPING_DISTANCE } from './sets/stopping-distance.ts';

/** Five points of one feature, after Ergen & Pilanci 2020 (arXiv 2002.11219): few enough for an easily readable lasso over hinges. */
const FIVE_POINTS = `x,y
-1,0.2
-0.4,-0.3
0.1,0.6
0.5,0.1
1,0.9
`;

/** Four rows with plant (1, 1) on which non-convex descent is drawn to the origin from 37 % of the starts in [-3, 3]^2. */
const TRAP = `a,b,y
1,2,3
2,1,3
-2,1,0
1,-2,0
`;

/** Shipped data sets by link name; CSV text. */
export const DATA_SETS: Readonly<Record<string, string>> = {
  'stopping-distance': STOPPING_DISTANCE,
  trap: TRAP,
  'five-points': FIVE_POINTS,
} satisfies Record<(typeof SET_NAMES)[number], string>;
