import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWithToy } from '../scripts/add-toy.mjs';

/** The project with CONTRIBUTING.md's problem; e2e/add-problem.all.spec.ts tests its page. */
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'add-problem-'));
  copyWithToy(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a tool in the copy with a user's environment. */
async function run(script: string, ...args: string[]): Promise<string> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$/.test(name)),
  );
  const options = { cwd: folder, env, maxBuffer: 2 ** 26 };
  try {
    return (await promisify(execFile)(process.execPath, [join(folder, script), ...args], options)).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${script} ${args.join(' ')}\n${stdout}${stderr}`);
  }
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Counts each file's passed tests, which the runner reports but does not print. */
async function vitest(files: readonly string[], names: string): Promise<number[]> {
  const reporters = ['--reporter=dot', '--reporter=json', '--outputFile.json=report.json'];
  const sharing = ['--no-isolate', '--pool=threads', '--maxWorkers=1'];
  await run('node_modules/vitest/vitest.mjs', 'run', ...reporters, ...sharing, ...files, '-t', names);
  const { testResults } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
  return files.map(
    (file) =>
      testResults
        .find(({ name }) => name.endsWith(file))!
        .assertionResults.filter(({ status }) => status === 'passed').length,
  );
}

interface Replay {
  readonly left: { readonly status: string; readonly losses: readonly number[] };
  readonly right: { readonly status: string; readonly losses: readonly number[] };
}

const replay = async (link: string) =>
  JSON.parse(await run('scripts/replay.mjs', '--link', link, '--steps', '3000')) as Replay;

describe('a problem added as CONTRIBUTING.md says', () => {
  it.each(['engine', 'workers', 'app'])('type-checks: %s', async (layer) => {
    expect(await run('node_modules/typescript/bin/tsc', '-p', layer)).toBe('');
  });

  it('keeps the laws of every problem, and has words for all it shows', async () => {
    const files = ['engine/problems/problems.test.ts', 'app/i18n/messages.test.ts'];
    const [laws, words] = await vitest(files, '\\btoy\\b|of every problem, and every format|no card');
    expect(laws).toBeGreaterThan(36);
    expect(words).toBe(3);
  });

  it('is replayed from a link: a high hill holds descent up, a low one does not', async () => {
    const high = await replay('#v=1&problem=toy&c=0.2');
    expect([high.left.status, high.right.status]).toEqual(['stationary', 'reached']);
    expect(high.left.losses.at(-1)).toBeGreaterThan(1);
    const low = await replay('#v=1&problem=toy&c=0.2&hill=2');
    expect([low.left.status, low.right.status]).toEqual(['reached', 'reached']);
  });
});
