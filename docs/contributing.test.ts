import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PairInstance, ProblemCard } from '../engine/contract.ts';
import { runSides } from '../engine/fixtures/runs.ts';
import { defaultValues, type Values } from '../engine/params.ts';
import type { Problem } from '../engine/problem.ts';
import { runValues } from '../engine/run/run-values.ts';
import { LANGUAGE_NAMES } from '../engine/scenario/languages.ts';
import { filesLike, readGuide, readRecipes, type Step, stepped } from '../scripts/add-toy.mjs';

/**
 * Claims of CONTRIBUTING.md that need no copy of the sources: steps fit, code is valid, its problem runs. Copies: add-problem.all.test.ts,
 * contributing.all.test.ts, e2e/add-problem.all.spec.ts.
 */

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const STEPS = readRecipes();
const isLanguage = ({ recipe }: Step) => recipe.startsWith('A language');
const isProblem = ({ recipe }: Step) => recipe.startsWith('A problem');

describe('a problem added as CONTRIBUTING.md says', () => {
  const { files, path, line } = readGuide();
  let folder = '';
  let problem: Problem<PairInstance>;
  let card: ProblemCard;

  /** Writes the guide's files elsewhere; imports come from the project. */
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'toy-'));
    for (const [name, code] of files) {
      const from = dirname(join(root, name));
      const found = code.replace(/ from '(\.\.\/[^']+)';/g, (_, other) => ` from '${join(from, other)}';`);
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), found);
    }
    const made = join(folder, dirname(files[0]![0]));
    ({ problem } = await import(join(made, 'problem.ts')));
    card = (await import(join(made, 'card.ts'))).TOY;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is two files in one folder and one line', () => {
    expect(files.map(([name]) => name)).toEqual([
      'engine/problems/toy/card.ts',
      'engine/problems/toy/problem.ts',
    ]);
    expect(path).toBe('engine/problems/cards.ts');
    expect(line.trim().split('\n')).toHaveLength(1);
    expect(line).toBe(`export { TOY } from './${files[0]![0].replace('engine/problems/', '')}';\n`);
  });

  it('has the name of its folder, and words for what nobody else has', () => {
    expect(card.id).toBe(basename(dirname(files[0]![0])));
    expect(problem.card).toBe(card);
    const { words } = card as unknown as { readonly words: Readonly<Record<string, string>> };
    expect(Object.keys(words)).toEqual(
      expect.arrayContaining(['problem.toy', 'question.toy', 'param.hill', 'preset.toy-trap.title']),
    );
    for (const { id } of card.presets)
      for (const what of ['title', 'sentence']) expect(words).toHaveProperty([`preset.${id}.${what}`]);
  });

  const instanceOf = (values: Values) => {
    const all = { ...defaultValues(card.params), ...values };
    return { values: all, instance: problem.prepare(all, null) };
  };

  it('has the slopes of its losses', () => {
    const { instance } = instanceOf({});
    for (const { evaluate, loss, curvature } of [instance.left, instance.right])
      for (const w of [
        [-3, 1.5],
        [0.3, -0.4],
        [1, 2],
      ] as const) {
        const gradient = new Float64Array(2);
        expect(evaluate(gradient, Float64Array.from(w))).toBe(loss(Float64Array.from(w)));
        const matrix = new Float64Array(4);
        curvature(matrix, Float64Array.from(w));
        for (const j of [0, 1]) {
          const h = 1e-5;
          const [up, down] = [h, -h].map((by) => Float64Array.from(w, (x, i) => x + (i === j ? by : 0)));
          expect((loss(up!) - loss(down!)) / (2 * h)).toBeCloseTo(gradient[j]!, 6);
          const [above, below] = [new Float64Array(2), new Float64Array(2)];
          evaluate(above, up!);
          evaluate(below, down!);
          for (const i of [0, 1])
            expect((above[i]! - below[i]!) / (2 * h)).toBeCloseTo(matrix[2 * i + j]!, 6);
        }
      }
  });

  it('runs: a high hill holds descent up, a low one does not', () => {
    const run = (given: Values) => {
      const { values, instance } = instanceOf(given);
      return runSides(instance, runValues(values), 3000);
    };
    const high = run({ c: 0.2 });
    expect([high.left.status, high.right.status]).toEqual(['stationary', 'reached']);
    expect(high.left.losses.at(-1)).toBeGreaterThan(1);
    const low = run({ c: 0.2, hill: 2 });
    expect([low.left.status, low.right.status]).toEqual(['reached', 'reached']);
    expect(card.presets.map(({ values }) => values)).toEqual([{ c: 0.2 }, { c: 0.2, hill: 2 }]);
  });
});

describe('the recipes of CONTRIBUTING.md', () => {
  it('take so many files', () => {
    const filesOf = (name: string) =>
      new Set(STEPS.filter(({ recipe }) => recipe.startsWith(name)).map(({ path }) => path)).size;
    expect(STEPS.filter(isProblem).map(({ path }) => path)).toEqual([
      'engine/problems/game',
      'app/problems/game',
      'engine/problems/cards.ts',
      'app/problems/index.ts',
    ]);
    expect(STEPS.filter(isLanguage).map(({ path }) => path)).toEqual([
      'engine/scenario/languages.ts',
      'app/index.html',
      'app/**/*.de.ts',
    ]);
    expect(filesOf('A key of the links')).toBe(1);
    expect(filesOf('A key of the keyboard')).toBe(2 + LANGUAGE_NAMES.length);
    expect(filesOf('A layer')).toBe(2);
    expect(filesOf('A preset')).toBe(1);
    expect(filesOf('A format')).toBe(1);
    expect(filesOf('An optimizer')).toBeLessThanOrEqual(3);
  });

  it('find each line that they name, and leave files that parse', async () => {
    const texts = new Map<string, string>();
    for (const step of STEPS)
      if (step.how === 'above' || step.how === 'in place of') {
        const text = texts.get(step.path) ?? read(step.path);
        expect(text, step.path).not.toContain(step.code);
        texts.set(step.path, stepped(text, step));
      }
    for (const { path, code } of STEPS)
      if (texts.has(path)) expect(texts.get(path)).toContain(code.trimEnd());
    for (const [path, text] of texts)
      if (path.endsWith('.ts')) await expect(transformWithOxc(text, path), path).resolves.toBeTruthy();
  });

  it('copy folders whose files parse, and say everything in each language', async () => {
    const copies = STEPS.filter(({ how }) => how === 'a copy of');
    expect(copies).toHaveLength(2);
    for (const { path, source } of copies) {
      const copied = filesLike(root, `${source}/**/*.ts`);
      expect(copied.length).toBeGreaterThan(1);
      for (const file of copied) {
        const code = readFileSync(file, 'utf8');
        await expect(transformWithOxc(code, file), file).resolves.toBeTruthy();
        for (const [, to] of code.matchAll(/ from '(\.[^']+)'/g)) {
          const found = relative(root, join(root, path, to!));
          const home = copies.find((copy) => found.startsWith(`${copy.path}/`));
          expect(read(home ? found.replace(home.path, home.source!) : found), `${file}: ${to}`).toBeTruthy();
        }
      }
    }
    const [beside] = STEPS.filter(({ how }) => how === 'one beside each');
    const english = filesLike(root, beside!.source!);
    expect(english.length).toBeGreaterThan(10);
    const chinese = new Set(filesLike(root, beside!.source!.replace('.en.', '.zh.')));
    expect(english.filter((name) => !chinese.has(name.replace('.en.', '.zh.')))).toEqual([]);
    expect(filesLike(root, beside!.path)).toEqual([]);
  });
});
