/** For tests: a command line as a person runs it, in a folder of its own. */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A script of `scripts/`; `prepare` fills its folder before the tests. Its first run, with `args`, bundles where a source is newer. */
export function createCommand(script: string, args: readonly string[], prepare?: () => void) {
  const path = fileURLToPath(new URL(`../../scripts/${script}`, import.meta.url));
  let folder = '';
  function run(...given: readonly string[]): Promise<Printed> {
    return new Promise((resolve) => {
      execFile(process.execPath, [path, ...given], { cwd: folder, maxBuffer: 1e9 }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), `${script}-test-`));
    prepare?.();
    await run(...args);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { path, run, file: (name: string) => join(folder, name) };
}
