/**
 * Bundles a command's TypeScript if a source is newer than the last bundle (half a second), because Node 20 cannot run TypeScript, then
 * runs it. Needs no dist/.
 */

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runCommand } from './failure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile() && /\.(ts|py)$/.test(entry.name))
      latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  return latest;
}

/**
 * @param {string} name of the command
 * @param {string} entry its file, from the root
 */
export function runBundle(name, entry) {
  return runCommand(name, async () => {
    const cache = join(root, 'node_modules', '.cache', name);
    const bundle = join(cache, `${name}.mjs`);
    const built = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const sources = [
      newest(join(root, 'engine')),
      newest(join(root, 'workers')),
      statSync(join(root, 'package-lock.json')).mtimeMs,
      statSync(fileURLToPath(import.meta.url)).mtimeMs,
    ];
    if (built < Math.max(...sources)) await buildBundle(name, entry, cache, bundle);
    await import(pathToFileURL(bundle).href);
  });
}

/**
 * Builds in a separate folder and moves the bundle atomically: concurrent runs, even in containers with shared storage (and equal process
 * ids), never empty each other's folder nor read half a bundle.
 */
async function buildBundle(name, entry, cache, bundle) {
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'build-'));
  try {
    const built = join(outDir, `${name}.mjs`);
    writeFileSync(built, await bundleCommand(name, entry));
    renameSync(built, bundle);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/**
 * Returns one ES module with all of a command's imports, which Node runs alone.
 * @param {string} name
 * @param {string} entry its file, from the root
 * @param {import('vite').Plugin[]} [plugins] more of them
 * @returns {Promise<string>}
 */
export async function bundleCommand(name, entry, plugins = []) {
  const { build } = await import('vite');
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      write: false,
      target: 'node20',
      // Includes problems loaded on demand.
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  if (output.length !== 1) throw new Error(`expected one file of ${name}; got ${output.length}`);
  const [{ code, moduleIds }] = output;
  return code.replace('@hash-of-the-engine@', hashOfEngine(moduleIds));
}

/** Returns the SHA-256 of the engine's sources and libraries among modules, in a machine-independent order. */
function hashOfEngine(moduleIds) {
  const hash = createHash('sha256');
  const files = moduleIds
    .filter((id) => existsSync(id))
    .map((id) => relative(root, id).replaceAll('\\', '/'))
    .filter((path) => /^(engine|node_modules)\//.test(path));
  for (const path of files.sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}
