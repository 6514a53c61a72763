/**
 * Weighs the JavaScript a first visit loads, gzipped, and fails above the limit: the page's entry with its
 * static imports, and the worker. What the page imports later (dynamic imports) is not counted.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { root } from './run-tool.mjs';

const limit = 190_000;
const dist = join(root, 'dist');
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;

const files = listFirstLoad();
const sizes = await sizeLimit([filePlugin], {
  checks: files.map((file) => ({ files: [join(dist, file)], gzip: true })),
});
const total = sizes.reduce((sum, { size }) => sum + size, 0);

files.forEach((file, i) => {
  console.log(`${kilobytes(sizes[i].size)}  ${file}`);
});
console.log(`${kilobytes(total)}  first load, gzip (limit ${limit / 1000} kB)`);
if (total > limit) {
  console.error(`The first load is ${total - limit} bytes over its limit.`);
  process.exitCode = 1;
}

/** Paths within dist/. */
function listFirstLoad() {
  const manifestPath = join(dist, '.vite/manifest.json');
  if (!existsSync(manifestPath)) {
    console.error('There is no dist/.vite/manifest.json to read: run `npm run build` first.');
    process.exit(1);
  }
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));

  const first = new Set();
  const add = (key) => {
    const { file, imports = [] } = manifest[key];
    if (first.has(file)) return;
    first.add(file);
    imports.forEach(add);
  };
  for (const key of Object.keys(manifest)) if (manifest[key].isEntry) add(key);

  // Vite bundles workers apart: their chunks are no entries of the manifest. What the worker's entry imports statically
  // comes with it; what it imports later (`import(…)`) does not count.
  const scripts = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
  const workers = new Set();
  const addWorker = (name) => {
    if (workers.has(name)) return;
    workers.add(name);
    const text = readFileSync(join(dist, 'assets', name), 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      addWorker(imported);
  };
  for (const name of scripts) if (/\.worker-/.test(name)) addWorker(name);
  if (workers.size === 0) throw new Error('expected a worker among the assets; got none');
  return [...first, ...[...workers].map((name) => `assets/${name}`)];
}
