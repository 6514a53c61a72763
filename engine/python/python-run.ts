/** What a problem says of the script of a run; types only. `write-python.ts` makes one file of it. */

/** What a script is asked with. */
export interface PythonAsked {
  /** Steps of each side. */
  readonly steps: number;
  /** The file that own data is read from where it is too large to stand in the script; null where it stands there. */
  readonly samplesFile: string | null;
}

/** The problem's own part of a script. */
export interface PythonRun {
  /** What the script does and how exact it is, a line each. */
  readonly about: readonly string[];
  /** The problem's own modules as text, each after those that it imports; all of them may import `twin_descent`. */
  readonly modules: readonly string[];
  /** The lines of `run()` from its settings to what it prints; they leave `left` and `right`. */
  readonly lines: readonly string[];
  /** Definitions that the lines need besides: own data, say. */
  readonly definitions?: string;
}
