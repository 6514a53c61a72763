import type { Instance } from '../contract.ts';
import { asNetwork } from '../problems/two-layer/instance.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { TableSource } from './table.ts';
import { writeCommandLine, writeTypeScript } from './typescript.ts';
import { scriptSteps, type Written, writePython } from './write-python.ts';

export const CODE_LANGUAGES = ['python', 'typescript', 'shell'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

/** What code is asked with. */
export interface CodeRequest {
  readonly language: CodeLanguage;
  readonly source: TableSource;
  /** The fragment (`#v=1&…`) that opens the run. */
  readonly fragment: string;
  /** The name of the person's own file where the link does not carry its data; null where it carries everything. */
  readonly file: string | null;
  /** The name under which the page saves the samples. */
  readonly samplesFile: string;
  /** The window that is shown, x0, x1, y0, y1; null where there is none. */
  readonly view: readonly number[] | null;
}

/** Code that reproduces the run of the scenario, in one language; `instance` is of that scenario. Rejects where code cannot be loaded. */
export async function writeCode(
  instance: Instance,
  scenario: Scenario,
  request: CodeRequest,
): Promise<Written> {
  const { source, fragment, file, samplesFile, view } = request;
  const { samples, sides } = instance;
  const info = asNetwork(instance)?.info;
  const dimension = sides ? Number.NaN : instance.dimension;
  const run = {
    source,
    fragment,
    file,
    steps: scriptSteps(scenario.values),
    isNetwork: sides !== undefined,
  };
  switch (request.language) {
    case 'python':
      return writePython(instance, scenario, source, samplesFile);
    case 'typescript':
      return { text: writeTypeScript(run) };
    case 'shell':
      return {
        text: writeCommandLine(run, {
          csv: !sides,
          stationary: scenario.problem === 'one-neuron' && dimension === 2 && Number.isFinite(samples.count),
          view: dimension >= 2 ? view : null,
          gap: info?.solved === true && info.program !== 'sampled',
        }),
      };
  }
}
