/** Invalid command line; the message is the printed line. */
export class UsageError extends Error {}
