/** Streams of a command, in its own process or a test's. Relative paths start at the working directory. */
export interface Surroundings {
  readonly stdout: number;
  readonly stderr: Stderr;
}

/** Receiver of messages, and of a sweep's progress on a terminal. */
export interface Stderr {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}
