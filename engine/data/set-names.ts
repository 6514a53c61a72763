/** Link names of the shipped data sets. */
export const SET_NAMES = ['stopping-distance', 'trap', 'five-points'] as const;

export const isSetName = (text: unknown): boolean => SET_NAMES.some((name) => name === text);
