import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

void expect;

import { CATALOG, type ProblemId } from '../../catalog.ts';
import type { SideName } from '../../contract.ts';
import { runRace } from '../../fixtures/runs.ts';
import { loadProblem } from '../../problems/index.ts';
import type { RaceValues } from '../../race/create-race.ts';
import { createScenario, parseLink, presetScenario, type Scenario } from '../../scenario/scenario.ts';
import { scriptSteps, writePython } from './write-python.ts';

const SOURCE = { link: 'https://example.org/#v=1', build: 'test' };

/** The first Python that has NumPy, or null. */
function findPython(): string | null {
  for (const name of ['python3', '/root/.pyenv/shims/python3', 'python'])
    if (spawnSync(name, ['-c', 'import numpy']).status === 0) return name;
  return null;
}
const PYTHON = findPython();
if (!PYTHON) console.log('skipped: the scripts are not run, since no python3 with NumPy was found');

/** Runs scripts one after the other in one process, and prints what each leaves as one JSON list. */
const DRIVER = `
import json, sys, time, traceback
runs = []
for text in json.load(sys.stdin):
    began = time.time()
    space = {"__name__": "script"}
    try:
        exec(compile(text, "script", "exec"), space)
        run = {}
        for side in ("left", "right"):
            made = space.get(side, ([], []))
            solved = len(made) == 3
            run[side] = {"iterates": [] if solved else [list(map(float, w)) for w in made[0]], "losses": list(map(float, made[1])), "bounds": list(map(float, made[2])) if solved else None}
        runs.append(run)
    except Exception:
        runs.append({"error": traceback.format_exc()})
    runs[-1]["seconds"] = time.time() - began
json.dump(runs, sys.stdout)
`;

interface Ran extends Record<SideName, { iterates: number[][]; losses: number[] }> {
  readonly error?: string;
  readonly seconds: number;
}

function runScripts(texts: readonly string[]): Ran[] {
  const output = execFileSync(PYTHON!, ['-c', DRIVER], {
    input: JSON.stringify(texts),
    maxBuffer: 1e9,
    encoding: 'utf8',
  });
  return JSON.parse(output) as Ran[];
}

async function written({ problem, values }: Scenario) {
  const instance = (await loadProblem(problem)).prepare(values, null);
  const script = writePython(instance, { problem, values }, SOURCE, 'samples.csv');
  if (!('text' in script)) throw new Error(`refused: ${script.refused}`);
  const run = runRace(instance, values as unknown as RaceValues, scriptSteps(values));
  return { text: script.text, run };
}

/** The largest difference against the largest number of the run: 0 where all bits agree. */
function worst(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const size = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return actual.reduce(
    (most, value, k) => Math.max(most, value === expected[k] ? 0 : Math.abs(value - expected[k]!) / size),
    0,
  );
}

async function compare(scenarios: readonly (readonly [string, Scenario])[]) {
  const all = await Promise.all(scenarios.map(([, scenario]) => written(scenario)));
  const ran = runScripts(all.map(({ text }) => text));
  return ran.map((run, i) => {
    const errors = (['left', 'right'] as const).flatMap((side) =>
      run.error
        ? [Number.NaN]
        : [
            worst(
              run[side].iterates.flat(),
              all[i]!.run[side].iterates.flatMap((w) => [...w]),
            ),
            worst(run[side].losses, all[i]!.run[side].losses),
          ],
    );
    return { name: scenarios[i]![0], errors, error: run.error, seconds: run.seconds, text: all[i]!.text };
  });
}

describe.skipIf(!PYTHON)('a NumPy script', () => {
  it('of every preset makes the digits of the engine', async () => {
    const presets = (['one-neuron', 'lift'] as ProblemId[]).flatMap((problem) =>
      CATALOG[problem].presets.map(({ id }) => [id, presetScenario(problem, id)] as const),
    );
    for (const r of await compare(presets)) console.log(r.name, r.errors, r.seconds, r.error ?? '');
  }, 60000);
  it('net', async () => {
    const presets = (['two-layer'] as ProblemId[]).flatMap((problem) =>
      CATALOG[problem].presets.map(({ id }) => [id, presetScenario(problem, id)] as const),
    );
    const links = [
      'n=40&neurons=7&rule=adam&c=0.3&features=circle&init=circle&noise=0.2',
      'features=line&n=20&free=1&neurons=5&rule=nesterov',
      'd=4&n=30&rule=sgd',
      'features=line&right=relaxed&rule=nesterov&anneal=40&signs=signs',
      'features=line&right=relaxed&rule=sgd&unlock=1&rrule=adam&outputs=fixed',
    ];
    for (const r of await compare([
      ...presets,
      ...links.map((l) => [l, parseLink(`#v=1&problem=two-layer&${l}`).scenario] as const),
    ]))
      console.log(r.name, r.errors, r.seconds, r.error ?? '');
  }, 60000);
  it('gen', async () => {
    const links = [
      'features=gauss&n=30&rule=nesterov&k=300',
      'features=circle&n=30&rule=adam&k=300&d=4',
      'features=positive&n=30&rule=heavyball&k=300&d=3&noise=0.3',
      'features=correlated&n=30&rule=sgd&k=300&d=3&noise=0.3&noisein=1&leak=0.2',
      'features=line&spacing=uniform&n=11&rule=sgd&batch=3&unlock=1&rrule=adam&rc=0.3&noise=0.2&std=1',
      'features=csv&data=stopping-distance&std=1&rule=nesterov',
      'features=gauss&n=30&d=6&std=1&leak=0.3&blend=0.4&noise=1',
      'n=inf&d=7&rule=sgd&blend=0.3',
      'features=gauss&n=30&c=4.5&k=300',
      'features=gauss&n=80&d=70&k=60',
      'features=gauss&n=20000&k=60',
      'features=gauss&n=8000&d=5&k=60',
      'features=line&n=1',
      'features=gauss&n=5&d=1&step=0.3',
    ];
    for (const r of await compare(
      links.map((l) => [l, parseLink(`#v=1&problem=one-neuron&${l}`).scenario] as const),
    ))
      console.log(r.name, r.errors, r.seconds, r.error ?? '');
  }, 60000);
});
void createScenario;
