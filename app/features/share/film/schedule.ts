export type Pace =
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'steps'; readonly stepsPerSecond: number };

export interface ScheduleChoice {
  /** Integers, from <= to. */
  readonly from: number;
  readonly to: number;
  /** Halves are possible: a GIF can have 12.5. */
  readonly rate: number;
  readonly pace: Pace;
  /** Seconds. */
  readonly holdFirst: number;
  readonly holdLast: number;
}

export interface Shot {
  readonly step: number;
  readonly frames: number;
}

export interface Schedule {
  readonly frames: number;
  /** Exactly frames / rate. */
  readonly seconds: number;
  readonly pictures: number;
  /** Returns a frame's step by integer arithmetic, equal on every machine; clamps. */
  stepAt(frame: number): number;
  shots(): Generator<Shot>;
}

/** Creates a schedule from step `from` to `to`, without validation. */
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

  function gone(i: number): number {
    if (span === 0) return 0;
    // Rounds halves up.
    if (pace.kind === 'seconds') return Math.floor((2 * span * i + moving - 1) / (2 * (moving - 1)));
    return Math.min(span, Math.floor((2 * i * pace.stepsPerSecond) / halves));
  }

  function stepAt(frame: number): number {
    return from + gone(Math.max(0, Math.min(moving - 1, frame - before)));
  }

  return {
    frames,
    seconds: (2 * frames) / halves,
    // Steps are skipped only if they outnumber the frames.
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
