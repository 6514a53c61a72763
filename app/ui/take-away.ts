import type { TableFacts } from '../../engine/export/kinds.ts';
import type { TableSource } from '../../engine/export/table.ts';
import { formatLink, type Scenario, withValues } from '../../engine/scenario/scenario.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import type { Opened } from '../../workers/protocol.ts';
import { BUILD } from '../session/build.ts';
import { planeMap } from '../session/picture/in-plane.ts';
import { type AppState, shownView, wantedStep } from '../session/store.ts';
import { viewOf } from '../session/view.ts';

/** The scenario of a state at the step that is shown. */
export function scenarioOf(state: AppState): Scenario {
  return withValues(state.scenario, { k: wantedStep(state) });
}

/** What a file says of where it comes from. */
export function sourceOf(scenario: Scenario): TableSource {
  const { version, commit } = BUILD;
  return {
    link: new URL(formatLink(scenario), location.href).href,
    build: commit === '' ? version : `${version} (${commit})`,
  };
}

/** What can be taken away of an opened scenario hangs on this. */
export function factsOf({ dimension, sides, samples, tables }: Opened, { problem }: Scenario): TableFacts {
  return {
    dimension,
    numbers: sides.left.dimension + sides.right.dimension,
    samples: samples.count,
    columns: samples.dimension,
    isPlane:
      viewOf({ openedProblem: problem }).runs.isOfSamples &&
      dimension === 2 &&
      Number.isFinite(samples.count),
    own: tables,
  };
}

/** The window of the maps, x0, x1, y0, y1; null where there are none. */
export function windowOf(state: AppState): readonly [number, number, number, number] | null {
  if (!planeMap(state)) return null;
  const { x0, x1, y0, y1 } = shownView(state);
  return [x0, x1, y0, y1];
}

/** The name of the person's own file where the link leaves its data out; null where it carries everything. */
export function ownFileOf({ own, scenario: { values } }: AppState): string | null {
  if (values.features !== 'csv' || values.data !== '') return null;
  const { name } = (own?.blob ?? {}) as { name?: string };
  return name ?? 'data.csv';
}

/** Asks an engine of its own, which has opened the scenario; null where it cannot be met. The engine is ended by whoever started it. */
export async function askEngine<T>(
  engine: EngineClient,
  scenario: Scenario,
  own: AppState['own'],
  ask: () => Promise<T | null>,
): Promise<T | null> {
  const opened = await engine.open(scenario, own);
  if (!opened || 'failure' in opened) return null;
  return ask();
}
