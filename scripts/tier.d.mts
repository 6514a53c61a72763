/** For tests; described in tier.mjs. */
export const runsAll: boolean;
export function spread<T>(cases: readonly T[], count: number): readonly T[];
