/**
 * Measures script sizes (gzip, brotli) and fails above limits. First picture (`app/shell/paint-shell.ts`): the page's entry and the
 * worker, with static imports. Working play button: also the components. First picture of another problem: also its view and its part of
 * the worker. And embed.html's script.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { root } from './run-tool.mjs';

/** Gzip bytes. */
const OPENING = 70_000;
const PLAY = 163_800;
const OTHERS = 300_500;
/** Stated in docs/embed.md. */
const EMBED = 668_000;

const dist = join(root, 'dist');
const read = (file) => readFileSync(join(dist, file), 'utf8');
const manifestPath = join(dist, '.vite/manifest.json');
if (!existsSync(manifestPath)) {
  console.error('There is no dist/.vite/manifest.json to read: run `npm run build` first.');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));

/** Returns the files of parts (names in the manifest) with static imports. */
function pageFiles(keys, found = new Set()) {
  for (const key of keys) {
    const { file, imports = [] } = manifest[key];
    if (found.has(file)) continue;
    found.add(file);
    pageFiles(imports, found);
  }
  return found;
}

/** The manifest lacks the worker's chunks. */
function workerFiles(files, found = new Set()) {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const imports = [...read(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)];
    workerFiles(
      imports.map(([, name]) => `assets/${name}`),
      found,
    );
  }
  return found;
}

const worker = readdirSync(join(dist, 'assets')).find((name) => /\.worker-.*\.js$/.test(name));
if (!worker) throw new Error('expected a worker among the assets; got none');
const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
const opening = [...pageFiles(entries), ...workerFiles([`assets/${worker}`])];
const components = Object.keys(manifest).find((key) => manifest[key].name === 'components');
const play = [...new Set([...opening, ...pageFiles([components])])];

const parts = read(`assets/${worker}`).matchAll(
  /\.\/([\w-]+)\/problem\.ts["'`]:\s*\(\)\s*=>\s*import\(["'`]\.\/([^"'`]+)/g,
);
const problems = new Map([...parts].map(([, id, file]) => [id, `assets/${file}`]));

const weighed = new Map();
async function weigh(files) {
  const missing = files.filter((file) => !weighed.has(file));
  const checks = missing.map((file) => ({ files: [join(dist, file)], gzip: true }));
  const sizes = missing.length > 0 ? await sizeLimit([filePlugin], { checks }) : [];
  missing.forEach((file, i) => {
    weighed.set(file, [sizes[i].size, brotliCompressSync(read(file)).length]);
  });
  return files.reduce(
    ([gzip, brotli], file) => {
      const [more, less] = weighed.get(file);
      return [gzip + more, brotli + less];
    },
    [0, 0],
  );
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
function print([gzip, brotli], what, limit = Number.POSITIVE_INFINITY) {
  console.log(`${kilobytes(gzip)} ${kilobytes(brotli)}  ${what}`);
  if (gzip <= limit) return;
  console.error(`This is ${gzip - limit} bytes over its limit.`);
  process.exitCode = 1;
}

console.log('      gzip     brotli');
for (const file of play) print(await weigh([file]), file);
print(await weigh(opening), `first picture of the opening scene (limit ${OPENING / 1000} kB gzip)`, OPENING);
print(await weigh(play), `until it plays (limit ${PLAY / 1000} kB gzip)`, PLAY);
for (const [id, file] of [...problems].sort()) {
  const view = ['ts', 'tsx'].map((end) => `problems/${id}/view.${end}`).find((key) => manifest[key]);
  if (id === 'one-neuron' || !view) continue;
  const page = pageFiles([...entries, components, view, 'problems/card-words.ts']);
  const files = [...page, ...workerFiles([`assets/${worker}`, file])];
  print(await weigh(files), `first picture of ${id} (limit ${OTHERS / 1000} kB gzip)`, OTHERS);
}
const embed = readdirSync(join(dist, 'assets')).find((name) => /^embed-.*\.js$/.test(name));
print(await weigh([`assets/${embed}`]), `embed.html's script (limit ${EMBED / 1000} kB gzip)`, EMBED);
