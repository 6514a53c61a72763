/** The messages between an embed and the page that holds it carry this name; docs/embed.md tells them to people. */
export const SOURCE = 'twin-descent';

/** Rises when a message changes its meaning; new messages and new fields do not raise it. */
export const PROTOCOL_VERSION = 1;

/** Most steps of one message. */
export const MOST_STEPS = 100_000;

/** Most keys of one message, and characters of one of their values: as a link carries. */
export const MOST_KEYS = 200;
export const MOST_CHARACTERS = 80_000;
