import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** The shell lines of the docs are run as they stand there, with the variables that a scheduler sets and no others. */

vi.setConfig({ testTimeout: 400_000, hookTimeout: 240_000 });

const root = join(import.meta.dirname, '..');
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const shellBlocks = (page: string) =>
  [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!);

const [USAGE, SLURM, PARALLEL] = shellBlocks('docs/sweep.md');
const [, KUBERNETES] = /command: \[sh, -c, (".*")\]/.exec(read('docs/sweep.md'))!;

/** GNU parallel, as far as the recipe needs it: a job for each line, `{}` in its place. */
const STUB = `#!/bin/bash
[ "$1" = -j ] || exit 9
xargs -P "$2" -I '{}' sh -c "$3"
`;

let folder = '';
const file = (name: string) => join(folder, name);
const part = (k: number) => readFileSync(file(`part-${k}.csv`), 'utf8');

/** What a file or a command prints, run in the folder; all that the shell knows is PATH and what is given. */
async function run(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: `${file('bin')}:${process.env.PATH}`, HOME: folder, ...env },
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (text) => {
      said[name] += text;
    });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit status ${code}\n${said.stderr}`);
  return said.stdout;
}

/** Four at a time, as a small cluster. */
async function inFours(count: number, task: (k: number) => Promise<unknown>): Promise<void> {
  for (let k = 0; k < count; k += 4)
    await Promise.all([0, 1, 2, 3].filter((i) => k + i < count).map((i) => task(k + i)));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recipes-'));
  for (const name of ['package.json', 'scripts', 'node_modules']) symlinkSync(join(root, name), file(name));
  mkdirSync(file('bin'));
  mkdirSync(file('out'));
  writeFileSync(file('bin/parallel'), STUB);
  chmodSync(file('bin/parallel'), 0o755);
  // The documented spec, with fewer and shorter runs.
  const spec = JSON.parse(/```json\n([\s\S]*?)```/.exec(read('docs/sweep.md'))![1]!);
  expect(spec.set.runs).toBe(2000);
  writeFileSync(file('sweep.json'), JSON.stringify({ ...spec, set: { ...spec.set, runs: 10, limit: 50 } }));
  writeFileSync(file('f.csv'), 'a,b,p,q\n1,0.2,1,0\n0.3,-1,0,1\n-0.5,0.4,0.5,0.5\n');
  writeFileSync(file('file.csv'), 'x,y\n-1,0\n0,0.1\n1,0.8\n2,1.9\n');
  await run(process.execPath, ['scripts/sweep.mjs', '--help']); // bundles where a source is newer
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('sixteen tasks of Slurm run the documented script, where --cpus-per-task was not asked for', async () => {
  writeFileSync(file('job.sh'), SLURM!);
  chmodSync(file('job.sh'), 0o755);
  // Slurm executes a copy of the file: without its first line that fails.
  await inFours(16, (k) => run(file('job.sh'), [], { SLURM_ARRAY_TASK_ID: String(k + 1) }));
  const whole = await run(process.execPath, ['scripts/sweep.mjs', '--spec', 'sweep.json']);
  expect(await run('bash', ['-euc', 'npm run -s sweep -- --merge part-*.csv'])).toBe(whole);
  await run('bash', ['-eu', 'job.sh'], { SLURM_ARRAY_TASK_ID: '16', SLURM_CPUS_PER_TASK: '2' });
});

test('GNU parallel and the loop over what is missing make the same parts, from where they stop', async () => {
  const whole = Array.from({ length: 16 }, (_, i) => part(i + 1));
  const [parallel, loop] = PARALLEL!.split(/\n\n/);
  for (const lines of [parallel!, loop!]) {
    truncateSync(file('part-3.csv'), whole[2]!.length - 5);
    rmSync(file('part-7.csv'));
    await run('bash', ['-euo', 'pipefail', '-c', lines]);
    expect(Array.from({ length: 16 }, (_, i) => part(i + 1))).toEqual(whole);
  }
});

test('the pods of Kubernetes, counted from 0, make the same parts', async () => {
  const command = (JSON.parse(KUBERNETES!) as string).replaceAll('/out/', 'out/');
  const indices = [0, 1, 8, 15];
  await Promise.all(indices.map((k) => run('sh', ['-euc', command], { JOB_COMPLETION_INDEX: String(k) })));
  for (const k of indices) expect(readFileSync(file(`out/part-${k + 1}.csv`), 'utf8')).toBe(part(k + 1));
});

test('every line at the top of docs/sweep.md runs', async () => {
  const lines = USAGE!.trim().split('\n');
  expect(lines).toHaveLength(6);
  const before = part(3);
  for (const line of lines) await run('bash', ['-euc', line]);
  expect(part(3)).toBe(before);
});

test('every line of docs/replay.md, and of README.md, runs', async () => {
  const pages = ['docs/replay.md', 'README.md'].flatMap(shellBlocks);
  const lines = pages
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('npm run -s replay'));
  expect(lines.length).toBeGreaterThanOrEqual(6);
  for (const line of lines)
    expect(await run('bash', ['-euc', line]), line).toMatch(/^(\{"scenario":|k,side,)/);
});
