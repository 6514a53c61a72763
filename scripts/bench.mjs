/**
 * `npm run bench -- [--json] [--only 1,3] [--view pix] [--peer DIR]`: bundles engine/bench and its workers (half a second), because Node
 * 20 cannot run TypeScript, measures the machine, and prints its rows, with absolute ones judged at the reference speed. TensorFlow.js
 * stays outside the bundle: it reads its wasm file from node_modules. Page groups use a browser; the soak (25 minutes) runs only on
 * request.
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
        'engine/bench/calibration.ts',
        'engine/bench/measure.ts',
        'engine/bench/speeds.ts',
        'engine/bench/peers/left-worker.ts',
        'engine/bench/ensemble-worker.ts',
      ],
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
const load = (name) => import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
const { ENGINE_GROUPS, VIEWS } = await load('bench');
const { factorsOf, measureEngineSpeeds } = await load('calibration');
const { SPEEDS } = await load('speeds');
const { judge, targetWords } = await load('measure');
const GROUPS = {
  ...ENGINE_GROUPS,
  10: async () => (await import('./page-bench/page-rows.mjs')).pageRows(factors),
  12: async () => [
    ...(await ENGINE_GROUPS[12]()),
    ...(await (await import('./page-bench/crowd-rows.mjs')).crowdPageRows()),
  ],
  18: async () => (await import('./page-bench/start-rows.mjs')).startRows(factors, values.peer),
  19: async () => (await import('./page-bench/view-rows.mjs')).viewRows(VIEWS, factors, values.view),
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

const say = (line) => values.json || console.log(line);
const times = await measureMachine();
const factors = factorsOf(times);
say('The machine, in times of the reference machine:');
for (const speed of SPEEDS)
  say(`${speed.padEnd(8)} ${factors[speed].toFixed(2)}  (${times[speed].toPrecision(3)} ms)`);

const rows = [];
const seconds = [];
for (const id of chosen) {
  const before = performance.now();
  const made = (await GROUPS[id]()).map((row) => judge(row, factors));
  seconds.push(`${id}: ${((performance.now() - before) / 1000).toFixed(0)}`);
  rows.push(...made);
  for (const row of made) say(lineOf(row));
}
if (values.json) console.log(JSON.stringify({ factors, rows }));
else {
  const missed = rows.filter((row) => !row.ok);
  say(missed.length === 0 ? 'Every target is met.' : 'Missed:');
  for (const row of missed) say(lineOf(row));
  say(`Seconds of each group: ${seconds.join(', ')}`);
}

/** Measures a fixed piece of work of each kind, in milliseconds; those of the page only for groups that use it. */
async function measureMachine() {
  const ofEngine = measureEngineSpeeds();
  const needsPage = chosen.some((id) => ['10', '11', '12', '18', '19'].includes(id));
  if (!needsPage) return { ...ofEngine, script: Number.NaN, drawing: Number.NaN };
  return { ...ofEngine, ...(await (await import('./page-bench/calibration.mjs')).measurePageSpeeds()) };
}

function lineOf(row) {
  const { id, what, value, atReference, unit, target, speed, ok, detail } = row;
  const verdict = target === null ? '' : `${ok ? 'ok' : 'MISSED'}, ${targetWords(row)}`;
  const scaled =
    target !== null && speed ? ` (${atReference.toPrecision(3)} at reference speed, ${speed})` : '';
  const said = `${value.toPrecision(4)} ${unit}${scaled}`;
  return `${id.padEnd(6)} ${said.padEnd(14)} ${verdict.padEnd(24)} ${what}${detail && `\n${' '.repeat(7)}${detail}`}`;
}
