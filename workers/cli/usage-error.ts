/** A command line that cannot be carried out; the message is the one line that is printed. */
export class UsageError extends Error {}
