import type { Instance } from '../contract.ts';
import { loadProblem } from '../problems/index.ts';
import { writeNotebook } from '../python/notebook.ts';
import { runValues } from '../run/run-values.ts';
import { descends } from '../run/sides.ts';
import { CRITERIA } from '../run/status.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { tableFacts } from './make-table.ts';
import type { TableSource } from './table.ts';
import { writeCommandLine, writeTypeScript } from './typescript.ts';
import { scriptSteps, type Written, writePython } from './write-python.ts';

export const CODE_LANGUAGES = ['python', 'notebook', 'typescript', 'shell'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

export interface CodeRequest {
  readonly language: CodeLanguage;
  readonly source: TableSource;
  /** Fragment (`#v=1&…`). */
  readonly fragment: string;
  /** Name of the user's own file if the link does not carry its data; null if it carries everything. */
  readonly file: string | null;
  /** File name under which the page saves the samples. */
  readonly samplesFile: string;
  /** Displayed window, x0, x1, y0, y1; null without one. */
  readonly view: readonly number[] | null;
}

/** Writes code in one language that reproduces the run of the scenario of `instance`. Rejects if code cannot be loaded. */
export async function writeCode(
  instance: Instance,
  scenario: Scenario,
  request: CodeRequest,
): Promise<Written> {
  const { source, fragment, file, samplesFile, view } = request;
  const { sides } = instance;
  const prints = !sides ? 'weights' : descends(sides.left) || descends(sides.right) ? 'losses' : 'records';
  const run = { source, fragment, file, steps: scriptSteps(scenario.values), prints } as const;
  switch (request.language) {
    case 'python':
      return writePython(instance, scenario, source, samplesFile);
    case 'notebook':
      return writePython(instance, scenario, source, samplesFile, writeNotebook);
    case 'typescript':
      return { text: writeTypeScript(run) };
    case 'shell': {
      const { report } = await loadProblem(scenario.problem, scenario.values);
      const own = (await report?.())?.reportOf(instance, runValues(scenario.values));
      const takes = (gap: number | null, stationary: boolean) =>
        own?.refuse({ format: 'json', gap, steps: run.steps, stationary }) === null;
      return {
        text: writeCommandLine(run, {
          csv: !own,
          stationary: tableFacts(instance).isPlane || (own?.listsStationary === true && takes(null, true)),
          view: !sides && instance.dimension >= 2 ? view : null,
          gap: takes(CRITERIA.gap, false),
        }),
      };
    }
  }
}
