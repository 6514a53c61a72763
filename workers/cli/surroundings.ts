/** Streams of a command or a test. Relative paths start at the working directory. */
export interface Surroundings {
  readonly stdout: number;
  readonly stderr: Stderr;
}

/** Receives messages, and progress on a terminal. */
export interface Stderr {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}
