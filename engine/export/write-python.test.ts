import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPython } from '../../scripts/machine/find-python.mjs';
import { runsAll, spread } from '../../scripts/tier.mjs';
import { CATALOG, type ProblemId } from '../catalog.ts';
import type { Instance, SideName } from '../contract.ts';
import { formatTable, readTable } from '../data/read-table.ts';
import { shareTable } from '../data/share-data.ts';
import { createRandom, type RandomSource } from '../kernels/random.ts';
import type { Values } from '../params.ts';
import { FED_VERSUS } from '../problems/federated/names.ts';
import { GAME_RULES } from '../problems/gan/rules.ts';
import { loadProblem } from '../problems/index.ts';
import { asNetwork } from '../problems/two-layer/instance.ts';
import { asOutputs } from '../problems/vector-output/instance.ts';
import { createRun } from '../run/create-run.ts';
import { runValues } from '../run/run-values.ts';
import { sidesOf } from '../run/sides.ts';
import { CRITERIA } from '../run/status.ts';
import { presetScenario } from '../scenario/create-scenario.ts';
import { formatLink, parseLink, type Scenario } from '../scenario/scenario.ts';
import { MOST_EMBEDDED, MOST_FEATURES, MOST_WORK, scriptSteps, writePython } from './write-python.ts';

const SOURCE = { link: 'https://example.org/#v=1', build: '0.1.0 (test)' };
const SIDES = ['left', 'right'] as const satisfies SideName[];

const PYTHON = findPython();

/** Runs each script given as a line of JSON; answers with a line: its variables and its output. */
const DRIVER = `
import contextlib, io, json, sys, traceback
for line in sys.stdin:
    text = json.loads(line)
    space = {"__name__": "__main__"}
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(text, "script", "exec"), space)
        run = {"error": None, "printed": printed.getvalue()}
        for side in ("left", "right"):
            made = space.get(side)
            solved = made is not None and len(made) == 3
            run[side] = made and {
                "iterates": None if solved else [list(map(float, w)) for w in made[0]],
                "losses": list(map(float, made[1])),
                "bounds": list(map(float, made[2])) if solved else None,
            }
    except Exception:
        run = {"error": traceback.format_exc()}
    print(json.dumps(run), flush=True)
`;

interface RanSide {
  readonly iterates: number[][] | null;
  readonly losses: number[];
  readonly bounds: number[] | null;
}

interface Ran extends Record<SideName, RanSide | null> {
  readonly error: string | null;
  readonly printed: string;
}

/** Starts a Python that runs scripts in the order of requests. */
function startPython() {
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1' }; // small matrices: threads only wait
  const child = spawn(PYTHON!, ['-c', DRIVER], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(text: string): Promise<Ran> {
      child.stdin.write(`${JSON.stringify(text)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error('expected an answer of Python; it has ended');
      return JSON.parse(value) as Ran;
    },
    end: () => void child.stdin.end(),
  };
}

/** Shared by all scripts of this file, since loading NumPy takes a quarter of a second. */
let python: ReturnType<typeof startPython>;
if (PYTHON) {
  beforeAll(() => {
    python = startPython();
  });
  afterAll(() => python.end());
}

async function written(scenario: Scenario) {
  const { problem, values } = scenario;
  const instance = (await loadProblem(problem)).prepare(values, null);
  const script = await writePython(instance, scenario, SOURCE, 'samples.csv');
  if (!('text' in script)) throw new Error(`expected a script; it was refused: ${script.refused}`);
  const race = createRun(instance, runValues(values));
  const frames = [race.first(), race.advance(scriptSteps(values))];
  /** SCAFFOLD's states also hold its memory, which the script keeps to itself. */
  const shown = (name: SideName, iterates: ArrayLike<number>) => {
    const size = sidesOf(instance)[name].dimension;
    const hasMemory = name === 'right' && (values as Values).versus === 'scaffold';
    return Array.from(iterates).filter((_, at) => !hasMemory || at % size < 2);
  };
  const side = (name: SideName) => ({
    iterates: frames.flatMap(({ [name]: { iterates } }) => shown(name, iterates)),
    losses: frames.flatMap(({ [name]: { series } }) => [...series.loss!]),
    bounds: frames.flatMap(({ [name]: { series } }) => [...(series.bound ?? [])]),
  });
  return { instance, text: script.text, run: { left: side('left'), right: side('right') } };
}

/** Returns the largest difference relative to the largest number of the run; 0 if all bits agree. */
function worst(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const size = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const away = actual.map((value, k) => (value === expected[k] ? 0 : Math.abs(value - expected[k]!) / size));
  return away.reduce((most, value) => Math.max(most, value), 0);
}

/** True if a script omits the right side, which would take too long. */
function isLeftOut(instance: Instance): boolean {
  const info = asOutputs(instance)?.info;
  return info
    ? info.program === 'sampled' || (info.program === 'exact' && info.columns > 2)
    : asNetwork(instance)?.info.program === 'sampled';
}

interface Difference {
  readonly name: string;
  readonly error: string | null;
  readonly left: number;
  readonly right: number;
  /** Difference of the right side's last losses only. */
  readonly end: number;
  readonly printed: string;
}

async function differences(scenarios: readonly (readonly [string, Scenario])[]): Promise<Difference[]> {
  const all = await Promise.all(scenarios.map(([, scenario]) => written(scenario)));
  const ran = await Promise.all(all.map(({ text }) => python.run(text)));
  return scenarios.map(([name], i) => {
    const { error, printed } = ran[i]!;
    const { instance, run } = all[i]!;
    const away = (side: SideName) => {
      const made = ran[i]![side];
      if (!made) return side === 'right' && isLeftOut(instance) ? 0 : Number.NaN;
      return Math.max(
        made.iterates ? worst(made.iterates.flat(), run[side].iterates) : 0,
        worst(made.losses, run[side].losses),
        made.bounds ? worst(made.bounds, run[side].bounds) : 0,
      );
    };
    const end = worst((error ? null : ran[i]!.right)?.losses.slice(-1) ?? [], run.right.losses.slice(-1));
    const [left, right] = error ? [Number.NaN, Number.NaN] : SIDES.map(away);
    return { name, error, printed, left: left!, right: right!, end };
  });
}

const named = (problem: ProblemId, ...links: string[]) =>
  links.map((link) => [link, parseLink(`#v=1&problem=${problem}&${link}`).scenario] as const);

const withK = (scenario: Scenario, k: number) =>
  ({
    ...scenario,
    values: { ...scenario.values, k },
  }) as Scenario;

const presetsOf = (problem: ProblemId) =>
  CATALOG[problem].presets.map(({ id }) => [id, presetScenario(problem, id)] as const);

/** Selects the named presets and a spread of the others; with 0 others only in the full tier. */
function somePresets(problem: ProblemId, count: number, ...names: string[]) {
  const all = presetsOf(problem);
  const others = all.filter(([id]) => !names.includes(id));
  return [
    ...all.filter(([id]) => names.includes(id)),
    ...(runsAll || count > 0 ? spread(others, count || 2) : []),
  ];
}

/** Lists failed runs: an error, or a side farther from the engine than allowed. */
const wrong = (found: readonly Difference[], left: number, right: number) =>
  found
    .filter((run) => !(run.left <= left && run.right <= right))
    .map(({ name, error, left: l, right: r }) => `${name}: left ${l}, right ${r} ${error ?? ''}`);

/** Seeded one-neuron scenarios with direct sums that cover every recipe, rule and switch. */
function neuronLinks(count: number): string[] {
  const random = createRandom(6, 0);
  return Array.from({ length: count }, () => {
    const pick = picker(random);
    const features = pick(['line', 'gauss', 'circle', 'positive', 'correlated', 'csv']);
    return [
      `features=${features}`,
      features === 'csv'
        ? `data=${pick(['stopping-distance', 'trap'])}&bias=${pick([0, 1])}`
        : `n=${1 + random.integer(60)}&seed=${random.integer(1000)}&noise=${pick([0, 0, 0.3, 1.7])}&noisein=${pick([0, 1])}`,
      ...(features === 'line' ? [`spacing=${pick(['even', 'uniform'])}&xmin=-0.7&xmax=1.3`] : []),
      ...(features === 'correlated' ? [`rho=${pick([0, 0.5, 0.95])}`] : []),
      ...(features === 'line' || features === 'csv' ? [] : [`d=${1 + random.integer(9)}`]),
      `std=${pick([0, 0, 1])}&leak=${pick([0, 0, 0.1, 0.6])}&blend=${pick([1, 1, 0, 0.35])}`,
      `pseed=${random.integer(50)}&sseed=${random.integer(50)}&k=${20 + random.integer(60)}`,
      raceLink(random),
    ].join('&');
  });
}

function networkLinks(count: number): string[] {
  const random = createRandom(6, 1);
  return Array.from({ length: count }, () => {
    const pick = picker(random);
    const features = pick(['gauss', 'circle', 'line']);
    const right = pick(['program', 'relaxed']);
    return [
      `features=${features}&n=${2 + random.integer(40)}&seed=${random.integer(1000)}&noise=${pick([0, 0.2])}`,
      `teacher=${1 + random.integer(4)}&negative=${random.integer(3)}&pseed=${random.integer(50)}`,
      `neurons=${1 + random.integer(9)}&beta=${pick([0.005, 0.05, 0.3])}&outputs=${pick(['trained', 'fixed'])}`,
      `right=${right}&blend=${pick([1, 0.5])}&anneal=${pick([0, 15])}&free=${features === 'line' && right === 'program' ? pick([0, 1]) : 0}`,
      `init=${pick(['gauss', 'circle'])}&size=${pick([0.3, 1])}&signs=${pick(['drawn', 'ones', 'signs'])}`,
      `sseed=${random.integer(50)}&k=${20 + random.integer(40)}`,
      raceLink(random),
    ].join('&');
  });
}

const picker =
  (random: RandomSource) =>
  <T>(choices: readonly T[]): T =>
    choices[random.integer(choices.length)]!;

function raceLink(random: RandomSource): string {
  const pick = picker(random);
  const rules = ['gd', 'heavyball', 'nesterov', 'adam', 'sgd'];
  return [
    `rule=${pick(rules)}&${pick(['c=1', 'c=0.3', 'c=2.5', 'step=0.05'])}`,
    `momentum=${pick([0.9, 0.5, 0])}&beta1=${pick([0.9, 0])}&beta2=${pick([0.999, 0.9])}`,
    `batch=${1 + random.integer(9)}&oseed=${random.integer(50)}`,
    ...(random.integer(3) === 0 ? [`unlock=1&rrule=${pick(rules)}&rc=${pick([1, 0.2])}`] : []),
  ].join('&');
}

/**
 * With free biases, two hinges with one kink are equally good up to rounding once a line is in, and a round may take either: rounds then
 * differ until the program is solved.
 */
const hasTies = ({ name }: Difference) => name.includes('free=1');

describe.skipIf(!PYTHON)('a NumPy script, run', () => {
  it('makes the bits of every preset of one neuron and of the lift', async () => {
    const presets = [...presetsOf('one-neuron'), ...presetsOf('lift')].filter(([id]) => id !== 'population');
    expect(presets.length).toBeGreaterThanOrEqual(16);
    expect(wrong(await differences(spread(presets, 6)), 0, 0)).toEqual([]);
  });

  it('makes the bits of 50 generated scenarios of one neuron', async () => {
    expect(wrong(await differences(named('one-neuron', ...spread(neuronLinks(50), 10))), 0, 0)).toEqual([]);
  });

  it('makes the bits of the lift under every rule', async () => {
    const random = createRandom(6, 2);
    const links = Array.from(
      { length: 20 },
      (_, i) => `y=${1 + i / 10}&beta=0.${1 + (i % 8)}&sseed=${i}&k=50&${raceLink(random)}`,
    );
    expect(wrong(await differences(named('lift', ...spread(links, 5))), 0, 0)).toEqual([]);
  });

  it('makes the bits of the left of two layers, and the bits of a right that descends; of the program 1e-12', async () => {
    const links = [
      'd=4&n=12&rule=sgd&patterns=10&k=20',
      // Each round of the program costs its script half a second.
      `features=csv&data=stopping-distance&std=1&neurons=4&k=${runsAll ? 20 : 2}`,
      'features=csv&data=stopping-distance&free=1&neurons=4&k=20',
    ];
    const found = await differences([
      ...somePresets('two-layer', 4),
      ...named('two-layer', ...links, ...spread(networkLinks(24), 7)),
    ]);
    const tied = found.filter(hasTies);
    expect(tied.length).toBeGreaterThan(runsAll ? 1 : 0);
    expect(tied.filter(({ left, end }) => !(left === 0 && end <= CRITERIA.gap))).toEqual([]);
    const others = found.filter((run) => !hasTies(run));
    expect(wrong(others, 0, 1e-12)).toEqual([]);
    const relaxed = found.filter(({ name }) => /annealed|collapse|right=relaxed/.test(name));
    expect(relaxed.length).toBeGreaterThan(runsAll ? 7 : 2);
    expect(wrong(relaxed, 0, 0)).toEqual([]);
  });

  it('makes the bits of the left of many outputs, and solves their program in the plane as the engine does', async () => {
    const links = [
      'features=teacher&n=30&outputs=3&noise=0.1&seed=4&pseed=2&rule=adam&k=20',
      'features=teacher&n=20&bias=1&noise=0.1&k=20',
      'features=pie&sizes=3,5&noise=0.2&rule=sgd&batch=3&k=20',
      'features=curve&n=9&noise=0.1&neurons=2&start=1,2,3,4,5,6,7,8&k=5',
      'features=spiral&classes=4&n=80&bias=1&k=5',
      'features=csv&data=stopping-distance&outputs=1&bias=1&neurons=4&beta=0.5&k=20',
      'features=csv&data=stopping-distance&outputs=1&neurons=4&beta=0.5&k=20',
      'features=words&sizes=2,9,1&beta=0.11&solver=fw&k=3',
      'features=words&sizes=2,1&beta=1&k=1',
      'features=teacher&n=15&outputs=2&solver=fw&k=30',
      'features=pie&sizes=4,6&k=60',
    ];
    const scenarios = [
      ...somePresets('vector-output', 0, 'pie', 'words', 'frank-wolfe'),
      ...named('vector-output', ...spread(links, 6)),
    ];
    const found = await differences(scenarios);
    expect(wrong(found, 0, Number.POSITIVE_INFINITY)).toEqual([]);
    const closed = found.filter(({ name }) => /words|fw|frank|k=1$/.test(name));
    expect(closed.length).toBeGreaterThan(runsAll ? 6 : 2);
    expect(wrong(closed, 0, CRITERIA.gap)).toEqual([]);
    const leftOut = scenarios.map(([, { values }]) => values.bias === true && values.features !== 'csv');
    expect(leftOut.filter(Boolean).length).toBeGreaterThan(runsAll ? 2 : 0);
    expect(found.filter(({ end }, i) => !leftOut[i] && !(end <= CRITERIA.gap))).toEqual([]);
  });

  it('makes the bits of a game: every rule, level and right side', async () => {
    const rules = GAME_RULES.flatMap((rule) => [
      `rule=${rule}&versus=convex&n=23&k=40`,
      `rule=${rule}&level=plane&rho=0.3&k=60`,
    ]);
    const links = [
      'm=1&dz=1&n=3&width=1&width2=2&k=20',
      'm=4&dz=3&n=7&width=9&versus=brake&rho=0.5&rho2=2&xmean=1,-2,3,0.25&k=30',
      'versus=rule&rule2=optimistic&step=0.3&mu=0.7&k=50',
      'versus=best&rule=extragradient&seed=5&c=2&k=50',
      'versus=convex&c=0.5&step=0.1&k=30',
      'level=two-weights&rule=alternating&xmean=0.75&start=1,-2&k=50',
      'level=plane&rho=0&c=1&mu=1&k=100',
      'level=plane&versus=rule&rule2=best&rho=0.01&start=-3,1&xmean=0.5&step=0.7&k=90',
    ];
    const found = await differences([
      ...somePresets('gan', 3, 'gan-cone', 'gan-spiral'),
      ...named('gan', ...rules, ...spread(links, 4)),
    ]);
    expect(wrong(found, 0, 0)).toEqual([]);
    // Lower bound by a program other than the engine's.
    const cone = found.find(({ name }) => name === 'gan-cone')!;
    expect(Number(/# left: floor = (\S+)/.exec(cone.printed)![1])).toBeCloseTo(1.689157836, 9);
    expect(Number(/# right: P\(reachable\) = (\S+)/.exec(cone.printed)![1])).toBe(1 - 13 / 4096);
    const spiral = found.find(({ name }) => name === 'gan-spiral')!;
    expect(Number(/# left: factor = (\S+)/.exec(spiral.printed)![1])).toBeCloseTo(Math.sqrt(1.04), 12);
  });

  it('makes the bits of federated averaging: every preset, level, right side, start and end', async () => {
    const own = shareTable(
      readTable('angle,y,client\n0.5,1,"b\nimport os"\n1,-0.25,a\n3,0.5,a c\n4,2,""""""\n6,0.1,a\n', 9, 2),
    ).packed;
    const links = [
      ...FED_VERSUS.map((versus) => `versus=${versus}&quad=drawn&clients=4&server=1.3&seed=22`),
      'quad=drawn&clients=16&seed=5&start=3,-2&local=1000&c=1.9&k=40',
      'quad=agree&versus=equal&c=1.5&local=3&k=200',
      'quad=tilted&step=1&local=7&k=50',
      'quad=disagree&c=2.5&local=4&k=300',
      'level=network&paired=0&split=shuffled&m=33&n=21&clients=4&local=7&server=0.6&k=30',
      'level=network&n=2&clients=1&m=2&seed=4&k=60',
      'level=network&clients=16&n=40&m=20&server=2&c=1.2&local=3&k=30',
      'level=network&step=4&local=2&m=16&k=200',
      `level=network&m=4&n=12&labels=square&seed=4&local=100&k=${runsAll ? 300 : 60}`,
      'level=network&m=2&n=5&seed=3&local=20&c=1&k=120',
      `level=network&features=csv&data=${own}&m=64&k=30`,
    ];
    const presets = somePresets('federated', 0, 'fed-agree', 'fed-disagree', 'fed-opening', 'fed-too-narrow');
    const found = await differences([...presets, ...named('federated', ...spread(links, 6))]);
    expect(wrong(found, 0, 0)).toEqual([]);
    // Claims of the script by its own method.
    const said = (name: string, pattern: RegExp) =>
      Number(pattern.exec(found.find((run) => run.name === name)!.printed)![1]);
    expect(said('fed-disagree', /# left: .* bias = (\S+)/)).toBeCloseTo(0.2722, 4);
    expect(said('fed-opening', /# right: factor = (\S+)/)).toBeCloseTo(0.98303, 5);
    expect(said('fed-opening', /# right: certified between (\S+)/)).toBeCloseTo(0.98126, 5);
    expect(said('fed-too-narrow', /# right: loss at rest = (\S+),/)).toBeCloseTo(1.04, 2);
    expect(said('fed-too-narrow', /least = (\S+)/)).toBeCloseTo(0.7351, 4);
  });

  it('makes the bits of permutations: every preset, set, law of graphs, ramp and end', async () => {
    const links = [
      'shape=all&spread=3&lambda=0.05&ramp=20&k=80',
      'graphs=weighted&n=3&seed=7&lambda=0.5&c=1.9&sseed=3',
      'A=0,0,0,0,0,0&B=0,0,0,0,0,0&k=5',
      'shape=all&A=2,0,2&B=2,0,2&k=5',
      'shape=all&A=1,2,3&B=0,1,0&lambda=0&k=60',
      'shape=all&graphs=copy&n=8&seed=5&noise=0.1&lambda=0.3&spread=10&k=40',
      'shape=all&graphs=simple&n=5&seed=3&lambda=0.3&ramp=7&k=60',
      'shape=all&graphs=weighted&n=10&seed=2&lambda=10&k=30',
      'shape=all&graphs=weighted&n=6&lambda=0.02&c=10&k=40',
      'shape=all&A=0,0,0,1,0,1,0,0,0,0&B=0,1,1,1,0,1,1,0,0,0&k=2000',
      'seed=2&graphs=weighted&k=1500&lambda=0.02',
      'loss=layers&groups=2&size=3&drift=0.3&seed=4&lambda=0.3&k=200',
      'loss=layers&groups=3&size=3&drift=2&ramp=10&k=40',
    ];
    const presets = somePresets('shuffle', 2, 'wrong-corner', 'ramp-wins');
    const told = [links[1]!, links[7]!];
    const others = links.filter((link) => !told.includes(link));
    const found = await differences([...presets, ...named('shuffle', ...told, ...spread(others, 5))]);
    expect(wrong(found, 0, 0)).toEqual([]);
    // Claims of the script by its own method: all permutations listed.
    const said = (name: string) =>
      found
        .find((run) => run.name === name)!
        .printed.split('\n')
        .filter((line) => line.startsWith('#'));
    expect(said('wrong-corner')).toEqual([
      '# left: rounds to (2, 0, 1), E = 40.0',
      '# right: rounds to (1, 2, 0), E = 24.0',
      '# best: (1, 2, 0), E = 24.0, 1 of it',
    ]);
    expect(said(links[1]!).at(-1)).toMatch(/^# best: \(.*\), E = \d+\.0, [123] of it$/);
    expect(said(links[7]!)).toEqual([
      expect.stringMatching(/^# left: rounds to \((\d, ){9}\d\)$/),
      expect.stringMatching(/^# right: rounds to \((\d, ){9}\d\)$/),
      '# best: unknown; 3628800 permutations are not listed',
    ]);
    expect(said('ramp-wins').slice(1)).toEqual([
      '# right: rounds to (1, 3, 2, 0), E = 16.0',
      '# best: (1, 3, 2, 0), E = 16.0, 1 of it',
    ]);
  });

  it('makes the bits of two pixels: every preset, cap, start and end', async () => {
    const links = [
      'cap=1&start=0.1,0.2&k=200',
      'c=1.98&start=0,0.8&k=300',
      'c=1e-3&k=50',
      'phi=0,2&truth=0.3,0.6&sigma=0.06&spread=0.01&k=80',
      'phi=-1,3&truth=-2,1.5&start=5,-4&c=1.1&sigma=0.3&cap=0.5&k=100',
      'sigma=0.06&spread=0.3&cap=1&c=4&start=9,-9&k=400',
      'sigma=1&spread=0.2&c=1.9&k=400',
    ].map((link) => `level=pixels&${link}`);
    const presets = presetsOf('denoiser').filter(([, { values }]) => values.level === 'pixels');
    expect(presets).toHaveLength(5);
    const found = await differences([...presets, ...named('denoiser', ...links)]);
    expect(wrong(found, 0, 0)).toEqual([]);
    const said = (name: string) =>
      found
        .find((run) => run.name === name)!
        .printed.trimEnd()
        .split('\n')
        .slice(-2);
    expect(said('pix-cycle')).toEqual([
      expect.stringMatching(/^# left: largest slope 5\.595\d*, no cycle for c below 1\.178\d*$/),
      expect.stringMatching(
        /^# right: largest slope 0\.95, no cycle for c below 2\.05\d*; every distance shrinks by 0\.95$/,
      ),
    ]);
  });

  it('makes the numbers of an image: the left for 20 rounds, the right to its end', async () => {
    const links = [
      'right=handmade&threshold=0.02&from=dirty',
      'seed=3&share=0.4&noise=0.1&from=noise&strength=2&c=1.5',
      'seed=5&share=1&positive=0&strength=0.3&c=0.7',
      'seed=7&share=0.02&c=2.5',
    ];
    const few = await differences(named('denoiser', ...spread(links, 2).map((link) => `${link}&k=20`)));
    expect(wrong(few, 1e-9, 1e-9)).toEqual([]);
    const presets = presetsOf('denoiser').filter(([, { values }]) => values.level === 'image');
    expect(presets).toHaveLength(5);
    // The right side of one has settled by then.
    const long = (runsAll ? [presets[0]!, presets[2]!] : [presets[2]!]).map(
      ([id, scenario]) => [id, withK(scenario, 60)] as const,
    );
    expect(wrong(await differences(long), Number.POSITIVE_INFINITY, 1e-9)).toEqual([]);
    const short = spread(presets, 2).map(([id, scenario]) => [id, withK(scenario, 20)] as const);
    const found = await differences(short);
    expect(wrong(found, 1e-9, 1e-9)).toEqual([]);
    const said = found[0]!.printed.trimEnd().split('\n').slice(-3);
    expect(said).toEqual([
      '# left: no rate',
      expect.stringMatching(
        /^# right: largest gain 0\.99998506\d*, slopes 0\.0203 to 0\.999, rate 0\.99398\d*$/,
      ),
      expect.stringMatching(/^# right: the only limit is within 1\.01\d+$/),
    ]);
  });

  it('agrees to 1e-12 where the engine has another way: closed form, sectors, the lazy set, many columns', async () => {
    const links = named(
      'one-neuron',
      'n=inf&plant=1,0.2&start=-1.6,0.3&k=60',
      'n=inf&d=7&rule=sgd&blend=0.3',
      'n=inf&d=3&rule=adam&c=0.1&k=80',
      `n=12000&k=${runsAll ? 40 : 10}`,
      `n=6000&d=5&k=${runsAll ? 40 : 10}`,
      'n=90&d=70&k=60',
    );
    expect(wrong(await differences(links), 1e-12, 1e-12)).toEqual([]);
  });

  it('prints F of every network beside the loss that it descends on, in the engine’s bits', async () => {
    const runs = named(
      'two-layer',
      'neurons=7&noise=0.2&rule=adam&right=relaxed&k=50',
      'neurons=7&noise=0.2&rule=sgd&right=relaxed&outputs=fixed&blend=0.5&anneal=15&k=25',
      'features=csv&data=stopping-distance&std=1&neurons=4&right=relaxed&k=20',
      'neurons=5&k=20',
      'features=line&free=1&neurons=4&k=1',
      'd=4&n=12&patterns=10&k=20',
    );
    const found = await differences(runs);
    for (const [i, [name, scenario]] of runs.entries()) {
      const { instance } = await written(scenario);
      const race = createRun(instance, runValues(scenario.values));
      const frames = [race.first(), race.advance(scriptSteps(scenario.values))];
      const { solved, program } = asNetwork(instance)!.info;
      const sides = solved && program === 'sampled' ? (['left'] as const) : SIDES;
      const expected = sides.flatMap((side) =>
        frames.flatMap(({ first, [side]: { series } }) =>
          Array.from(series.loss!, (loss, k) => [
            `${first + k},${side}`,
            loss,
            series.objective?.[k] ?? loss,
            series.bound?.[k] ?? null,
          ]),
        ),
      );
      const [head, ...lines] = found[i]!.printed.trimEnd().split('\n');
      expect(head, name).toBe('k,side,loss,objective,lower_bound');
      const rows = lines
        .filter((line) => !line.startsWith('#'))
        .map((line) => line.split(','))
        .map(([k, side, loss, objective, bound]) => [
          `${k},${side}`,
          Number(loss),
          Number(objective),
          bound === '' ? null : Number(bound),
        ]);
      expect(
        rows.map(([which]) => which),
        name,
      ).toEqual(expected.map(([which]) => which));
      // The bits of descent, and 1e-12 for a solved program.
      for (const column of [1, 2, 3])
        for (const [k, row] of rows.entries())
          if (typeof row[3] === 'number')
            expect(row[column], name).toBeCloseTo(expected[k]![column] as number, 11);
          else expect(row[column], `${name}, ${row[0]}`).toBe(expected[k]![column]);
    }
    const last = found[0]!.printed.split('\n').find((line) => line.startsWith('50,right,'))!;
    expect(last.split(',').slice(2).map(Number)).toEqual([
      expect.closeTo(-0.551597334800539, 12),
      expect.closeTo(0.84094, 5), // what the page shows
      0,
    ]);
  });

  it('prints what the command line prints as CSV', async () => {
    const scenario = parseLink(
      '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=3',
    ).scenario;
    const [{ printed }] = (await differences([['line', scenario]])) as [Difference];
    const lines = printed.trimEnd().split('\n');
    expect(lines[0]).toBe('k,side,w1,w2,loss,distance');
    expect(lines).toHaveLength(1 + 2 * 4);
    const { run, instance } = await written(scenario);
    const rows = lines.slice(1).map((line) => line.split(','));
    for (const [i, [k, side, w1, w2, loss]] of rows.entries()) {
      const name = SIDES[Math.floor(i / 4)]!;
      expect([Number(k), side]).toEqual([i % 4, name]);
      expect([Number(w1), Number(w2)]).toEqual(run[name].iterates.slice(2 * (i % 4), 2 * (i % 4) + 2));
      expect(Number(loss)).toBe(run[name].losses[i % 4]);
    }
    expect(Number(rows[0]![5])).toBeCloseTo(Math.hypot(-1.6 - 1, 0.3 - 0.2), 14);
    expect(sidesOf(instance).left.dimension).toBe(2);
  });
});

describe('a NumPy script, read', () => {
  it('sets what the scenario sets, and carries the modules of its problem', async () => {
    const line = await written(
      parseLink('#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3').scenario,
    );
    expect(line.text).toContain('\n    steps = 100  # steps of each side\n');
    expect(line.text).toContain('\n    plant = np.array([1, 0.2], dtype=float)');
    expect(line.text).toContain('class NeuronLoss(');
    expect(line.text).not.toContain('class NetworkLoss(');
    const drawn = await written(parseLink('#v=1&problem=one-neuron&rule=adam&k=7').scenario);
    expect(drawn.text).toContain('\n    steps = 7  #');
    expect(drawn.text).toContain('Adam(step_length(c, L), beta1, beta2)');
    expect(drawn.text).toContain('https://example.org/#v=1');
  });

  it('says in its head what its columns are where a loss is not the page’s', async () => {
    for (const link of ['right=relaxed', 'n=20', 'd=4&patterns=10']) {
      const { text } = await written(parseLink(`#v=1&problem=two-layer&${link}`).scenario);
      const head = text.split('\nimport')[0]!;
      expect(head).toContain('# Prints k,side,loss,objective,lower_bound: loss is what a side descends on');
      expect(head.includes('Of the right side they differ')).toBe(link === 'right=relaxed');
    }
  });

  it('takes names of own columns for words: they begin no line', async () => {
    const names = ['a\nimport os', '"""', '#', 'y'];
    const table = readTable(
      formatTable({ names, values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 9), rows: 2 }),
      10,
    );
    const { scenario } = parseLink('#v=1&problem=one-neuron&features=csv&k=2');
    const instance = (await loadProblem('one-neuron')).prepare(scenario.values, { table });
    const script = await writePython(
      instance,
      scenario,
      { link: 'x\nimport os', build: '\nimport os' },
      's.csv',
    );
    if (!('text' in script)) throw new Error('expected a script');
    expect(script.text.split('\n').filter((each) => each.startsWith('import'))).toEqual([
      'import math',
      'import numpy as np',
      'import struct',
    ]);
    if (PYTHON) expect((await python.run(script.text)).error).toBeNull();
  });

  it('reads own data that is too large to stand in it from the file of the samples', async () => {
    const n = MOST_EMBEDDED / 2 + 1;
    const values = Float64Array.from({ length: 3 * n }, (_, i) => (i % 7) - (i % 3) / 3);
    const table = readTable(formatTable({ names: ['a', 'b', 'y'], values, rows: n }), n);
    const { scenario } = parseLink('#v=1&problem=one-neuron&features=csv&k=2');
    const instance = (await loadProblem('one-neuron')).prepare(scenario.values, { table });
    const script = await writePython(instance, scenario, SOURCE, 'twin-descent-samples.csv');
    expect('text' in script && script.text).toContain('np.loadtxt("twin-descent-samples.csv"');
  });

  it('is refused with the bound where it would take minutes', async () => {
    const many = parseLink('#v=1&problem=one-neuron&n=600000&d=4').scenario;
    const large = (await loadProblem('one-neuron')).prepare({ ...many.values, n: 1000 }, null);
    const asked = { ...large, samples: { ...large.samples, count: 600_000 } };
    expect(await writePython(asked, many, SOURCE, 's.csv')).toEqual({
      refused: 'features',
      most: MOST_FEATURES,
      got: 2_400_000,
    });
    const long = parseLink('#v=1&problem=one-neuron&n=100000&k=100001').scenario;
    const plane = { ...large, samples: { ...large.samples, count: 150_000, dimension: 2 } };
    expect(await writePython(plane, long, SOURCE, 's.csv')).toMatchObject({
      refused: 'work',
      most: MOST_WORK,
    });
  });

  it('carries a link that opens it', () => {
    const scenario = presetScenario('one-neuron', 'trap');
    expect(parseLink(formatLink(scenario)).scenario).toEqual(scenario);
  });
});
