import './words.en.ts';
import { CATALOG, DEFAULT_PROBLEM, type ProblemId, scenarioParams } from '../../engine/catalog.ts';
import type { ProblemCard } from '../../engine/contract.ts';
import { sameValue, shapesRun, type Values } from '../../engine/params.ts';
import type { PageControl } from '../../engine/scenario/control-names.ts';
import { leavesDataOut } from '../../engine/scenario/leaves-data-out.ts';
import type { Notice } from '../../engine/scenario/notice.ts';
import {
  adjusted,
  openingScenario,
  type Scenario,
  valueAt,
  withDefaults,
  withValues,
} from '../../engine/scenario/scenario.ts';
import { type EngineClient, type EngineNews, openEngine } from '../../workers/open-engine.ts';
import type { OwnSource } from '../../workers/protocol.ts';
import { begin, during } from './busy.ts';
import { type ControlState, controlState, sceneLimits } from './controls.ts';
import { faultOf } from './fault.ts';
import { openScene, withGuess } from './guessing.ts';
import { bindCrowd } from './picture/crowd.ts';
import { createPictures } from './picture/pictures.ts';
import { createBatches } from './run/batch-steps.ts';
import { keptStep, keptStepFrom } from './run/kept-steps.ts';
import { createPlayer } from './run/player.ts';
import { bindPulse } from './run/pulse.ts';
import { createTrajectory } from './run/trajectory.ts';
import { keepValues } from './scenario/keep-values.ts';
import { createOwnFiles } from './scenario/own-data.ts';
import { reseeded } from './scenario/reseed.ts';
import { createScenarioLoader, viewDigits } from './scenario/scenario-loader.ts';
import type { ChangeOptions, LoadOptions, Session } from './session.ts';
import { createAppStore, NO_GUESSES, type ToastKey, wantedStep } from './store.ts';
import { loadMoreWords } from './view.ts';

const UNDO_LIMIT = 100;

/** Longest run recomputed during a drag; a longer one restarts at step 0. */
const LIVE_STEPS = 5000;

const LECTURE_LEFT = { presenting: false, notes: false, code: false } as const;

export function createSession(
  connect: (news: EngineNews) => EngineClient = openEngine,
  lectures: Session['lectures'] = () => Promise.reject(new Error('expected a session with lectures')),
): Session {
  const store = createAppStore();
  const unresponsive = new Set<EngineClient>();
  const trajectories = { left: createTrajectory(), right: createTrajectory() };
  const runEngine = start((error) =>
    store.setState({ phase: 'lost', playing: false, fault: faultOf(error) }),
  );
  const pictureEngine = start(() => store.setState({ picturesFailed: true }));
  const crowds = bindCrowd(store, pictureEngine, trajectories);
  const batches = createBatches();
  const player = createPlayer(store, runEngine, trajectories, crowds, batches);
  const pictures = createPictures(store, pictureEngine, trajectories);
  const endPulse = bindPulse(store);
  const past: { scenario: Scenario; own: OwnSource | null; gesture: string | undefined }[] = [];
  let gestures = 0;
  let following = false;
  let toneFollows = false;
  /** True while acting for the embedding page. */
  let author = false;

  const now = () => store.getState();
  const loader = createScenarioLoader({
    store,
    engine: runEngine,
    trajectories,
    pictures,
    batches,
    goOn: (asked) => void player.goOn(asked),
    notify,
    takeBack() {
      past.pop();
      return past.length;
    },
  });

  const files = createOwnFiles(store, { load, notify });

  /** Starts an engine that sets `unresponsive` while silent. */
  function start(onLost?: (error: Error) => void): EngineClient {
    let rest = () => {};
    const engine = connect({
      ...(onLost && { onLost }),
      onBusy(isBusy) {
        if (isBusy) rest = begin(true);
        else rest();
      },
      onSilence(isSilent) {
        if (isSilent) unresponsive.add(engine);
        else unresponsive.delete(engine);
        if (isSilent || unresponsive.size === 0) store.setState({ unresponsive: isSilent });
      },
    });
    return engine;
  }

  function startAgain(): void {
    const { phase, fault, k, frontier, picturesFailed } = now();
    const wanted = wantedStep(now());
    const isShort = phase === 'lost' && fault.what === 'memory';
    const anew = new Set(unresponsive);
    if (phase === 'lost') anew.add(runEngine);
    if (picturesFailed) anew.add(pictureEngine);
    // The silent ones may include an ensemble's, whose pool then starts another.
    for (const engine of anew) engine.restart();
    store.setState({ unresponsive: false, picturesFailed: false });
    if (anew.has(runEngine)) {
      player.pause();
      // After a memory failure, recompute only up to the shown step.
      void loader.open(wanted, isShort ? k : frontier);
    }
    if (anew.has(pictureEngine)) {
      const { scenario, own, landscape } = now();
      store.setState({ landscape: landscape + 1 });
      void pictures.open(scenario, own, landscape + 1);
    }
  }

  function remember(gesture: string | undefined): void {
    const { scenario, own } = now();
    const latest = past[past.length - 1];
    if (gesture !== undefined && latest?.gesture === gesture) return;
    const k = wantedStep(now());
    past.push({ scenario: withValues(scenario, { k }), own, gesture });
    if (past.length > UNDO_LIMIT) past.shift();
    store.setState({ undoable: past.length });
  }

  function control(name: string): ControlState {
    if (author) return 'shown';
    return controlState(now().scenario, name, sceneLimits(openScene(now())));
  }

  function mayUse(name: string): boolean {
    if (control(name) === 'shown') return true;
    say('toast.locked');
    return false;
  }

  function guarded<Args extends unknown[]>(name: PageControl, act: (...args: Args) => void) {
    return (...args: Args): void => {
      if (mayUse(name)) act(...args);
    };
  }

  /** Changes only the values that the link leaves free. */
  function changeFree(values: Values, options?: ChangeOptions): void {
    const { scenario } = now();
    const free = Object.entries(values).filter(
      ([key, value]) => sameValue(value, valueAt(scenario, key)!) || control(key) === 'shown',
    );
    if (free.length < Object.keys(values).length) say('toast.locked');
    const { opens }: ProblemCard = CATALOG[scenario.problem];
    const chosen = free.find(([key, value]) => key === opens?.key && value !== valueAt(scenario, key));
    if (chosen) openNamed(opens!.presets[String(chosen[1])]!, scenario.problem);
    else change(Object.fromEntries(free), options);
  }

  function change(values: Values, { gesture, keepStep = false }: ChangeOptions = {}): void {
    const { scenario, own } = now();
    const k = wantedStep(now());
    const specs = scenarioParams(scenario.problem);
    const { scenario: next, notices } = adjusted(withValues(scenario, values), values);
    if (notices.length > 0) notify(notices);
    const changed = Object.keys(specs).filter(
      (key) => !sameValue(valueAt(next, key), valueAt(scenario, key)),
    );
    if (changed.length === 0) return;
    const onlyView = changed.every((key) => !shapesRun(specs[key]!));
    const newPlane = changed.includes('plane') || changed.includes('pair');
    const isUndoable = changed.some((key) => key === 'view' || specs[key]?.keeps === 'layers');
    if (!onlyView || newPlane || isUndoable) remember(gesture);
    if (onlyView) {
      // A window in one plane's coordinates means nothing in another.
      store.setState({ scenario: newPlane ? withValues(next, { view: null }) : next });
      if (changed.includes('view')) pictures.refresh();
      else if (changed.includes('ground')) pictures.refreshMapLayer();
      if (newPlane) pictures.refreshSlice();
      return;
    }
    files.forgetAwaited();
    const groups = changed.map((key) => specs[key]?.group);
    const newData = groups.some((group) => group === 'data' || group === 'plant' || group === 'noise');
    const newStart = groups.includes('start');
    const keep = (!newData && !newStart) || (keepStep && k <= LIVE_STEPS);
    if (newData) {
      player.pause();
      if (k > 0 && !keep) say('toast.newData');
    }
    // A window fitted to the old data does not fit the new.
    const view = newData && !Object.hasOwn(values, 'view') ? null : next.values.view;
    store.setState({
      scenario: withValues(next, { view }),
      own: changed.includes('data') || changed.includes('features') ? null : own,
    });
    void loader.open(keep ? k : 0);
  }

  /** Guesses concern one scenario, whose bookmark stops play once. */
  function leaveScene(): void {
    const { toast } = now();
    store.setState({ guesses: NO_GUESSES, toast: toast?.key === 'toast.bookmark' ? null : toast });
    player.rearm();
  }

  function load(scenario: Scenario, { own = null, notices = [], jump = false }: LoadOptions = {}): void {
    // A link without its data gets this page's table.
    const table = own ?? files.fileOf(scenario);
    if (!table && leavesDataOut(scenario)) {
      files.waitFor(scenario, notices);
      return;
    }
    files.forgetAwaited();
    player.pause();
    if (now().opened) remember(undefined);
    const jumps = now().jumps + (jump ? 1 : 0);
    const k = scenario.values.k;
    leaveScene();
    store.setState({ scenario, own: table, notices, jumps, target: k, crosshair: null, probe: null });
    if (scenario.problem !== DEFAULT_PROBLEM && !now().moreWords)
      // If they fail to load, the page continues without these words.
      during(loadMoreWords()).then(
        () => store.setState({ moreWords: true }),
        () => undefined,
      );
    if (scenario.values.lecture !== '') follow();
    loader.forget();
    void loader.open(k);
  }

  /** Keeps the store's lecture in step with the scenario's. */
  function follow(): void {
    if (following) return;
    following = true;
    during(lectures()).then(
      ({ followLecture }) => followLecture(session),
      () => {
        following = false;
      },
    );
  }

  function keeping(scenario: Scenario, how: Parameters<typeof keepValues>[2]): Scenario {
    return keepValues(scenario, now().scenario.values, how);
  }

  function openAnother(scenario: Scenario): void {
    load(keeping(scenario, 'preset'), { jump: true });
  }

  function openNamed(id: string, problem: ProblemId): void {
    const preset = CATALOG[problem].presets.find((candidate) => candidate.id === id);
    if (preset) openAnother(withDefaults(problem, preset.values));
  }

  function openOwn(own: OwnSource | null, values: Values, notices: readonly Notice[]): void {
    if (own) files.keep(own);
    load(keeping(files.scenarioOf(own, values), 'file'), { own, notices, jump: true });
  }

  function undo(): void {
    const previous = past.pop();
    if (!previous) {
      say('toast.nothingToUndo');
      return;
    }
    player.pause();
    const scenario = keeping(previous.scenario, 'undone');
    if (scenario.values.scene !== now().scenario.values.scene) leaveScene();
    store.setState({ scenario, own: previous.own, undoable: past.length });
    say('toast.undone');
    loader.forget();
    void loader.open(previous.scenario.values.k);
  }

  function toggleTone(): void {
    const tone = !now().tone;
    store.setState({ tone });
    say(tone ? 'toast.toneOn' : 'toast.toneOff');
    if (!tone || toneFollows) return;
    toneFollows = true;
    during(import('./tone.ts')).then(
      ({ followTone }) => followTone(session),
      () => {
        toneFollows = false;
        store.setState({ tone: false });
        say('toast.toneMissing');
      },
    );
  }

  function say(key: ToastKey): void {
    store.setState({ toast: { key, at: (now().toast?.at ?? 0) + 1 } });
  }

  function notify(notices: readonly Notice[]): void {
    // A new notice on a key replaces old ones.
    const keys = new Set(notices.map(({ key }) => key));
    store.setState({ notices: [...now().notices.filter(({ key }) => !keys.has(key)), ...notices] });
  }

  const session: Session = {
    store,
    trajectories,
    pictureEngine,
    startEngine: () => start(),
    change: changeFree,
    load,
    openScenario: (scenario, options) => load(keeping(scenario, 'opened'), options),
    openPreset: guarded('presets', (id, problem = now().scenario.problem) => {
      if (problem === now().scenario.problem || mayUse('problem')) openNamed(id, problem);
    }),
    openDefaults: guarded('presets', () => openAnother(withDefaults(now().scenario.problem, {}))),
    openProblem: guarded('problem', (problem) => openAnother(openingScenario(problem))),
    setStart: guarded('place', (start, options) => change({ start }, options)),
    replayFrom: guarded('place', (start) => {
      // Choosing the same cell again restarts too.
      void player.seek(0);
      change({ start });
      player.play();
    }),
    openOwn: guarded('own', openOwn),
    openAwaited: files.openAwaited,
    newGesture: () => `gesture-${++gestures}`,
    undo: guarded('undo', undo),
    toggle: guarded('play', () => player.toggle()),
    goOn: guarded('play', () => player.toggle(true)),
    pause: player.pause,
    step: guarded('steps', player.step),
    seek: guarded('scrub', (k) => void player.seek(k)),
    reset: guarded('reset', () => void player.seek(0)),
    reseed: guarded('dice', () => changeFree(reseeded(now().scenario))),
    setView: (view, gesture) => {
      const digits = view && viewDigits(view);
      change({ view: digits }, { gesture });
    },
    pointAt: pictures.pointAt,
    nameOwn: files.nameOwn,
    meetOwn: files.meetOwn,
    inspect(own, onProgress, values) {
      const scenario = values
        ? files.scenarioOf(own, values)
        : (values === null && now().awaited) || undefined;
      return pictureEngine.anytime.inspect(own, onProgress, scenario);
    },
    cancelInspect: () => void pictureEngine.anytime.cancelInspect().catch(() => undefined),
    lectures,
    hoverStep: (step) => store.setState({ hoverStep: step === null ? null : keptStep(now(), step) }),
    dismissNotices: () => store.setState({ notices: [], runNotices: [] }),
    notify,
    mayUse,
    bypassLimits(act) {
      author = true;
      try {
        act();
      } finally {
        author = false;
      }
    },
    say,
    setLecture: (lecture) => store.setState({ lecture, ...(lecture ? {} : LECTURE_LEFT) }),
    nextScene(by) {
      if (!now().lecture) return;
      during(lectures()).then(
        ({ walkOn }) => walkOn(session, by),
        () => undefined,
      );
    },
    present: (on) => store.setState({ presenting: on && now().lecture !== null }),
    toBookmark() {
      const scene = openScene(now());
      if (!scene) return;
      if (scene.bookmark === null) say('toast.noBookmark');
      else if (scene.bookmark > now().frontier) void player.seek(scene.bookmark);
      // Not before it, where play would stop again.
      else void player.seek(keptStepFrom(now(), scene.bookmark));
    },
    guess: (side, at) => store.setState({ guesses: withGuess(now().guesses, side, at) }),
    toggleTone,
    setNotes: (notes) => store.setState({ notes }),
    toggleLaser: () => store.setState({ laser: !now().laser }),
    toggleCode: () => store.setState({ code: !now().code && now().lecture !== null }),
    startAgain,
    waitOn: () => store.setState({ unresponsive: false }),
    dispose() {
      endPulse();
      player.dispose();
      runEngine.dispose();
      pictureEngine.dispose();
    },
  };
  return session;
}
