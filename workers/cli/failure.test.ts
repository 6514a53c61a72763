import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildCli } from '../../scripts/build-cli.mjs';
import { buildEngine } from '../../scripts/build-engine.mjs';
import { sentenceOf } from '../../scripts/failure.mjs';
import { runsAll, spread } from '../../scripts/tier.mjs';
import { file, inFolder, type Printed } from './try-command.ts';
import { replayInto } from './try-replay.ts';
import { sweep, sweepWith, writeSpec } from './try-sweep.ts';

inFolder();

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache');

async function run(command: string, args: readonly string[], cwd = root) {
  const child = spawn(command, args, { cwd });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      printed += text;
    });
  const [code] = (await once(child, 'close')) as [number];
  return { code, printed };
}

/** Creates links to the project; scripts take the folder for its root. */
function linkedProject(name: string): string {
  const folder = file(name);
  mkdirSync(folder);
  for (const entry of readdirSync(root))
    if (!['dist', 'dist-cli', 'dist-engine', 'docs'].includes(entry) && !entry.startsWith('.'))
      symlinkSync(join(root, entry), join(folder, entry));
  return folder;
}

const inLinks = (script: string) => ['--preserve-symlinks', '--preserve-symlinks-main', `scripts/${script}`];

beforeAll(() => {
  writeSpec('small.json', { runs: 10, limit: 20 });
  writeFileSync(file('plain.txt'), 'a file, where a folder would be needed\n');
});

describe.skipIf(!existsSync('/dev/full'))('a full disk is told in a sentence', () => {
  const out = '/dev/full';
  const runs: Readonly<Record<string, () => Promise<Printed>>> = {
    'replay, json': () => replayInto(out, '--steps', '3'),
    'replay, csv': () => replayInto(out, '--steps', '3', '--format', 'csv'),
    'replay, more than waits in memory': () => replayInto(out, '--steps', '20000'),
    sweep: () => sweepWith({ out }, '--spec', 'small.json'),
    'sweep --aggregate': () => sweepWith({ out }, '--spec', 'small.json', '--aggregate'),
    async 'sweep --merge'() {
      await sweepWith({ out: 'one.csv' }, '--spec', 'small.json', '--shard', '1/1');
      return sweepWith({ out }, '--merge', 'one.csv');
    },
    'sweep --help': () => sweepWith({ out }, '--help'),
    'sweep --resume': () => sweep('--spec', 'small.json', '--resume', out),
  };

  test.each(Object.keys(runs))('%s', async (name) => {
    expect(await runs[name]!()).toEqual({
      code: 1,
      stdout: '',
      stderr: `${name.split(/\W/)[0]}: Expected room for the output; the disk is full (ENOSPC).\n`,
    });
  });
});

describe('no permission to write is told in a sentence, at once', () => {
  // Not even root can write there.
  test.each(['plain.txt/part.csv', '/proc/part.csv'])('sweep --resume %s', async (path) => {
    const { code, stdout, stderr } = await sweep('--spec', 'small.json', '--resume', path);
    expect(stderr).toMatch(new RegExp(`^sweep: ${path}: E[A-Z]+: .*\\n$`));
    expect([code, stdout]).toEqual([2, '']);
  });

  test('the bundle of a command', async () => {
    const program = file('bundle.mjs');
    const url = new URL('../../scripts/run-bundle.mjs', import.meta.url).href;
    writeFileSync(
      program,
      `import { runBundle } from '${url}'; await runBundle('../../package.json/x', 'workers/cli/replay.ts');`,
    );
    const { code, printed } = await run(process.execPath, [program]);
    expect(printed).toMatch(/^\S+: Expected to use \S*package\.json\S*; got (ENOTDIR|EEXIST): .*\.\n$/);
    expect(code).toBe(1);
  });

  test.each(
    spread(
      [
        ['start.mjs', 'dist', ''],
        ['build-engine.mjs', 'dist-engine', 'build:engine: '],
        ['build-cli.mjs', 'dist-cli', 'build:cli: '],
        ['screenshot.mjs', 'docs', 'screenshot: '],
      ] as const,
      2,
    ),
  )('%s, which needs %s', async (script, folder, name) => {
    const project = linkedProject(script);
    writeFileSync(join(project, folder), '');
    const { code, printed } = await run(process.execPath, inLinks(script), project);
    expect(printed).toBe(
      `${name}Expected to use ${join(project, folder)}; got EEXIST: file already exists, mkdir '${join(project, folder)}'.\n`,
    );
    expect(code).toBe(1);
  });

  test.each([
    ['engine', buildEngine],
    ['cli', buildCli],
  ])('the build of %s, before any work', async (name, build) => {
    const error = await build(file(`plain.txt/${name}`)).catch((thrown) => thrown);
    expect(sentenceOf(error)).toMatch(/^Expected to use .*plain\.txt\/\w+; got ENOTDIR: /);
  });
});

describe('npm start', () => {
  test('says that a port is taken at once: before it builds', async () => {
    const server = createServer().listen(0, 'localhost');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, printed } = await run(process.execPath, ['scripts/start.mjs', '--port', String(port)]);
    expect(printed).toBe(
      `Expected a free port; ${port} is taken. Choose another with --port, or stop what listens there.\n`,
    );
    expect(code).toBe(1);
  });

  test('says that it builds', async () => {
    const project = linkedProject('builds');
    const child = spawn(process.execPath, inLinks('start.mjs'), { cwd: project });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    expect(String(first)).toBe('Building the page: this takes a moment.\n');
    child.kill('SIGTERM');
    await once(child, 'close');
  });
});

test.runIf(runsAll)(
  'runs that begin at the same time in containers with one storage, where their process ids are equal, share the bundle',
  async () => {
    const name = `race-${process.pid}`;
    onTestFinished(() => rmSync(join(cache, name), { recursive: true, force: true }));
    const url = new URL('../../scripts/run-bundle.mjs', import.meta.url).href;
    const program = file('container.mjs');
    writeFileSync(
      program,
      `Object.defineProperty(process, 'pid', { value: 7 });
    const { runBundle } = await import('${url}');
    await runBundle('${name}', 'workers/cli/replay.ts');`,
    );
    // Another process's unfinished build stays.
    mkdirSync(join(cache, name, 'build-7'), { recursive: true });
    writeFileSync(join(cache, name, 'build-7', 'half.mjs'), 'half');
    const ends = await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, [program, '--steps', '1', '--format', 'csv'])),
    );
    for (const { code, printed } of ends) {
      expect(printed).toMatch(/^k,side,w1,w2,loss,distance\n0,left,/);
      expect(code).toBe(0);
    }
    expect(readFileSync(join(cache, name, 'build-7', 'half.mjs'), 'utf8')).toBe('half');
    expect(readdirSync(join(cache, name)).sort()).toEqual(['build-7', `${name}.mjs`]);
  },
);

test('a spec with a byte order mark is JSON, as UTF-16 too', async () => {
  const text = readFileSync(file('small.json'), 'utf8');
  const plain = await sweep('--spec', 'small.json');
  expect(plain.code).toBe(0);
  for (const bytes of [Buffer.from(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
    writeFileSync(file('bom.json'), bytes);
    expect(await sweep('--spec', 'bom.json')).toEqual(plain);
  }
});

test.each(['', '#', ' ', '#v=1&lecture=always'])(
  'a sweep of the link %j does not run the opening scene',
  async (link) => {
    writeSpec('empty.json', { runs: 10 }, link);
    const { code, stdout, stderr } = await sweep('--spec', 'empty.json');
    expect(stderr).toBe(`sweep: link: expected the link of a scenario; got ${JSON.stringify(link)}.\n`);
    expect([code, stdout]).toEqual([2, '']);
  },
);

test('rows of own data that a sweep cannot use are named on stderr', async () => {
  writeFileSync(file('half.csv'), 'x,y\n1,2\na,3\n4,5\n6\n7,8\n');
  writeSpec('own.json', { runs: 10, limit: 5 }, '#v=1&problem=one-neuron&features=csv&plant=1,1&bias=1');
  const { code, stderr } = await sweep('--spec', 'own.json', '--data', 'half.csv');
  expect(code).toBe(0);
  expect(stderr).toBe(
    'sweep: Line 3 was skipped: not a number: "a" in column "x".\nsweep: Line 5 was skipped: wrong count: expected 2 cells, got 1.\n',
  );
});
