/** Milliseconds of one display frame in which pictures are begun: with the longest of them no task gets longer than 50. */
const BUDGET = 20;

/**
 * Asked by each picture before it is drawn, with the time of its display frame and whether it has waited for it: whether it may be
 * drawn, or is to wait for the next frame. None waits twice, or the last of them would wait for as long as a run plays.
 */
export function createFrameBudget(clock: () => number = () => performance.now()) {
  let frame = Number.NaN;
  let began = 0;
  return (time: number, waited: boolean): boolean => {
    if (time !== frame) {
      frame = time;
      began = clock();
    }
    return waited || clock() - began < BUDGET;
  };
}

/** Of all pictures of the page. */
export const mayDraw = createFrameBudget();
