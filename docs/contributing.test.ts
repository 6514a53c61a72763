import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySources, readRecipes, type Step, takeStep, undoSteps } from '../scripts/add-toy.mjs';

/**
 * The recipes of CONTRIBUTING.md, carried out word for word in one copy: whole, they compile and keep the laws; with steps left out, the
 * compiler or a law names what is missing. Steps that are left out together stand in different files, so that one run tells of all.
 */

const STEPS = readRecipes();
let folder = '';

/** Puts the copy's files back and carries the steps out that `edit` does not leave out (null) or change. */
function carryOut(edit: (step: Step) => string | null): void {
  undoSteps(folder, STEPS);
  for (const step of STEPS) {
    const code = edit(step);
    if (code !== null) takeStep(folder, { ...step, code });
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
  run(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project=node',
    '--project=node-engine',
    'app/i18n/messages.test.ts',
    'app/problems/index.test.ts',
    'engine/python/rules.test.ts',
  );

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
    expect(STEPS.filter(({ recipe }) => recipe.startsWith('A problem')).map(({ path }) => path)).toEqual([
      'engine/problems/game',
      'app/problems/game',
      'engine/problems/cards.ts',
      'app/problems/index.ts',
    ]);
    expect(filesOf('A key')).toBe(1);
    expect(filesOf('A layer')).toBe(2);
    expect(filesOf('A preset')).toBe(1);
    expect(filesOf('A format')).toBe(1);
    expect(filesOf('An optimizer')).toBeLessThanOrEqual(3);
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
    for (const table of ['Landscape', 'readonly \\[name', 'RuleFormula'])
      expect(said).toMatch(new RegExp(`update-rules\\.ts.*Property 'signs' is missing.*${table}`));
  });

  it('name a rule without a name, and a preset of an unknown key', async () => {
    carryOut((step) => {
      if (step.path.endsWith('run-params.ts')) return null;
      if (isStep(step, 'A preset', 'card.ts')) return step.code.replace('start:', 'begin:');
      return step.code;
    });
    const said = await compile();
    expect(said.match(/update-rules\.ts.*'signs' does not exist/g)).toHaveLength(3);
    expect(said).toMatch(/card\.ts[\s\S]*'begin' does not exist/);
  });

  it('name a problem without its engine, its view or its card', async () => {
    const without = (left: string) =>
      carryOut((step) => (step.recipe.startsWith('A problem') && step.path === left ? null : step.code));
    without('engine/problems/game');
    expect(await compile()).toContain("Cannot find module './game/card.ts'");
    without('app/problems/game');
    expect(await compile()).toContain("Cannot find module './game/view.ts'");
    without('engine/problems/cards.ts');
    expect(await compile()).toMatch(/index\.ts.*'game' does not exist/);
  });

  it('name words, a line of a view and a class in Python that are missing', async () => {
    carryOut(({ path, code }) =>
      path === 'app/problems/index.ts' || path.endsWith('.py')
        ? null
        : code.replace(/ {4}words: \{ en.*\n/, '').replace(/ {6}words: \{\n[\s\S]*?\n {6}\},\n/, ''),
    );
    const said = await laws();
    for (const key of ['param.wide', 'param.unit', 'choice.rule.signs', 'preset.lift-even.title'])
      expect(said).toContain(key);
    expect(said).toContain('expected a line of each folder in app/problems/index.ts');
    expect(said).toMatch(/class in twin_descent\.py[\s\S]*SignDescent/);
  });
});
