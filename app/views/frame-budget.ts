/** Milliseconds of one display frame in which pictures are begun: with the longest of them no task gets longer than 50. */
const BUDGET = 20;

/**
 * Asked by each picture before it is drawn, with the time of its display frame: whether it may be, or is to wait for the next frame.
 * The first of a frame always may, so that all come to be drawn; while a run plays all of them do in one.
 */
export function createFrameBudget(clock: () => number = () => performance.now()) {
  let frame = Number.NaN;
  let began = 0;
  return (time: number): boolean => {
    if (time !== frame) {
      frame = time;
      began = clock();
      return true;
    }
    return clock() - began < BUDGET;
  };
}

/** Of all pictures of the page. */
export const mayDraw = createFrameBudget();
