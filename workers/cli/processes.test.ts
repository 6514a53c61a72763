import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAggregate } from '../../engine/ensemble/aggregate-file.ts';
import { runsAll } from '../../scripts/tier.mjs';
import { file, inFolder, runApart, scriptOf, start } from './try-command.ts';
import { OPENING, replay } from './try-replay.ts';
import { sweep, writeSpec } from './try-sweep.ts';

/** Compares both commands in separate processes with their output in this one. */

inFolder();

/** Removes the engine's hash: only bundles have one. */
const withoutHash = (text: string) => text.replace(/(SHA-256 of the engine: |"engine":")[\w@-]+/, '$1');

const failing = (line: string) =>
  promisify(execFile)('sh', ['-c', line]).then(
    () => {
      throw new Error(`expected ${line} to fail`);
    },
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );

const until = (is: () => boolean) => expect.poll(is, { timeout: 200_000, interval: 20 }).toBe(true);

beforeAll(() => {
  writeSpec('small.json', { runs: 10, limit: 200, startlaw: 'unit', audit: true, xkey: 'n', xat: [4, 6] });
  writeSpec('wrong.json', { runs: 3 });
  // Endless for practical purposes; ended by a signal.
  writeSpec(
    'endless.json',
    { runs: 100_000, limit: 1000, within: 1e-9 },
    '#v=1&problem=one-neuron&d=20&n=40',
  );
});

describe('replay', () => {
  test('prints the digits of this process, and tells what it changed', async () => {
    const args = ['--link', `${OPENING}&zoom=2`, '--steps', '5'];
    const printed = await runApart('replay', ...args);
    expect(printed).toEqual(await replay(...args));
    expect(printed).toMatchObject({ code: 0, stderr: 'replay: Unknown key "zoom": it was ignored.\n' });
  });

  test('its bundle runs alone: no other file is beside it', async () => {
    await runApart('replay', '--help'); // bundles where a source is newer
    mkdirSync('alone');
    const bundle = `${dirname(dirname(scriptOf('replay')))}/node_modules/.cache/replay/replay.mjs`;
    copyFileSync(bundle, 'alone/replay.mjs');
    const args = ['--problem', 'denoiser', '--steps', '2'];
    const { stdout } = await promisify(execFile)(process.execPath, ['replay.mjs', ...args], {
      cwd: file('alone'),
    });
    expect(stdout).toBe((await replay(...args)).stdout);
  });

  test('refuses in one line, with exit status 2', async () => {
    const printed = await runApart('replay', '--steps', 'many');
    expect(printed).toEqual(await replay('--steps', 'many'));
    expect(printed).toMatchObject({ code: 2, stdout: '' });
  });

  test('ends where its reader leaves', async () => {
    const { child, said, closed } = start('replay', '--d', '20', '--n', '1', '--steps', '20000');
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await closed).toEqual([0, null]);
    expect(said.stdout).toMatch(/^\{"scenario/);
    expect([said.stdout.endsWith('}\n'), said.stderr]).toEqual([false, '']);
  });
});

describe('sweep', () => {
  test('on three threads prints what one of this process prints, with the hash of its engine', async () => {
    const { stdout, ...ended } = await runApart('sweep', '--spec', 'small.json', '--workers', '3');
    expect(ended).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/\n# SHA-256 of the engine: [0-9a-f]{64}\n/);
    expect(withoutHash(stdout)).toBe(
      withoutHash((await sweep('--spec', 'small.json', '--workers', '1')).stdout),
    );
  });

  test.runIf(runsAll)('counts on three threads what one of this process counts', async () => {
    const args = ['--spec', 'small.json', '--aggregate', '--shard', '2/3', '--workers'];
    const { stdout, ...ended } = await runApart('sweep', ...args, '3');
    expect(ended).toEqual({ code: 0, stderr: '' });
    expect(parseAggregate(stdout).source.engine).toMatch(/^[0-9a-f]{64}$/);
    expect(withoutHash(stdout)).toBe(withoutHash((await sweep(...args, '1')).stdout));
  });

  test('refuses in one line, with exit status 2', async () => {
    const printed = await runApart('sweep', '--spec', 'wrong.json');
    expect(printed).toEqual(await sweep('--spec', 'wrong.json'));
    expect(printed).toMatchObject({ code: 2, stdout: '' });
  });

  test('SIGTERM and SIGINT end it behind a whole row, and the same command goes on there', async () => {
    const read = () => (existsSync('endless.csv') ? readFileSync('endless.csv', 'utf8') : '');
    const rowsOf = (text: string) => text.split('\n').filter((line) => /^\d/.test(line));
    let before = '';
    for (const [signal, code] of [
      ['SIGTERM', 143],
      ['SIGINT', 130],
    ] as const) {
      const { child, said, closed } = start(
        'sweep',
        ...['--spec', 'endless.json', '--resume', 'endless.csv', '--workers', '2'],
      );
      await until(() => rowsOf(read()).length > rowsOf(before).length + 2);
      child.kill(signal);
      expect(await closed).toEqual([code, null]);
      const now = read();
      expect(said.stderr).toBe(
        `sweep: Stopped by ${signal} after ${rowsOf(now).length} of 100000 rows. The same command goes on there.\n`,
      );
      expect(now.endsWith('\n') && now.startsWith(before)).toBe(true);
      expect(rowsOf(now).map((row) => Number(row.split(',')[1]))).toEqual(rowsOf(now).map((_, run) => run));
      before = now;
    }
  });
});

const COMMANDS = [
  ['replay', '--steps 3'],
  ['sweep', '--spec small.json'],
] as const;

test.skipIf(!existsSync('/dev/full')).each(runsAll ? COMMANDS : COMMANDS.slice(0, 1))(
  'a full disk is a sentence of %s',
  async (name, args) => {
    expect(await failing(`node ${scriptOf(name)} ${args} > /dev/full`)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${name}: Expected room for the output; the disk is full (ENOSPC).\n`,
    });
  },
);
