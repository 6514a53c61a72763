/** The pitch of the reference loss, in Hz: the A to which orchestras tune. */
export const REFERENCE_PITCH = 440;

/** Semitones that each factor of ten in the excess loss is: a minor third. */
export const SEMITONES_PER_DECADE = 3;

/** Decades below and above the reference that are heard: two octaves each way. */
export const DECADES = 8;

/**
 * The pitch in Hz of an excess loss, even in its logarithm: 440 Hz at the reference (the excess at the start), a minor
 * third lower for each tenth of it, and never below 110 or above 1760 Hz. An excess of 0 or below is the lowest tone; null
 * (silence) where there is no number, or nothing to measure from.
 */
export function pitchOf(excess: number, reference: number): number | null {
  if (Number.isNaN(excess) || !(reference > 0) || !Number.isFinite(reference)) return null;
  const decades = excess <= 0 ? -DECADES : Math.log10(excess / reference);
  const heard = Math.min(DECADES, Math.max(-DECADES, decades));
  return REFERENCE_PITCH * 2 ** ((SEMITONES_PER_DECADE * heard) / 12);
}
