import type { Instance } from '../contract.ts';
import { loadProblem } from '../problems/index.ts';
import type { PythonRun } from '../python/python-run.ts';
import { joinScript, type ScriptSource } from '../python/script.ts';
import { sidesOf } from '../run/sides.ts';
import type { Scenario, ScenarioValues } from '../scenario/scenario.ts';

/** Steps of a script if the scenario is at its start. */
export const DEFAULT_STEPS = 100;

/** Maximum features embedded as numbers; more are read from the samples file. */
export const MOST_EMBEDDED = 5000;

/** Maximum features of a script, and maximum features times steps: minutes of plain NumPy. */
export const MOST_FEATURES = 2_000_000;
export const MOST_WORK = 20_000_000_000;

/** A script, or the reason why there is none. */
export type Written =
  | { readonly text: string }
  | { readonly refused: 'features' | 'work'; readonly most: number; readonly got: number }
  | { readonly refused: 'problem' };

export function scriptSteps({ k }: Pick<ScenarioValues, 'k'>): number {
  return k > 0 ? k : DEFAULT_STEPS;
}

/**
 * Writes a NumPy script that makes the same data, takes the same steps on both sides and prints every iterate and loss
 * (`k,side,w1..wd,loss,distance`; for two layers `k,side,loss,objective,lower_bound`). `samplesFile` names the file of own data too large
 * to embed; `join` makes the program's text. Rejects if the problem's part cannot be loaded.
 */
export async function writePython(
  instance: Instance,
  scenario: Scenario,
  source: ScriptSource,
  samplesFile: string,
  join: (source: ScriptSource, run: PythonRun) => string = joinScript,
): Promise<Written> {
  const { samples } = instance;
  const steps = scriptSteps(scenario.values);
  // Without samples a step reads each number of a state.
  const hasSamples = samples.count > 0 && Number.isFinite(samples.count);
  const features = hasSamples ? samples.count * samples.dimension : sidesOf(instance).left.dimension;
  if (features > MOST_FEATURES) return { refused: 'features', most: MOST_FEATURES, got: features };
  const { problem, values } = scenario;
  const { python } = await loadProblem(problem, values);
  if (!python) return { refused: 'problem' };
  const { writeRun, passes } = await python();
  const work = features * (passes?.(instance) ?? 1) * steps;
  if (work > MOST_WORK) return { refused: 'work', most: MOST_WORK, got: work };
  const asked = { steps, samplesFile: features > MOST_EMBEDDED ? samplesFile : null };
  return { text: join(source, writeRun(instance, values, asked)) };
}
