/** Streams of a command, in its own process or in a test's. Relative paths start at the working directory. */
export interface Surroundings {
  /** The open file that it prints into. */
  readonly stdout: number;
  readonly stderr: Stderr;
}

/** Takes sentences, and how far a sweep is where somebody reads it there. */
export interface Stderr {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}
