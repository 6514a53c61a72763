/// <reference path="./python.d.ts" />
import { oneLine } from './literals.ts';
import type { PythonRun } from './python-run.ts';
import shared from './twin_descent.py?raw';

export interface ScriptSource {
  /** Address that opens the same run. */
  readonly link: string;
  readonly build: string;
}

const IMPORTS = /^(?:import .*|from (\w+) import (?:\([^)]*\)|.*))\n+/gm;

/** Pieces of a run's program, in Python. */
export interface ScriptParts {
  /** External imports, one a line. */
  readonly imports: string;
  /** Function `run()`; it prints as the command line does and returns both sides as arrays. */
  readonly run: string;
  /** Definitions that `run()` calls; they read in any order. */
  readonly library: readonly string[];
}

/** Returns the pieces of a run with the modules that it depends on; drops imports between the modules. */
export function scriptParts({ lines, definitions, modules }: PythonRun): ScriptParts {
  const texts = [shared, ...modules];
  const imports = texts
    .flatMap((text) => [...text.matchAll(IMPORTS)])
    .flatMap(([line, from]) => (from === undefined ? [line.trim()] : []));
  const body = [
    'def run():',
    '"""This run; returns both sides as arrays."""',
    ...lines,
    'return as_arrays(left), as_arrays(right)',
  ];
  return {
    imports: [...new Set(imports)].sort().join('\n'),
    run: body.join('\n').replace(/\n(?=.)/g, '\n    '),
    library: [
      ...(definitions ? [definitions] : []),
      ...texts.map((text) => text.replace(IMPORTS, '').replace('"""\n\n', '"""\n\n\n').trim()),
    ],
  };
}

/** Joins a run and the modules that it depends on into one file, the run first. */
export function joinScript({ link, build }: ScriptSource, run: PythonRun): string {
  const { imports, run: definition, library } = scriptParts(run);
  const head = [
    '#!/usr/bin/env python3',
    ...run.about.map((line) => (line === '' ? '#' : `# ${oneLine(line)}`)),
    '#',
    `# The same run in the browser: ${oneLine(link)}`,
    `# Written by Twin Descent ${oneLine(build)}.`,
    '# Needs Python 3.8 or later and NumPy, nothing else:',
    '#     python3 twin-descent.py > run.csv',
    '',
    imports,
  ].join('\n');
  return [head, definition, ...library, 'if __name__ == "__main__":\n    left, right = run()']
    .join('\n\n\n')
    .concat('\n');
}
