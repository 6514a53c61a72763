/** Where a command runs: in a process of its own, or in that of a test. Paths begin at the folder of the process. */
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
