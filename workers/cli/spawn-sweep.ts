/** For tests: `sweep` as a person runs it, in a folder of its own. */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

export const SCRIPT = fileURLToPath(new URL('../../scripts/sweep.mjs', import.meta.url));

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let folder = '';
export const file = (name: string) => join(folder, name);

export function sweep(...args: string[]): Promise<Printed> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, ...args], { cwd: folder, maxBuffer: 1e9 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

export function writeSpec(
  name: string,
  set: object,
  link = '#v=1&problem=one-neuron&d=2',
  more: object = {},
): void {
  writeFileSync(file(name), JSON.stringify({ format: 'twin-descent-sweep', version: 1, link, set, ...more }));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sweep-test-'));
  await sweep('--help'); // bundles where a source is newer
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
