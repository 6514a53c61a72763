import type { EngineClient } from '../../workers/open-engine.ts';
import type { View } from '../plot/geometry.ts';
import { autoView } from './auto-view.ts';
import type { Trajectories } from './player.ts';
import { type AppStore, shownView } from './store.ts';

/** Cells a side, coarse first: something is seen at once, the fine picture follows when nothing moves any more. */
const SIZES = [48, 128, 256];

/** Quiet time before each finer picture, in milliseconds. */
const SETTLE = 80;

/** Reads landscapes, references and single points from an engine of its own, so that a fine grid delays no step. */
export interface Pictures {
  /** Another landscape: opens it there, then asks for the references, the grid and the point under the crosshair. */
  open(): Promise<void>;
  /** The window or the landscape has changed. */
  refresh(): void;
  /** Measures distances from the lowest known places where there is no plant for which they stand in. */
  remeasure(): void;
  /** Moves the crosshair; null hides it. */
  pointAt(at: readonly [number, number] | null): void;
  /** Sets the automatic window from plant, references and start. */
  fitView(): void;
  /** Whether the automatic window is the one that a fresh opening would choose. */
  isFitted(): boolean;
}

export function createPictures(store: AppStore, engine: EngineClient, trajectories: Trajectories): Pictures {
  let wanted = 0;
  let probing = false;

  /** Draws the window coarse to fine; a later call ends an earlier one. */
  async function draw(): Promise<void> {
    const ticket = ++wanted;
    for (const size of SIZES) {
      if (size !== SIZES[0]) await new Promise((resolve) => setTimeout(resolve, SETTLE));
      if (ticket !== wanted || store.getState().opened?.dimension !== 2) return;
      const grid = await engine.grid(shownView(store.getState()), size);
      if (!grid || ticket !== wanted) return;
      store.setState({ grid });
    }
  }

  function refresh(): void {
    draw().catch(ignoreLost);
  }

  /** The automatic window of what is opened; null where there is no plane. */
  function fitted(): View | null {
    const { opened, references } = store.getState();
    if (opened?.dimension !== 2) return null;
    const places = [
      opened.start,
      opened.plant,
      ...(opened.plant ? [] : [references?.left.at, references?.right?.at]),
    ];
    return autoView(places.flatMap((place) => (place ? [[place[0]!, place[1]!] as const] : [])));
  }

  function fitView(): void {
    const view = fitted();
    if (view) store.setState({ autoView: view });
  }

  function isFitted(): boolean {
    const view = fitted();
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

  async function open(): Promise<void> {
    const { scenario, own } = store.getState();
    const answer = await engine.open(scenario, own);
    if (!answer || 'failure' in answer) return;
    if (answer.planted) refresh();
    const references = await engine.references();
    if (!references) return;
    store.setState({ references });
    remeasure();
    if (!answer.plant) fitView();
    if (!answer.planted) refresh();
    pointAt(store.getState().crosshair);
  }

  function pointAt(at: readonly [number, number] | null): void {
    store.setState(at ? { crosshair: at } : { crosshair: null, probe: null });
    if (!at || probing) return;
    probing = true;
    engine
      .probe(at)
      .then((probe) => {
        if (probe && store.getState().crosshair) store.setState({ probe });
      }, ignoreLost)
      .finally(() => {
        probing = false;
        const latest = store.getState().crosshair;
        if (latest && latest !== at) pointAt(latest);
      });
  }

  return { open, refresh, remeasure, pointAt, fitView, isFitted };
}

/** The race's engine reports a loss to the person; the pictures just stay as they are. */
function ignoreLost(): void {}
