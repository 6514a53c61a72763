import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spread } from '../../scripts/tier.mjs';
import { CATALOG, PROBLEM_IDS, type ProblemId } from '../catalog.ts';
import { loadProblem } from '../problems/index.ts';
import { createRun } from '../run/create-run.ts';
import { runValues } from '../run/run-values.ts';
import { presetScenario } from '../scenario/create-scenario.ts';
import { formatLink } from '../scenario/scenario.ts';
import { writeCode } from './write-code.ts';
import { scriptSteps } from './write-python.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = { link: 'https://example.org/#v=1', build: '0.1.0 (test)' };

/** Presets of each problem, and a run whose data do not fit the link. */
const ALL_RUNS = [
  ['one-neuron', 'slope-bias'],
  ['one-neuron', 'stopping-distance'],
  ['one-neuron', 'population'],
  ['lift', 'lift'],
  ['two-layer', 'five-points'],
  ['two-layer', 'annealed'],
  ['gan', 'gan-cone'],
  ['gan', 'gan-cycle'],
  ['federated', 'fed-disagree'],
  ['federated', 'fed-narrow'],
  ['shuffle', 'ramp-too'],
  ['shuffle', 'ramp-wins'],
] as const satisfies [ProblemId, string][];
const RUNS = spread(ALL_RUNS, 6);

let folder = '';

async function codeOf(problem: ProblemId, preset: string, file: string | null = null) {
  const scenario = presetScenario(problem, preset);
  const instance = (await loadProblem(problem)).prepare(scenario.values, null);
  const request = {
    source: SOURCE,
    fragment: formatLink(scenario),
    file,
    samplesFile: 'samples.csv',
    view: [-1, 1, -2, 2],
  };
  const text = async (language: 'typescript' | 'shell') => {
    const code = await writeCode(instance, scenario, { ...request, language });
    if (!('text' in code)) throw new Error('expected code');
    return code.text;
  };
  return { scenario, instance, typescript: await text('typescript'), shell: await text('shell') };
}

/** All scripts in one bundle each, with the package name resolved to the engine's sources. */
beforeAll(async () => {
  mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
  folder = mkdtempSync(join(ROOT, 'node_modules/.cache/code-'));
  const entries = await Promise.all(
    RUNS.map(async ([problem, preset]) => {
      const name = join(folder, `${preset}.ts`);
      writeFileSync(name, (await codeOf(problem, preset)).typescript);
      return name;
    }),
  );
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { 'twin-descent-engine': join(ROOT, 'engine/index.ts') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: join(folder, 'out'),
      target: 'node20',
      rollupOptions: { input: entries, output: { entryFileNames: '[name].mjs' } },
    },
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the TypeScript of a run', () => {
  it.each(RUNS)('of %s, %s prints the engine’s digits in Node', async (problem, preset) => {
    const { scenario, instance } = await codeOf(problem, preset);
    const printed = execFileSync(process.execPath, [join(folder, 'out', `${preset}.mjs`)], {
      encoding: 'utf8',
    });
    const race = createRun(instance, runValues(scenario.values));
    const frames = [race.first(), race.advance(scriptSteps(scenario.values))];
    const isRecorded = ['gan', 'federated', 'shuffle'].includes(problem);
    const names = new Set([frames[0]!.left, frames[0]!.right].flatMap(({ series }) => Object.keys(series)));
    const expected = (['left', 'right'] as const).flatMap((side) =>
      frames.flatMap(({ first, [side]: { count, width, iterates, series } }) =>
        Array.from({ length: count }, (_, k) =>
          [
            first + k,
            side,
            ...(instance.sides ? [] : iterates.subarray(k * width, (k + 1) * width)),
            ...(isRecorded ? [...names].map((name) => series[name]) : [series.loss!]).map((all) => all?.[k]),
            ...(instance.sides && !isRecorded
              ? [series.objective?.[k] ?? series.loss![k], series.bound?.[k]]
              : []),
          ].join(','),
        ),
      ),
    );
    const [head, ...rows] = printed.trimEnd().split('\n');
    expect(rows).toEqual(expected);
    if (isRecorded) expect(head).toBe(['k', 'side', ...names].join());
    else expect(head).toMatch(instance.sides ? /^k,side,loss,objective,lower_bound$/ : /^k,side,w1,.*loss$/);
    expect(expected.length).toBeGreaterThan(100);
  });

  it('has no type error', () => {
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(ROOT, 'tsconfig.base.json'),
        compilerOptions: {
          lib: ['ES2023', 'DOM'],
          types: ['node'],
          paths: { 'twin-descent-engine': [join(ROOT, 'engine/index.ts')] },
        },
        include: ['./*.ts'],
      }),
    );
    expect(() =>
      execFileSync(
        process.execPath,
        [join(ROOT, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', folder],
        {
          encoding: 'utf8',
          stdio: 'pipe',
        },
      ),
    ).not.toThrow();
  });

  it('reads own data that the link leaves out from its file, whatever that is called', async () => {
    const { typescript, shell } = await codeOf('one-neuron', 'stopping-distance', "my 'cars'\n.csv");
    expect(typescript).toContain(
      "const table = readTable(await readFile('my \\'cars\\' .csv', 'utf8'), 1_000_000);",
    );
    expect(typescript).toContain('problem.prepare(scenario.values, { table })');
    expect(shell).toContain("--data 'my '\\''cars'\\'' .csv'");
    expect(shell.split('\n').every((line) => line === '' || /^(#|npm run -s replay -- )/.test(line))).toBe(
      true,
    );
  });
});

describe('the command lines of a run', () => {
  it('are those that the command line takes', async () => {
    const plane = (await codeOf('one-neuron', 'slope-bias')).shell;
    expect(plane).toContain('--format csv');
    expect(plane).toContain('--stationary');
    expect(plane).toContain('--grid 64 --view=-1,1,-2,2');
    expect(plane).not.toContain('--gap');
    const network = (await codeOf('two-layer', 'five-points')).shell;
    expect(network).toContain('--gap 1e-9');
    expect(network).not.toContain('--format csv');
    const fields = plane.split('\n').find((line) => line.startsWith('npm'))!;
    const args = /--link '([^']+)' --steps (\d+)/.exec(fields)!;
    expect(args[1]).toBe(formatLink(presetScenario('one-neuron', 'slope-bias')));
    const printed = execFileSync(
      process.execPath,
      [join(ROOT, 'scripts/replay.mjs'), '--link', args[1]!, '--steps', args[2]!],
      { encoding: 'utf8' },
    );
    expect(Object.keys(JSON.parse(printed) as object)).toContain('left');
  });

  it('is written for every preset', async () => {
    for (const problem of PROBLEM_IDS)
      for (const { id } of CATALOG[problem].presets)
        expect((await codeOf(problem, id)).shell).toContain('npm run -s replay -- --link');
  });
});
