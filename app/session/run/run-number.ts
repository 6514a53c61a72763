import { scenarioParams } from '../../../engine/catalog.ts';
import { shapesRun, type Values } from '../../../engine/params.ts';
import type { AppState } from '../store.ts';

const runs = new WeakMap<Values, number>();
const runNumbers = new Map<string, number>();

/** Returns a number for the open run's values other than the start. */
export function runNumber({ openedValues: values, openedProblem }: AppState): number {
  const known = runs.get(values);
  if (known !== undefined) return known;
  const shaping = Object.entries(scenarioParams(openedProblem)).filter(
    ([name, spec]) => shapesRun(spec) && name !== 'start',
  );
  const text = JSON.stringify([openedProblem, shaping.map(([name]) => String(values[name]))]);
  const number = runNumbers.get(text) ?? runNumbers.size;
  runNumbers.set(text, number);
  runs.set(values, number);
  return number;
}
