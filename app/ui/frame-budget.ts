/** Milliseconds of one display frame in which pictures are begun: half of what all script of a frame may take. */
const BUDGET = 2;

/** Frames that a picture waits at most. */
const LONGEST = 3;

/**
 * Asked by each picture before it is drawn, with the time of its display frame and the frames that it has waited: whether it may be drawn, or
 * is to wait for the next frame. Where a machine cannot draw all pictures in every frame, they take turns in the order in which they became
 * due. `LONGEST` bounds the wait: without it the last picture would wait as long as a run plays.
 */
export function createFrameBudget(clock: () => number = () => performance.now()) {
  let frame = Number.NaN;
  let began = 0;
  return (time: number, waited: number): boolean => {
    if (time !== frame) {
      frame = time;
      began = clock();
    }
    return waited >= LONGEST || clock() - began < BUDGET;
  };
}

/** Of all pictures of the page. */
export const mayDraw = createFrameBudget();
