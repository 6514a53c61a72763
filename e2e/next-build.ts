import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Builds the sources once more as if they were another version, into a folder of its own, and returns it: the names of its first
 * script, and of all that import it, are other names.
 */
export function buildNext(): string {
  const outDir = join(mkdtempSync(join(tmpdir(), 'twin-descent-next-')), 'dist');
  const script = `
    import { build } from 'vite';
    await build({
      logLevel: 'error',
      define: { __BUILD__: JSON.stringify({ version: '0.0.0-next', commit: '' }) },
      build: { outDir: ${JSON.stringify(outDir)} },
    });`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'pipe' });
  return outDir;
}

/** The names of a build's scripts. */
export function scriptsOf(folder: string): string[] {
  return readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
}
