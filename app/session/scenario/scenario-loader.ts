import { CATALOG, DEFAULT_PROBLEM, scenarioParams } from '../../../engine/catalog.ts';
import type { ProblemCard, SideName } from '../../../engine/contract.ts';
import type { ParamGroup, ParamSpec } from '../../../engine/params.ts';
import type { Notice } from '../../../engine/scenario/notice.ts';
import {
  openingScenario,
  type Scenario,
  valueAt,
  withDefaults,
  withValues,
} from '../../../engine/scenario/scenario.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { Opened, OwnSource } from '../../../workers/protocol.ts';
import type { View } from '../../charts/geometry.ts';
import { faultOf } from '../fault.ts';
import { firstPicture, isHeld } from '../picture/first-picture.ts';
import { startOnMap } from '../picture/in-plane.ts';
import { NONE, type Pictures } from '../picture/pictures.ts';
import { type Asked, type Batches, MAX_STEPS } from '../run/batch-steps.ts';
import { elapsed } from '../run/elapsed.ts';
import { keptStep } from '../run/kept-steps.ts';
import { overtake } from '../run/overtaken.ts';
import { createTrajectory, strideOf, type Trajectories, takeFrame } from '../run/trajectory.ts';
import { type AppStore, INITIAL_SIDES, NO_FIELDS, sideState, wantedStep } from '../store.ts';
import { loadView } from '../view.ts';
import { keepValues } from './keep-values.ts';

const DATA_GROUPS: readonly ParamGroup[] = ['data', 'plant', 'noise'];
const LANDSCAPE_GROUPS: readonly ParamGroup[] = [...DATA_GROUPS, 'loss'];

const isNoKnob = (spec: ParamSpec) => !spec.knob;

const NOTHING_KNOWN = {
  references: null,
  structure: null,
  basins: null,
  pull: null,
  fields: NO_FIELDS,
  slopes: null,
  projections: null,
  crowd: null,
  slice: null,
};

/** Milliseconds after which a still computing run is shown at step 0. */
const LATE_AFTER = 300;
const LATE = Symbol('late');

export interface LoaderParts {
  readonly store: AppStore;
  readonly engine: EngineClient;
  readonly trajectories: Trajectories;
  readonly pictures: Pictures;
  readonly batches: Batches;
  /** Continues to the target step of a shown run; `asked` is under way. */
  readonly goOn: (asked: Asked) => void;
  readonly notify: (notices: readonly Notice[]) => void;
  /** Drops the latest undoable change, which failed; returns how many are left. */
  readonly takeBack: () => number;
}

/** Opens the store's scenario in the race's engine, up to a step. */
export function createScenarioLoader(parts: LoaderParts) {
  const { store, engine, trajectories, pictures, batches, goOn, notify, takeBack } = parts;
  let opening = false;
  let openAgain = false;
  let reach = 0;
  let openedLandscape = '';
  let openedData = '';
  /** Key of the left loss: all values but the knob, which affects only the right. */
  let openedLeft = '';
  let lastDescent = '';
  let saidOfRun = '';
  /** The latest scenario that opened, for rollback. */
  let met: { scenario: Scenario; own: OwnSource | null } | null = null;

  const now = () => store.getState();

  /** Returns the landscapes' key, independent of start and descent. */
  function landscapeKey(which?: (spec: ParamSpec) => boolean): string {
    const { scenario, own } = now();
    return JSON.stringify([scenario.problem, own?.serial ?? 0, keyOf(LANDSCAPE_GROUPS, which)]);
  }

  const dataKey = () => JSON.stringify([now().scenario.problem, now().own?.serial ?? 0, keyOf(DATA_GROUPS)]);

  function keyOf(groups: readonly ParamGroup[], which = (_: ParamSpec) => true): string {
    const { scenario } = now();
    const shaping = Object.entries(scenarioParams(scenario.problem)).filter(
      ([, spec]) => groups.includes(spec.group) && which(spec),
    );
    // Infinity (n = inf) is null in JSON, as no other value of these groups is.
    return JSON.stringify(shaping.map(([key]) => valueAt(scenario, key)));
  }

  async function open(k: number, newReach = 0): Promise<void> {
    store.setState({ phase: 'opening', target: Math.min(k, MAX_STEPS) });
    reach = newReach;
    if (opening) {
      openAgain = true;
      return;
    }
    opening = true;
    do {
      openAgain = false;
      try {
        await openOnce();
      } catch (error) {
        // A newer change, or another engine, may succeed.
        if (!openAgain) store.setState({ phase: 'lost', playing: false, fault: faultOf(error) });
      }
    } while (openAgain);
    opening = false;
  }

  async function openOnce(): Promise<void> {
    const { scenario, own } = now();
    // In parallel with the engine; if it fails, the page reports it and the run continues.
    const view = viewFor(scenario.problem);
    const key = landscapeKey();
    const leftKey = landscapeKey(isNoKnob);
    const data = dataKey();
    const isOther = () => dataKey() !== data;
    const descentKey = keyOf(['descent']);
    // The target may move meanwhile; a newer change makes a long way pointless.
    const wanted = () => Math.min(Math.max(wantedStep(now()), reach), MAX_STEPS);
    // On the same landscapes requests stay long, so dragging the start needs one answer per picture.
    const { opened } = now();
    const known = key === openedLandscape ? opened : null;
    if (!known) batches.forget();
    const [ahead, batch] = known ? [wanted(), batches.next(known, INITIAL_SIDES)] : [0, 0];
    const told = await engine.open(scenario, own, ahead, batch);
    if (!told) return;
    if ('failure' in told) {
      // A newer change may succeed or fail alike.
      if (!openAgain) rollback(told.failure);
      return;
    }
    // A map of the same data is shown with its numbers, not after them.
    const { grid, picturesFailed, opened: before } = now();
    const isMapped = grid !== null && before?.dimension === 2 && told.dimension === 2 && !picturesFailed;
    const isNext = key !== openedLandscape && data === openedData && !isOther();
    const prepared = isMapped && isNext ? pictures.prepare(scenario, own) : null;
    await view;
    const run = { left: createTrajectory(), right: createTrajectory() };
    for (const side of SIDES) run[side].clear(told.frame[side].width, Object.keys(told.frame[side].series));
    let latest = told.frame;
    for (latest of [latest, ...told.next]) takeFrame(run, latest);
    let at = Math.min(ahead, batch * told.next.length);
    const late = new Promise<typeof LATE>((resolve) => setTimeout(resolve, LATE_AFTER, LATE));
    const isPast = () => openAgain || landscapeKey() !== key;
    let asked: Asked | null = null;
    while (at < wanted() && !(at > 0 && openAgain)) {
      const steps = Math.min(batches.next(told, latest), wanted() - at);
      const begun = performance.now();
      asked = { steps, frame: engine.advance(steps) };
      if ((await Promise.race([asked.frame, late])) === LATE && !isPast()) break;
      const frame = await asked.frame;
      if (!frame) return;
      asked = null;
      batches.took(steps, elapsed(begun));
      latest = frame;
      takeFrame(run, frame);
      at += steps;
    }
    const drawn = await prepared;
    // Drop the run if other data was requested; with another start, rate or loss it is worth showing.
    if (isOther() || (openAgain && at < wanted())) return;
    const reshaped = key === openedLandscape ? [] : leftKey === openedLeft ? (['right'] as const) : SIDES;
    const isOtherDescent = descentKey !== lastDescent;
    // Readings of sides with their own rounds depend on settings, so they wait for the pictures' engine.
    const moved = isOtherDescent && key === openedLandscape && told.sides.right.iterates;
    if (moved) store.setState({ pictured: NONE });
    commit(told, run, latest, at, scenario, reshaped);
    openedLeft = leftKey;
    met = { scenario, own };
    lastDescent = descentKey;
    if (key !== openedLandscape) {
      openedLandscape = key;
      // With the same data, known points stay until replaced, so the blend slider causes no flicker.
      if (data !== openedData) store.setState(NOTHING_KNOWN);
      openedData = data;
      void pictures.open(scenario, own, now().landscape, drawn);
      pictures.fitView();
    } else {
      if (now().pictured === NONE) void pictures.open(scenario, own, now().landscape);
      pictures.remeasure();
      pinView();
      if (isOtherDescent) pictures.refreshMapLayer();
      pictures.refreshSlice();
    }
    if (asked) goOn(asked);
  }

  /** Loads the problem's view; before the first picture only what it needs. */
  async function viewFor(problem: Scenario['problem']): Promise<void> {
    if (!isHeld()) return loadView(problem);
    void firstPicture().then(async () => {
      await loadView(problem);
      // Notifies components.
      store.setState({});
    });
    if (problem !== DEFAULT_PROBLEM) await loadView(problem);
  }

  /** Restores the previous scenario, or the preset if a file is missing, with a notice. */
  function rollback(reason: Notice): void {
    notify([reason]);
    const { problem, values } = now().scenario;
    const { spare, presets }: ProblemCard = CATALOG[problem];
    const isElsewhere = met?.scenario.problem !== problem;
    const preset = presets.find(({ id }) => reason.code === 'unusable' && isElsewhere && id === spare);
    const back = preset ? null : met;
    const scenario = preset && keepValues(withDefaults(problem, preset.values), values, 'preset');
    store.setState({
      scenario: scenario ?? back?.scenario ?? openingScenario(),
      own: back?.own ?? null,
      target: back ? now().k : 0,
      ...(back && { undoable: takeBack() }),
    });
    openAgain = true;
  }

  /** Keeps the window while the start moves within it; a start outside moves it. The link names it if a fresh opening would differ. */
  function pinView(): void {
    const state = now();
    const start = startOnMap(state.opened, 'left') ?? state.opened?.sides.left.start;
    if (start?.length !== 2 || state.scenario.values.view !== null) return;
    const { x0, x1, y0, y1 } = state.autoView;
    const inside = start[0]! > x0 && start[0]! < x1 && start[1]! > y0 && start[1]! < y1;
    if (!inside) {
      pictures.fitView();
      pictures.refresh();
    } else if (!pictures.isFitted()) {
      const { scenario, autoView } = state;
      store.setState({ scenario: withValues(scenario, { view: viewDigits(autoView) }) });
    }
  }

  /** Stores an opened run at once, without flicker. `reshaped`: sides whose loss changed. */
  function commit(
    answer: Opened,
    run: Trajectories,
    latest: Opened['frame'],
    frontier: number,
    { problem, values: openedValues }: Scenario,
    reshaped: readonly SideName[],
  ): void {
    const sides = { ...INITIAL_SIDES } as Record<'left' | 'right', (typeof INITIAL_SIDES)['left']>;
    for (const side of SIDES) {
      trajectories[side].takeOver(run[side]);
      sides[side] = sideState(latest[side], trajectories[side]);
    }
    const stride = strideOf(trajectories);
    // Its steps are in `run`.
    const opened = { ...answer, next: [] };
    const { version, grid, landscape, openedProblem } = now();
    const before = now().opened?.dimension;
    // Keep nothing across problems, even with equal dimension.
    const kept = opened.dimension === before && problem === openedProblem ? grid : null;
    const wanted = Math.min(wantedStep(now()), MAX_STEPS);
    const isOnItsWay = frontier < wanted;
    const k = isOnItsWay ? 0 : keptStep({ frontier, stride }, wanted);
    // A newer change waits: show this run but take no steps.
    const phase = openAgain ? 'opening' : 'ready';
    const target = openAgain ? now().target : isOnItsWay ? wanted : null;
    store.setState({
      phase,
      opened,
      openedProblem: problem,
      openedValues,
      sides,
      frontier,
      stride,
      k,
      wentOn: false,
      target,
      version: version + 1,
      grid: kept,
      landscape: landscape + (reshaped.length > 0 ? 1 : 0),
      overtaken: reshaped.length > 0 ? overtake(now(), reshaped) : now().overtaken,
    });
    const said = JSON.stringify(opened.notices);
    if (said !== saidOfRun) store.setState({ runNotices: opened.notices });
    saidOfRun = said;
  }

  return {
    /** Opens the present scenario up to step k, computing up to `reach` if later. During an opening the latest waits. */
    open,
    /** Makes the next opening start over, even on the same landscapes. */
    forget(): void {
      openedLandscape = '';
      openedData = '';
      saidOfRun = '';
    },
  };
}

/** Returns the window's four numbers with five digits, as in links. */
export function viewDigits({ x0, x1, y0, y1 }: View): number[] {
  return [x0, x1, y0, y1].map((value) => Number(value.toPrecision(5)));
}
