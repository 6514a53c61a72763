import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildEngine } from '../scripts/build-engine.mjs';
import { runsAll } from '../scripts/tier.mjs';

const EXAMPLE = /```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g;
const page = readFileSync(join(import.meta.dirname, 'engine.md'), 'utf8');
const examples = [...page.matchAll(EXAMPLE)].map(([, code]) => code!);

/** A consumer with the package installed. */
let folder = '';
let engine = '';
const file = (name: string) => join(folder, name);

/** Globals that the engine must not use. */
const BARE = `
for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'navigator', 'performance', 'crypto', 'fetch'])
  delete globalThis[name];
Math.random = () => { throw new Error('Math.random was asked'); };
globalThis.Date = class extends Date {
  constructor(...given) { if (given.length === 0) throw new Error('the clock was asked'); super(...given); }
  static now() { throw new Error('the clock was asked'); }
};
`;

const CONSUMER = `
import { createGradientDescent, createNeuronLoss, createRun, createScenario, type Frame, loadProblem, runValues } from 'twin-descent-engine';

const landscape = createNeuronLoss({
  features: Float64Array.of(1, 1, -1, 1), labels: Float64Array.of(1, 0), dimension: 2, leak: 0, blend: 1,
});
const w = new Float64Array(2);
const gradient = new Float64Array(2);
export const loss: number = landscape.evaluate(gradient, w);
createGradientDescent(0.5).step(w, gradient);

export async function run(steps: number): Promise<Frame> {
  const { problem, values } = createScenario('lift', { y: 2 });
  const instance = (await loadProblem(problem)).prepare(values, null);
  const race = createRun(instance, runValues(values));
  race.first();
  return race.advance(steps);
}

// @ts-expect-error There is no such problem.
createScenario('one-layer');
// @ts-expect-error The library brings no DOM.
document.title = '';
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'engine-user-'));
  engine = file('node_modules/twin-descent-engine');
  mkdirSync(file('node_modules'));
  // Linked, as npm does.
  mkdirSync(file('package'));
  symlinkSync(file('package'), engine);
  await buildEngine(file('package'));

  writeFileSync(file('package.json'), '{ "type": "module" }');
  writeFileSync(file('bare.js'), BARE);
  writeFileSync(file('consumer.ts'), CONSUMER);
  for (const [k, code] of examples.entries()) writeFileSync(file(`example-${k}.js`), code);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bundles a program that imports the package; returns the chunks. */
async function bundle(code: string, minify = false): Promise<Rolldown.OutputChunk[]> {
  writeFileSync(file('program.js'), code);
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify, rolldownOptions: { input: file('program.js') } },
  });
  return (built as Rolldown.RolldownOutput).output.filter((chunk) => chunk.type === 'chunk');
}

const sizeOf = (chunks: readonly Rolldown.OutputChunk[]) =>
  chunks.reduce((sum, { code }) => sum + code.length, 0);

describe('docs/engine.md', () => {
  it('has examples that print what it says', async () => {
    expect(examples).toHaveLength(3);
    const printed = examples.map((_, k) =>
      execFileSync(process.execPath, ['--import', file('bare.js'), file(`example-${k}.js`)], {
        cwd: folder,
        encoding: 'utf8',
      }),
    );
    for (const text of printed) expect(text.split('\n').length).toBeGreaterThan(2);
    let k = 0;
    const said = page.replace(
      EXAMPLE,
      (_, code) => `\`\`\`js\n${code}\`\`\`\n\n\`\`\`text\n${printed[k++]}\`\`\``,
    );
    await expect(said).toMatchFileSnapshot('engine.md');
  });
});

/** Lists exports and methods without a comment. */
function undescribed(declarations: string): string[] {
  const lines = declarations.split('\n');
  return lines.filter(
    (line, i) =>
      /^(export declare| {4}(?!constructor)(\w+\(|\w.*=>))/.test(line) &&
      !lines[i - 1]!.trim().endsWith('*/'),
  );
}

describe('the package', () => {
  it('describes every export, and every method of one, where an editor shows it', () => {
    const declarations = readFileSync(join(engine, 'index.d.ts'), 'utf8');
    expect(undescribed(declarations)).toEqual([]);
    expect(undescribed('/** A walk. */\nexport declare interface Walk {\n    step(): void;\n}')).toEqual([
      '    step(): void;',
    ]);
    expect(undescribed('\nexport declare function walk(): void;')).toHaveLength(1);
  });

  it('has types for whoever is strict and has no DOM', () => {
    const options = {
      target: 'ES2023',
      lib: ['ES2023'],
      module: 'NodeNext',
      strict: true,
      checkJs: true,
      noEmit: true,
      types: [],
    };
    const files = ['consumer.ts', 'wrong.ts', 'console.d.ts', ...examples.map((_, k) => `example-${k}.js`)];
    writeFileSync(file('console.d.ts'), 'declare const console: { log(text: string): void };');
    writeFileSync(file('tsconfig.json'), JSON.stringify({ compilerOptions: options, files }));
    writeFileSync(file('wrong.ts'), `${CONSUMER}\nexport const wrong: string = loss;\n`);
    // Exactly one mistake.
    expect(compile().trim().split('\n')).toEqual([expect.stringMatching(/wrong\.ts.*error TS2322/)]);
  });

  it('needs nothing from outside: every import is a file of its own', () => {
    const scripts = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    const specifiers = scripts.flatMap((name) =>
      [
        ...readFileSync(join(engine, name), 'utf8').matchAll(
          /(?<![.\w])(?:from|import) ?\(?["']([^"']+)["']/g,
        ),
      ].map(([, specifier]) => specifier!),
    );
    expect(specifiers.length).toBeGreaterThan(scripts.length);
    expect(specifiers.filter((specifier) => !/^\.\.?\/.*\.js$/.test(specifier))).toEqual([]);
    const { dependencies, sideEffects, version } = JSON.parse(
      readFileSync(join(engine, 'package.json'), 'utf8'),
    );
    const project = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
    expect({ dependencies, sideEffects, version }).toEqual({ sideEffects: false, version: project.version });
    expect(readFileSync(join(engine, 'vendor/LICENSES.txt'), 'utf8')).toContain(
      '@stdlib/math-base-special-ln',
    );
  });

  it.runIf(runsAll)('gives a bundler what is imported and no more', async () => {
    const draw = `import { createRandom } from 'twin-descent-engine'; console.log(createRandom(1, 0).uniform());`;
    const step = `import { createGradientDescent } from 'twin-descent-engine'; console.log(createGradientDescent(1));`;
    const whole = sizeOf(await bundle(`import * as all from 'twin-descent-engine'; console.log(all);`, true));
    expect(whole).toBeGreaterThan(100_000);
    expect(sizeOf(await bundle(draw, true))).toBeLessThan(0.1 * whole);
    expect(sizeOf(await bundle(step, true))).toBeLessThan(1000);

    const [random, ...others] = await bundle(draw);
    expect(others).toEqual([]);
    expect(random!.code).toContain('function createRandom');
    expect(random!.code).not.toMatch(
      /function (createRun|prepare|createConvexProgram|dsv)|param\.rule|Inflate/,
    );
  });

  it('loads a problem when it is asked for', async () => {
    const chunks = await bundle(
      `import { loadProblem } from 'twin-descent-engine'; console.log(await loadProblem('two-layer'));`,
    );
    const [entry, ...later] = [...chunks].sort((a, b) => Number(b.isEntry) - Number(a.isEntry));
    expect(entry!.isEntry).toBe(true);
    expect(entry!.code).not.toContain('function createConvexProgram');
    expect(later.filter(({ code }) => code.includes('function createConvexProgram'))).toHaveLength(1);
  });
});

function compile(): string {
  const tsc = join(import.meta.dirname, '../node_modules/typescript/bin/tsc');
  try {
    return execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
