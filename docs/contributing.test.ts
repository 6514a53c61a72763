import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySources } from '../scripts/add-toy.mjs';

/**
 * The recipes of CONTRIBUTING.md, carried out word for word in one copy: whole, they compile and keep the laws; with steps left out, the
 * compiler or a law names what is missing. Steps that are left out together stand in different files, so that one run tells of all.
 */

interface Step {
  readonly recipe: string;
  readonly path: string;
  readonly how: 'above' | 'in place of' | null;
  readonly anchor: string;
  readonly code: string;
}

const root = join(import.meta.dirname, '..');
const STEP = /^`([^`]+)`(?:, (above|in place of) `([^`]+)`)?:\n\n```\w+\n([\s\S]*?)```$/gm;

/** The steps of all recipes, in order. */
function readRecipes(): Step[] {
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const [, recipes = ''] = /^## Recipes\n([\s\S]*?)^## /m.exec(guide) ?? [];
  return recipes.split(/^### /m).flatMap((text) => {
    const [recipe = ''] = text.split(':');
    return [...text.matchAll(STEP)].map(([, path, how, anchor, code]) => ({
      recipe,
      path: path!,
      how: (how ?? null) as Step['how'],
      anchor: anchor ?? '',
      code: code!,
    }));
  });
}

const STEPS = readRecipes();
let folder = '';

/** Puts the copy's files back and carries the steps out that `edit` does not leave out (null) or change. */
function carryOut(edit: (step: Step) => string | null): void {
  for (const { path } of STEPS)
    if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path));
    else rmSync(join(folder, path), { force: true });
  for (const step of STEPS) {
    const code = edit(step);
    if (code === null) continue;
    const file = join(folder, step.path);
    if (!step.how) {
      writeFileSync(file, code);
      continue;
    }
    const lines = readFileSync(file, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.startsWith(step.anchor));
    expect(at, `${step.path} has a line that begins with "${step.anchor}"`).toBeGreaterThanOrEqual(0);
    lines.splice(at, step.how === 'above' ? 0 : 1, ...code.replace(/\n$/, '').split('\n'));
    writeFileSync(file, lines.join('\n'));
  }
}

/** What a tool says in the copy, whether it is content or not. */
async function run(script: string, ...args: string[]): Promise<string> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$/.test(name)),
  );
  const options = { cwd: folder, env: { ...env, NO_COLOR: '1' }, maxBuffer: 2 ** 26 };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, script), ...args], options);
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

const compile = () => run('node_modules/typescript/bin/tsc', '-p', 'app');
const laws = () =>
  run('node_modules/vitest/vitest.mjs', 'run', '--project=node', 'app/i18n/messages.test.ts');

const isStep = ({ recipe, path }: Step, name: string, file: string) =>
  recipe.startsWith(name) && path.endsWith(file);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recipes-'));
  copySources(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the recipes of CONTRIBUTING.md', () => {
  it('take so many files', () => {
    const filesOf = (name: string) =>
      new Set(STEPS.filter(({ recipe }) => recipe.startsWith(name)).map(({ path }) => path)).size;
    expect(filesOf('A key')).toBe(1);
    expect(filesOf('A layer')).toBe(2);
    expect(filesOf('A preset')).toBe(1);
    expect(filesOf('A format')).toBe(1);
    expect(filesOf('An optimizer')).toBe(6);
  });

  it('compile and keep the laws of words', async () => {
    carryOut(({ code }) => code);
    expect(await compile()).toBe('');
    expect(await laws()).not.toMatch(/FAIL|Failed/);
  });

  it('name a declaration without its answers, a layer that nothing draws, a rule that nothing explains or writes', async () => {
    carryOut((step) => {
      if (isStep(step, 'A layer', 'layers.ts')) return null;
      if (isStep(step, 'A key', 'view-params.ts')) return step.code.replace(/.*\.\.\.showing.*\n/, '');
      if (isStep(step, 'A format', 'formats.ts')) return step.code.replace(/ {4}pixels: true,\n/, '');
      if (step.recipe.startsWith('An optimizer') && !step.path.endsWith('run-params.ts')) return null;
      return step.code;
    });
    const said = await compile();
    expect(said).toMatch(/layers\.ts.*Property 'unit' is missing/);
    expect(said).toMatch(
      /missing the following properties from type 'FlagSpec': group, keeps, part, control/,
    );
    expect(said).toMatch(/Property 'pixels' is missing/);
    for (const file of ['create-optimizer.ts', 'rule-topic.ts', 'rules.ts'])
      expect(said).toMatch(new RegExp(`${file}.*Property 'signs' is missing`));
  });

  it('name a rule without a file or a name, and a preset of an unknown key', async () => {
    carryOut((step) => {
      if (isStep(step, 'An optimizer', 'sign-descent.ts') || step.path.endsWith('run-params.ts')) return null;
      if (isStep(step, 'A preset', 'card.ts')) return step.code.replace('start:', 'begin:');
      return step.code;
    });
    const said = await compile();
    expect(said).toContain("Cannot find module './sign-descent.ts'");
    for (const file of ['create-optimizer.ts', 'rule-topic.ts', 'rules.ts'])
      expect(said).toMatch(new RegExp(`${file}.*'signs' does not exist`));
    expect(said).toMatch(/card\.ts[\s\S]*'begin' does not exist/);
  });

  it('name words that are missing', async () => {
    carryOut(({ code }) =>
      code.replace(/ {4}words: \{ en.*\n/, '').replace(/ {6}words: \{\n[\s\S]*?\n {6}\},\n/, ''),
    );
    const said = await laws();
    for (const key of ['param.wide', 'param.unit', 'choice.rule.signs', 'preset.lift-even.title'])
      expect(said).toContain(key);
  });
});
