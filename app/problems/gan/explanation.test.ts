import '../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../engine/kernels/random.ts';
import type { Values } from '../../../engine/params.ts';
import { roundMatrix, verdictOf } from '../../../engine/problems/gan/plane/map.ts';
import { problem } from '../../../engine/problems/gan/problem.ts';
import { GAME_RULES } from '../../../engine/problems/gan/rules.ts';
import type { GameRound } from '../../../engine/problems/gan/types.ts';
import { createTranslate, dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import { explainedOf } from '../kit/for-tests/explained.ts';
import { arrives } from './explain/rule-rows.ts';
import { GAME_STAGES } from './explain/stage.ts';
import { words } from './explain/words.en.ts';
import { words as chinese } from './explain/words.zh.ts';
import { explanation } from './explanation.ts';

const told = explainedOf('gan', explanation, problem);
const { given, preset, subjectAt, stageAt, topicsOf, texOf } = told;

const t = createTranslate('en');
const word = t as (key: MessageKey) => string;

/** Every rule of every kind of side, and every preset. */
const SCENARIOS: [string, Values][] = [
  ...GAME_RULES.flatMap((rule): [string, Values][] => [
    [`plane, ${rule}`, given({ level: 'plane', rule, rho: 0.4 })],
    [`convex, ${rule}`, given({ rule, versus: 'convex', m: 3, seed: 2 })],
    [`two weights, ${rule}`, given({ level: 'two-weights', rule })],
  ]),
  ['many', given({ m: 50, width: 60, width2: 100, n: 5, dz: 1 })],
  ...told.presets(),
];

/** Sentences without a claim. */
const DEFINITIONS = [
  'gameNetwork',
  'gamePlane',
  ...GAME_RULES.filter((rule) => rule !== 'best').map((rule) => `gameRule.${rule}`),
].map((name) => `explain.say.${name}`);

describe('what is explained', () => {
  it.each(SCENARIOS)(
    'is known to be proved, measured or the paper’s, and points at marks: %s',
    (_, values) => {
      told.expectTopics(subjectAt(values, 1), DEFINITIONS);
      told.expectTopics({ ...subjectAt(values, 0), update: null }, DEFINITIONS);
    },
  );

  it('says “converges” of the convex side and of the paper’s abstract alone, and quotes no theorem', () => {
    const found = Object.entries(words).filter(([, said]) => /converge/i.test(String(said)));
    expect(found.map(([key]) => key)).toEqual(['explain.say.gamePaper', 'explain.say.gameConvexBest']);
    for (const said of [...Object.values(words), ...Object.values(chinese)])
      expect(String(said)).not.toMatch(/theorem|定理|image|图像/i);
  });

  it('has conditions that hold exactly where the game arrives: 2,000 random games of each rule', () => {
    const random = createRandom(3, 0);
    for (const rule of GAME_RULES) {
      const seen = { yes: 0, no: 0 };
      for (let trial = 0; trial < 2000; trial++) {
        const [eta, mu] = [3 * random.uniform(), 3 * random.uniform()];
        const rho = rule !== 'best' && trial % 5 === 0 ? 0 : 0.01 + 2 * random.uniform();
        const verdict = verdictOf({ rule, eta, mu, rho });
        expect({ rule, eta, mu, rho, arrives: arrives(rule, eta * mu, mu * rho) }).toEqual({
          rule,
          eta,
          mu,
          rho,
          arrives: verdict === 'arrives',
        });
        seen[verdict === 'arrives' ? 'yes' : 'no']++;
      }
      expect(Math.min(seen.yes, seen.no), rule).toBeGreaterThan(150);
    }
  });

  it('multiplies areas and lengths in a simultaneous round as it says', () => {
    const random = createRandom(4, 0);
    for (let trial = 0; trial < 100; trial++) {
      const [eta, mu, rho] = [random.uniform(), random.uniform(), 3 * random.uniform()];
      const [a, b, c, d] = roundMatrix({ rule: 'simultaneous', eta, mu, rho });
      const [p, q] = [eta * mu, mu * rho];
      expect(a! * d! - b! * c!).toBeCloseTo(1 + p - q, 14);
      const [w, own] = [random.normal(), random.normal()];
      const [A, B, C, D] = roundMatrix({ rule: 'simultaneous', eta, mu, rho: 0 });
      const E = (x: number, y: number) => mu * x * x + eta * y * y;
      expect(E(A! * w + B! * own, C! * w + D! * own)).toBeCloseTo((1 + p) * E(w, own), 13);
    }
  });

  it('has the numbers of the present certificate and of P', () => {
    const cone = subjectAt(preset('gan-cone'), 0);
    const certificate = texOf(cone, 'gameCertificate');
    // docs/mathematics.md: h* = (0, .776003, 0), d* = (1.122945, .654334), floor 1.689157836.
    for (const number of ['(0,\\,0.776,\\,0)', '(1.123,\\,0.6543)', '=1.689'])
      expect(certificate).toContain(number);
    const width = texOf(cone, 'gameWidth');
    // P(Bin(3, 1/2) >= 2) = 1/2 and P(Bin(12, 1/2) >= 2) = 1 - 13/4096.
    expect(width).toContain('k=3=2m-1\\colon\\ \\ P=0.5');
    expect(width).toContain(`k=12\\colon\\ \\ P=${Number((1 - 13 / 4096).toPrecision(4))}`);
    const four = texOf(subjectAt(preset('gan-four'), 0), 'gameCertificate');
    expect(four).toContain('=1.218');
  });

  it('has the row of the rule with its numbers on the plane, and the ellipse', () => {
    const spiral = texOf(subjectAt(preset('gan-spiral'), 0), 'gameRotation');
    // eta = mu = .2: p = .04, q = 0 or .2.
    expect(spiral).toContain('p=0.04,\\ q=0\\\\');
    expect(spiral).toContain('p<q\\colon\\quad 0.04\\nless0\\\\');
    expect(spiral).toContain('p<q\\colon\\quad 0.04<0.2\\\\');
    expect(spiral).toContain('=1.0198');
    expect(spiral).toContain('=0.916515');
    const cycle = texOf(subjectAt(preset('gan-cycle'), 0), 'gameRotation');
    // mu (w - x)^2 - p (w - x) d + eta d^2 from (2, 0) about (1, 0).
    expect(cycle).toContain('0.2\\,(w-x)^2-0.04\\,(w-x)\\,d}');
    expect(cycle).toContain('+0.2\\,d^2=0.2}');
  });

  it('says whether both conditions hold here', () => {
    const says = (values: Values) =>
      topicsOf(subjectAt(given(values), 0))
        .find(({ id }) => id === 'gameRest')!
        .lines.map(({ say }) => say);
    expect(says({})).toEqual(
      expect.arrayContaining([
        'explain.say.gameNoise.true',
        'explain.say.gameRank.both',
        'explain.say.gameKink',
      ]),
    );
    expect(says({ n: 2 })).toContain('explain.say.gameNoise.false');
    expect(says({ n: 2 })).not.toContain('explain.say.gameKink');
    expect(says({ m: 5, width: 4, width2: 9 })).toContain('explain.say.gameRank.right');
    expect(says({ m: 5, width: 4, versus: 'rule' })).toContain('explain.say.gameRank.none');
    expect(says({ width: 12 })).not.toContain('explain.say.gameKink');
  });

  it('holds the push of the shown round against the brake', () => {
    const of = subjectAt(preset('gan-weak-brake'), 10);
    const { push } = of.update.leftRound!;
    expect(push).toBeGreaterThan(0.1);
    const tex = texOf(of, 'gameStability');
    expect(tex).toContain(`=${Number(push.toPrecision(4))},\\ \\rho=0.1`);
    expect(tex).toContain('\\nless0.05');
    expect(texOf({ ...of, update: null }, 'gameStability')).not.toContain('\\rho=0.1');
  });
});

describe('a stage', () => {
  it.each(SCENARIOS)('has its words, and tables whose names exist: %s', (_, values) => {
    for (const k of [0, 2]) {
      const of = subjectAt(values, k);
      for (const side of ['left', 'right'] as const)
        for (const stage of GAME_STAGES) {
          expect(word(dynamicKey('explain.walk.game', stage))).not.toBe('');
          const { title, table } = told.expectStage(of, side, stage);
          expect(title).not.toBeNull();
          expect(table!.rows.length).toBeLessThanOrEqual(40);
        }
    }
  });

  it.each(SCENARIOS)('and the numbers of a step have words: %s', (_, values) => {
    told.expectNumbers(subjectAt(values, 1).update, 10);
  });

  it('of the plane is round 1 by hand: from (2, 0) to x = 1 with eta = mu = .2', () => {
    const step = (rule: string, k = 0, rho = 0) => {
      const of = subjectAt(given({ level: 'plane', rule, rho }), k);
      return {
        rows: (stage: Stage) => stageAt(of, 'left', stage).table!.rows.map(({ cells }) => cells),
        round: of.update.leftRound as GameRound,
      };
    };
    const near = (got: readonly number[][], expected: readonly number[][]) => {
      expect(got).toHaveLength(expected.length);
      for (const [i, row] of expected.entries())
        for (const [j, value] of row.entries()) expect(got[i]![j]).toBeCloseTo(value, 14);
    };
    const rows = (of: ReturnType<typeof step>, stage: Stage) => of.rows(stage) as number[][];
    const simultaneous = step('simultaneous');
    near(rows(simultaneous, 'forward'), [[2, -1, 0]]);
    near(rows(simultaneous, 'residuals'), [[-1, -1, -0.2]]);
    near(rows(simultaneous, 'gradient'), [[0, 2, 0]]);
    near(rows(simultaneous, 'step'), [
      [1, 1],
      [0, 0.2],
      [0, 0.2],
    ]);
    // d = -.2 first, then w = 2 - .04.
    const alternating = step('alternating');
    near(rows(alternating, 'residuals'), [[-1, -1, -0.2]]);
    near(rows(alternating, 'gradient'), [[-0.2, 2, -0.2]]);
    expect(alternating.round.after!.generator[0]).toBeCloseTo(1.96, 14);
    // Ahead (2, -.2): G_d is still -1, G_w is -.2.
    const ahead = step('extragradient');
    near(rows(ahead, 'residuals'), [[-1, -0.2, -1]]);
    near(rows(ahead, 'gradient'), [[-0.2, 2, -0.2]]);
    // Round 2 from (2, -.2): G_w is -.2 now and 0 before, so twice -.2.
    const optimistic = step('optimistic', 1);
    near(rows(optimistic, 'residuals'), [[-1, -1, -1]]);
    near(rows(optimistic, 'gradient'), [[-0.2, 0, -0.4]]);
    expect(optimistic.round.after!.generator[0]).toBeCloseTo(1.92, 14);
    // e/rho = -1/.5.
    const best = step('best', 0, 0.5);
    near(rows(best, 'residuals'), [[-1, 0.5, -2]]);
    near(rows(best, 'gradient'), [[-2, 2, -2]]);
  });

  it('of the opening has the mse, its excess over the floor and both players of the document', () => {
    const of = subjectAt(preset('gan-cone'), 2);
    const rows = (stage: Stage) => stageAt(of, 'left', stage).table!.rows;
    const quantity = (name: string) => rows('step').find((row) => row.name === name)!.cells[0]!;
    expect(quantity('mse')).toBeCloseTo(3.068227211, 8);
    expect(quantity('overFloor')).toBeCloseTo(3.068227211 - 1.689157836, 8);
    const forward = rows('forward').map(({ cells }) => cells);
    const { mean } = (of.opened as unknown as { info: { mean: Float64Array } }).info;
    let square = 0;
    for (const [i, [g, e]] of forward.entries()) {
      expect(e).toBeCloseTo(mean[i]! - g!, 14);
      square += e! ** 2;
    }
    expect(square).toBeCloseTo(quantity('mse'), 13);
    // G_d = e - rho d with rho = 1.
    for (const [i, { cells }] of rows('residuals').entries())
      expect(cells[1]).toBeCloseTo(forward[i]![1]! - forward[i]![2]!, 14);
  });
});
