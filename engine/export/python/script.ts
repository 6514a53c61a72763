import { oneLine } from './literals.ts';

/** Where a script comes from. */
export interface ScriptSource {
  /** The whole address that opens the same run. */
  readonly link: string;
  /** The version that wrote it. */
  readonly build: string;
}

/** The parts of a script, in order. */
export interface ScriptParts {
  /** What it does, a line each. */
  readonly about: readonly string[];
  readonly settings: readonly string[];
  /** Definitions, and statements at the top level, each with a heading. */
  readonly blocks: readonly { readonly heading: string; readonly text: string }[];
}

/** Puts a script together. */
export function joinScript({ link, build }: ScriptSource, { about, settings, blocks }: ScriptParts): string {
  const head = [
    '#!/usr/bin/env python3',
    ...about.map((line) => (line === '' ? '#' : `# ${oneLine(line)}`)),
    '#',
    `# The same run in the browser: ${oneLine(link)}`,
    `# Written by Twin Descent ${oneLine(build)}.`,
    '# Needs Python 3.8 or later and NumPy, nothing else:',
    '#     python3 twin-descent.py > run.csv',
    '',
    'import math',
    'import struct',
    '',
    'import numpy as np',
    '',
    'np.seterr(all="ignore")  # a run may overflow: that is its end, not a mistake',
  ].join('\n');
  return [
    head,
    [heading('What is set'), ...settings].join('\n'),
    ...blocks.map(({ heading: words, text }) => `${heading(words)}\n${text.replace(/^\n|\n$/g, '')}`),
  ]
    .join('\n\n\n')
    .concat('\n');
}

function heading(words: string): string {
  return `# ---- ${words} ${'-'.repeat(Math.max(3, 72 - words.length))}`;
}

/** The end of a script that prints both sides as the command line does: `k,side,w1..wd,loss,distance`. */
export function printBlock(plant: string | null): string {
  const distance = plant ? `, float(length(w - ${plant}))` : ', ""';
  return `
if __name__ == "__main__":
    print("k,side," + ",".join(f"w{j + 1}" for j in range(len(start))) + ",loss,distance")
    for side, (iterates, losses) in {"left": left, "right": right}.items():
        for k, w in enumerate(iterates):
            print(k, side, *map(float, w), float(losses[k])${distance}, sep=",")
`;
}
