import type { TableFacts } from '../../engine/export/kinds.ts';
import type { TableSource } from '../../engine/export/table.ts';
import { formatLink, type Scenario, withValues } from '../../engine/scenario/scenario.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import type { Opened } from '../../workers/protocol.ts';
import { BUILD } from '../session/build.ts';
import { planeMap } from '../session/picture/in-plane.ts';
import { type AppState, shownView, wantedStep } from '../session/store.ts';
import { viewOf } from '../session/view.ts';

export function scenarioOf(state: AppState): Scenario {
  return withValues(state.scenario, { k: wantedStep(state) });
}

export function sourceOf(scenario: Scenario): TableSource {
  const { version, commit } = BUILD;
  return {
    link: new URL(formatLink(scenario), location.href).href,
    build: commit === '' ? version : `${version} (${commit})`,
  };
}

/** Returns the facts that determine the tables on offer. */
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

/** Returns the maps' x0, x1, y0, y1; null without maps. */
export function windowOf(state: AppState): readonly [number, number, number, number] | null {
  if (!planeMap(state)) return null;
  const { x0, x1, y0, y1 } = shownView(state);
  return [x0, x1, y0, y1];
}

/** Returns the own file's name if the link leaves its data out; else null. */
export function ownFileOf({ own, scenario: { values } }: AppState): string | null {
  if (values.features !== 'csv' || values.data !== '') return null;
  const { name } = (own?.blob ?? {}) as { name?: string };
  return name ?? 'data.csv';
}

/** Asks a separate engine after opening the scenario; null if that fails. The caller ends the engine. */
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
