import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Sentences with “within” before a possible excess: at 98 % it reads as if 2 % remained. */
const MISLEADING = /within (?:\$\{formatAtMost|\{\{[^}]*\|most\}\})/;

it('no sentence says “within so many per cent of the best” of what may be so many per cent above it', () => {
  const app = join(import.meta.dirname, '..');
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => MISLEADING.test(readFileSync(join(app, file), 'utf8')))).toEqual([]);
});
