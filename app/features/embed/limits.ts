/** Name in all messages between embed and parent (docs/embed.md). */
export const SOURCE = 'twin-descent';

/** Rises if a message changes its meaning, not for new messages or fields. */
export const PROTOCOL_VERSION = 1;

export const MOST_STEPS = 100_000;

/** Most keys per message and characters per value: a link's limits. */
export const MOST_KEYS = 200;
export const MOST_CHARACTERS = 80_000;
