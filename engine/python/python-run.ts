/** A problem's part of a run's script; types only. `write-python.ts` joins it into one file. */

/** Parameters of a script. */
export interface PythonAsked {
  readonly steps: number;
  /** File of own data too large to embed; null if embedded. */
  readonly samplesFile: string | null;
}

/** Problem-specific part of a script. */
export interface PythonRun {
  /** Description and accuracy of the script, one item per line. */
  readonly about: readonly string[];
  /** The problem's modules as text, each after its imports; all may import `twin_descent`. */
  readonly modules: readonly string[];
  /** Lines of `run()` from settings to output; they define `left` and `right`. */
  readonly lines: readonly string[];
  /** Further definitions that the lines need, such as own data. */
  readonly definitions?: string;
}
