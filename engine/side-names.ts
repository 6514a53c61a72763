/** Both sides in display order. */
export const SIDES = ['left', 'right'] as const;
