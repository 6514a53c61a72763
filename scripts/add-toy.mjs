/**
 * Carries out CONTRIBUTING.md in a copy of the project. Reads the code from there, so that the guide cannot become outdated. Its toys are
 * the problems of "Add a problem in ten minutes" and of the recipe "A problem with a view of its own".
 */

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run-tool.mjs';

/** A file name on its own line, and its code. */
const FILE = /^`(engine\/problems\/[^`]+)`\n\n```ts\n([\s\S]*?)```$/gm;
const LINE = /^\*\*3\. The line\*\*, in `([^`]+)`:\n\n```ts\n(.*\n)```$/m;

/** A step: code of a file, or inserted above a line, or replacing it; a copied folder; or a new file next to each of many. */
const STEP =
  /^`([^`]+)`(?:, (above|in place of) `([^`]+)`)?:\n\n```\w+\n([\s\S]*?)```$|^`([^`]+)`: (a copy of|one beside each) `([^`]+)`/gm;

const readText = () => readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** Returns the guide's files by path, and one line for an existing file's end. */
export function readGuide() {
  const guide = readText();
  const [, path, line] = LINE.exec(guide) ?? [];
  if (!path) throw new Error('expected the line of the guide in CONTRIBUTING.md; got none');
  return { files: [...guide.matchAll(FILE)].map(([, name, code]) => [name, code]), path, line };
}

export function readRecipes() {
  const [, recipes = ''] = /^## Recipes\n([\s\S]*?)^## /m.exec(readText()) ?? [];
  return recipes.split(/^### /m).flatMap((text) => {
    const [recipe] = text.split(':');
    return [...text.matchAll(STEP)].map(
      ([, path, how = null, anchor = '', code = '', copy, kind, source = null]) => ({
        recipe,
        path: path ?? copy,
        how: kind ?? how,
        anchor,
        code,
        source,
      }),
    );
  });
}

/** Returns a folder's files that match a pattern (`app/**\/*.zh.ts`). */
export function filesLike(folder, pattern) {
  const [place, ending] = pattern.split('/**/*');
  return readdirSync(join(folder, place), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, place, name));
}

/** Restores the files touched by steps. */
export function undoSteps(folder, steps) {
  for (const { path, how } of steps) {
    if (how === 'one beside each') for (const file of filesLike(folder, path)) rmSync(file);
    rmSync(join(folder, path), { recursive: true, force: true });
    if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true });
  }
}

/** Returns a file's text with a step's code. Throws if the step's line is missing. */
export function stepped(text, { path, how, anchor, code }) {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith(anchor));
  if (at < 0) throw new Error(`expected a line of ${path} that begins with "${anchor}"; there is none`);
  return lines.toSpliced(at, how === 'above' ? 0 : 1, ...code.replace(/\n$/, '').split('\n')).join('\n');
}

/** Carries out a step, with Chinese stand-ins for a translator's words. Throws if its line is missing. */
export function takeStep(folder, step) {
  const { path, how, code, source } = step;
  const file = join(folder, path);
  if (how === 'one beside each')
    for (const english of filesLike(folder, source)) {
      const [said, written] = ['.zh.ts', path.split('*').at(-1)].map((end) =>
        english.replace(/\.en\.ts$/, end),
      );
      cpSync(said, written);
    }
  else if (source) cpSync(join(root, source), file, { recursive: true });
  else if (!how) writeFileSync(file, code);
  else writeFileSync(file, stepped(readFileSync(file, 'utf8'), step));
}

/** Folders needed for checking, building and serving, besides the top folder's files. */
const FOLDERS = ['app', 'e2e', 'engine', 'public', 'scripts', 'workers'];

export function copySources(folder) {
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() || FOLDERS.includes(entry.name))
      cpSync(join(root, entry.name), join(folder, entry.name), { recursive: true });
  linkModules(folder);
}

export function copyWithToy(folder) {
  copySources(folder);
  const { files, path, line } = readGuide();
  for (const [name, code] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), code);
  }
  appendFileSync(join(folder, path), line);
}

export function copyWithToys(folder) {
  copyWithToy(folder);
  for (const step of readRecipes()) if (step.recipe.startsWith('A problem')) takeStep(folder, step);
}

/** Links packages one by one: no tool's cache gets into the project's. */
function linkModules(folder) {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name));
}
