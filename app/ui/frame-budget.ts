/** Milliseconds of a frame in which pictures may begin: half of a frame's script time. */
const BUDGET = 2;

/** Most frames that a picture waits. */
const LONGEST = 3;

/** Milliseconds of a frame after which pictures drawn in parts rest: no long task even on a machine four times slower. */
const SPAN = 5;

/**
 * Budget of display frames. `mayDraw` tells a picture if it may draw now or waits for the next frame, by the frame's time and the frames
 * waited. A machine that cannot draw all pictures every frame draws them in the order in which they became due. `LONGEST` bounds the wait;
 * otherwise the last picture might wait as long as a run plays. `left` is a frame's remaining time for a picture that may rest.
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

/** The budget of all pictures on the page. */
export const frameBudget = createFrameBudget();
