/**
 * `npm run bench -- [--json] [--only 1,3]`: bundles engine/bench/bench.ts and beside it what its workers run (half a
 * second), and runs it. Node 20 runs no TypeScript by itself. TensorFlow.js stays outside the bundle: it reads its wasm
 * file from node_modules.
 */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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
      input: ['engine/bench/bench.ts', 'engine/bench/left-worker.ts', 'engine/bench/ensemble-worker.ts'],
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
await import(pathToFileURL(join(outDir, 'bench.mjs')).href);
