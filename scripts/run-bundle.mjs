/**
 * Bundles a command's TypeScript where a source is newer than the last bundle (half a second), then runs it: Node 20 runs no
 * TypeScript by itself. Needs no dist/.
 */

import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Time of the newest file below a folder. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile() && entry.name.endsWith('.ts'))
      latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  return latest;
}

/**
 * @param {string} name of the command
 * @param {string} entry its file, from the root
 */
export async function runBundle(name, entry) {
  const cache = join(root, 'node_modules', '.cache', name);
  const bundle = join(cache, `${name}.mjs`);
  const built = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = [
    newest(join(root, 'engine')),
    newest(join(root, 'workers')),
    statSync(join(root, 'package-lock.json')).mtimeMs,
    statSync(fileURLToPath(import.meta.url)).mtimeMs,
  ];
  if (built < Math.max(...sources)) {
    // Built beside and moved into place in one go: two runs at once never read half a bundle.
    const outDir = join(cache, `build-${process.pid}`);
    const { build } = await import('vite');
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        outDir,
        emptyOutDir: true,
        target: 'node20',
        // One file: problems that are loaded when they are asked for ride along.
        rollupOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
      },
    });
    mkdirSync(cache, { recursive: true });
    renameSync(join(outDir, `${name}.mjs`), bundle);
    rmSync(outDir, { recursive: true });
  }
  await import(pathToFileURL(bundle).href);
}
