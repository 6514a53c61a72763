import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RULE_CLASSES } from '../optimizers/update-rules.ts';

it('every update rule has its class in twin_descent.py', () => {
  const text = readFileSync(join(import.meta.dirname, 'twin_descent.py'), 'utf8');
  const missing = Object.values(RULE_CLASSES).filter(([name]) => !text.includes(`\nclass ${name}:\n`));
  expect(missing).toEqual([]);
});
