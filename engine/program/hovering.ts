/** The label of a descent across kinks that gets no lower but does not rest (docs/mathematics.md, section 13.7). */
export const HOVERING = {
  criterion: { steps: 1000, share: 1e-12 },
  stops: false,
  certified: false,
  arrived: false,
  outcome: 'hovering',
} as const;

/** Two layers swing around a kink more widely, and may still sink by a hair. */
export const SWINGING = { ...HOVERING, criterion: { steps: 1000, share: 1e-4, rises: 0.1 } } as const;
