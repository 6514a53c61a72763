/**
 * Carries out CONTRIBUTING.md in a copy of the project: the code is read from there, so that the guide cannot become outdated. Its toys are
 * the problem of "Add a problem in ten minutes" and that of the recipe "A problem with a view of its own".
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

/** A file's name on its own line, and the code below it. */
const FILE = /^`(engine\/problems\/[^`]+)`\n\n```ts\n([\s\S]*?)```$/gm;
const LINE = /^\*\*3\. The line\*\*, in `([^`]+)`:\n\n```ts\n(.*\n)```$/m;

/**
 * A step of a recipe: code that is a file, is inserted above a line or replaces it; a folder copied from another; or a new file next to
 * each of many.
 */
const STEP =
  /^`([^`]+)`(?:, (above|in place of) `([^`]+)`)?:\n\n```\w+\n([\s\S]*?)```$|^`([^`]+)`: (a copy of|one beside each) `([^`]+)`/gm;

const readText = () => readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** Returns the guide's additions: whole files by path, and one line at the end of an existing file. */
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

/** Returns a folder's files that end as in a pattern (`app/**\/*.zh.ts`). */
export function filesLike(folder, pattern) {
  const [place, ending] = pattern.split('/**/*');
  return readdirSync(join(folder, place), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, place, name));
}

/** Restores the files that steps of a recipe touch. */
export function undoSteps(folder, steps) {
  for (const { path, how } of steps) {
    if (how === 'one beside each') for (const file of filesLike(folder, path)) rmSync(file);
    rmSync(join(folder, path), { recursive: true, force: true });
    if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true });
  }
}

/** Returns the text of a file with a step's code in its place. Throws if the line named by the step is missing. */
export function stepped(text, { path, how, anchor, code }) {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith(anchor));
  if (at < 0) throw new Error(`expected a line of ${path} that begins with "${anchor}"; there is none`);
  return lines.toSpliced(at, how === 'above' ? 0 : 1, ...code.replace(/\n$/, '').split('\n')).join('\n');
}

/** Carries out one step; Chinese words stand in for those left to a translator. Throws if the line it names is missing. */
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

/** Folders that a copy needs to be checked, built and served, besides the top folder's files. */
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

/** Links each package separately, so that no tool's cache gets into the project's. */
function linkModules(folder) {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name));
}
