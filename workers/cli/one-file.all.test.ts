import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PROBLEM_IDS } from '../../engine/catalog.ts';
import { buildCli } from '../../scripts/build-cli.mjs';
import { file, inFolder, type Printed, runApart, scriptOf } from './try-command.ts';
import { writeSpec } from './try-sweep.ts';

inFolder();

/** Compares the files of `npm run build:cli`, each alone in a folder, with the repository's commands. */

const sweep = (...args: readonly string[]) => runApart('sweep', ...args);
const alone = (name: string) => file(`alone-${name}/${name}.mjs`);

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Printed> {
  return new Promise((resolve) => {
    execFile(
      command,
      [...args],
      { cwd: file('.'), maxBuffer: 1e9, env: { PATH: process.env.PATH, ...env } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

const both = (name: string, ...args: readonly string[]) =>
  Promise.all([run(process.execPath, [alone(name), ...args]), runApart(name, ...args)]);

const linkOf = (problem: string) => `#v=1&problem=${problem}`;

beforeAll(async () => {
  await buildCli(file('built'));
  for (const name of ['sweep', 'replay']) {
    mkdirSync(dirname(alone(name)));
    copyFileSync(file(`built/${name}.mjs`), alone(name));
  }
  for (const name of ['sweep', 'replay']) await run(process.execPath, [scriptOf(name), '--help']); // bundles where a source is newer
  for (const problem of PROBLEM_IDS)
    writeSpec(`${problem}.json`, { runs: 10, limit: 20, vary: 'start' }, linkOf(problem));
  writeSpec('axes.json', { runs: 30, limit: 50, xkey: 'n', xat: [4, 6], audit: true });
  writeSpec(
    'endless.json',
    { runs: 100_000, limit: 1000, within: 1e-9 },
    '#v=1&problem=one-neuron&d=20&n=40',
  );
  writeSpec('wrong.json', { runs: 3 });
  writeFileSync(file('own.csv'), 'x,y\n-1,0\n0,0.1\n1,0.8\n2,oops\n');
});

describe('one file prints what the command of the repository prints', () => {
  test.each(PROBLEM_IDS)('replay of %s', async (problem) => {
    const [one, whole] = await both('replay', '--link', linkOf(problem), '--steps', '3');
    expect(one).toEqual(whole);
    expect(one.code).toBe(0);
    expect(one.stdout).toContain('"left"');
  });

  test.each(PROBLEM_IDS)('sweep of %s, on two threads', async (problem) => {
    const one = await run(process.execPath, [alone('sweep'), '--spec', `${problem}.json`, '--workers', '2']);
    expect(one).toEqual(await sweep('--spec', `${problem}.json`, '--workers', '1'));
    expect(one.code).toBe(0);
    expect(one.stdout.match(/^\d.*$/gm)).toHaveLength(10);
  });

  test.each([
    ['replay', 0, '--data own.csv --bias --stationary --grid 3 --view=-1,1,-1,1 --steps 2'],
    ['replay', 0, '--problem denoiser --level pixels --stationary --steps 2'],
    ['replay', 0, '--format csv --steps 2'],
    ['replay', 2, '--steps many'],
    ['replay', 2, '--data nothing.csv'],
    ['sweep', 0, '--spec axes.json --shard 2/3 --workers 3'],
    ['sweep', 0, '--spec axes.json --shard 2/3 --workers 3 --aggregate'],
    ['sweep', 2, '--spec wrong.json'],
    ['sweep', 2, '--spec nothing.json'],
    ['sweep', 2, '--merge nothing-*.csv'],
    ['sweep', 2, '--spec axes.json --workers 0'],
    ['sweep', 2, ''],
  ])('%s, exit status %i: %s', async (name, code, line) => {
    const [one, whole] = await both(name, ...line.split(' ').filter(Boolean));
    expect(one).toEqual(whole);
    expect(one.code).toBe(code);
    expect(one.stdout + one.stderr).not.toBe('');
  });

  test.each(['sweep', 'replay'])('%s --help, but for how it is called', async (name) => {
    const [one, whole] = await both(name, '--help');
    expect(one.stdout).toContain(`node ${name}.mjs --`);
    expect(one.stdout).toBe(whole.stdout.replaceAll(`npm run -s ${name} --`, `node ${name}.mjs`));
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is a sentence', async () => {
    for (const [name, args] of [
      ['replay', '--steps 3'],
      ['sweep', '--spec axes.json'],
    ])
      expect(await run('sh', ['-c', `node ${alone(name!)} ${args} > /dev/full`])).toEqual({
        code: 1,
        stdout: '',
        stderr: `${name}: Expected room for the output; the disk is full (ENOSPC).\n`,
      });
  });
});

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('%s ends the file behind a whole row, and the repository goes on there', async (signal, code) => {
  const name = `${signal}.csv`;
  const args = ['--spec', 'endless.json', '--resume', name, '--workers', '2'];
  const rows = () =>
    (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '').match(/^\d.*$/gm)?.length ?? 0;
  let before = 0;
  for (const script of [alone('sweep'), scriptOf('sweep'), alone('sweep')]) {
    const child = spawn(process.execPath, [script, ...args], { cwd: file('.') });
    onTestFinished(() => void child.kill('SIGKILL'));
    const closed = once(child, 'close');
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    await expect.poll(rows, { timeout: 200_000, interval: 20 }).toBeGreaterThan(before + 2);
    child.kill(signal);
    expect(await closed).toEqual([code, null]);
    before = rows();
    expect(said).toBe(
      `sweep: Stopped by ${signal} after ${before} of 100000 rows. The same command goes on there.\n`,
    );
  }
});

test('each needs no other file: Node is forbidden to read one', async () => {
  const flag = ['--permission', '--experimental-permission'].find((name) =>
    process.allowedNodeEnvironmentFlags.has(name),
  )!;
  const only = (name: string, ...paths: string[]) => [
    flag,
    ...[alone(name), ...paths].map((path) => `--allow-fs-read=${path}`),
    '--allow-worker',
    '--no-warnings',
    alone(name),
  ];
  const image = await run(process.execPath, [...only('replay'), '--problem', 'denoiser', '--steps', '2']);
  expect(image).toEqual((await both('replay', '--problem', 'denoiser', '--steps', '2'))[1]);
  expect(image.code).toBe(0);
  const rows = await run(process.execPath, [
    ...only('sweep', file('denoiser.json')),
    '--spec',
    file('denoiser.json'),
  ]);
  expect(rows).toEqual(await sweep('--spec', 'denoiser.json'));
});

test('the licences of what is within stand in the file', () => {
  for (const name of ['sweep', 'replay']) {
    const text = readFileSync(alone(name), 'utf8');
    const [, list] = text.split('// Twin Descent is under the MIT licence.');
    expect(list).toMatch(/^\/\/ js-base64 \d[\d.]* \(BSD-3-Clause\)$/m);
    expect(list).toMatch(/^\/\/ @stdlib\/math-base-special-ln \d[\d.]* \(.+\)$/m);
    expect(list).toMatch(/^\/\/ Copyright \(c\) 2014, Dan Kogai$/m);
    expect(list).toMatch(/^\/\/ +Apache License$/m);
    // Only Node's modules are imported.
    for (const [, from] of text.matchAll(/^import .* from "(.*)";$/gm))
      expect(from).toMatch(/^(?:node:\w+|module)$/);
  }
});

/** Builds an image by its Dockerfile in a folder. */
function buildImage(context: string, rootOf: (path: string) => string) {
  const image = { path: '', user: '', workdir: '/', entrypoint: [] as string[], cmd: [] as string[] };
  const lines = readFileSync(join(context, 'Dockerfile'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  expect(lines.shift()).toMatch(/^FROM node:(\d+)-alpine$/);
  for (const line of lines) {
    const [instruction, ...words] = line.split(' ');
    const rest = words.join(' ');
    if (instruction === 'COPY') {
      const to = words.pop()!;
      mkdirSync(rootOf(to), { recursive: true });
      for (const name of words) copyFileSync(join(context, name), join(rootOf(to), name));
    } else if (instruction === 'ENV') image.path = /^PATH=(\/[^:]*):\$PATH$/.exec(rest)![1]!;
    else if (instruction === 'USER') image.user = rest;
    else if (instruction === 'WORKDIR') image.workdir = rest;
    else if (instruction === 'ENTRYPOINT') image.entrypoint = JSON.parse(rest);
    else if (instruction === 'CMD') image.cmd = JSON.parse(rest);
    else throw new Error(`expected an instruction that this test carries out; got ${line}`);
  }
  return image;
}

test('the image of the Dockerfile runs both, as nobody in particular', async () => {
  const rootOf = (path: string) => join(file('image'), path);
  const image = buildImage(file('built'), rootOf);
  expect(image.user).toBe('node');
  // Mount the folder at the working directory.
  symlinkSync(file('.'), rootOf(image.workdir));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chmodSync(file('.'), 0o755);
  async function docker(...args: readonly string[]) {
    const [command, ...rest] = [...image.entrypoint, ...(args.length > 0 ? args : image.cmd)];
    const child = spawn(command!, rest, {
      cwd: rootOf(image.workdir),
      env: { PATH: `${rootOf(image.path)}:${process.env.PATH}` },
      ...(isRoot && { uid: 65_534, gid: 65_534 }),
    });
    let stdout = '';
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    const [code] = await once(child, 'close');
    return { code, stdout };
  }
  expect((await docker()).stdout).toContain('node sweep.mjs --spec');
  const { code, stdout } = await sweep('--spec', 'axes.json');
  expect(await docker('sweep.mjs', '--spec', 'axes.json')).toEqual({ code, stdout });
  expect((await docker('replay.mjs', '--steps', 'many')).code).toBe(2);
  expect(JSON.parse((await docker('replay.mjs', '--steps', '1')).stdout).left.losses).toHaveLength(2);
});
