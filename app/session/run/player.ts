import type { EngineClient } from '../../../workers/open-engine.ts';
import { begin, during } from '../busy.ts';
import { faultOf } from '../fault.ts';
import { openScene } from '../guessing.ts';
import type { CrowdFollower } from '../picture/crowd-follower.ts';
import {
  type AppState,
  type AppStore,
  type ShownCrowd,
  type SideState,
  sideState,
  wantedStep,
} from '../store.ts';
import { autoStopStep } from './auto-stop.ts';
import { type Asked, createBatches, MAX_STEPS } from './batch-steps.ts';
import { elapsed } from './elapsed.ts';
import { keptStep, keptStepFrom } from './kept-steps.ts';
import { onFrames } from './on-frames.ts';
import { strideOf, type Trajectories, takeFrame } from './trajectory.ts';

/** Longest time that one frame may stand for, so that a tab that slept does not leap. */
const LONGEST = 0.25;

/** Calls back once a display frame with the seconds since the last one, while it runs. */
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

/**
 * Moves the shown step through time: steps a second, never steps a frame; at most one request at a time. Where there are dots a step is
 * shown once theirs have come.
 */
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
  /** Steps that the opening of a run asked for: they come before any others of it. */
  let pending: (Asked & Pick<AppState, 'opened'>) | null = null;
  /** Whether play stops at the bookmark of the scene: only the first time it gets there. */
  let armed = true;
  /** For the achieved rate: steps shown and time passed since the last measure. */
  let shown = 0;
  let passed = 0;
  /** While playing: the step of the latest display frame with its dots, the last that the person saw. */
  let seen: Pick<AppState, 'k' | 'crowd'> = { k: 0, crowd: null };
  let endSeeing = () => {};

  function see(): void {
    const { k, crowd } = store.getState();
    seen = { k, crowd };
  }

  /**
   * Takes about `steps` more steps into the trajectories: up to one that is kept. False where another run was opened meanwhile. Play shows
   * them up to `goal` in the same change of the store, so subscribers run once.
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
    // The shown step may be among those that have just gone.
    const next = { sides, ...kept, k: keptStep(kept, k), version: version + 1 };
    if (goal === null || dots() || !store.getState().playing) store.setState(next);
    else settle(land({ ...store.getState(), ...next }, goal, null), null, next);
    return true;
  }

  /** Where play goes on its way to `target`: there, or to where auto-stop, the bookmark or the longest run ends it. */
  function land({ k, sides, scenario, ...state }: AppState, target: number, crowd: ShownCrowd | null) {
    let next = keptStep(state, target);
    let isOver = next >= MAX_STEPS;
    const last = [autoStopStep(sides.left, sides.right), ...(crowd ? [crowd.end] : [])];
    const end = last.includes(null) ? null : Math.max(...(last as number[]));
    if (scenario.values.autostop && end !== null && k < end && next >= end) {
      next = keptStepFrom(state, end);
      isOver = true;
    }
    const bookmark = openScene(store.getState())?.bookmark ?? null;
    const isMarked = armed && bookmark !== null && k < bookmark && next >= bookmark;
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
    if (ends) stop();
  }

  /** What the dots of a step are asked of, where there are some. */
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

  /** Shows a step that was computed. */
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
    // What a slow machine could not do is not owed for ever: a quarter of a second is.
    due = Math.min(due + seconds * speed, Math.max(stride, speed / 4));
    // Of a long run only kept steps are shown.
    const steps = Math.floor(due / stride) * stride;
    if (steps < 1) return;
    const target = Math.min(k + steps, MAX_STEPS);
    const isComputed = target <= frontier;
    // Also where another answer is on its way: this needs none.
    if (isComputed && !dots()) {
      due -= steps;
      show(target);
    } else if (!inFlight) {
      due -= steps;
      inFlight = true;
      const about = Math.min(target - frontier, batches.next(opened, sides));
      (isComputed ? Promise.resolve(true) : compute(about, target))
        // What was computed without dots is shown by now.
        .then((current) => (current && dots() && store.getState().playing ? show(target) : undefined))
        .catch(lost)
        .finally(() => {
          inFlight = false;
        });
    }
  }

  /** Once a second: the achieved rate, kept where it falls short of the one asked for. */
  function measure(seconds: number, speed: number): void {
    passed += seconds;
    if (passed < 1) return;
    const { stride } = store.getState();
    // Of a long run steps are shown in lumps, of which one may be on its way.
    const rate = (shown + stride - 1) / passed;
    const achieved = speed >= 4 && rate < 0.85 * speed ? rate : null;
    if (store.getState().achieved !== achieved) store.setState({ achieved });
    shown = 0;
    passed = 0;
  }

  /** What an engine said that was ended since, to open another run, is of the past. */
  function lost(error: unknown): void {
    if (store.getState().phase !== 'ready') return;
    store.setState({ phase: 'lost', playing: false, fault: faultOf(error) });
    clock.stop();
    endSeeing();
  }

  /** Gives up a seek that is under way; the step that an opening goes to is the session's. */
  function endSeek(): void {
    seeking++;
    if (store.getState().phase !== 'opening') store.setState({ target: null });
  }

  function play(): void {
    if (store.getState().playing) return;
    endSeek();
    see();
    endSeeing = onFrames(store, see);
    due = store.getState().stride; // the first step shows at once
    shown = 0;
    passed = 0;
    store.setState({ playing: true });
    clock.start();
  }

  /** Stops at the step of the store: play has ended by itself, or another step is wanted. */
  function stop(): void {
    clock.stop();
    endSeeing();
    endSeek();
    if (store.getState().playing) store.setState({ playing: false, achieved: null });
  }

  /**
   * Stops at the step that the person saw last. The store may be a step ahead of the display, by a step that came since the latest frame:
   * it stays computed and is not shown.
   */
  function pause(): void {
    const state = store.getState();
    const isAhead = state.playing && seen.k < state.k && keptStep(state, seen.k) === seen.k;
    stop();
    if (isAhead) store.setState(seen);
  }

  /** Goes on to the step that an opened run was on its way to, then plays if it did; `asked` is under way. */
  async function goOn(asked: Asked): Promise<void> {
    const { target, playing, opened } = store.getState();
    pending = { ...asked, opened };
    if (target !== null && (await during(seek(target))) && playing) play();
  }

  /** False where another step, or another run, was wanted meanwhile. */
  async function seek(k: number): Promise<boolean> {
    stop();
    const target = Math.max(0, Math.min(MAX_STEPS, Math.round(k)));
    const ticket = seeking;
    store.setState({ target });
    // An opening computes up to the wanted step itself.
    if (store.getState().phase === 'opening') return false;
    const reached = await computeUpTo(target, ticket);
    // The step that an opening goes to is its own.
    if (ticket !== seeking || store.getState().phase === 'opening') return false;
    const kept = keptStep(store.getState(), target);
    const follower = reached ? dots() : null;
    const crowd = follower && (await follower.read(kept));
    if (ticket !== seeking) return false;
    store.setState({ ...(reached && { k: kept }), ...(crowd && follower?.put(crowd)), target: null });
    return reached;
  }

  /** Computes up to a step; false where another run or another goal came meanwhile. */
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
    // Of a run that is being opened every step is kept, as far as is known.
    const stride = phase === 'opening' ? 1 : now;
    // From a step between two kept ones the nearest of them counts as the first.
    const from = wantedStep(store.getState()) / stride;
    void seek(((by < 0 ? Math.ceil(from) : Math.floor(from)) + by) * stride);
  }

  function rearm(): void {
    armed = true;
  }

  return {
    play,
    pause,
    /** Shows step k, computing up to it where needed; pauses first. */
    seek,
    goOn,
    /** Pauses and shows the kept step that lies so many of them from the one shown, or from the one on its way. */
    step,
    /** From now on play stops at the bookmark again, once. */
    rearm,
    dispose(): void {
      clock.stop();
      endSeeing();
    },
  };
}

export type Player = ReturnType<typeof createPlayer>;
