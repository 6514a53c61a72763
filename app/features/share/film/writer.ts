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

/** Lets the page answer a person between two pictures; not held up where the tab is hidden, as timers are. */
export function letPageAnswer(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
