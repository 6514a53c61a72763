import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { findPython } from '../../scripts/machine/find-python.mjs';
import { notebooks } from '../fixtures/notebooks.ts';
import { writeNotebook } from './notebook.ts';

interface Cell {
  readonly cell_type: 'markdown' | 'code';
  readonly id: string;
  readonly metadata: object;
  readonly source: readonly string[];
}

const cellsOf = (notebook: string) => (JSON.parse(notebook) as { cells: Cell[] }).cells;
const sourceOf = (notebook: string, id: string) =>
  cellsOf(notebook)
    .find((cell) => cell.id === id)!
    .source.join('');

it('has the link, the folded library, the run, a table and a plot', async () => {
  for (const { link, script, notebook } of await notebooks()) {
    const cells = cellsOf(notebook);
    expect(cells.map(({ id }) => id)).toEqual(['about', 'library', 'run', 'table', 'plot']);
    expect(cells[0]!.source.at(-1)).toContain(`(<${link}>)`);
    expect(cells.map(({ metadata }) => 'jupyter' in metadata)).toEqual([false, true, false, false, false]);
    // Only a line's break ends a line of the source.
    for (const { source } of cells)
      expect(
        source.every((line, i) => line.indexOf('\n') === (i < source.length - 1 ? line.length - 1 : -1)),
      ).toBe(true);
    const [definition] = /^def run\(\):\n(?: {4}.*\n)+/m.exec(script)!;
    expect(sourceOf(notebook, 'run')).toContain(definition);
  }
});

it('keeps the words of a link and an own column as text', () => {
  const run = { about: ['a <b> [c](d) `e` $f$ *g*'], modules: [], lines: ['left = right = None'] };
  const [about] = cellsOf(writeNotebook({ link: 'https://x.org/#v=1', build: '<i>' }, run));
  expect(about!.source[0]).toBe('a \\<b\\> \\[c\\](d) \\`e\\` \\$f\\$ \\*g\\*\n');
  expect(about!.source.at(-1)).toContain('Twin Descent \\<i\\>.');
});

const python = findPython();

/** Runs each script and the first two cells of its notebook; compares what both return. */
const COMPARE = `
import contextlib, io, json, sys
import numpy as np
for problem, script, cells in json.load(sys.stdin):
    runs = []
    for text in (script, cells):
        space = {"__name__": "__main__"}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(text, problem, "exec"), space)
        runs.append([space["left"], space["right"]])
    assert "k," in space["printed"].getvalue(), problem
    for one, other in zip(*runs):
        for side in (one, other):
            assert side is None or all(isinstance(part, np.ndarray) and part.dtype == float for part in side), problem
        assert one is None or all(np.array_equal(a, b) for a, b in zip(one, other)), problem
    states, losses = runs[0][0][:2]
    assert states.ndim == 2 and len(states) == len(losses) > 1, problem
    print(problem)
`;

it.runIf(python)('runs to the same arrays as the script, for every problem', async () => {
  const all = await notebooks();
  const input = JSON.stringify(
    all.map(({ problem, script, notebook }) => [
      problem,
      script,
      `${sourceOf(notebook, 'library')}\n${sourceOf(notebook, 'run')}`,
    ]),
  );
  const { stdout, stderr } = spawnSync(python!, ['-c', COMPARE], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(all.map(({ problem }) => problem));
});
