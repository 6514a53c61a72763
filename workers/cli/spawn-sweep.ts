/** For tests: `sweep` as a person runs it. */

import { writeFileSync } from 'node:fs';
import { createCommand } from './spawn-script.ts';

export const { path: SCRIPT, run: sweep, file } = createCommand('sweep.mjs', ['--help']);

export function writeSpec(
  name: string,
  set: object,
  link = '#v=1&problem=one-neuron&d=2',
  more: object = {},
): void {
  writeFileSync(file(name), JSON.stringify({ format: 'twin-descent-sweep', version: 1, link, set, ...more }));
}
