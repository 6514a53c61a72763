import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAsComputed, OF_SCENES } from './computed-numbers.ts';

/** Without NumPy only the committed file exists. */
const hasNumPy = spawnSync('python3', ['-c', 'import numpy']).status === 0;

describe.skipIf(!hasNumPy)('NumPy, where there is one,', () => {
  it('writes the numbers that are committed again', { timeout: 600_000 }, () => {
    const out = join(mkdtempSync(join(tmpdir(), 'lecture-numbers-')), 'out.json');
    const { status, stderr } = spawnSync('python3', ['engine/fixtures/make/make_lecture_numbers.py', out]);
    expect(status, String(stderr)).toBe(0);
    const { scenes } = JSON.parse(readFileSync(out, 'utf8')) as { scenes: typeof OF_SCENES };
    for (const [key, { numbers }] of Object.entries(scenes))
      for (const [name, value] of Object.entries(numbers)) {
        const committed = OF_SCENES[key]?.numbers[name];
        if (typeof value === 'object') expect(committed, `${key} ${name}`).toHaveProperty('atMost');
        else expect(isAsComputed(value, committed!), `${key} ${name}: ${value}`).toBe(true);
      }
  });
});
