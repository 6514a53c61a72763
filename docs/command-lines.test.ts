import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { file, inFolder, type Printed } from '../workers/cli/try-command.ts';
import { replayInto } from '../workers/cli/try-replay.ts';
import { sweep, sweepWith } from '../workers/cli/try-sweep.ts';

/** The docs' command lines, run in this process; recipes.all.test.ts runs them by shell, npm and schedulers. */

inFolder();

const root = join(import.meta.dirname, '..');
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const shellBlocks = (page: string) =>
  [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!);
const [USAGE, , SLURM, PARALLEL] = shellBlocks('docs/sweep.md');
const [, JOB] = /command: \[sh, -c, "(.*)"\]/.exec(read('docs/sweep.md'))!;

/** Splits a shell line into words, up to a comment. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:'[^']*'|[^\s'])+/g) ?? [];
  const end = words.findIndex((word) => word.startsWith('#'));
  return words.slice(0, end < 0 ? words.length : end).map((word) => word.replaceAll("'", ''));
}

async function carryOut(line: string): Promise<Printed> {
  const [npm, run, silent, name, dashes, ...words] = wordsOf(line);
  expect([npm, run, silent, dashes], line).toEqual(['npm', 'run', '-s', '--']);
  expect(['replay', 'sweep']).toContain(name);
  const at = words.indexOf('>');
  const out = at < 0 ? undefined : words[at + 1];
  if (at >= 0) expect(words.slice(at)).toEqual(['>', out]);
  const args = at < 0 ? words : words.slice(0, at);
  const into = out === undefined ? {} : { out };
  return name === 'sweep' ? sweepWith(into, ...args) : replayInto(out, ...args);
}

const rowsAt = (k: number) => readFileSync(file(`part-${k}.csv`), 'utf8');
const SHARDS = Array.from({ length: 16 }, (_, i) => i + 1);

beforeAll(() => {
  const spec = JSON.parse(/```json\n([\s\S]*?)```/.exec(read('docs/sweep.md'))![1]!);
  expect(spec.set.runs).toBe(2000);
  writeFileSync('sweep.json', JSON.stringify({ ...spec, set: { ...spec.set, runs: 10, limit: 50 } }));
  writeFileSync('f.csv', 'a,b,p,q\n1,0.2,1,0\n0.3,-1,0,1\n-0.5,0.4,0.5,0.5\n');
  writeFileSync('file.csv', 'x,y\n-1,0\n0,0.1\n1,0.8\n2,1.9\n');
});

test('npm runs the scripts of both commands', () => {
  const { scripts } = JSON.parse(read('package.json'));
  expect(scripts).toMatchObject({ replay: 'node scripts/replay.mjs', sweep: 'node scripts/sweep.mjs' });
});

test('every line at the top of docs/sweep.md runs', async () => {
  const lines = USAGE!.trim().split('\n');
  expect(lines).toHaveLength(7);
  for (const k of SHARDS)
    expect(
      (await sweepWith({ out: `part-${k}.csv` }, '--spec', 'sweep.json', '--shard', `${k}/16`)).code,
    ).toBe(0);
  const rows = SHARDS.map(rowsAt);
  const printed: string[] = [];
  for (const line of lines) {
    const { code, stdout, stderr } = await carryOut(line);
    expect([code, stderr], line).toEqual([0, '']);
    printed.push(stdout || readFileSync('runs.csv', 'utf8'));
  }
  expect(SHARDS.map(rowsAt)).toEqual(rows);
  // The same, however it is run and merged.
  expect(new Set(printed).size).toBe(1);
  expect(JSON.parse(readFileSync('runs.json', 'utf8')).cells).toHaveLength(3);
});

test('every line of docs/replay.md, and of README.md, runs', async () => {
  const lines = ['docs/replay.md', 'README.md']
    .flatMap(shellBlocks)
    .flatMap((text) => text.split('\n'))
    .filter((line) => /^npm run -s (replay|sweep)/.test(line));
  expect(lines.length).toBeGreaterThanOrEqual(9);
  for (const line of lines) {
    const { code, stdout } = await carryOut(line);
    expect(code, line).toBe(0);
    const isSweep = line.startsWith('npm run -s sweep');
    expect(isSweep ? readFileSync('runs.csv', 'utf8') : stdout, line).toMatch(
      isSweep ? /^cell,n,run,/ : /^(\{"scenario":|k,side,)/,
    );
  }
});

describe('the recipes of docs/sweep.md, with stand-ins for what they start', () => {
  /** Stand-ins record their requests. GNU parallel fills in its line; `--missing` names two shards. */
  const STAND_INS = {
    node: `#!/bin/sh
echo "$*" >> said
case "$*" in *--missing*) echo 3/16; echo 7/16 ;; esac
`,
    'sweep.mjs': `#!/bin/sh
echo "sweep.mjs $*" >> said
`,
    parallel: `#!/bin/bash
[ "$1 $2" = '-j 4' ] || exit 1
while read -r k; do sh -c "\${3//\\{\\}/$k}"; done
`,
  };

  /** Returns a script's command lines in order; its environment is PATH and `env`. */
  function linesOf(script: string, env: Record<string, string> = {}): string[] {
    rmSync('said', { force: true });
    const PATH = `${file('bin')}:${process.env.PATH}`;
    execFileSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], {
      env: { PATH, ...env },
      stdio: 'inherit',
    });
    return readFileSync('said', 'utf8').trim().split('\n');
  }

  /** Runs lines that begin with the file's name; returns the last output. */
  async function carryOutAll(lines: readonly string[]): Promise<string> {
    let last = '';
    for (const line of lines) {
      const [name, ...args] = line.split(' ');
      expect(name).toBe('sweep.mjs');
      const { code, stdout, stderr } = await sweep(...args);
      expect([code, stderr], line).toEqual([0, '']);
      last = stdout;
    }
    return last;
  }

  const part = (k: number) => (existsSync(`part-${k}.json`) ? readFileSync(`part-${k}.json`, 'utf8') : '');
  let whole = '';
  let shards: readonly string[] = [];

  beforeAll(async () => {
    mkdirSync('bin');
    for (const [name, text] of Object.entries(STAND_INS)) {
      writeFileSync(`bin/${name}`, text);
      chmodSync(`bin/${name}`, 0o755);
    }
    whole = (await sweep('--spec', 'sweep.json', '--aggregate')).stdout;
    const one = (k: number) => sweep('--spec', 'sweep.json', '--aggregate', '--shard', `${k}/16`);
    shards = await SHARDS.reduce(
      async (found, k) => [...(await found), (await one(k)).stdout],
      Promise.resolve<string[]>([]),
    );
  });

  /** All shards' lines make the parts, over earlier ones; these make the whole. */
  async function expectParts(lines: readonly string[]) {
    for (const k of SHARDS) rmSync(`part-${k}.json`, { force: true });
    await carryOutAll(lines);
    expect(SHARDS.map(part)).toEqual(shards);
    expect(await carryOutAll([`sweep.mjs --merge ${SHARDS.map((k) => `part-${k}.json`).join(' ')}`])).toBe(
      whole,
    );
  }

  test('Slurm: sixteen tasks make the parts, on the cores that each has', async () => {
    expect(SLURM).toContain('\n#SBATCH --array=1-16\n');
    const task = (k: number) => linesOf(SLURM!, { SLURM_ARRAY_TASK_ID: String(k) });
    await expectParts(SHARDS.flatMap(task));
    const [line] = linesOf(SLURM!, { SLURM_ARRAY_TASK_ID: '16', SLURM_CPUS_PER_TASK: '2' });
    expect(line).toBe(task(16)[0]!.replace('--workers 1 ', '--workers 2 '));
  });

  test('GNU parallel and the loop over what is missing make them', async () => {
    const [parallel, loop] = PARALLEL!.split(/\n\n/);
    const lines = linesOf(parallel!);
    expect(lines).toHaveLength(16);
    await expectParts(lines);
    for (const name of ['part-3.json', 'part-7.json']) rmSync(name);
    const [missing, ...others] = linesOf(loop!);
    expect((await sweep(...missing!.split(' ').slice(1))).stdout).toBe('3/16\n7/16\n');
    await carryOutAll(others.slice(0, -1));
    expect(SHARDS.map(part)).toEqual(shards);
    // The shell has expanded file names.
    const [merge] = linesOf(loop!).slice(-1);
    expect(await carryOutAll([merge!])).toBe(whole);
  });

  test('Kubernetes: pods, counted from 0, make them', async () => {
    expect(read('docs/sweep.md')).toContain('\n  completions: 16\n');
    await expectParts(SHARDS.flatMap((k) => linesOf(JOB!, { JOB_COMPLETION_INDEX: String(k - 1) })));
  });
});
