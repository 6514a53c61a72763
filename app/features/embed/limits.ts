/** Name in all messages (docs/embed.md). */
export const SOURCE = 'twin-descent';

/** Rises if a message changes its meaning, not for additions. */
export const PROTOCOL_VERSION = 1;

export const MOST_STEPS = 100_000;

/** A link's limits. */
export const MOST_KEYS = 200;
export const MOST_CHARACTERS = 80_000;
