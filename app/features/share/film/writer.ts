export interface FilmWriter {
  /** Adds the canvas for some frames. Resolves when ready for the next. */
  add(frames: number): Promise<void>;
  finish(): Promise<Blob>;
  cancel(): void;
  /** Bytes so far. */
  readonly bytes: number;
}
