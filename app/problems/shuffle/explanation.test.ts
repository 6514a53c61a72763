import '../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../engine/contract.ts';
import { createRandom } from '../../../engine/kernels/random.ts';
import type { Values } from '../../../engine/params.ts';
import { createPenalisedDescent } from '../../../engine/problems/shuffle/penalised-descent.ts';
import { problem } from '../../../engine/problems/shuffle/problem.ts';
import { createTranslate, dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import { explainedOf } from '../kit/for-tests/explained.ts';
import { SHUFFLE_STAGES } from './explain/stage.ts';
import { words } from './explain/words.en.ts';
import { words as chinese } from './explain/words.zh.ts';
import { explanation } from './explanation.ts';

const told = explainedOf('shuffle', explanation, problem);
const { given, preset, subjectAt, stageAt, topicsOf, texOf, saysOf } = told;

const t = createTranslate('en');
const word = t as (key: MessageKey) => string;

const SCENARIOS: [string, Values][] = [
  ['symmetric Q', given({ A: [1, 0, 1, 1, 0, 1], B: [2, 1, 0, 1, 1, 2], lambda: 0.3 })],
  ['nothing moves', given({ A: [1, 1, 1, 1, 1, 1], B: [1, 1, 1, 1, 1, 1] })],
  ['no penalty', given({ lambda: 0 })],
  ['long steps', given({ c: 2.5, lambda: 0.5 })],
  ['a ramp without a penalty', given({ lambda: 0, ramp: 10 })],
  ['centre of the triangle', given({ start: [1 / 3, 1 / 3, 1 / 3] })],
  ['above twice the largest threshold', given({ lambda: 0.5 })],
  ['two nodes', given({ graphs: 'weighted', n: 2, shape: 'all', seed: 3 })],
  ['two equal nodes', given({ A: [2, 0, 2], B: [2, 0, 2], shape: 'all' })],
  ['all of three', given({ shape: 'all', lambda: 0.2, ramp: 7 })],
  ['ten nodes', given({ graphs: 'copy', n: 10, shape: 'all', ramp: 4 })],
  ['nine nodes, a tie', given({ graphs: 'simple', n: 9, shape: 'all', spread: 0 })],
  ['layers of nine', given({ loss: 'layers', groups: 3, size: 3 })],
  ...told.presets(),
];

/** Sentences without a claim. */
const DEFINITIONS = [
  'Sides',
  'SidesTriangle',
  'Cost',
  'LayersCost',
  'ExactMany',
  'Step',
  'Unlisted',
  'Tie',
  'Ramp',
  'NotTheirs',
  'Ours',
].map((name) => `explain.say.shuffle${name}`);

describe('what is explained', () => {
  it.each(SCENARIOS)('is known to be proved, measured or a paper’s, and points at marks: %s', (_, values) => {
    const blank = /NaN|undefined|Infinity|\\text\{–\}$/;
    told.expectTopics(subjectAt(values, 1), DEFINITIONS, blank);
    told.expectTopics({ ...subjectAt(values, 0), update: null }, DEFINITIONS, blank);
  });

  it('claims nothing that is not so: of the best, of the relaxation, of ShuffleNet', () => {
    for (const said of [...Object.values(words), ...Object.values(chinese)]) {
      expect(String(said)).not.toMatch(
        /theorem|定理|penalty (always )?finds the best permutation|ShuffleNet/i,
      );
      expect(String(said)).not.toMatch(/accurac|准确率/i);
    }
    const poor = Object.entries(words).filter(([, said]) => /poor/i.test(String(said)));
    expect(poor.map(([key]) => key)).toEqual(['explain.say.shufflePaper']);
    expect(words['explain.say.shufflePaper']).toContain('“leads to poor performance”');
  });

  it('quotes presets by their titles', () => {
    told.expectQuotes({ en: words, zh: chinese }, /Paper|Friendly|Listed/, 5, ['explain.topic.shuffleWho']);
  });

  it('has the numbers of `wrong-corner`', () => {
    const of = subjectAt(preset('wrong-corner'), 0);
    const cost = texOf(of, 'shuffleCost');
    for (const number of [
      '80&-17&-45\\\\ -17&24&23\\\\ -45&23&40',
      '80,\\ 24,\\ 40',
      '24,\\ 24,\\ 32,\\ 40,\\ 80,\\ 88',
    ])
      expect(cost).toContain(number);
    expect(cost).toContain('L=234.1,\\quad\\lambda=23.41');
    const traps = texOf(of, 'shuffleTraps');
    for (const row of [
      'I\\colon\\ E=80,\\ \\lambda_X=41.67\\ge\\lambda',
      'C\\colon\\ E=24,\\ \\lambda_X=13.67<\\lambda',
      'C^2\\colon\\ E=40,\\ \\lambda_X=28.33\\ge\\lambda',
      '=1\\ \\text{@explain.tex.shuffleOf}\\ 3',
    ])
      expect(traps).toContain(row);
    expect(texOf(of, 'shuffleExact')).toContain('=83.33');
    expect(saysOf(of, 'shuffleExact')).toContain('explain.say.shuffleExactHere.below');
    expect(saysOf(of, 'shuffleTriangle')).toContain('explain.say.shuffleLowestBest');
    expect(texOf(of, 'shuffleTriangle')).toContain('x=(0,\\,1,\\,0),\\quad E+\\lambda P=24');
    const above = subjectAt(preset('wrong-corner', { lambda: 0.4 }), 0);
    expect(saysOf(above, 'shuffleExact')).toContain('explain.say.shuffleExactHere.above');
    expect(texOf(above, 'shuffleTraps')).toContain('=3\\ \\text{@explain.tex.shuffleOf}\\ 3');
    const low = subjectAt(preset('wrong-corner', { lambda: 0.05 }), 0);
    expect(saysOf(low, 'shuffleTriangle')).toContain('explain.say.shuffleLowest');
    // For .2, .6, .2: P = 6 (1 - .6633), distance 6 (1 - .6).
    expect(texOf(of, 'shufflePenalty')).toContain('1.2\\le2.02\\le2.4');
  });

  it('has what the shape has: a triangle, two triangles, layers, and no list beyond eight', () => {
    const ids = (values: Values) => topicsOf(subjectAt(values, 0)).map(({ id }) => id);
    expect(ids(given({}))).toContain('shuffleTriangle');
    expect(ids(given({}))).not.toContain('shuffleTwo');
    expect(ids(given({ shape: 'all' }))).toContain('shuffleTwo');
    expect(ids(preset('ramp-wins'))).not.toContain('shuffleTwo');
    expect(ids(preset('shuffle-layers'))).toContain('shuffleLayers');
    expect(ids(preset('noisy-copy'))).not.toContain('shuffleLayers');
    const says = (values: Values, id: string) => saysOf(subjectAt(values, 0), id);
    expect(says(given({ graphs: 'copy', n: 9, shape: 'all' }), 'shuffleBound')).toContain(
      'explain.say.shuffleUnlisted',
    );
    expect(says(given({ graphs: 'copy', n: 8, shape: 'all' }), 'shuffleBound')).toContain(
      'explain.say.shuffleListed',
    );
    expect(says(given({ graphs: 'weighted', n: 5, shape: 'all' }), 'shuffleExact')).toContain(
      'explain.say.shuffleExactMany',
    );
    expect(says(given({ c: 2 }), 'shuffleStep')).toContain('explain.say.shuffleNotSure');
    const still = given({ A: [1, 1, 1, 1, 1, 1], B: [1, 1, 1, 1, 1, 1] });
    expect(says(still, 'shuffleStep')).toContain('explain.say.shuffleStill');
    expect(says(given({}), 'shuffleStep')).not.toContain('explain.say.shuffleStill');
    for (let seed = 1; seed < 40; seed++)
      expect(says(given({ graphs: 'copy', n: 3, shape: 'all', seed, c: 2 }), 'shuffleStep')).toContain(
        'explain.say.shuffleNotSure',
      );
    expect(says(given({ c: 1.9 }), 'shuffleStep')).not.toContain('explain.say.shuffleNotSure');
    expect(says(given({ lambda: 0 }), 'shuffleTriangle')).toContain('explain.say.shuffleRestsZero');
    const ramp = 'explain.say.shuffleRises';
    expect([
      says(given({ ramp: 9 }), 'shuffleStep').includes(ramp),
      says(given({}), 'shuffleStep').includes(ramp),
    ]).toEqual([true, false]);
    expect(says(preset('shuffle-layers'), 'shuffleLayers')).toContain('explain.say.shuffleNotTheirs');
  });

  it('tells the tie of “Nothing to round”, and the costs of the tied', () => {
    const of = subjectAt(preset('nothing-to-round', { start: null, spread: 0 }), 0);
    expect(texOf(of, 'shuffleRounding')).toContain('\\text{@explain.tex.shuffleTie},\\ E=6\\,\\text{–}\\,10');
    expect(stageAt(of, 'left', 'step').say).toContain('a tie. They cost 6 to 10.');
  });
});

describe('a stage', () => {
  it.each(SCENARIOS)('has its words, and tables whose names exist: %s', (_, values) => {
    for (const k of [0, 2]) {
      const of = subjectAt(values, k);
      for (const side of ['left', 'right'] as const)
        for (const stage of SHUFFLE_STAGES) {
          expect(word(dynamicKey('explain.walk.shuffle', stage))).not.toBe('');
          told.expectStage(of, side, stage);
        }
    }
  });

  it.each(SCENARIOS)('and the numbers of a step have words: %s', (_, values) => {
    told.expectNumbers(subjectAt(values, 0).update, 10);
  });

  it('pulls away from the centre on the right alone, and not while λ_k is 0', () => {
    const titles = (values: Values, k: number, side: SideName) =>
      stageAt(subjectAt(values, k), side, 'residuals').title;
    expect(titles(given({}), 0, 'left')).toBe('explain.walk.shuffle.relaxed.residuals');
    expect(titles(given({}), 0, 'right')).toBe('explain.walk.shuffle.penalised.residuals');
    expect(titles(given({ ramp: 5 }), 0, 'right')).toBe('explain.walk.shuffle.still.residuals');
    expect(titles(given({ ramp: 5 }), 1, 'right')).toBe('explain.walk.shuffle.penalised.residuals');
    // Straight away from the centre.
    const { at, moves } = (({ before, moves }) => ({ at: before.at, moves }))(
      subjectAt(given({ start: [0.2, 0.6, 0.2] }), 0).update.round!,
    );
    const ratio = (i: number) => moves.penalty[i]! / (at[i]! - 1 / 3);
    expect(ratio(0)).toBeCloseTo(ratio(1), 12);
    expect(ratio(1)).toBeGreaterThan(0);
    expect(ratio(2)).toBeCloseTo(ratio(1), 12);
  });

  it('says that a side has ended, and what a step was sure to lower', () => {
    const of = (k: number) => subjectAt(preset('wrong-corner'), k);
    expect(stageAt(of(3), 'right', 'gradient').say).toContain('has ended');
    expect(stageAt(of(4), 'right', 'gradient').title).toBeNull();
    const { before, after, sure } = of(0).update.round!;
    const { say } = stageAt(of(0), 'right', 'gradient');
    for (const number of [before.objective, after.objective, sure]) expect(say).toContain(number.toFixed(5));
    expect(stageAt(subjectAt(preset('wrong-corner', { c: 2.5 }), 0), 'right', 'gradient').say).not.toContain(
      'sure',
    );
  });
});

describe('what it calls proved', () => {
  const random = createRandom(9, 0);
  const drawn = Array.from({ length: 60 }, (_, trial) =>
    given({
      graphs: ['weighted', 'simple', 'copy'][trial % 3]!,
      n: 2 + (trial % 4),
      seed: trial,
      shape: 'all',
      lambda: [0.05, 0.3, 2][random.integer(3)]!,
      spread: random.integer(2),
      sseed: trial,
      c: 0.2 + 1.7 * random.uniform(),
    }),
  );

  it('no step raises F, by at least what is sure, for every λ at c < 2', () => {
    for (const values of drawn) {
      const instance = problem.prepare(values, null);
      const { info, relaxation } = instance;
      const run = createPenalisedDescent(relaxation, 'right', info);
      let [now, at] = [run.record().objective!, new Float64Array(run.dimension)];
      run.read(at);
      for (let k = 0; k < 40 && !run.ended; k++) {
        run.step();
        const next = new Float64Array(run.dimension);
        run.read(next);
        const squares = at.reduce((sum, value, i) => sum + (next[i]! - value) ** 2, 0);
        const sure = (1 / info.step - info.smoothness / 2) * squares;
        const { objective } = run.record();
        expect(objective! - now).toBeLessThanOrEqual(-sure + 1e-9 * Math.max(1, now));
        [now, at] = [objective!, next];
      }
    }
  });

  it('above its threshold a permutation holds a nudged start, below it none', () => {
    let [held, left] = [0, 0];
    for (const values of drawn) {
      const { info, relaxation } = problem.prepare(values, null);
      for (const { permutation, threshold } of info.thresholds.slice(0, 4)) {
        if (!(threshold > 1e-6 * info.smoothness)) continue;
        const corner = Float64Array.from(relaxation.corner(permutation)!);
        for (const share of [0.97, 1.03]) {
          const start = corner.map((value) => value + 2e-4 * (2 * random.uniform() - 1));
          relaxation.projector().project(start);
          const run = createPenalisedDescent(relaxation, 'right', {
            ...info,
            start,
            lambda: share * threshold,
            ramp: 0,
            step: 1 / info.smoothness,
          });
          for (let k = 0; k < 4000 && !run.ended; k++) run.step();
          const end = new Float64Array(run.dimension);
          run.read(end);
          const away = Math.max(...end.map((value, i) => Math.abs(value - corner[i]!)));
          if (share > 1) {
            expect(away).toBe(0);
            held++;
          } else if (away > 1e-3) left++;
        }
      }
    }
    expect(held).toBeGreaterThan(100);
    // A nudge may point uphill.
    expect(left / held).toBeGreaterThan(0.6);
  });

  it('where exactness is sure, the lowest point is a best permutation and all are traps', () => {
    for (const values of drawn) {
      const { info, relaxation } = problem.prepare({ ...values, lambda: 0.5 }, null);
      if (info.exactFrom === null || info.smoothness === 0) continue;
      const lambda = Math.max(1e-6 * info.smoothness, 1.01 * info.exactFrom);
      expect(info.thresholds.every(({ threshold }) => threshold < lambda)).toBe(true);
      const gradient = new Float64Array(relaxation.dimension);
      for (let trial = 0; trial < 30; trial++) {
        const state = Float64Array.from({ length: relaxation.dimension }, () => 3 * random.normal());
        relaxation.projector().project(state);
        const objective = relaxation.cost(gradient, state) + lambda * relaxation.penalty(state);
        expect(objective).toBeGreaterThanOrEqual(info.best!.cost - 1e-8);
      }
    }
  });

  it('exact may hold below: `wrong-corner` has its best corner lowest from its own threshold on', () => {
    for (const lambda of [14, 20, 30, 60]) {
      const { info } = problem.prepare(preset('wrong-corner', { lambda: lambda / 234.0723471130739 }), null);
      expect(info.exactFrom).toBeGreaterThan(lambda);
      expect(info.triangle!.rests.right[0]).toMatchObject({ on: 'vertex', cost: 24 });
    }
  });
});
