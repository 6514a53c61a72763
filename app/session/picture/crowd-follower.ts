import type { EngineClient } from '../../../workers/open-engine.ts';
import type { CrowdFrame } from '../../../workers/protocol.ts';
import { crowdMarks } from '../../charts/marks/crowd-marks.ts';
import { during } from '../busy.ts';
import { keptStep } from '../run/kept-steps.ts';
import { runNumber } from '../run/run-number.ts';
import { strideOf, type Trajectories } from '../run/trajectory.ts';
import type { AppState, AppStore, ShownCrowd } from '../store.ts';
import { hasCrowd, shownCrowd } from './shown-crowd.ts';

const slices = new WeakMap<object, number>();
let sliceCount = 0;

/** Returns a key of all that the dots depend on. */
function crowdKey(state: AppState): string {
  const { slice, landscape, scenario } = state;
  const { crowd, crowdbox, within } = scenario.values;
  if (slice && !slices.has(slice)) slices.set(slice, ++sliceCount);
  return [landscape, slice && slices.get(slice), crowd, crowdbox, within, runNumber(state)].join(' ');
}

/** Returns the step at which the last dot ends; null while one moves. */
function endOf({ left, right }: CrowdFrame): number | null {
  if (left.counts.moving + right.counts.moving > 0) return null;
  let last = 0;
  for (const { since } of [left, right]) for (const step of since) last = Math.max(last, step);
  return last;
}

/**
 * Returns the dots at a step or the latest earlier one kept. Null if there are none, or others were requested meanwhile. Rejects with
 * EngineError.
 */
async function ask(engine: EngineClient, state: AppState, step: number): Promise<ShownCrowd | null> {
  const { crowd, crowdbox, within } = state.scenario.values;
  const frame = await engine.crowd({ ...state.openedValues, crowd, crowdbox, within }, step);
  return frame && { frame, end: endOf(frame), key: crowdKey(state), isPast: false, pen: crowdMarks };
}

/** Attempts for a figure, because the page may request dots of its own step. */
const TRIES = 20;

/** Returns a figure's or film's dots; null if there are none. Rejects with EngineError. */
export async function readCrowd(engine: EngineClient, state: AppState): Promise<ShownCrowd | null> {
  let crowd: ShownCrowd | null = null;
  for (let tries = 0; tries < TRIES && !crowd && hasCrowd(state); tries++)
    crowd = await ask(engine, state, state.k);
  return crowd;
}

/** Keeps the dots at the shown step; the player waits for them. */
export function followCrowd(store: AppStore, engine: EngineClient, trajectories: Trajectories) {
  const now = () => store.getState();

  /** True if dots are wanted, and the pictures' engine has the shown landscape. */
  const canAsk = (state: AppState) =>
    hasCrowd(state) && state.pictured === state.landscape && !state.picturesFailed;

  async function read(step: number): Promise<ShownCrowd | null> {
    const asked = now();
    if (!canAsk(asked)) return null;
    try {
      for (let at = step; ; ) {
        const crowd = await ask(engine, asked, at);
        if (!crowd || crowd.key !== crowdKey(now())) return null;
        if (crowd.frame.step === at) return crowd;
        // A long run keeps fewer steps for many dots than for one.
        at = keptStep({ frontier: now().frontier, stride: put(crowd).stride }, crowd.frame.step);
      }
    } catch {
      store.setState({ picturesFailed: true });
      return null;
    }
  }

  function put(crowd: ShownCrowd): Pick<AppState, 'crowd' | 'k' | 'stride'> {
    const { step: k, stride } = crowd.frame;
    return { crowd, k, stride: Math.max(strideOf(trajectories), stride) };
  }

  async function follow(): Promise<void> {
    const state = now();
    const { crowd, k } = state;
    if (!hasCrowd(state)) {
      if (crowd) store.setState({ crowd: null, stride: strideOf(trajectories) });
      return;
    }
    const isOfThis = crowd?.key === crowdKey(state);
    if (crowd && isOfThis === crowd.isPast) store.setState({ crowd: { ...crowd, isPast: !isOfThis } });
    if (!canAsk(state)) return;
    if (crowd && isOfThis && shownCrowd(state)) {
      const { stride } = put(crowd);
      if (state.stride !== stride) store.setState({ stride });
      return;
    }
    const come = await read(k);
    if (come && now().k === k) store.setState(put(come));
  }

  store.subscribe(
    (state) => hasCrowd(state) && `${canAsk(state)} ${crowdKey(state)} ${state.k} ${state.stride}`,
    () => void during(follow()),
    { fireImmediately: true },
  );

  return {
    isOn: () => canAsk(now()),
    /** Reads the dots at a step or the latest earlier one kept; null if none, or if others are wanted by now. */
    read,
    /** Returns the changes that show dots with their step. */
    put,
  };
}

export type CrowdFollower = ReturnType<typeof followCrowd>;
