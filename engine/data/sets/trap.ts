/** Four rows about the plant (1, 1) on which the non-convex descent is drawn to the origin: from 37 % of the starts in [-3, 3]^2. */
export const TRAP = `a,b,y
1,2,3
2,1,3
-2,1,0
1,-2,0
`;
