import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { buildCli } from '../scripts/build-cli.mjs';
import { installPackages } from '../scripts/machine/apt-get.mjs';
import { startSlurmNode } from '../scripts/machine/slurm-node.mjs';

/** Runs the docs' shell lines unchanged, with a scheduler's variables only. */

vi.setConfig({ testTimeout: 400_000, hookTimeout: 240_000 });

const root = join(import.meta.dirname, '..');
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const shellBlocks = (page: string) =>
  [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!);

const [USAGE, , SLURM, PARALLEL] = shellBlocks('docs/sweep.md');
const [, JOB] = /```yaml\n([\s\S]*?)```/.exec(read('docs/sweep.md'))!;

/** Programs and their Debian packages. */
const SCHEDULERS = [
  ['/usr/sbin/slurmctld', 'slurm-wlm'],
  ['/usr/bin/parallel', 'parallel'],
] as const;
/** Kubernetes is no package, but its client, which validates a Job. Not every system with apt-get has it. */
const CLIENT = ['/usr/bin/kubectl', 'kubernetes-client'] as const;
const APT = existsSync('/usr/bin/apt-get');
const missing = (wanted: readonly (readonly [string, string])[]) =>
  wanted.filter(([place]) => !existsSync(place)).map(([, name]) => name);

let folder = '';
const file = (name: string) => join(folder, name);

/** Folder shared by a cluster's machines: the command as one file, and the spec. */
const shared = (name: string) => join(folder, 'shared', name);
const PARTS = Array.from({ length: 16 }, (_, i) => `part-${i + 1}.json`);
const parts = () => PARTS.map((name) => readFileSync(shared(name), 'utf8'));
let whole = '';
let shards: readonly string[] = [];

/** Returns a command's output in the folder; its environment is PATH and `env`. */
async function run(command: string, args: readonly string[], env: Record<string, string> = {}, cwd = folder) {
  const child = spawn(command, args, { cwd, env: { PATH: process.env.PATH, HOME: folder, ...env } });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (text) => {
      said[name] += text;
    });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit status ${code}\n${said.stderr}`);
  return said.stdout;
}

const onCluster = (command: string, args: readonly string[], env?: Record<string, string>) =>
  run(command, args, env, shared('.'));

async function runShards(...flags: readonly string[]): Promise<readonly string[]> {
  const shard = (k: number) => ['--spec', 'sweep.json', '--shard', `${k}/16`, '--workers', '1', ...flags];
  const one = (k: number) => onCluster(process.execPath, ['sweep.mjs', ...shard(k)]);
  const found: string[] = [];
  for (let k = 1; k <= 16; k += 2) found.push(...(await Promise.all([one(k), one(k + 1)])));
  return found;
}

beforeAll(async () => {
  const absent = missing([...SCHEDULERS, CLIENT]);
  if (APT && absent.length > 0) installPackages(absent);
  const lacking = APT ? missing(SCHEDULERS) : [];
  if (lacking.length > 0)
    throw new Error(
      `expected apt-get to install ${lacking.join(', ')}, which the recipes of docs/sweep.md run on; it did not`,
    );
  folder = mkdtempSync(join(tmpdir(), 'recipes-'));
  for (const name of ['package.json', 'scripts', 'node_modules']) symlinkSync(join(root, name), file(name));
  mkdirSync(shared('.'));
  await buildCli(file('dist-cli'));
  for (const name of ['sweep.mjs', 'replay.mjs']) copyFileSync(file(`dist-cli/${name}`), shared(name));
  const spec = JSON.parse(/```json\n([\s\S]*?)```/.exec(read('docs/sweep.md'))![1]!);
  expect(spec.set.runs).toBe(2000);
  for (const name of [file('sweep.json'), shared('sweep.json')])
    writeFileSync(name, JSON.stringify({ ...spec, set: { ...spec.set, runs: 10, limit: 50 } }));
  writeFileSync(file('f.csv'), 'a,b,p,q\n1,0.2,1,0\n0.3,-1,0,1\n-0.5,0.4,0.5,0.5\n');
  writeFileSync(file('file.csv'), 'x,y\n-1,0\n0,0.1\n1,0.8\n2,1.9\n');
  whole = await run('npm', ['run', '-s', 'sweep', '--', '--spec', 'sweep.json', '--aggregate']);
  shards = await runShards('--aggregate');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  for (const name of PARTS) rmSync(shared(name), { force: true });
});

test.skipIf(!APT)('sixteen tasks of Slurm run the documented script, and merge to the whole', async () => {
  writeFileSync(shared('sweep.sh'), SLURM!);
  // Socket paths must be short.
  const slurm = await startSlurmNode(file('slurm'));
  try {
    await expect.poll(slurm.state, { timeout: 300_000, interval: 500 }).toBe('idle');
    // The job gets a node's variables only.
    await onCluster('sbatch', ['--wait', '--export=PATH', 'sweep.sh'], slurm.env);
    expect(parts()).toEqual(shards);
    expect(await onCluster('bash', ['-euc', 'node sweep.mjs --merge part-*.json'])).toBe(whole);
    rmSync(shared('part-16.json'));
    await onCluster(
      'sbatch',
      ['--wait', '--export=PATH', '--array=16', '--cpus-per-task=2', 'sweep.sh'],
      slurm.env,
    );
    expect(parts()).toEqual(shards);
  } catch (error) {
    throw new Error(`What Slurm said: ${slurm.said()}`, { cause: error });
  } finally {
    await slurm.stop();
  }
});

test.skipIf(!APT)('GNU parallel and the loop over what is missing make the same parts', async () => {
  const [parallel, loop] = PARALLEL!.split(/\n\n/);
  await onCluster('bash', ['-euo', 'pipefail', '-c', parallel!]);
  for (const lines of [parallel!, loop!]) {
    for (const name of ['part-3.json', 'part-7.json']) rmSync(shared(name));
    await onCluster('bash', ['-euo', 'pipefail', '-c', lines]);
    expect(parts()).toEqual(shards);
  }
  expect(readFileSync(shared('runs.json'), 'utf8')).toBe(whole);
});

interface Job {
  readonly spec: {
    readonly completions: number;
    readonly template: {
      readonly spec: { readonly containers: readonly [{ readonly command: readonly string[] }] };
    };
  };
}

test('the Job of Kubernetes is one, and its pods, counted from 0, make the same parts', async ({ skip }) => {
  skip(!existsSync(CLIENT[0]), 'There is no kubectl.');
  writeFileSync(file('job.yaml'), JOB!);
  const kubectl = async (...args: string[]) =>
    JSON.parse(await run('kubectl', [...args, '--local', '-f', 'job.yaml', '-o', 'json'])) as Job;
  // As written, and by Kubernetes' types, which drop unknown fields.
  const written = await kubectl('label', '--overwrite', 'app=sweep');
  const typed = await kubectl('set', 'env', 'A=b');
  expect(typed.spec).toMatchObject(written.spec);
  const { completions, template } = written.spec;
  const [command, ...args] = template.spec.containers[0].command;
  expect(completions).toBe(16);
  const pod = (k: number) =>
    onCluster(command!, args, {
      PATH: `${shared('.')}:${process.env.PATH}`,
      JOB_COMPLETION_INDEX: String(k),
    });
  for (let k = 0; k < completions; k += 2) await Promise.all([pod(k), pod(k + 1)]);
  expect(parts()).toEqual(shards);
});

test('every line at the top of docs/sweep.md runs', async () => {
  const lines = USAGE!.trim().split('\n');
  expect(lines).toHaveLength(7);
  const rows = await runShards();
  for (const [i, text] of rows.entries()) writeFileSync(file(`part-${i + 1}.csv`), text);
  for (const line of lines) await run('bash', ['-euc', line]);
  expect(rows.map((_, i) => readFileSync(file(`part-${i + 1}.csv`), 'utf8'))).toEqual(rows);
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
