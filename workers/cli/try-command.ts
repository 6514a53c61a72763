/** For tests: a command line in this process or its own. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { sentenceOf } from '../../scripts/failure.mjs';
import type { Surroundings } from './surroundings.ts';

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the calling file's tests in a new folder filled by `prepare`. */
export function inFolder(prepare?: () => void): void {
  let before = '';
  beforeAll(() => {
    before = process.cwd();
    process.chdir(mkdtempSync(join(tmpdir(), 'command-test-')));
    prepare?.();
  });
  afterAll(() => {
    const folder = process.cwd();
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
}

export const file = (name: string) => join(process.cwd(), name);

/** Runs a command in this process; reports external failures like `runCommand`. Prints into `out`, if given. */
export async function runHere(
  name: string,
  run: (at: Surroundings) => Promise<number>,
  out?: string,
): Promise<Printed> {
  const folder = mkdtempSync(join(tmpdir(), 'printed-'));
  const path = out ?? join(folder, 'stdout');
  const stdout = openSync(path, 'w');
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  let code = 1;
  try {
    code = await run({ stdout, stderr: { write } });
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    said += `${name}: ${sentence}\n`;
  }
  closeSync(stdout);
  const printed = { code, stdout: out === undefined ? readFileSync(path, 'utf8') : '', stderr: said };
  rmSync(folder, { recursive: true });
  return printed;
}

export const scriptOf = (name: string) =>
  fileURLToPath(new URL(`../../scripts/${name}.mjs`, import.meta.url));

/** Starts a command in a process that ends with the test. The first run may bundle. */
export function start(name: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [scriptOf(name), ...args], { cwd: process.cwd() });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text) => {
      said[stream] += text;
    });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  return { child, said, closed };
}

export async function runApart(name: string, ...args: readonly string[]): Promise<Printed> {
  const { said, closed } = start(name, ...args);
  const [code] = await closed;
  return { code: code!, ...said };
}
