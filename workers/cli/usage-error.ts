/** Invalid command line; the message is the one printed line. */
export class UsageError extends Error {}
