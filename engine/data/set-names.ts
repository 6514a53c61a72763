/** Link names of the shipped data sets. */
export const SET_NAMES = ['stopping-distance', 'trap', 'five-points'] as const;

/** True if the text is the name of a data set. */
export const isSetName = (text: unknown): boolean => SET_NAMES.some((name) => name === text);
