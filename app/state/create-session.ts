import { scenarioParams } from '../../engine/catalog.ts';
import type { OwnData } from '../../engine/contract.ts';
import { type ParamGroup, sameValue, type Values } from '../../engine/params.ts';
import type { Notice } from '../../engine/scenario/notice.ts';
import { openingScenario, presetScenario, type Scenario } from '../../engine/scenario/scenario.ts';
import { VIEW_PARAMS } from '../../engine/scenario/view-params.ts';
import { type EngineClient, openEngine } from '../../workers/open-engine.ts';
import type { Opened, TableReport } from '../../workers/protocol.ts';
import type { View } from '../plot/geometry.ts';
import { batchSteps } from './batch-steps.ts';
import { createPictures } from './pictures.ts';
import { createPlayer, MAX_STEPS, type Trajectories } from './player.ts';
import { bindPulse } from './pulse.ts';
import { type AppStore, createAppStore, INITIAL_SIDES } from './store.ts';
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

export interface LoadOptions {
  readonly own?: OwnData | null;
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
  inspect(text: string): Promise<TableReport | { failure: Notice }>;
  /** Reads the curves at a step; null ends it. */
  hoverStep(step: number | null): void;
  dismissNotices(): void;
  notify(notices: readonly Notice[]): void;
  say(key: 'said.newData' | 'said.undone' | 'said.copied' | 'said.nothingToUndo'): void;
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
  const past: { scenario: Scenario; own: OwnData | null; gesture: string | undefined }[] = [];
  let opening = false;
  let openAgain: number | null = null;
  let openedLandscape = '';

  const now = () => store.getState();

  function remember(gesture: string | undefined): void {
    const { scenario, own, k } = now();
    const latest = past[past.length - 1];
    if (gesture !== undefined && latest?.gesture === gesture) return;
    past.push({ scenario: { ...scenario, values: { ...scenario.values, k } }, own, gesture });
    if (past.length > UNDO_LIMIT) past.shift();
    store.setState({ undoable: past.length });
  }

  /** What the landscapes depend on, as text: the start and the descent leave them as they are. */
  function landscapeKey(): string {
    const { scenario, own } = now();
    const shaping = Object.entries(scenarioParams(scenario.problem)).filter(([, spec]) =>
      LANDSCAPE_GROUPS.includes(spec.group),
    );
    return JSON.stringify([
      scenario.problem,
      own?.text ?? null,
      shaping.map(([key]) => scenario.values[key]),
    ]);
  }

  /** Opens the present scenario up to step k. While one opening is under way the latest one waits. */
  async function open(k: number): Promise<void> {
    if (opening) {
      openAgain = k;
      return;
    }
    opening = true;
    try {
      await openOnce(k);
    } catch {
      store.setState({ phase: 'lost', playing: false });
    } finally {
      opening = false;
      const next = openAgain;
      openAgain = null;
      if (next !== null) void open(next);
    }
  }

  async function openOnce(k: number): Promise<void> {
    const { scenario, own } = now();
    const key = landscapeKey();
    store.setState({ phase: 'opening' });
    const answer = await raceEngine.open(scenario, own);
    if (!answer) return;
    if ('failure' in answer) {
      notify([answer.failure]);
      // Nothing is a blank page: what cannot be met gives way to the opening scene, and the notice says why.
      if (!now().opened) store.setState({ scenario: openingScenario(), own: null });
      else undoFailed();
      return openOnce(0);
    }
    const frames = [answer.frame];
    const target = Math.min(k, MAX_STEPS);
    for (let at = 0; at < target; ) {
      // Another change came meanwhile: a long way back to the shown step need not be finished.
      if (at > 0 && openAgain !== null) return;
      const steps = Math.min(batchSteps(answer), target - at);
      const frame = await raceEngine.advance(steps);
      if (!frame) return;
      frames.push(frame);
      at += steps;
    }
    // Other data was asked for meanwhile: this run is of the past.
    if (landscapeKey() !== key) return;
    take(answer, frames, target);
    if (key !== openedLandscape) {
      notify(answer.notices);
      openedLandscape = key;
      store.setState({ references: null });
      pictures.open().catch(() => undefined);
      pictures.fitView();
    } else {
      remeasure(answer);
      pinView();
    }
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

  function undoFailed(): void {
    const previous = past.pop();
    store.setState({
      scenario: previous?.scenario ?? openingScenario(),
      own: previous?.own ?? null,
      undoable: past.length,
    });
  }

  /** Puts an opened run into the store and the trajectories in one go, so that nothing flickers. */
  function take(opened: Opened, frames: readonly Opened['frame'][], k: number): void {
    const sides = { ...INITIAL_SIDES } as Record<'left' | 'right', (typeof INITIAL_SIDES)['left']>;
    for (const side of ['left', 'right'] as const) {
      trajectories[side].clear(opened.dimension);
      for (const frame of frames) trajectories[side].append(frame[side]);
      const { status, endedAt } = frames[frames.length - 1]![side];
      sides[side] = { status, endedAt, last: trajectories[side].count - 1 };
    }
    const { version, grid } = now();
    const kept = opened.dimension === 2 ? grid : null;
    store.setState({ phase: 'ready', opened, sides, frontier: k, k, version: version + 1, grid: kept });
  }

  /** Distances from the references of a landscape that did not change. */
  function remeasure(opened: Opened): void {
    const { references, version } = now();
    if (opened.plant || !references) return;
    trajectories.left.measureFrom(references.left.at);
    if (references.right) trajectories.right.measureFrom(references.right.at);
    store.setState({ version: version + 1 });
  }

  function change(values: Values, { gesture, keepStep = false }: ChangeOptions = {}): void {
    const { scenario, own, k } = now();
    const specs = scenarioParams(scenario.problem);
    const changed = Object.keys(values).filter((key) => !sameValue(values[key]!, scenario.values[key]!));
    if (changed.length === 0) return;
    const next = { ...scenario, values: { ...scenario.values, ...values } };
    const onlyView = changed.every((key) => Object.hasOwn(VIEW_PARAMS, key));
    if (!onlyView || changed.includes('view')) remember(gesture);
    if (onlyView) {
      store.setState({ scenario: next });
      if (changed.includes('view')) pictures.refresh();
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
    store.setState({ scenario, own, notices, jumps, crosshair: null, probe: null });
    openedLandscape = '';
    void open(scenario.values.k as number);
  }

  /** What a person set about the page itself stays when another scenario is opened from the page. */
  function keepView(scenario: Scenario): Scenario {
    const { theme, profile, lang, keys, scale, autostop } = now().scenario.values;
    const kept = {
      theme: theme!,
      profile: profile!,
      lang: lang!,
      keys: keys!,
      scale: scale!,
      autostop: autostop!,
    };
    return { ...scenario, values: { ...scenario.values, ...kept } };
  }

  function undo(): void {
    const previous = past.pop();
    if (!previous) {
      say('said.nothingToUndo');
      return;
    }
    player.pause();
    store.setState({ scenario: previous.scenario, own: previous.own, undoable: past.length });
    say('said.undone');
    openedLandscape = '';
    void open(previous.scenario.values.k as number);
  }

  function dice(): void {
    const { scenario } = now();
    const { values } = scenario;
    const next = (key: string) => ((values[key] as number) + 1) % 268_435_456;
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

  function say(key: Parameters<Session['say']>[0]): void {
    store.setState({ said: { key, at: (now().said?.at ?? 0) + 1 } });
  }

  function notify(notices: readonly Notice[]): void {
    if (notices.length > 0) store.setState({ notices: [...now().notices, ...notices] });
  }

  return {
    store,
    trajectories,
    change,
    load,
    openPreset: (id) => load(keepView(presetScenario(now().scenario.problem, id)), { jump: true }),
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
    inspect: (text) => pictureEngine.inspect(text),
    hoverStep: (step) => store.setState({ hoverStep: step }),
    dismissNotices: () => store.setState({ notices: [] }),
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
