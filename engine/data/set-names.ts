/** The names of the data sets that ship, as links use them. */
export const SET_NAMES = ['stopping-distance', 'trap', 'five-points'] as const;

/** Whether a text is one of them. */
export const isSetName = (text: unknown): boolean => SET_NAMES.some((name) => name === text);
