import { scenarioParams } from '../../engine/catalog.ts';

import { type ParamGroup, sameValue, type Values } from '../../engine/params.ts';
import type { Notice } from '../../engine/scenario/notice.ts';
import {
  createScenario,
  openingScenario,
  presetScenario,
  type Scenario,
} from '../../engine/scenario/scenario.ts';
import { VIEW_PARAMS } from '../../engine/scenario/view-params.ts';
import { type EngineClient, openEngine } from '../../workers/open-engine.ts';
import type { Opened, OwnSource, TableReport } from '../../workers/protocol.ts';
import type { View } from '../plot/geometry.ts';
import { batchSteps } from './batch-steps.ts';
import { createPictures } from './pictures.ts';
import { createPlayer, MAX_STEPS, type Trajectories } from './player.ts';
import { bindPulse } from './pulse.ts';
import { type AppStore, createAppStore, INITIAL_SIDES, type SaidKey, wantedStep } from './store.ts';
import { createTrajectory } from './trajectory.ts';

/** Undo steps that are kept. */
const UNDO_LIMIT = 100;

/** Longest step that survives while the start is dragged: the run is taken anew up to it at every move. */
const LIVE_STEPS = 5000;

const LANDSCAPE_GROUPS: readonly ParamGroup[] = ['data', 'plant', 'noise', 'loss'];

export interface ChangeOptions {
  /** Changes of one gesture (a drag, a slider) are taken back together. */
  readonly gesture?: string;
  /** Stay at the shown step where only the start moves; by default a new start begins at step 0. */
  readonly keepStep?: boolean;
}

/** What a person set about the page itself: it stays when another scenario is opened from the page, or one taken back. */
const PAGE_KEYS = [
  ...['theme', 'profile', 'lang', 'keys', 'scale', 'axis', 'autostop'],
  ...['ground', 'points', 'dead', 'rays', 'arrows', 'solid'],
];

export interface LoadOptions {
  readonly own?: OwnSource | null;
  readonly notices?: readonly Notice[];
  readonly jump?: boolean;
}

/** Everything a person can do, in one place; the views call it and read the store. */
export interface Session {
  readonly store: AppStore;
  readonly trajectories: Trajectories;
  /** Sets values of the scenario. Data begins a new run; rates and losses keep the step; view changes nothing else. */
  change(values: Values, options?: ChangeOptions): void;
  /** Opens another scenario, paused at its step; `jump` makes an entry in the browser's history. */
  load(scenario: Scenario, options?: LoadOptions): void;
  openPreset(id: string): void;
  /** Starts there and plays: the run of a cell of the basins. */
  replayFrom(start: readonly [number, number]): void;
  /** Opens a person's own table; `packed` is what a link carries of it, empty where it does not fit. */
  openOwn(
    own: OwnSource,
    packed: string,
    options: { bias: boolean; std: boolean },
    notices: readonly Notice[],
  ): void;
  /** A name for the changes of one gesture, which are taken back together. */
  newGesture(): string;
  undo(): void;
  toggle(): void;
  pause(): void;
  /** Pauses, then moves by this many steps. */
  step(by: number): void;
  seek(k: number): void;
  /** Back to the start of the same scenario. */
  reset(): void;
  /** A new seed for whatever the scenario draws. */
  dice(): void;
  setView(view: View | null, gesture: string): void;
  pointAt(at: readonly [number, number] | null): void;
  /** Names a person's own file, so that each engine reads it once. */
  nameOwn(blob: Blob): OwnSource;
  /** Reads a file without opening it; `onProgress` gets the bytes read. Null where it was given up, or another came. */
  inspect(
    own: OwnSource,
    onProgress: (bytes: number) => void,
  ): Promise<TableReport | { failure: Notice } | null>;
  cancelInspect(): void;
  /** Reads the curves at a step; null ends it. */
  hoverStep(step: number | null): void;
  dismissNotices(): void;
  notify(notices: readonly Notice[]): void;
  say(key: SaidKey): void;
  dispose(): void;
}

export function createSession(start: () => EngineClient = openEngine): Session {
  const store = createAppStore();
  const trajectories = { left: createTrajectory(), right: createTrajectory() };
  const raceEngine = start();
  const pictureEngine = start();
  const player = createPlayer(store, raceEngine, trajectories);
  const pictures = createPictures(store, pictureEngine, trajectories);
  const endPulse = bindPulse(store);
  const past: { scenario: Scenario; own: OwnSource | null; gesture: string | undefined }[] = [];
  let opening = false;
  let openAgain = false;
  let openedLandscape = '';
  let lastDescent = '';
  let gestures = 0;
  let ownFiles = 0;
  /** The latest scenario that could be met, and the latest own table: what is gone back to. */
  let met: { scenario: Scenario; own: OwnSource | null } | null = null;
  let latestOwn: OwnSource | null = null;
  let saidOfRun = '';

  const now = () => store.getState();

  function remember(gesture: string | undefined): void {
    const { scenario, own } = now();
    const latest = past[past.length - 1];
    if (gesture !== undefined && latest?.gesture === gesture) return;
    const k = wantedStep(now());
    past.push({ scenario: { ...scenario, values: { ...scenario.values, k } }, own, gesture });
    if (past.length > UNDO_LIMIT) past.shift();
    store.setState({ undoable: past.length });
  }

  /** What the landscapes depend on, as text: the start and the descent leave them as they are. */
  function landscapeKey(): string {
    const { scenario, own } = now();
    return JSON.stringify([scenario.problem, own?.serial ?? 0, keyOf(LANDSCAPE_GROUPS)]);
  }

  /** The values of some groups, as text. */
  function keyOf(groups: readonly ParamGroup[]): string {
    const { scenario } = now();
    const shaping = Object.entries(scenarioParams(scenario.problem)).filter(([, spec]) =>
      groups.includes(spec.group),
    );
    // Infinity (n = inf) is null in JSON; no other value of these groups that may be null is a number.
    return JSON.stringify(shaping.map(([key]) => scenario.values[key]));
  }

  /** Opens the present scenario up to step k. While one opening is under way the latest scenario waits. */
  async function open(k: number): Promise<void> {
    store.setState({ phase: 'opening', target: Math.min(k, MAX_STEPS) });
    if (opening) {
      openAgain = true;
      return;
    }
    opening = true;
    try {
      do {
        openAgain = false;
        await openOnce();
      } while (openAgain);
    } catch {
      store.setState({ phase: 'lost', playing: false });
    } finally {
      opening = false;
    }
  }

  async function openOnce(): Promise<void> {
    const { scenario, own } = now();
    const key = landscapeKey();
    const descentKey = keyOf(['descent']);
    const answer = await raceEngine.open(scenario, own);
    if (!answer) return;
    if ('failure' in answer) {
      // A newer change may mend it, or fail for the same reason.
      if (!openAgain) goBack(answer.failure);
      return;
    }
    const frames = [answer.frame];
    let at = 0;
    // The wanted step may move while it is computed up to; a newer change makes a long way there idle.
    while (at < wantedStep(now()) && !(at > 0 && openAgain)) {
      const steps = Math.min(batchSteps(answer), wantedStep(now()) - at);
      const frame = await raceEngine.advance(steps);
      if (!frame) return;
      frames.push(frame);
      at += steps;
    }
    // Other data was asked for meanwhile: this run is of the past. The same with another start or rate is worth a look.
    if (landscapeKey() !== key || (openAgain && at < wantedStep(now()))) return;
    take(answer, frames, at);
    met = { scenario, own };
    const openedDescent = lastDescent;
    lastDescent = descentKey;
    if (key !== openedLandscape) {
      openedLandscape = key;
      store.setState({
        references: null,
        structure: null,
        basins: null,
        pull: null,
        slopes: null,
        shadows: null,
        slice: null,
      });
      pictures.open().catch(() => undefined);
      pictures.fitView();
    } else {
      pictures.remeasure();
      pinView();
      if (descentKey !== openedDescent) pictures.refreshGround();
      pictures.refreshSlice();
    }
  }

  /** Nothing is a blank page: what cannot be met gives way to what was there before, and the notice says why. */
  function goBack(reason: Notice): void {
    notify([reason]);
    const { scenario, own } = met ?? { scenario: openingScenario(), own: null };
    const k = met ? now().k : 0;
    if (met) past.pop();
    store.setState({ scenario, own, target: k, undoable: past.length });
    openAgain = true;
  }

  /**
   * The window stays where it is while the start moves within it; where a fresh opening would choose another one, the
   * link says which. A start outside of it moves the window.
   */
  function pinView(): void {
    const state = now();
    const start = state.opened?.start;
    if (start?.length !== 2 || state.scenario.values.view !== null) return;
    const { x0, x1, y0, y1 } = state.autoView;
    const inside = start[0]! > x0 && start[0]! < x1 && start[1]! > y0 && start[1]! < y1;
    if (!inside) {
      pictures.fitView();
      pictures.refresh();
    } else if (!pictures.isFitted()) {
      const { scenario, autoView } = state;
      store.setState({
        scenario: { ...scenario, values: { ...scenario.values, view: viewDigits(autoView) } },
      });
    }
  }

  /** Puts an opened run into the store and the trajectories in one go, so that nothing flickers. */
  function take(opened: Opened, frames: readonly Opened['frame'][], frontier: number): void {
    const sides = { ...INITIAL_SIDES } as Record<'left' | 'right', (typeof INITIAL_SIDES)['left']>;
    for (const side of ['left', 'right'] as const) {
      trajectories[side].clear(opened.dimension);
      for (const frame of frames) trajectories[side].append(frame[side]);
      const { status, endedAt } = frames[frames.length - 1]![side];
      sides[side] = { status, endedAt, last: trajectories[side].count - 1 };
    }
    const { version, grid } = now();
    const before = now().opened?.dimension;
    const kept = opened.dimension === before ? grid : null;
    const k = Math.min(wantedStep(now()), frontier);
    // A newer change waits: the page shows this run but takes no steps on it.
    const phase = openAgain ? 'opening' : 'ready';
    const target = openAgain ? now().target : null;
    store.setState({ phase, opened, sides, frontier, k, target, version: version + 1, grid: kept });
    const said = JSON.stringify(opened.notices);
    if (said !== saidOfRun) store.setState({ runNotices: opened.notices });
    saidOfRun = said;
  }

  function change(values: Values, { gesture, keepStep = false }: ChangeOptions = {}): void {
    const { scenario, own } = now();
    const k = wantedStep(now());
    const specs = scenarioParams(scenario.problem);
    const changed = Object.keys(values).filter((key) => !sameValue(values[key]!, scenario.values[key]!));
    if (changed.length === 0) return;
    const next = { ...scenario, values: { ...scenario.values, ...values } };
    const onlyView = changed.every((key) => Object.hasOwn(VIEW_PARAMS, key));
    const newPlane = changed.includes('plane') || changed.includes('pair');
    if (!onlyView || newPlane || changed.includes('view')) remember(gesture);
    if (onlyView) {
      // A window in the coordinates of one plane says nothing of another.
      const values = newPlane ? { ...next.values, view: null } : next.values;
      store.setState({ scenario: { ...next, values } });
      if (changed.includes('view')) pictures.refresh();
      else if (changed.includes('ground')) pictures.refreshGround();
      if (newPlane) pictures.refreshSlice();
      return;
    }
    const groups = changed.map((key) => specs[key]?.group);
    const newData = groups.some((group) => group === 'data' || group === 'plant' || group === 'noise');
    const newStart = groups.includes('start');
    const keep = !newData && (!newStart || (keepStep && k <= LIVE_STEPS));
    if (newData) {
      player.pause();
      if (k > 0) say('said.newData');
    }
    // A window that was fitted to the old data does not fit the new.
    const view = newData && !Object.hasOwn(values, 'view') ? null : next.values.view!;
    store.setState({
      scenario: { ...next, values: { ...next.values, view } },
      own: changed.includes('data') || changed.includes('features') ? null : own,
    });
    void open(keep ? k : 0);
  }

  function load(scenario: Scenario, { own = null, notices = [], jump = false }: LoadOptions = {}): void {
    player.pause();
    if (now().opened) remember(undefined);
    const jumps = now().jumps + (jump ? 1 : 0);
    // A link that had to leave its data out is met with the data of this page, if it has any.
    const { features, data } = scenario.values;
    const table = own ?? (features === 'csv' && data === '' ? latestOwn : null);
    const k = scenario.values.k as number;
    store.setState({ scenario, own: table, notices, jumps, target: k, crosshair: null, probe: null });
    openedLandscape = '';
    saidOfRun = '';
    void open(k);
  }

  function withPage(scenario: Scenario, more: readonly string[] = []): Scenario {
    const { values } = now().scenario;
    const kept = Object.fromEntries([...PAGE_KEYS, ...more].map((key) => [key, values[key]!]));
    return { ...scenario, values: { ...scenario.values, ...kept } };
  }

  function openOwn(
    own: OwnSource,
    packed: string,
    { bias, std }: { bias: boolean; std: boolean },
    notices: readonly Notice[],
  ): void {
    latestOwn = own;
    const { problem } = now().scenario;
    const scenario = createScenario(problem, { features: 'csv', data: packed, bias, std });
    load(withPage(scenario, ['speed']), { own, notices, jump: true });
  }

  function undo(): void {
    const previous = past.pop();
    if (!previous) {
      say('said.nothingToUndo');
      return;
    }
    player.pause();
    const scenario = withPage(previous.scenario, ['speed']);
    store.setState({ scenario, own: previous.own, undoable: past.length });
    say('said.undone');
    openedLandscape = '';
    void open(previous.scenario.values.k as number);
  }

  function dice(): void {
    const { scenario } = now();
    const { values } = scenario;
    const specs = scenarioParams(scenario.problem);
    const next = (key: string) => {
      const spec = specs[key];
      return spec?.kind === 'integer' && values[key] !== spec.max ? (values[key] as number) + 1 : 0;
    };
    const made =
      values.features !== 'csv' &&
      !(values.features === 'line' && values.spacing === 'even' && values.noise === 0);
    // What is given as numbers stays; what is drawn is drawn anew. A scenario that draws nothing gets a new start.
    change({
      ...(made ? { seed: next('seed') } : {}),
      ...(values.plant === null && values.features !== 'csv' ? { pseed: next('pseed') } : {}),
      ...(values.start === null || !made ? { start: null, sseed: next('sseed') } : {}),
    });
  }

  function say(key: SaidKey): void {
    store.setState({ said: { key, at: (now().said?.at ?? 0) + 1 } });
  }

  function notify(notices: readonly Notice[]): void {
    // What is said of a key anew takes the place of what was said of it before.
    const keys = new Set(notices.map(({ key }) => key));
    store.setState({ notices: [...now().notices.filter(({ key }) => !keys.has(key)), ...notices] });
  }

  return {
    store,
    trajectories,
    change,
    load,
    openPreset: (id) => load(withPage(presetScenario(now().scenario.problem, id)), { jump: true }),
    replayFrom(start) {
      // The same cell once more begins anew too.
      void player.seek(0);
      change({ start });
      player.play();
    },
    openOwn,
    newGesture: () => `gesture-${++gestures}`,
    undo,
    toggle: () => (now().playing ? player.pause() : player.play()),
    pause: player.pause,
    step: player.step,
    seek: (k) => void player.seek(k),
    reset: () => void player.seek(0),
    dice,
    setView: (view, gesture) => {
      const digits = view && viewDigits(view);
      change({ view: digits }, { gesture });
    },
    pointAt: pictures.pointAt,
    nameOwn: (blob) => ({ serial: ++ownFiles, blob }),
    inspect: (own, onProgress) => pictureEngine.inspect(own, onProgress),
    cancelInspect: () => void pictureEngine.cancelInspect().catch(() => undefined),
    hoverStep: (step) => store.setState({ hoverStep: step }),
    dismissNotices: () => store.setState({ notices: [], runNotices: [] }),
    notify,
    say,
    dispose() {
      endPulse();
      player.dispose();
      raceEngine.dispose();
      pictureEngine.dispose();
    },
  };
}

/** The window as a link carries it: four numbers with five digits. */
function viewDigits({ x0, x1, y0, y1 }: View): number[] {
  return [x0, x1, y0, y1].map((value) => Number(value.toPrecision(5)));
}
