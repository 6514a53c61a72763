import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clonesOf, problemSources } from '../scripts/clones.ts';

const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `const value${from + i} = ${from + i};`);

describe('clones between two problems', () => {
  it('there are none of eight lines: what two problems share stands in engine/ or app/problems/kit', () => {
    const sources = problemSources(join(import.meta.dirname, '..'));
    expect(sources.length).toBeGreaterThan(500);
    expect(clonesOf(sources)).toEqual([]);
  });

  it('finds eight equal lines whatever their white space, once, and none within a problem', () => {
    const [eight, seven] = [numbered(1, 8), numbered(1, 7)];
    const source = (group: string, name: string, lines: readonly string[]) => ({
      group,
      name,
      text: lines.join('\n'),
    });
    const one = source('one', 'a.ts', ["import { x } from './x.ts';", '', ...eight, 'a();']);
    const indented = ['b();', ...eight.flatMap((line) => [`  ${line}`, ''])];
    expect(clonesOf([one, source('two', 'b.ts', indented)])).toEqual(['a.ts:3-10 ~ b.ts:2-16']);
    expect(clonesOf([one, source('two', 'b.ts', numbered(1, 12))])).toEqual(['a.ts:3-10 ~ b.ts:1-8']);
    expect(clonesOf([one, source('one', 'b.ts', indented)])).toEqual([]);
    expect(clonesOf([one, source('two', 'b.ts', [...seven, 'const other = 8;'])])).toEqual([]);
  });

  it('counts no import, of one line or many', () => {
    const imports = [
      ...['import {', ...numbered(1, 4).map((_, i) => `  name${i},`), "} from './names.ts';"],
      ...[
        "import './style.css';",
        "export type { Y } from './y.ts';",
        "import z from './z.json' with { type: 'json' };",
      ],
    ];
    const python = [
      'import math',
      'import numpy as np',
      'from a import (',
      '    b,',
      '    c,',
      ')',
      'from d import e',
    ];
    for (const [name, lines] of Object.entries({ 'a.ts': imports, 'a.py': python })) {
      const text = [...lines, ...numbered(1, 7)].join('\n');
      const other = `other();\n${text}`;
      expect(
        clonesOf([
          { group: 'one', name, text },
          { group: 'two', name, text: other },
        ]),
      ).toEqual([]);
    }
    const strings = numbered(1, 8).map((line) =>
      line.replace(/\d+;/, "'text';").replace('const', 'export const'),
    );
    const text = strings.join('\n');
    expect(
      clonesOf([
        { group: 'one', name: 'a.ts', text },
        { group: 'two', name: 'b.ts', text },
      ]),
    ).toHaveLength(1);
  });
});
