import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a script or style sheet that only some visits use, above which it waits: 3-D, films, formulae, another language, the embed. */
const HEAVY = 150_000;

/** Letters of English, of formulae and of names. */
const FIRST_FONTS = /(?:inter|source-serif-4)-(?:latin|latin-ext|greek)-wght-normal-[^/]*\.woff2$/;

/** Files whose names do not change. */
const FIRST_FILES = ['index.html', 'icon.svg', 'manifest.webmanifest'];

interface Part {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Returns the files of a build in `folder` that are cached at once (app/offline/); the rest follows at idle. */
export function firstFiles(folder: string, files: readonly string[]): ReadonlySet<string> {
  const parts: Record<string, Part> = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const first = new Set(FIRST_FILES);
  const take = (name: string) => {
    const { file, imports = [] } = parts[name]!;
    if (first.has(file)) return;
    first.add(file);
    imports.forEach(take);
  };
  const { dynamicImports = [] } = parts['index.html']!;
  for (const name of ['index.html', ...dynamicImports]) take(name);
  const isLight = (file: string) => /\.(?:js|css)$/.test(file) && statSync(join(folder, file)).size < HEAVY;
  for (const file of files)
    if (FIRST_FONTS.test(file) || (file.startsWith('assets/') && isLight(file))) first.add(file);
  return first;
}
