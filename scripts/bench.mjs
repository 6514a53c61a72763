/**
 * `npm run bench -- [--json] [--only 1,3] [--view pix] [--peer DIR]`: bundles engine/bench and its workers (half a second), because Node
 * 20 cannot run TypeScript, and prints its rows. TensorFlow.js stays outside the bundle: it reads its wasm file from node_modules. Page
 * groups use a browser; the soak (25 minutes) runs only on request.
 */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = join(root, 'node_modules', '.cache', `bench-${process.pid}`);
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));

await build({
  root,
  configFile: false,
  logLevel: 'silent',
  ssr: { noExternal: true, external: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm'] },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: [
        'engine/bench/bench.ts',
        'engine/bench/peers/left-worker.ts',
        'engine/bench/ensemble-worker.ts',
      ],
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
const { ENGINE_GROUPS, VIEWS } = await import(pathToFileURL(join(outDir, 'bench.mjs')).href);
const GROUPS = {
  ...ENGINE_GROUPS,
  10: async () => (await import('./page-bench/page-rows.mjs')).pageRows(),
  12: async () => [
    ...(await ENGINE_GROUPS[12]()),
    ...(await (await import('./page-bench/crowd-rows.mjs')).crowdPageRows()),
  ],
  18: async () => (await import('./page-bench/start-rows.mjs')).startRows(values.peer),
  19: async () => (await import('./page-bench/view-rows.mjs')).viewRows(VIEWS, values.view),
  20: async () => (await import('./sweep-cost.mjs')).sweepRows(),
  11: async () => (await import('./page-bench/soak-rows.mjs')).soakRows(),
};
const SOAK = '11';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    view: { type: 'string' },
    peer: { type: 'string' },
  },
});
const chosen = values.only?.split(',') ?? Object.keys(GROUPS).filter((id) => id !== SOAK);
for (const id of chosen)
  if (!Object.hasOwn(GROUPS, id)) {
    console.error(`expected --only with some of ${Object.keys(GROUPS).join(',')}; got ${id}`);
    process.exit(2);
  }

const rows = [];
for (const id of chosen) {
  const made = await GROUPS[id]();
  rows.push(...made);
  if (!values.json) for (const row of made) console.log(lineOf(row));
}
if (values.json) console.log(JSON.stringify(rows));
else {
  const missed = rows.filter((row) => !row.ok);
  console.log(missed.length === 0 ? 'every target is met' : `missed: ${missed.map(missOf).join('; ')}`);
}

function lineOf({ id, what, value, unit, target, ok, detail }) {
  const verdict = target === null ? '' : `${ok ? 'ok' : 'MISSED'}, ${target}`;
  const indent = ' '.repeat(7);
  return `${id.padEnd(6)} ${`${value.toPrecision(4)} ${unit}`.padEnd(14)} ${verdict.padEnd(24)} ${what}${detail && `\n${indent}${detail}`}`;
}

function missOf({ id, value, target }) {
  return `${id} has ${value.toPrecision(3)}, ${target} was wanted`;
}
