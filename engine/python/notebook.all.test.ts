import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { notebooks } from '../fixtures/notebooks.ts';

/** Debian's python3-nbconvert, python3-ipykernel and python3-matplotlib belong to this Python. */
const PYTHON = '/usr/bin/python3';
const NEEDED = 'import nbconvert, ipykernel, matplotlib, numpy';
const canRun = spawnSync(PYTHON, ['-c', NEEDED]).status === 0;
if (!canRun) console.log(`Skipped: ${PYTHON} cannot ${NEEDED}, so that no notebook is executed.`);

interface Executed {
  readonly cells: readonly {
    readonly id: string;
    readonly outputs?: readonly { readonly output_type: string; readonly data?: Record<string, unknown> }[];
  }[];
}

it.runIf(canRun)(
  'every notebook runs from top to bottom, with a table and a plot',
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'notebooks-'));
    try {
      const all = await notebooks();
      const files = all.map(({ problem, notebook }) => {
        const file = join(folder, `${problem}.ipynb`);
        writeFileSync(file, notebook);
        return file;
      });
      const args = ['-m', 'nbconvert', '--to', 'notebook', '--execute', '--inplace', ...files];
      const { status, stderr } = spawnSync(PYTHON, args, { encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      for (const file of files) {
        const { cells } = JSON.parse(readFileSync(file, 'utf8')) as Executed;
        const outputOf = (id: string) => cells.find((cell) => cell.id === id)!.outputs!;
        expect(outputOf('run'), file).toEqual([]);
        expect(String(outputOf('table')[0]!.data!['text/markdown']), file).toMatch(/\| step \|[ ,]*left/);
        expect(
          outputOf('plot').some(({ data }) => data?.['image/png']),
          file,
        ).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
