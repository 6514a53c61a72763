import katex from 'katex';
import { describe, expect, it } from 'vitest';
import type { Values } from '../../../engine/params.ts';
import { problem as learned } from '../../../engine/problems/denoiser/problem.ts';
import type { DenoiserInfo, DenoiserUpdate } from '../../../engine/problems/denoiser/types.ts';
import { problem as federated } from '../../../engine/problems/federated/problem.ts';
import type { FedInfo } from '../../../engine/problems/federated/types.ts';
import { problem as game } from '../../../engine/problems/gan/problem.ts';
import { GAME_RULES } from '../../../engine/problems/gan/rules.ts';
import type { GameInfo } from '../../../engine/problems/gan/types.ts';
import { problem as shuffle } from '../../../engine/problems/shuffle/problem.ts';
import type { ShuffleInfo, ShuffleUpdate } from '../../../engine/problems/shuffle/types.ts';
import type { OutputsInfo } from '../../../engine/problems/vector-output/types.ts';
import type { RunValues } from '../../../engine/run/create-run.ts';
import { RULES, type RuleName } from '../../../engine/run/run-params.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { createUpdateWalk, type UpdateWalk } from '../../../engine/update/read-update.ts';
import { allWords } from '../../i18n/all-words.ts';
import { texNumber } from '../../i18n/tex.ts';
import { hasWord } from '../../i18n/words.ts';
import { explanation as DENOISER_EXPLANATION } from '../../problems/denoiser/explanation.ts';
import { explanation as FED_EXPLANATION } from '../../problems/federated/explanation.ts';
import { explanation as GAME_EXPLANATION } from '../../problems/gan/explanation.ts';
import { explanation as LIFT_EXPLANATION } from '../../problems/lift/explanation.ts';
import { explanation as NEURON_EXPLANATION } from '../../problems/one-neuron/explanation.ts';
import type { NeuronFacts } from '../../problems/one-neuron/neuron-topics.ts';
import { explanation as SHUFFLE_EXPLANATION } from '../../problems/shuffle/explanation.ts';
import type { NetworkFacts } from '../../problems/two-layer/explain/network-topics.ts';
import { explanation as NETWORK_EXPLANATION } from '../../problems/two-layer/explanation.ts';
import { explanation as OUTPUTS_EXPLANATION } from '../../problems/vector-output/explanation.ts';
import type { Explanation, Subject, Topic } from '../../session/explanation.ts';
import { marksOf, PLAIN } from './plain.ts';
import { type RuleFacts, ruleTopic, type SideRule } from './rule-topic.ts';
import { updateTex } from './update-tex.ts';

const words = allWords('en');

const EXPLANATIONS = {
  'one-neuron': { ...PLAIN, ...NEURON_EXPLANATION },
  lift: { ...PLAIN, ...LIFT_EXPLANATION },
  'two-layer': { ...PLAIN, ...NETWORK_EXPLANATION },
  'vector-output': { ...PLAIN, ...OUTPUTS_EXPLANATION },
  gan: { ...PLAIN, ...GAME_EXPLANATION },
  federated: { ...PLAIN, ...FED_EXPLANATION },
  shuffle: { ...PLAIN, ...SHUFFLE_EXPLANATION },
  denoiser: { ...PLAIN, ...DENOISER_EXPLANATION },
  other: PLAIN,
} as const satisfies Readonly<Record<string, Explanation>>;

interface FormulaFacts extends RuleFacts, NeuronFacts, NetworkFacts {
  readonly problem: keyof typeof EXPLANATIONS;
  /** Many outputs only. */
  readonly info?: OutputsInfo;
  readonly game?: GameInfo;
  readonly fed?: FedInfo;
  readonly shuffle?: { readonly info: ShuffleInfo; readonly update: ShuffleUpdate };
  readonly denoiser?: { readonly info: DenoiserInfo; readonly update: DenoiserUpdate };
}

/** Returns the parts of a subject that explanations read. */
function subjectOf(facts: FormulaFacts): Subject {
  const { leak, blend, noise, hasPlant, planted, negative, population, standardised } = facts;
  const { solved, trained, constant, program, info } = facts;
  const network = { solved, trained, constant, program, columns: 2, neurons: 3, teacher: [1] };
  const count = population ? Number.POSITIVE_INFINITY : 8;
  return {
    opened: {
      dimension: 2,
      plant: hasPlant ? [1, 1] : null,
      planted,
      standardised,
      samples: { count, dimension: 2, hasOnes: false },
      ...(facts.problem === 'two-layer' && { info: network }),
      ...(facts.problem === 'vector-output' && { info }),
      ...(facts.problem === 'gan' && { info: facts.game }),
      ...(facts.problem === 'federated' && { info: facts.fed }),
      ...(facts.problem === 'shuffle' && { info: facts.shuffle!.info }),
      ...(facts.problem === 'denoiser' && { info: facts.denoiser!.info }),
    },
    scenario: {
      values: {
        leak,
        blend,
        noise: negative ? 1 : 0,
        noisein: noise === 'inside',
        features: noise === 'unknown' ? 'csv' : 'gauss',
      },
    },
    update: {
      told: { negative: negative ? 1 : 0 },
      left: { network: { on: Int32Array.of(0, 1) } },
      leftRound: { push: 0.3 },
      round: { push: 1.2 },
      ...facts.shuffle?.update,
      ...facts.denoiser?.update,
    },
  } as unknown as Subject;
}

function topicsOf(facts: FormulaFacts): Topic[] {
  const [explanation, of]: [Explanation, Subject] = [EXPLANATIONS[facts.problem], subjectOf(facts)];
  const topics = explanation.topics(of);
  return topics.map((topic) => (topic === 'rule' ? ruleTopic(facts, explanation.notation(of)) : topic));
}

const OPTIONS = {
  output: 'htmlAndMathml',
  displayMode: true,
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }: { command: string }) => command === '\\htmlClass' || command === '\\htmlData',
} as const;

const FACTS: FormulaFacts = {
  problem: 'one-neuron',
  rules: {
    left: { rule: 'gd', step: 2.7, c: 1, given: false, stepUnit: 0.37 },
    right: { rule: 'gd', step: 2.7, c: 1, given: false, stepUnit: 0.37 },
  },
  momentum: 0.9,
  beta1: 0.9,
  beta2: 0.999,
  batch: 4,
  leak: 0,
  blend: 1,
  noise: 'none',
  hasPlant: true,
  planted: true,
  negative: false,
  population: false,
  standardised: false,
  solved: false,
  trained: true,
  constant: false,
  program: 'exact',
};

const OUTPUTS: OutputsInfo = {
  kind: 'pie',
  samples: 24,
  columns: 2,
  outputs: 3,
  neurons: 5,
  beta: 0.02,
  hasOnes: false,
  points: null,
  labels: new Float64Array(72),
  outputNames: [],
  classes: Int32Array.from({ length: 24 }, (_, i) => (i < 4 ? 0 : i < 12 ? 1 : 2)),
  capacity: 80,
  program: 'exact',
  solver: 'newton',
  svdBound: 0.0467,
  singularValues: Float64Array.of(3.4, 2.8, 2),
  startShare: null,
  teacher: null,
};

/** Many outputs: one per kind that the explanation distinguishes. */
const OUTPUT_KINDS: Partial<OutputsInfo>[] = [
  {},
  { kind: 'curve', outputs: 2, hasOnes: true, classes: null, solver: 'fw' },
  { kind: 'spiral', columns: 3, hasOnes: true },
  { kind: 'spiral' },
  { kind: 'words', columns: 24, program: 'closed', startShare: 0.317, beta: 0.1 },
  { kind: 'words', columns: 32, program: 'closed', startShare: 1e-7 },
  { kind: 'csv', columns: 7, program: 'sampled', classes: null },
  { kind: 'csv', columns: 1, classes: null },
];

const VERSUS = ['brake', 'rule', 'best'];

/** Games: one per kind that the explanation distinguishes. */
const GAMES: GameInfo[] = [
  ...[...VERSUS, 'width', 'convex'].flatMap((versus) => [{ versus }, { versus, m: 5, width: 12, n: 3 }]),
  ...GAME_RULES.flatMap((rule) => VERSUS.map((versus) => ({ level: 'plane', rule, versus, rho: 0.3 }))),
  ...GAME_RULES.map((rule) => ({ rule, rho: 0.1 })),
  { level: 'two-weights' },
  { level: 'plane' },
  { level: 'plane', rho: 0.2 },
  { level: 'plane', rule: 'alternating' },
  { level: 'plane', rho: 1, mu: 4, c: 1 },
  { m: 3, width: 2, width2: 2, rho: 0 },
].map((given) => game.prepare(createScenario('gan', given).values, null).info);

const FEDS: FedInfo[] = [
  {},
  { versus: 'work', c: 2.4 },
  { versus: 'equal', server: 0.5 },
  { quad: 'drawn', clients: 5 },
  { level: 'network', m: 32 },
  { level: 'network', m: 4, seed: 4, labels: 'square' },
  { level: 'network', m: 16, c: 1.5 },
  { level: 'network', m: 16, c: 2.5, server: 2 },
].map((given) => federated.prepare(createScenario('federated', given).values, null).info);

const SHUFFLES = [
  {},
  { lambda: 0 },
  { lambda: 0.5, ramp: 200, c: 2 },
  { shape: 'all' },
  { loss: 'layers' },
  { graphs: 'weighted', n: 4, shape: 'all' },
  { graphs: 'copy', n: 10, shape: 'all' },
].map((given) => {
  const { values } = createScenario('shuffle', given);
  const instance = shuffle.prepare(values, null);
  const walk = createUpdateWalk(instance, values as Values & RunValues, shuffle.parts);
  return { info: instance.info, update: updateOf(walk) as ShuffleUpdate };
});

const denoiser = await learned;
const DENOISERS = [
  { level: 'pixels' },
  { level: 'pixels', c: 2.5 },
  { level: 'pixels', cap: 1 },
  { level: 'pixels', sigma: 0.5, cap: 1, phi: [0, 1] },
  {},
  { right: 'handmade', positive: false },
  { c: 3 },
].map((given) => {
  const { values } = createScenario('denoiser', given);
  const instance = denoiser.prepare(values, null);
  const walk = createUpdateWalk(instance, values as Values & RunValues, denoiser.parts);
  return { info: instance.info, update: updateOf(walk) as DenoiserUpdate };
});

function updateOf(walk: UpdateWalk): object {
  const at = { left: 1, right: 1 };
  while (!walk.approach(at, 5));
  return walk.read(at);
}

/** Yields every combination that the formulae distinguish. */
function* everyFacts(): Generator<FormulaFacts> {
  for (const game of GAMES) yield { ...FACTS, problem: 'gan', game };
  for (const one of SHUFFLES) yield { ...FACTS, problem: 'shuffle', shuffle: one };
  for (const one of DENOISERS) yield { ...FACTS, problem: 'denoiser', denoiser: one };
  for (const fed of FEDS) yield { ...FACTS, problem: 'federated', fed };
  for (const rule of RULES)
    for (const given of [false, true])
      for (const other of RULES) {
        const side = (name: RuleName) => ({ rule: name, step: 1e-7, c: 1.5, given, stepUnit: 0.37 });
        const rules = { left: side(rule), right: side(other) };
        const common = { ...FACTS, rules };
        yield { ...common, problem: 'lift' };
        yield { ...common, problem: 'other' };
        for (const kind of OUTPUT_KINDS)
          yield { ...common, problem: 'vector-output', info: { ...OUTPUTS, ...kind } };
        for (const leak of [0, 0.1])
          for (const blend of [1, 0.4])
            for (const noise of ['none', 'inside', 'outside', 'unknown'] as const)
              for (const negative of [false, true])
                yield {
                  ...common,
                  leak,
                  blend,
                  noise,
                  negative,
                  planted: noise === 'none',
                  hasPlant: noise !== 'unknown',
                  standardised: negative,
                };
        for (const blend of [1, 0.4]) yield { ...common, population: true, blend };
        for (const solved of [false, true])
          for (const constant of [false, true])
            for (const trained of [false, true])
              for (const program of ['exact', 'hinges', 'sampled'] as const)
                yield { ...common, problem: 'two-layer', solved, constant, trained, program };
      }
}

/** Required numbers of children (MathML Core, 3). */
const CHILDREN: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  msubsup: 3,
  munder: 2,
  mover: 2,
  munderover: 3,
};

const counted = new Map<string, string[]>();

/** Returns the MathML elements with a wrong number of children. */
function misfits(tex: string): string[] {
  const known = counted.get(tex);
  if (known) return known;
  const wrong: string[] = [];
  const open: { name: string; children: number }[] = [];
  const math = katex.renderToString(tex, { ...OPTIONS, output: 'mathml' });
  for (const [, closes, name, empty] of math.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (closes) {
      const { children } = open.pop()!;
      const needed = CHILDREN[name!];
      if (needed !== undefined && children !== needed) wrong.push(`${name} with ${children} in ${tex}`);
      continue;
    }
    const parent = open.at(-1);
    if (parent) parent.children++;
    if (!empty) open.push({ name: name!, children: 0 });
  }
  counted.set(tex, wrong);
  return wrong;
}

const texOf = (facts: FormulaFacts) =>
  topicsOf(facts)
    .flatMap(({ lines }) => lines)
    .map(({ tex }) => tex ?? '')
    .join('\n');
const saysOf = (facts: FormulaFacts) => topicsOf(facts).flatMap(({ lines }) => lines.map(({ say }) => say));

describe('every formula', () => {
  it('is TeX that KaTeX takes without an error, whatever is set', () => {
    const seen = new Set<string>();
    for (const facts of everyFacts())
      for (const { lines } of topicsOf(facts)) for (const { tex } of lines) if (tex) seen.add(tex);
    expect(seen.size).toBeGreaterThan(60);
    for (const tex of seen) {
      const html = katex.renderToString(tex, OPTIONS);
      expect(html, tex).toContain('<math');
      expect(html, tex).not.toContain('katex-error');
    }
  });

  it('is MathML in which every element has as many children as it needs', () => {
    const wrong: string[] = [];
    for (const facts of everyFacts())
      for (const { lines } of topicsOf(facts))
        for (const { tex } of lines) if (tex) wrong.push(...misfits(tex));
    expect([...new Set(wrong)]).toEqual([]);
    expect(misfits('\\lambda_{\\max}(A)')).not.toEqual([]);
  });

  it('and its words exist', () => {
    const missing = new Set<string>();
    for (const facts of everyFacts()) {
      for (const { id } of topicsOf(facts)) if (!hasWord('en', `explain.topic.${id}`)) missing.add(id);
      for (const say of saysOf(facts)) if (say && !hasWord('en', say)) missing.add(say);
    }
    expect([...missing]).toEqual([]);
  });

  it('does not say a thing twice in a topic', () => {
    for (const facts of everyFacts())
      for (const { lines } of topicsOf(facts)) {
        const keys = lines.map(({ say, tex }) => `${say} ${tex}`);
        expect(new Set(keys).size).toBe(keys.length);
      }
  });

  it('of many outputs points at marks that there are', () => {
    for (const kind of OUTPUT_KINDS) {
      const facts = { ...FACTS, problem: 'vector-output', info: { ...OUTPUTS, ...kind } } as const;
      const marks = marksOf(EXPLANATIONS['vector-output'], subjectOf(facts));
      const pointed = Array.from(texOf(facts).matchAll(/mark=([\w-]+)/g), ([, mark]) => mark);
      const names = marks.map(({ name }) => name);
      if (facts.info.columns === 2) expect(names).toEqual(expect.arrayContaining(['left', 'right', 'band']));
      else expect(names).toEqual([]);
      // Without a map, the rule's gradient has no arrow.
      for (const mark of pointed)
        if (facts.info.columns === 2 && !mark!.startsWith('slope-')) expect(names).toContain(mark);
      for (const { tex, words: key } of marks) {
        if (tex) expect(() => katex.renderToString(tex, OPTIONS)).not.toThrow();
        expect(words).toHaveProperty([key!]);
      }
    }
  });

  it('marks its symbols for the pointer', () => {
    const html = katex.renderToString(
      texOf(FACTS)
        .split('\n')
        .find((tex) => tex.includes('w^\\star'))!,
      OPTIONS,
    );
    expect(html).toContain('data-mark="plant"');
    expect(html).toContain('class="enclosing symbol plant"');
  });
});

describe('what is claimed', () => {
  it('is proved of exact labels alone', () => {
    const inequality = (facts: FormulaFacts) => topicsOf(facts).find(({ id }) => id === 'inequality')!.lines;
    expect(inequality(FACTS).find(({ tex }) => tex?.includes('\\ge\\;0'))!.standing).toBe('proved');
    for (const noise of ['inside', 'outside'] as const) {
      const lines = inequality({ ...FACTS, noise, planted: false });
      expect(lines.some(({ tex }) => tex?.includes('\\ge\\;0'))).toBe(false);
      expect(lines.some(({ standing }) => standing === 'proved')).toBe(false);
    }
    expect(inequality({ ...FACTS, noise: 'unknown', planted: false, hasPlant: false })).toEqual([
      { say: 'explain.say.noPlant' },
    ]);
  });

  it('names the regulariser that holds with a leak and with labels below zero', () => {
    expect(texOf(FACTS)).toContain('\\max(-a_i^{\\top}w,0)');
    expect(texOf({ ...FACTS, leak: 0.1 })).not.toContain('\\max(-a_i^{\\top}w,0)');
    expect(texOf({ ...FACTS, leak: 0.1 })).not.toContain('y_i<0');
    expect(texOf({ ...FACTS, leak: 0.1, negative: true })).toContain('y_i<0');
    expect(saysOf({ ...FACTS, negative: true })).toContain('explain.say.mayFall');
    expect(saysOf(FACTS)).not.toContain('explain.say.mayFall');
  });

  it('of many outputs is proved, measured or the paper’s, and of sampled directions bounds nothing', () => {
    const topic = (kind: Partial<OutputsInfo>, id: string) =>
      topicsOf({ ...FACTS, noise: 'none', problem: 'vector-output', info: { ...OUTPUTS, ...kind } }).find(
        (one) => one.id === id,
      );
    const says = (kind: Partial<OutputsInfo>, id: string) => topic(kind, id)?.lines.map(({ say }) => say);
    const sampled = { columns: 7, program: 'sampled', classes: null } as const;
    expect(says(sampled, 'certificate')).toContain('explain.say.outputsWeakSampled');
    expect(says({}, 'certificate')).toContain('explain.say.outputsWeak');
    expect(says(sampled, 'outputsProgram')).toContain('explain.say.outputsSampled');
    const wordy = { kind: 'words', columns: 24, program: 'closed' } as const;
    for (const id of ['copositive', 'outputsTouch', 'outputsRounds', 'outputsWedges'])
      expect(topic(wordy, id)).toBeUndefined();
    expect(topic({ columns: 3, hasOnes: true }, 'copositive')).toBeUndefined();
    expect(topic({ hasOnes: true }, 'outputsWedges')).toBeUndefined();
    expect(says(wordy, 'outputsStarts')).not.toContain('explain.say.outputsRotated');
    expect(topic({ kind: 'spiral' }, 'outputsWedges')!.lines[1]!.tex).toBe('24-2=22');
    const noisy = {
      ...FACTS,
      negative: true,
      problem: 'vector-output',
      info: { ...OUTPUTS, kind: 'spiral' },
    } as const;
    expect(topicsOf(noisy).find(({ id }) => id === 'outputsWedges')!.lines).toHaveLength(1);
    for (const kind of OUTPUT_KINDS)
      for (const { lines } of topicsOf({ ...FACTS, problem: 'vector-output', info: { ...OUTPUTS, ...kind } }))
        for (const { say, standing } of lines)
          if (say?.endsWith('Seen')) expect(standing).toBe('measured');
          else if (say?.endsWith('Paper')) expect(standing).toBe('abstract');
  });

  it('certifies nothing of sampled patterns', () => {
    const facts = { ...FACTS, problem: 'two-layer', solved: true } as const;
    const standing = (program: FormulaFacts['program']) =>
      topicsOf({ ...facts, program }).find(({ id }) => id === 'certificate')!.lines[0]!.standing;
    expect(standing('exact')).toBe('proved');
    expect(standing('sampled')).toBeUndefined();
  });
});

describe('the rule that runs', () => {
  const ruleOf = (facts: Partial<FormulaFacts>) =>
    topicsOf({ ...FACTS, ...facts })
      .find(({ id }) => id === 'rule')!
      .lines.map(({ tex }) => tex ?? '')
      .join('\n');

  it('has its step as c/L, or as it was given', () => {
    expect(ruleOf({})).toContain('\\eta=\\frac cL=\\frac{1}{0.37}=2.7');
    const given: SideRule = { rule: 'gd', step: 0.5, c: 0.185, given: true, stepUnit: 0.37 };
    expect(ruleOf({ rules: { left: given, right: given } })).toContain('\\eta=0.5\\;\\bigl(=0.185/L\\bigr)');
  });

  it('tells unequal sides apart', () => {
    const text = ruleOf({
      rules: {
        left: FACTS.rules.left,
        right: { rule: 'adam', step: 0.01, c: 1, given: true, stepUnit: 0.37 },
      },
    });
    expect(text).toContain('\\text{@explain.tex.right}\\eta=0.01');
    expect(text).toContain('\\hat m');
  });

  it('is the plain one over infinitely many samples, whose batch is the whole', () => {
    const sgd: SideRule = { ...FACTS.rules.left, rule: 'sgd' };
    expect(ruleOf({ population: true, rules: { left: sgd, right: sgd } })).not.toContain('B_k');
    expect(ruleOf({ rules: { left: sgd, right: sgd } })).toContain('B_k');
  });
});

const notationOf = (facts: Partial<FormulaFacts>) => {
  const all = { ...FACTS, ...facts };
  return (EXPLANATIONS[all.problem] as Explanation).notation(subjectOf(all));
};

describe('numbers in TeX', () => {
  it.each([
    [2.5, '2.5'],
    [-1.6, '-1.6'],
    [0, '0'],
    [1.23456e-9, '1.235\\cdot10^{-9}'],
    [-123456, '-1.235\\cdot10^{5}'],
    [Number.NaN, '\\text{–}'],
  ])('%d', (value, tex) => {
    expect(texNumber(value)).toBe(tex);
  });

  it('stand in the update of up to three weights', () => {
    const own = { weights: [1, 2], move: [0.5, -1], step: 0.1, next: [0.95, 2.1] };
    const neuron = notationOf({});
    const tex = updateTex('left', neuron, null, own)!;
    expect(tex).toContain('0.95000\\\\2.10000');
    const blended = notationOf({ blend: 0.4 });
    const network = notationOf({ problem: 'two-layer' });
    const part = NETWORK_EXPLANATION.part!({
      ...subjectOf({ ...FACTS, problem: 'two-layer' }),
      scenario: { problem: 'two-layer', values: { neuron: 3 } } as unknown as Subject['scenario'],
      update: null,
    });
    const batch = updateTex('left', network, { ...part, index: '^{(3)}' }, { ...own, batch: true })!;
    expect(batch).toContain('{\\nabla F}^{(3)}_{B_k}');
    for (const written of [
      tex,
      batch,
      updateTex('right', blended, null, { ...own, move: null })!,
      updateTex('right', blended, null, { ...own, next: null })!,
    ])
      expect(() => katex.renderToString(written, OPTIONS)).not.toThrow();
    const long = { ...own, weights: [1, 2, 3, 4] };
    expect(updateTex('left', notationOf({ problem: 'lift' }), null, long)).toBeNull();
  });

  it('and every symbol by itself, of whom a word or TeX and words say what it marks', () => {
    for (const problem of ['one-neuron', 'lift', 'two-layer', 'other'] as const)
      for (const blend of [1, 0.4])
        for (const solved of [true, false]) {
          const marks = marksOf(EXPLANATIONS[problem], subjectOf({ ...FACTS, problem, blend, solved }));
          expect(marks.length).toBeGreaterThan(4);
          for (const { name, tex, words: key } of marks) {
            if (tex) expect(() => katex.renderToString(tex, OPTIONS), name).not.toThrow();
            else expect(words).toHaveProperty([`explain.symbol.${name}`]);
            expect(words).toHaveProperty([key ?? `explain.mark.${name}`]);
          }
        }
  });
});
