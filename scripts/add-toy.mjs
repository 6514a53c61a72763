/**
 * Does what CONTRIBUTING.md says under "Add a problem in ten minutes" in a copy of the project: the code is read from there, so
 * that the guide cannot rot.
 */

import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run-tool.mjs';

/** A file's name on a line of its own, and the code below it. */
const FILE = /^`(engine\/problems\/[^`]+)`\n\n```ts\n([\s\S]*?)```$/gm;
const LINE = /^\*\*3\. The line\*\*, in `([^`]+)`:\n\n```ts\n(.*\n)```$/m;

/** What the guide adds: whole files by their paths, and one line at the end of a file that is there. */
export function readGuide() {
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const [, path, line] = LINE.exec(guide) ?? [];
  if (!path) throw new Error('expected the line of the guide in CONTRIBUTING.md; got none');
  return { files: [...guide.matchAll(FILE)].map(([, name, code]) => [name, code]), path, line };
}

/** What a copy needs to be checked, built and served, besides the files of the top folder. */
const FOLDERS = ['app', 'engine', 'public', 'scripts', 'workers'];

/** Copies the project's sources into an empty folder. */
export function copySources(folder) {
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() || FOLDERS.includes(entry.name))
      cpSync(join(root, entry.name), join(folder, entry.name), { recursive: true });
  linkModules(folder);
}

/** The same with the toy problem added. */
export function copyWithToy(folder) {
  copySources(folder);
  const { files, path, line } = readGuide();
  for (const [name, code] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), code);
  }
  appendFileSync(join(folder, path), line);
}

/** Each package by a link of its own, so that nothing that a tool caches among them gets into the project's. */
function linkModules(folder) {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name));
}
