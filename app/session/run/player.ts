import type { EngineClient } from '../../../workers/open-engine.ts';
import { begin, during } from '../busy.ts';
import { faultOf } from '../fault.ts';
import { openScene } from '../guessing.ts';
import type { CrowdFollower } from '../picture/crowd-follower.ts';
import { endOfPlay, isAtEnd } from '../scene-parts.ts';
import {
  type AppState,
  type AppStore,
  type ShownCrowd,
  type SideState,
  sideState,
  wantedStep,
} from '../store.ts';
import { type Asked, createBatches, MAX_STEPS } from './batch-steps.ts';
import { elapsed } from './elapsed.ts';
import { keptStep, keptStepFrom } from './kept-steps.ts';
import { onFrames } from './on-frames.ts';
import { strideOf, type Trajectories, takeFrame } from './trajectory.ts';

/** Most seconds that one frame counts for, against leaps after sleep. */
const LONGEST = 0.25;

/** Calls back every display frame with the seconds since the last. */
function createClock(onFrame: (seconds: number) => void) {
  let handle = 0;
  let last = 0;
  let rest = () => {};

  function frame(now: number): void {
    handle = requestAnimationFrame(frame);
    const seconds = Math.min(LONGEST, Math.max(0, (now - last) / 1000));
    last = now;
    onFrame(seconds);
  }

  return {
    start(): void {
      if (handle !== 0) return;
      rest = begin();
      last = performance.now();
      handle = requestAnimationFrame(frame);
    },
    stop(): void {
      cancelAnimationFrame(handle);
      handle = 0;
      rest();
    },
  };
}

/** Advances the shown step by time, with one request at a time. With dots, a step waits for its dots. */
export function createPlayer(
  store: AppStore,
  engine: EngineClient,
  trajectories: Trajectories,
  crowds: () => CrowdFollower | null = () => null,
  batches = createBatches(),
) {
  const clock = createClock(tick);
  let due = 0;
  let inFlight = false;
  let seeking = 0;
  /** Steps requested when the run was opened; they come first. */
  let pending: (Asked & Pick<AppState, 'opened'>) | null = null;
  /** True until play has stopped at the scene's bookmark. */
  let armed = true;
  /** Steps shown and seconds passed since the rate was measured. */
  let shown = 0;
  let passed = 0;
  /** While playing: step and dots of the latest display frame, the last seen. */
  let seen: Pick<AppState, 'k' | 'crowd'> = { k: 0, crowd: null };
  let endSeeing = () => {};

  function see(): void {
    const { k, crowd } = store.getState();
    seen = { k, crowd };
  }

  /**
   * Appends about `steps` steps, up to a kept one; false if another run was opened meanwhile. During play the same store update shows
   * them up to `goal`, so subscribers run once.
   */
  async function compute(about: number, goal: number | null = null): Promise<boolean> {
    const { frontier, stride, opened } = store.getState();
    const asked = pending?.opened === opened ? pending : null;
    pending = null;
    const steps =
      asked?.steps ?? Math.min(MAX_STEPS, Math.ceil((frontier + about) / stride) * stride) - frontier;
    const begun = performance.now();
    const frame = await (asked?.frame ?? engine.advance(steps));
    if (!frame) return false;
    batches.took(steps, elapsed(begun));
    const to = frontier + steps;
    takeFrame(trajectories, frame);
    const sides = {} as Record<'left' | 'right', SideState>;
    for (const side of ['left', 'right'] as const) {
      sides[side] = sideState(frame[side], trajectories[side]);
    }
    const { version, k } = store.getState();
    const kept = {
      frontier: to,
      stride: Math.max(strideOf(trajectories), store.getState().crowd?.frame.stride ?? 1),
    };
    // Thinning may have removed the shown step.
    const next = { sides, ...kept, k: keptStep(kept, k), version: version + 1 };
    if (goal === null || dots() || !store.getState().playing) store.setState(next);
    else settle(land({ ...store.getState(), ...next }, goal, null), null, next);
    return true;
  }

  /** Returns the next step towards `target`, which the end, the bookmark or the longest run may cut short. */
  function land({ k, ...state }: AppState, target: number, crowd: ShownCrowd | null) {
    let next = keptStep(state, target);
    let isOver = next >= MAX_STEPS;
    const end = endOfPlay({ ...state, k, crowd });
    if (end !== null && k < end && next >= end) {
      next = keptStepFrom(state, end);
      isOver = true;
    }
    const bookmark = openScene(state)?.bookmark ?? null;
    const isMarked = armed && bookmark !== null && bookmark !== end && k < bookmark && next >= bookmark;
    if (isMarked) next = keptStepFrom(state, bookmark);
    return { next, ends: isOver || isMarked, isMarked };
  }

  type Landing = ReturnType<typeof land>;

  function settle({ next, ends, isMarked }: Landing, crowd: ShownCrowd | null, beside = {}): void {
    const { k, toast } = store.getState();
    if (isMarked) {
      armed = false;
      store.setState({ toast: { key: 'toast.bookmark', at: (toast?.at ?? 0) + 1 } });
    }
    shown += next - k;
    store.setState({ ...beside, ...((crowd && crowds()?.put(crowd)) ?? { k: next }) });
    if (ends) {
      stop();
      if (!isMarked) store.setState({ wentOn: false });
    }
  }

  function dots(): CrowdFollower | null {
    const follower = crowds();
    return follower?.isOn() ? follower : null;
  }

  async function showWithDots(target: number, { read }: CrowdFollower): Promise<void> {
    const ticket = seeking;
    let crowd = await read(keptStep(store.getState(), target));
    const landing = land(store.getState(), target, crowd);
    if (crowd && crowd.frame.step !== landing.next) crowd = await read(landing.next);
    if (ticket === seeking && store.getState().playing) settle(landing, crowd);
  }

  function show(target: number): Promise<void> | undefined {
    const follower = dots();
    if (follower) return showWithDots(target, follower);
    settle(land(store.getState(), target, null), null);
    return undefined;
  }

  function tick(seconds: number): void {
    const { scenario, k, frontier, phase, opened, stride, sides } = store.getState();
    if (phase === 'lost') stop();
    if (phase !== 'ready') return;
    const speed = scenario.values.speed;
    measure(seconds, speed);
    // A slow machine catches up at most a quarter second.
    due = Math.min(due + seconds * speed, Math.max(stride, speed / 4));
    // Long runs show only kept steps.
    const steps = Math.floor(due / stride) * stride;
    if (steps < 1) return;
    const target = Math.min(k + steps, MAX_STEPS);
    const isComputed = target <= frontier;
    // Even while another answer is pending: this step needs none.
    if (isComputed && !dots()) {
      due -= steps;
      show(target);
    } else if (!inFlight) {
      due -= steps;
      inFlight = true;
      const about = Math.min(target - frontier, batches.next(opened, sides));
      (isComputed ? Promise.resolve(true) : compute(about, target))
        // Without dots, they are already shown.
        .then((current) => (current && dots() && store.getState().playing ? show(target) : undefined))
        .catch(lost)
        .finally(() => {
          inFlight = false;
        });
    }
  }

  /** Measures the rate once a second; keeps it if below the requested speed. */
  function measure(seconds: number, speed: number): void {
    passed += seconds;
    if (passed < 1) return;
    const { stride } = store.getState();
    // A long run shows several steps at once, and the next few may still be pending.
    const rate = (shown + stride - 1) / passed;
    const achieved = speed >= 4 && rate < 0.85 * speed ? rate : null;
    if (store.getState().achieved !== achieved) store.setState({ achieved });
    shown = 0;
    passed = 0;
  }

  /** Reports a lost engine; ignores errors of a replaced run. */
  function lost(error: unknown): void {
    if (store.getState().phase !== 'ready') return;
    store.setState({ phase: 'lost', playing: false, fault: faultOf(error) });
    clock.stop();
    endSeeing();
  }

  /** Cancels a seek; an opening keeps its target step. */
  function endSeek(): void {
    seeking++;
    if (store.getState().phase !== 'opening') store.setState({ target: null });
  }

  function play(): void {
    if (store.getState().playing) return;
    endSeek();
    see();
    endSeeing = onFrames(store, see);
    due = store.getState().stride; // shows the first step at once
    shown = 0;
    passed = 0;
    store.setState({ playing: true });
    clock.start();
  }

  /** Stops at the store's step, at the end or for another step, or at a given one in the same store update. */
  function stop(at: Partial<typeof seen> = {}): void {
    clock.stop();
    endSeeing();
    endSeek();
    if (store.getState().playing) store.setState({ playing: false, achieved: null, ...at });
  }

  /** Stops at the step seen last; later ones stay computed. */
  function pause(): void {
    const state = store.getState();
    stop(seen.k < state.k && keptStep(state, seen.k) === seen.k ? seen : {});
  }

  /** Pauses or plays: at the end from the start, or on if it `goesOn`. */
  function toggle(goesOn = false): void {
    const state = store.getState();
    if (state.playing) pause();
    else if (!isAtEnd(state)) play();
    else if (goesOn) {
      store.setState({ wentOn: true });
      play();
    } else {
      armed = true;
      void during(seek(0)).then((reached) => reached && play());
    }
  }

  /** Continues to an opened run's target step, then plays if playing; `asked` is under way. */
  async function goOn(asked: Asked): Promise<void> {
    const { target, playing, opened } = store.getState();
    pending = { ...asked, opened };
    if (target !== null && (await during(seek(target))) && playing) play();
  }

  /** Returns false if another step or run was requested meanwhile. */
  async function seek(k: number): Promise<boolean> {
    stop();
    const target = Math.max(0, Math.min(MAX_STEPS, Math.round(k)));
    const ticket = seeking;
    store.setState({ target });
    // An opening computes up to it itself.
    if (store.getState().phase === 'opening') return false;
    const reached = await computeUpTo(target, ticket);
    if (ticket !== seeking || store.getState().phase === 'opening') return false;
    const kept = keptStep(store.getState(), target);
    const follower = reached ? dots() : null;
    const crowd = follower && (await follower.read(kept));
    if (ticket !== seeking) return false;
    store.setState({ ...(reached && { k: kept }), ...(crowd && follower?.put(crowd)), target: null });
    return reached;
  }

  /** Computes up to a step; false if another run or target came meanwhile. */
  async function computeUpTo(target: number, ticket: number): Promise<boolean> {
    while (store.getState().frontier < target) {
      if (ticket !== seeking || store.getState().phase !== 'ready') return false;
      if (inFlight) {
        await new Promise((resolve) => setTimeout(resolve, 4));
        continue;
      }
      inFlight = true;
      try {
        const { opened, frontier, sides } = store.getState();
        const most = batches.next(opened, sides);
        if (!(await compute(Math.min(most, target - frontier)))) return false;
      } catch (error) {
        lost(error);
        return false;
      } finally {
        inFlight = false;
      }
    }
    return true;
  }

  function step(by: number): void {
    if (store.getState().playing) pause();
    const { phase, stride: now } = store.getState();
    // An opening's stride is unknown: assume that every step is kept.
    const stride = phase === 'opening' ? 1 : now;
    // Between kept steps, the nearest one in this direction counts as the first.
    const from = wantedStep(store.getState()) / stride;
    void seek(((by < 0 ? Math.ceil(from) : Math.floor(from)) + by) * stride);
  }

  function rearm(): void {
    armed = true;
  }

  return {
    play,
    toggle,
    pause,
    /** Pauses and shows step k, computing if needed. */
    seek,
    goOn,
    /** Pauses and moves by kept steps from the target or shown step. */
    step,
    /** Lets play stop at the bookmark once more. */
    rearm,
    dispose(): void {
      clock.stop();
      endSeeing();
    },
  };
}

export type Player = ReturnType<typeof createPlayer>;
