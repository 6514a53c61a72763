/** Milliseconds of one display frame in which pictures are begun: half of what all script of a frame may take. */
const BUDGET = 2;

/** Frames that a picture waits at most. */
const LONGEST = 3;

/** Milliseconds of a frame after which pictures that are drawn in parts rest: on a machine four times slower it is no long task yet. */
const SPAN = 5;

/**
 * `mayDraw` is asked by each picture before it is drawn, with the time of its display frame and the frames that it has waited: whether it may
 * be drawn, or is to wait for the next frame. Where a machine cannot draw all pictures in every frame, they take turns in the order in which
 * they became due. `LONGEST` bounds the wait: without it the last picture would wait as long as a run plays. `left` is what a frame has left
 * for a picture that may rest.
 */
export function createFrameBudget(clock: () => number = () => performance.now()) {
  let frame = Number.NaN;
  let began = 0;
  function spent(time: number): number {
    if (time !== frame) {
      frame = time;
      began = clock();
    }
    return clock() - began;
  }
  return {
    mayDraw: (time: number, waited: number): boolean => waited >= LONGEST || spent(time) < BUDGET,
    left: (time: number): number => SPAN - spent(time),
  };
}

/** Of all pictures of the page. */
export const frameBudget = createFrameBudget();
