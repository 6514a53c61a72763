import { shallow } from 'zustand/shallow';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { FieldInfo, Grid, Opened, OwnSource } from '../../../workers/protocol.ts';
import type { View } from '../../charts/geometry.ts';
import { during } from '../busy.ts';
import { readIterates } from '../run/read-iterates.ts';
import type { Trajectories } from '../run/trajectory.ts';
import { type AppState, type AppStore, shownView } from '../store.ts';
import { hasMaps } from '../view.ts';
import { fieldOf, planeMap } from './in-plane.ts';

/** Cells per side: coarse at once, finer once nothing moves. */
export const SIZES = [48, 128, 256];
export const FINEST = SIZES.at(-1)!;

/** Quiet milliseconds before each finer picture. */
const SETTLE = 80;

/** `pictured` while the pictures' engine is between two landscapes. */
export const NONE = -1;

/** Answers for a landscape that is not shown yet. */
interface Prepared {
  readonly answer: Opened;
  readonly grid: Grid;
}

/** Reads landscapes, references and points from a separate engine, so that grids delay no step. */
export function createPictures(store: AppStore, engine: EngineClient, trajectories: Trajectories) {
  let wanted = 0;
  let wantedGround = 0;
  let reading = false;
  /** Key of the latest reading. */
  let read: readonly unknown[] = [];
  let openings = 0;
  let drawn: Promise<void> = Promise.resolve();
  let probing = false;

  /** Leaves the pictures; the page reports that some are missing. */
  function giveUp(): void {
    store.setState({ picturesFailed: true });
  }

  /** Draws the window coarse to fine, in `sizes`; a later call ends it. */
  async function draw(sizes: readonly number[] = SIZES): Promise<void> {
    const ticket = ++wanted;
    for (const size of sizes) {
      if (size !== SIZES[0]) await settle();
      if (ticket !== wanted || !planeMap(store.getState()) || store.getState().pictured === NONE) return;
      const grid = await engine.grid(shownView(store.getState()), size);
      if (!grid || ticket !== wanted) return;
      store.setState({ grid, mapped: store.getState().pictured });
    }
  }

  /** Draws basins or pull, if they are the ground, likewise. */
  async function drawGround(): Promise<void> {
    const ticket = ++wantedGround;
    for (const size of SIZES) {
      if (size !== SIZES[0]) await settle();
      const { scenario, opened, structure } = store.getState();
      const { ground } = scenario.values;
      if (ticket !== wantedGround || opened?.dimension !== 2) return;
      const view = shownView(store.getState());
      if (ground === 'basins' && structure) {
        const pen = await import('../../charts/basin-picture.ts');
        const basins = await engine.basins(scenario.values, view, size);
        if (!basins || ticket !== wantedGround) return;
        store.setState({ basins: { ...basins, pen } });
      } else if (ground === 'pull' && opened.plant) {
        const pen = await import('../../charts/pull-picture.ts');
        const pull = await engine.pull(view, size);
        if (!pull || ticket !== wantedGround) return;
        store.setState({ pull: { ...pull, pen } });
      } else return;
    }
  }

  function refresh(sizes?: readonly number[]): void {
    drawn = during(draw(sizes).catch(giveUp));
    refreshMapLayer();
  }

  function refreshMapLayer(): void {
    during(drawGround().catch(giveUp));
  }

  /** Updates readings at both iterates and their projections, one at a time. */
  async function readShown(): Promise<void> {
    if (reading) return;
    reading = true;
    try {
      for (;;) {
        const state = store.getState();
        const key = iterateKey(state);
        if (shallow(key, read)) return;
        read = key;
        const { slopes, projections } = await readIterates(engine, { store, trajectories });
        if (slopes !== store.getState().slopes || projections !== store.getState().projections)
          store.setState({ slopes, projections });
      }
    } finally {
      reading = false;
    }
  }
  const iterateKey = ({ k, version, opened, structure, slice, scenario }: AppState) => [
    ...[k, version, opened, structure, slice, scenario.values.arrows],
  ];
  store.subscribe(iterateKey, () => during(readShown().catch(giveUp)), { equalityFn: shallow });

  function fitView(): void {
    const view = fittedView(store.getState());
    if (view) store.setState({ autoView: view });
  }

  function isFitted(): boolean {
    const view = fittedView(store.getState());
    const { autoView: now } = store.getState();
    return (
      view === null || (view.x0 === now.x0 && view.x1 === now.x1 && view.y0 === now.y0 && view.y1 === now.y1)
    );
  }

  function remeasure(): void {
    const { opened, references, version } = store.getState();
    if (opened?.plant || !references) return;
    trajectories.left.measureFrom(references.left.at);
    if (references.right) trajectories.right.measureFrom(references.right.at);
    store.setState({ version: version + 1 });
  }

  /** Chooses and draws the plane through more than two weights. */
  async function lay(): Promise<void> {
    const { scenario, opened } = store.getState();
    if (!opened || opened.dimension <= 2 || !hasMaps(store.getState())) return;
    const slice = await engine.slice(scenario.values, opened.sides.left.start);
    if (!slice) return;
    for (const side of ['left', 'right'] as const) trajectories[side].projectOn(slice);
    store.setState({ slice, version: store.getState().version + 1 });
    fitView();
    refresh();
    pointAt(store.getState().crosshair);
  }

  /** Opens a scenario of the same data and draws its map, coarse, for the landscape that is shown with it. */
  async function prepare(scenario: Scenario, own: OwnSource | null): Promise<Prepared | null> {
    openings++;
    wanted++;
    wantedGround++;
    // The pictures' engine leaves the shown landscape.
    store.setState({ pictured: NONE });
    const answer = await engine.open(scenario, own);
    if (!answer || 'failure' in answer) return null;
    const grid = await engine.grid(shownView(store.getState()), SIZES[0]!);
    return grid && { answer, grid };
  }

  async function open(
    scenario: Scenario,
    own: OwnSource | null,
    landscape: number,
    prepared: Prepared | null,
  ): Promise<void> {
    const ticket = ++openings;
    const answer = prepared?.answer ?? (await engine.open(scenario, own));
    if (!answer || 'failure' in answer) return;
    store.setState({ pictured: landscape, ...(prepared && { grid: prepared.grid, mapped: landscape }) });
    // Problems with their own pictures request them.
    if (answer.dimension === 0 || !hasMaps(store.getState())) return;
    if (answer.dimension > 2) {
      await lay();
      // The references' search shares the engine and would delay every map row.
      await drawn;
    } else if (answer.planted) refresh(prepared ? SIZES.slice(1) : SIZES);
    if (ticket !== openings) return;
    // Readings of the former run came back empty.
    read = [];
    during(readShown().catch(giveUp));
    // While a slider moves, the marks stay and delay no opening.
    if (store.getState().structure) await settle();
    if (ticket !== openings) return;
    const structure = await engine.structure();
    if (ticket !== openings) return;
    if (store.getState().opened?.dimension === 2) store.setState({ structure });
    if (answer.planted) refreshMapLayer();
    const references = await engine.references();
    if (!references || ticket !== openings) return;
    store.setState({ references, picturesFailed: false });
    remeasure();
    if (!answer.plant) fitView();
    if (!answer.planted && answer.dimension <= 2) refresh();
    pointAt(store.getState().crosshair);
  }

  function pointAt(at: readonly [number, number] | null): void {
    store.setState(at ? { crosshair: at } : { crosshair: null, probe: null });
    if (!at || probing) return;
    probing = true;
    const map = planeMap(store.getState());
    engine
      .probe(map ? map.toWeights(at) : at)
      .then((probe) => {
        if (probe && store.getState().crosshair) store.setState({ probe });
      }, giveUp)
      .finally(() => {
        probing = false;
        const latest = store.getState().crosshair;
        if (latest && latest !== at) pointAt(latest);
      });
  }

  return {
    /**
     * Opens another landscape (`landscape`: the store's number), then requests references, grid and crosshair. Never rejects: failures
     * set `picturesFailed`.
     */
    open: (scenario: Scenario, own: OwnSource | null, landscape: number, prepared: Prepared | null = null) =>
      during(open(scenario, own, landscape, prepared).catch(giveUp)),
    /**
     * Draws the next landscape's map in advance, so that it is shown with its numbers; null if it has none, or on failure. Then `open` must
     * follow.
     */
    prepare: (scenario: Scenario, own: OwnSource | null) =>
      during(prepare(scenario, own)).catch(() => {
        giveUp();
        return null;
      }),
    /** Call after a change of start, descent or the plane's choice. */
    refreshSlice: () => void during(lay().catch(giveUp)),
    /** Call after a change of window or landscape. */
    refresh: () => refresh(),
    /** Call after a change of the ground (basins, pull) or its inputs other than the landscape. */
    refreshMapLayer,
    /** Measures distances from the lowest known points if no plant defines them. */
    remeasure,
    pointAt,
    /** Fits the automatic window to plant, references and start. */
    fitView,
    /** True if a fresh opening would choose the automatic window. */
    isFitted,
  };
}

export type Pictures = ReturnType<typeof createPictures>;

/** Returns the open problem's automatic window; null without a plane. */
export function fittedView(known: Pick<AppState, 'opened' | 'references' | 'slice'>): View | null {
  const { opened, references, slice } = known;
  const map = planeMap(known);
  if (!opened) return null;
  if (!map) return viewAround(SIDES.flatMap((side) => fieldOf(opened, side)?.[1].domain ?? []));
  if (slice && map.slice) {
    const all = [opened.sides.left.start, opened.plant, slice.ends.left, slice.ends.right];
    return windowAround(all.flatMap((place) => (place ? [map.toPlane(place)] : [])));
  }
  const places = [
    opened.sides.left.start,
    opened.plant,
    ...(opened.plant ? [] : [references?.left.at, references?.right?.at]),
  ];
  return autoView(places.flatMap((place) => (place ? [[place[0]!, place[1]!] as const] : [])));
}

export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE));
}

/** Returns the smallest window around some domains; null without one. */
function viewAround(domains: readonly FieldInfo['domain'][]): View | null {
  const views = domains.flatMap((domain) => ('view' in domain && domain.view ? [domain.view] : []));
  if (views.length === 0) return null;
  const [x0, x1, y0, y1] = [0, 1, 2, 3].map((end) =>
    views.map((view) => view[end]!).reduce((a, b) => (end % 2 === 0 ? Math.min(a, b) : Math.max(a, b))),
  ) as [number, number, number, number];
  return { x0, x1, y0, y1 };
}

/** Half-width of a window, relative to the outermost coordinate. */
const ROOM = 1.375;

/**
 * Returns a window about the origin that contains all points ([x, y]) with a margin. Axes share a scale unless one extends over four
 * times as far (own data).
 */
export function autoView(points: readonly (readonly [number, number])[]): View {
  let x = 0;
  let y = 0;
  for (const [px, py] of points) {
    if (Number.isFinite(px)) x = Math.max(x, Math.abs(px));
    if (Number.isFinite(py)) y = Math.max(y, Math.abs(py));
  }
  const largest = Math.max(x, y);
  if (largest === 0) return { x0: -2, x1: 2, y0: -2, y1: 2 };
  // Small ranges share the larger one: little is empty near the origin.
  const separate = x > 0 && y > 0 && Math.max(x / y, y / x) > 4 && largest > 5;
  const halfX = ROOM * (separate ? x : largest);
  const halfY = ROOM * (separate ? y : largest);
  return { x0: -halfX, x1: halfX, y0: -halfY, y1: halfY };
}

/** Returns the square window about all points' centre; for slices. */
export function windowAround(points: readonly (readonly [number, number])[]): View {
  const finite = points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const span = (axis: 0 | 1): [middle: number, half: number] => {
    const values = finite.map((point) => point[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return values.length > 0 ? [(low + high) / 2, (high - low) / 2] : [0, 0];
  };
  const [x, halfX] = span(0);
  const [y, halfY] = span(1);
  const half = ROOM * Math.max(halfX, halfY) || 2;
  return { x0: x - half, x1: x + half, y0: y - half, y1: y + half };
}
