/**
 * `npm run build:cli`: bundles each command into one file in dist-cli/ that Node runs alone, with licences at its end, and a Dockerfile
 * for both (docs/sweep.md).
 */

import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { ensureWritable, runCommand } from './failure.mjs';
import { bundleCommand } from './run-bundle.mjs';
import { root } from './run-tool.mjs';

const COMMANDS = ['sweep', 'replay'];

/** Writes both files and the Dockerfile. Throws the system's error first if the folder is not writable. */
export async function buildCli(outDir) {
  ensureWritable(outDir);
  const { module } = await runnerImport(join(root, 'scripts/build/licences.ts'), { configFile: false });
  for (const name of COMMANDS) {
    const licences = module.createLicences();
    const code = await bundleCommand(name, `workers/cli/${name}.ts`, [licences.collect()]);
    // Messages name this file in command lines.
    const told = code.replaceAll(`npm run -s ${name} --`, `node ${name}.mjs`);
    const under = `${licences.text().trimEnd()}\n`.replace(/^/gm, '// ').replace(/ +$/gm, '');
    writeFileSync(join(outDir, `${name}.mjs`), `#!/usr/bin/env node\n${told}${under}`, { mode: 0o755 });
  }
  copyFileSync(join(root, 'workers/cli/Dockerfile'), join(outDir, 'Dockerfile'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand('build:cli', async () => {
    await buildCli(join(root, 'dist-cli'));
    console.log(`${COMMANDS.map((name) => `${name}.mjs`).join(' and ')} are in dist-cli/.`);
  });
}
