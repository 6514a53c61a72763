/** How the steps are spread: over a time in all, or so many of them a second. */
export type Pace =
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'steps'; readonly stepsPerSecond: number };

export interface ScheduleChoice {
  /** First and last step shown, whole numbers, from <= to. */
  readonly from: number;
  readonly to: number;
  /** Frames a second: a whole number of halves, since a GIF can hold 12.5. */
  readonly rate: number;
  readonly pace: Pace;
  /** Seconds that the first and the last frame stand still, beside their own time. */
  readonly holdFirst: number;
  readonly holdLast: number;
}

/** A picture and the number of frames for which it is shown. */
export interface Shot {
  readonly step: number;
  readonly frames: number;
}

export interface Schedule {
  readonly frames: number;
  /** Exact: frames / rate. */
  readonly seconds: number;
  /** Different pictures among the frames. */
  readonly pictures: number;
  /** The step that a frame shows, by whole numbers alone: the same on every machine. Frames out of range are clamped. */
  stepAt(frame: number): number;
  /** The frames in order, those of one step together. */
  shots(): Generator<Shot>;
}

/** The schedule of a film. Steps rise from `from` to `to`, which are the first and the last frame; nothing is checked here. */
export function createSchedule(choice: ScheduleChoice): Schedule {
  const { from, to, pace, rate } = choice;
  const halves = Math.round(2 * rate);
  const span = to - from;
  const framesOf = (seconds: number) => Math.round((seconds * halves) / 2);
  const moving = movingFrames();
  const before = framesOf(choice.holdFirst);
  const frames = before + moving + framesOf(choice.holdLast);

  function movingFrames(): number {
    if (span === 0) return 1;
    if (pace.kind === 'seconds') return Math.max(2, framesOf(pace.seconds));
    return Math.ceil((span * halves) / (2 * pace.stepsPerSecond)) + 1;
  }

  /** Steps gone at a moving frame. */
  function gone(i: number): number {
    if (span === 0) return 0;
    // The nearest step, half a step up.
    if (pace.kind === 'seconds') return Math.floor((2 * span * i + moving - 1) / (2 * (moving - 1)));
    return Math.min(span, Math.floor((2 * i * pace.stepsPerSecond) / halves));
  }

  function stepAt(frame: number): number {
    return from + gone(Math.max(0, Math.min(moving - 1, frame - before)));
  }

  return {
    frames,
    seconds: (2 * frames) / halves,
    // No step is left out before there are more steps than frames.
    pictures: Math.min(moving, span + 1),
    stepAt,
    *shots() {
      let step = stepAt(0);
      let count = 0;
      for (let frame = 0; frame < frames; frame++) {
        const next = stepAt(frame);
        if (next !== step) {
          yield { step, frames: count };
          step = next;
          count = 0;
        }
        count++;
      }
      yield { step, frames: count };
    },
  };
}
