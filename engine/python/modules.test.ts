import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPython } from '../../scripts/machine/find-python.mjs';
import { spread } from '../../scripts/tier.mjs';
import { CATALOG } from '../catalog.ts';
import { writePython } from '../export/write-python.ts';
import { loadProblem } from '../problems/index.ts';
import { presetScenario } from '../scenario/create-scenario.ts';
import { parseLink } from '../scenario/scenario.ts';

const PYTHON = findPython();

/** The used part of Ruff's WebAssembly API; without the package its types are missing too. */
interface Ruff {
  readonly Workspace: new (
    options: object,
    encoding: unknown,
  ) => {
    check(text: string): { code: string | null; message: string; start_location: { row: number } }[];
    format(text: string): string;
  };
  readonly PositionEncoding: { readonly Utf16: unknown };
}

const PACKAGE = '@astral-sh/ruff-wasm-nodejs';
const ruff = (await import(PACKAGE).catch(() => null)) as Ruff | null;
if (!ruff) console.log(`Skipped: ${PACKAGE} is not installed (npm ci), so that no Python is linted.`);

function openRuff(...select: string[]) {
  const options = { 'line-length': 100, 'target-version': 'py38', lint: { select } };
  return new ruff!.Workspace(options, ruff!.PositionEncoding.Utf16);
}

/** The Python files below `engine/python/`, `engine/problems/` and `scripts/`. */
const FILES = ['python', 'problems', '../scripts'].flatMap((folder) => {
  const path = join(import.meta.dirname, '..', folder);
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.py')).map((name) => join(path, name));
});

describe('the Python modules', () => {
  it.skipIf(!PYTHON)('agree with fixtures that share no code with them', () => {
    const tests = join(import.meta.dirname, 'test_modules.py');
    const env = { ...process.env, OPENBLAS_NUM_THREADS: '1' }; // small matrices: threads only wait
    const { status, stderr } = spawnSync(PYTHON!, ['-B', tests], { encoding: 'utf8', env });
    expect(stderr).toMatch(/Ran \d\d tests/);
    expect(status, stderr).toBe(0);
  });

  it.skipIf(!ruff)('are linted and formatted by Ruff', () => {
    expect(FILES.length).toBeGreaterThan(6);
    const workspace = openRuff('E', 'F', 'W', 'I', 'B', 'UP', 'SIM', 'RUF');
    const wrong = FILES.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const found = workspace.check(text).map((each) => `${each.start_location.row}: ${each.message}`);
      return [...found, ...(workspace.format(text) === text ? [] : ['its format'])].map(
        (what) => `${file}, ${what}`,
      );
    });
    expect(wrong).toEqual([]);
  });

  it.skipIf(!ruff)(
    'stand in one file with their run, and neither hide nor miss a name of each other',
    async () => {
      const workspace = openRuff('E9', 'F');
      const scenarios = [
        ...(
          [
            'one-neuron',
            'lift',
            'two-layer',
            'vector-output',
            'gan',
            'federated',
            'shuffle',
            'denoiser',
          ] as const
        ).flatMap((problem) =>
          spread(CATALOG[problem].presets, 2).map(({ id }) => presetScenario(problem, id)),
        ),
        parseLink('#v=1&problem=denoiser&right=handmade&from=noise&positive=0').scenario,
        parseLink('#v=1&problem=two-layer&features=csv&data=stopping-distance&free=1&rule=sgd').scenario,
      ];
      for (const scenario of scenarios) {
        const instance = (await loadProblem(scenario.problem)).prepare(scenario.values, null);
        const script = await writePython(instance, scenario, { link: 'x', build: 'y' }, 's.csv');
        if (!('text' in script)) throw new Error('expected a script');
        const { problem, values } = scenario;
        expect(workspace.check(script.text), `${problem} ${JSON.stringify(values)}`).toEqual([]);
        const defined = [...script.text.matchAll(/^(?:def|class) (\w+)/gm)].map(([, each]) => each);
        expect(new Set(defined).size).toBe(defined.length);
        const run = script.text.split('\n\n\n').find((part) => part.startsWith('def run():'))!;
        expect(run.split('\n').length, run).toBeLessThan(31);
      }
    },
  );
});
