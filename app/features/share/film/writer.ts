/** Takes pictures from a canvas one after another and makes a file of them. */
export interface FilmWriter {
  /** What the canvas shows is shown for so many frames. Resolves when the next picture may come. */
  add(frames: number): Promise<void>;
  /** The file. */
  finish(): Promise<Blob>;
  /** Gives everything up; nothing is left. */
  cancel(): void;
  /** Bytes made so far. */
  readonly bytes: number;
}
