/** Milliseconds of a frame in which pictures may begin: half its script time. */
const BUDGET = 2;

/** Most frames of waiting. */
const LONGEST = 3;

/** Milliseconds of a frame after which pictures drawn in parts rest: no long task even at a quarter of the speed. */
const SPAN = 5;

/**
 * Budget of display frames. `mayDraw` tells a picture to draw or to wait for the next frame, by the frame's time and the frames waited.
 * A slow machine draws pictures in the order in which they became due. `LONGEST` bounds the wait; else the last might wait as long as a
 * run plays. `left`: a frame's remaining time.
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

/** The page's budget. */
export const frameBudget = createFrameBudget();
