/** Both sides, in the order in which they are shown. */
export const SIDES = ['left', 'right'] as const;
