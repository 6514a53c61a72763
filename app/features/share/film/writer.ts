/** Makes a file of successive pictures of a canvas. */
export interface FilmWriter {
  /** Adds the canvas for a number of frames. Resolves when ready for the next. */
  add(frames: number): Promise<void>;
  finish(): Promise<Blob>;
  /** Cancels and discards everything. */
  cancel(): void;
  /** Bytes so far. */
  readonly bytes: number;
}
