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

/**
 * Joins a run and the modules it depends on into one file, the run first. Imports between the modules are dropped; external imports come
 * first.
 */
export function joinScript({ link, build }: ScriptSource, run: PythonRun): string {
  const { about, lines, definitions, modules } = run;
  const texts = [shared, ...modules];
  const imports = texts
    .flatMap((text) => [...text.matchAll(IMPORTS)])
    .flatMap(([line, from]) => (from === undefined ? [line.trim()] : []));
  const head = [
    '#!/usr/bin/env python3',
    ...about.map((line) => (line === '' ? '#' : `# ${oneLine(line)}`)),
    '#',
    `# The same run in the browser: ${oneLine(link)}`,
    `# Written by Twin Descent ${oneLine(build)}.`,
    '# Needs Python 3.8 or later and NumPy, nothing else:',
    '#     python3 twin-descent.py > run.csv',
    '',
    ...[...new Set(imports)].sort(),
  ].join('\n');
  const body = ['def run():', '"""This run; what it stands on follows."""', ...lines, 'return left, right'];
  return [
    head,
    body.join('\n').replace(/\n(?=.)/g, '\n    '),
    ...(definitions ? [definitions] : []),
    ...texts.map((text) => text.replace(IMPORTS, '').replace('"""\n\n', '"""\n\n\n').trim()),
    'if __name__ == "__main__":\n    left, right = run()',
  ]
    .join('\n\n\n')
    .concat('\n');
}
