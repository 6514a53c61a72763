import '../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import type { SideName, Vector } from '../../../engine/contract.ts';
import { createRandom } from '../../../engine/kernels/random.ts';
import type { Values } from '../../../engine/params.ts';
import { problem } from '../../../engine/problems/federated/problem.ts';
import type { NetworkInfo, NetworkTerms, PlaneInfo } from '../../../engine/problems/federated/types.ts';
import { createTranslate, dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import { texNumber } from '../../i18n/tex.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import { explainedOf } from '../kit/for-tests/explained.ts';
import { FED_STAGES } from './explain/stage.ts';
import { words } from './explain/words.en.ts';
import { words as chinese } from './explain/words.zh.ts';
import { explanation } from './explanation.ts';

const told = explainedOf('federated', explanation, problem);
const { given, preset, subjectAt, stageAt, texOf, saysOf } = told;
type Told = ReturnType<typeof subjectAt>;

const infoOf = (of: Told) => of.opened.info as PlaneInfo | NetworkInfo;

const t = createTranslate('en');
const word = t as (key: MessageKey) => string;

const rowsAt = (of: Told, side: SideName, stage: Stage) =>
  stageAt(of, side, stage).table!.rows.map(({ cells }) => cells);

/** Every right side, settings under which conditions fail, and every preset. */
const SCENARIOS: [string, Values][] = [
  ['work', given({ versus: 'work', quad: 'tilted' })],
  ['equal', given({ versus: 'equal', server: 0.5 })],
  ['one step', given({ local: 1 })],
  ['overshooting', given({ c: 2.4, local: 3 })],
  ['slow to leave', given({ quad: 'agree', c: 1.9, server: 1.9, local: 2 })],
  ['five drawn', given({ quad: 'drawn', clients: 5, seed: 4 })],
  ['long network steps', given({ level: 'network', c: 1.5, m: 16 })],
  ['overshooting network', given({ level: 'network', c: 2.2, m: 16, local: 2 })],
  ['server beyond', given({ level: 'network', server: 1.5, m: 16, local: 1 })],
  ['many samples', given({ level: 'network', m: 32, n: 60, clients: 16, labels: 'square' })],
  ['dead', given({ level: 'network', m: 2, n: 3, clients: 2, seed: 2 })],
  ...told.presets(),
];

/** Sentences that only say what is what. */
const DEFINITIONS = ['fedLosses', 'fedModel', 'fedRound'].map((name) => `explain.say.${name}`);

describe('what is explained', () => {
  it.each(SCENARIOS)('is known to be proved, measured or a paper’s, and points at marks: %s', (_, values) => {
    told.expectTopics(subjectAt(values, 1), DEFINITIONS);
    told.expectTopics({ ...subjectAt(values, 0), update: null }, DEFINITIONS);
  });

  it('says “converge” of the paper’s abstract alone, quotes no theorem, and calls no side the better one', () => {
    const found = Object.entries(words).filter(([, said]) => /converge/i.test(String(said)));
    expect(found.map(([key]) => key)).toEqual(['explain.say.fedPaper']);
    for (const said of [...Object.values(words), ...Object.values(chinese)]) {
      expect(String(said)).not.toMatch(/theorem|定理|convex is|凸的更/i);
      expect(String(said)).not.toMatch(/heterogen\w+ (never|does not)/i);
    }
  });

  it('has the numbers of the rest, the bias and the factors of the plane', () => {
    const of = subjectAt(preset('fed-disagree'), 0);
    const rest = texOf(of, 'fedRest');
    expect(rest).toContain('=(0.7161,\\,0.571)');
    expect(rest).toContain('=(0,\\,0.75)');
    const bias = texOf(of, 'fedBias');
    for (const number of ['(0.9802,\\,0.505)', 'F(t^\\star)=0.09468', '=0.2722', '=0.1684'])
      expect(bias).toContain(number);
    const speed = texOf(of, 'fedSpeed');
    // Of K = 20: 1 - (p(.9) + p(.009))/2 both ways, and of K = 1 with eta = .1.
    const p = (lam: number, K: number) => 1 - (1 - 0.1 * lam) ** K;
    const [twenty, one] = [20, 1].map((K) => 1 - (p(9, K) + p(0.09, K)) / 2) as [number, number];
    for (const factor of [twenty, one]) expect(speed).toContain(texNumber(factor));
    expect(speed).toContain(`=${texNumber(Math.log(1e-3) / Math.log(one), 3)}`);
    expect(texOf(of, 'fedCurvature')).toContain(`0.09\\mapsto${texNumber(p(0.09, 20))}`);
    expect(saysOf(of, 'fedRight')).toEqual(['explain.say.fedRight.rounds']);
  });

  it('says where the conditions of the plane fail', () => {
    const says = (values: Values, id: string) => saysOf(subjectAt(given(values), 0), id);
    expect(says({}, 'fedRest')).not.toContain('explain.say.fedNoRest');
    expect(says({ c: 2.4 }, 'fedRest')).toContain('explain.say.fedNoRest');
    expect(says({ c: 2.4 }, 'fedSpeed')).toContain('explain.say.fedExpected.false');
    expect(says({}, 'fedSpeed')).not.toContain('explain.say.fedExpected.false');
  });

  it('has the band of the network with the true factor, and says where none is certified', () => {
    const band = texOf(subjectAt(preset('fed-opening'), 0), 'fedBand');
    // Rounded outwards.
    for (const number of ['0.98125\\le', '{0.98303}', '\\le0.99274']) expect(band).toContain(number);
    const says = (values: Values) => saysOf(subjectAt(values, 0), 'fedBand');
    expect(says(preset('fed-opening'))).toContain('explain.say.fedBandHere');
    expect(says(preset('fed-too-narrow'))).toContain('explain.say.fedNoBand.singular');
    for (const more of [{ c: 1.5 }, { server: 1.2 }] as Values[])
      expect(says(preset('fed-opening', more))).toContain('explain.say.fedNoBand.steps');
  });

  it('has the rest of the linearisation, its price, and its condition', () => {
    const short = subjectAt(preset('fed-too-narrow'), 0);
    const tex = texOf(short, 'fedWeighted');
    for (const number of ['=10<n=12', '=1.041', '=0.7351', '=0.3061']) expect(tex).toContain(number);
    expect(saysOf(short, 'fedWeighted')).toContain('explain.say.fedWeighted.short');
    const { smallest } = infoOf(subjectAt(preset('fed-opening'), 0)) as NetworkInfo;
    const full = subjectAt(preset('fed-opening'), 0);
    expect(texOf(full, 'fedWeighted')).toContain(`=${texNumber(smallest)}`);
    expect(saysOf(full, 'fedWeighted')).toContain('explain.say.fedWeighted.full');
    const beyond = (c: number) => saysOf(subjectAt(preset('fed-opening', { c }), 0), 'fedWeighted');
    expect(beyond(2.2)).toContain('explain.say.fedWeighted.full');
    expect(beyond(5)).toContain('explain.say.fedWeighted.none');
    expect(texOf(full, 'fedKernel')).toContain('n^2=144,\\quad K\\,n\\,m=15360');
  });
});

describe('a stage', () => {
  it.each(SCENARIOS)('has its words, and tables whose names exist: %s', (_, values) => {
    for (const k of [0, 2]) {
      const of = subjectAt(values, k);
      for (const side of ['left', 'right'] as const)
        for (const stage of FED_STAGES) {
          expect(word(dynamicKey('explain.walk.fed', stage))).not.toBe('');
          const { title, table } = told.expectStage(of, side, stage);
          // A side that has diverged has no round.
          if (title) expect(table!.rows.length).toBe(Math.min(table!.count, 40));
        }
    }
  });

  it.each(SCENARIOS)('and the numbers of a step have words: %s', (_, values) => {
    told.expectNumbers(subjectAt(values, 0).update, 10);
  });

  it('says whose round it is: K steps, one step, one place, equal curvatures', () => {
    const titles = (values: Values, side: SideName) =>
      FED_STAGES.map((stage) =>
        stageAt(subjectAt(given(values), 0), side, stage).title!.replace('explain.walk.fed.', ''),
      );
    const plane = ['plane.forward', 'plane.residuals', 'plane.gradient', 'plane.step'];
    expect(titles({}, 'right')).toEqual(plane);
    expect(titles({ versus: 'work' }, 'left')).toEqual(plane);
    expect(titles({ versus: 'work' }, 'right')).toEqual([
      'work.forward',
      'work.residuals',
      'work.gradient',
      'plane.step',
    ]);
    expect(titles({ versus: 'equal' }, 'left')).toEqual(plane);
    expect(titles({ versus: 'equal' }, 'right')).toEqual(['equal.forward', ...plane.slice(1)]);
    const end = (values: Values, side: SideName) => stageAt(subjectAt(given(values), 0), side, 'step').say;
    expect(end({}, 'left')).toContain('lands on the average');
    expect(end({}, 'left')).toContain('−s∇F_K');
    expect(end({}, 'right')).toContain('gradient descent on F.');
    expect(end({ server: 0.5 }, 'left')).toContain('s = 0.5 times');
  });

  it('of the plane is round 1 by hand: from (−1.5, −1), one local step of η = 0.1', () => {
    const of = subjectAt(given({ local: 1 }), 0);
    const near = (got: readonly (readonly number[])[], expected: readonly (readonly number[])[]) => {
      expect(got).toHaveLength(expected.length);
      for (const [i, row] of expected.entries())
        for (const [j, value] of row.entries()) expect(got[i]![j]).toBeCloseTo(value, 12);
    };
    // diag(9, .09) at (1, 1) and diag(.09, 9) at (-1, .5).
    near(rowsAt(of, 'left', 'forward'), [
      [(9 * 6.25 + 0.09 * 4) / 2, 0.09, 9],
      [(0.09 * 0.25 + 9 * 2.25) / 2, 0.09, 9],
    ]);
    const ends = [
      [-1.5 + 0.9 * 2.5, -1 + 0.009 * 2],
      [-1.5 + 0.009 * 0.5, -1 + 0.9 * 1.5],
    ] as const;
    const own = [
      (9 * (ends[0][0] - 1) ** 2 + 0.09 * (ends[0][1] - 1) ** 2) / 2,
      (0.09 * (ends[1][0] + 1) ** 2 + 9 * (ends[1][1] - 0.5) ** 2) / 2,
    ];
    near(rowsAt(of, 'left', 'residuals'), [
      [own[0]!, Math.hypot(2.25, 0.018), 0.009, 0.9],
      [own[1]!, Math.hypot(0.0045, 1.35), 0.009, 0.9],
    ]);
    const mean = [(ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2] as const;
    near(rowsAt(of, 'left', 'gradient'), [...ends, mean]);
    const step = stageAt(of, 'left', 'step').table!.rows;
    const row = (name: string) => step.find((own) => own.name === name)!.cells;
    near(
      [row('fedTheta1'), row('fedTheta2')],
      [
        [-1.5, mean[0]],
        [-1, mean[1]],
      ],
    );
  });

  it('of the network has its losses, and the linearisation takes Mu from u', () => {
    const of = subjectAt(preset('fed-opening'), 10);
    const loss = (side: SideName) => stageAt(of, side, 'step').table!.rows[0]!.cells[0]!;
    expect(loss('left')).toBeCloseTo(0.0645, 4);
    expect(loss('right')).toBeCloseTo(0.0619, 4);
    // Samples, and own losses that add up to the whole.
    for (const side of ['left', 'right'] as const) {
      const rows = rowsAt(of, side, 'forward');
      expect(rows.map(([count]) => count)).toEqual([4, 4, 4]);
      expect(rows.reduce((sum, [, own]) => sum + own!, 0)).toBeCloseTo(loss(side), 12);
    }
    // M u = H G u/N row by row, G u being told.
    const { kernel, count, samples: n } = infoOf(of) as NetworkInfo;
    const pull = rowsAt(of, 'right', 'residuals').map((cells) => cells[2]!);
    for (const [i, [u, taken, averaged]] of rowsAt(of, 'right', 'gradient').entries()) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += kernel[i * n + j]! * pull[j]!;
      expect(taken).toBeCloseTo(sum / count, 12);
      expect(averaged).toBeCloseTo(u! - sum / count, 12);
    }
  });
});

describe('what it calls proved', () => {
  it('q(H_cc) u_c is what K steps of a client take in one go: G u of 20 random networks', () => {
    const random = createRandom(5, 0);
    for (let trial = 0; trial < 20; trial++) {
      const local = 1 + random.integer(7);
      const values = given({
        level: 'network',
        seed: trial,
        m: 2 * (1 + random.integer(20)),
        n: 3 + random.integer(8),
        clients: 1 + random.integer(3),
        local,
        c: 1.9 * random.uniform() + 0.05,
      });
      const of = subjectAt(values, random.integer(4));
      const { kernel, samples: n, owners, eta } = infoOf(of) as NetworkInfo;
      const { before, linear } = of.update.round as NetworkTerms;
      for (let c = 0; c <= Math.max(...owners); c++) {
        // The loop: u_c <- u_c - eta H_cc u_c, summed times eta.
        let u = before.residual.slice();
        const taken = new Float64Array(n);
        for (let step = 0; step < local; step++) {
          const now: Vector = u;
          u = now.map((value, i) => {
            if (owners[i] !== c) return value;
            taken[i]! += eta * value;
            let sum = 0;
            for (let j = 0; j < n; j++) if (owners[j] === c) sum += kernel[i * n + j]! * now[j]!;
            return value - eta * sum;
          });
        }
        for (let i = 0; i < n; i++) if (owners[i] === c) expect(linear!.pull[i]).toBeCloseTo(taken[i]!, 9);
      }
    }
  });

  it('uᵀGu never grows with ηLmax < 2 and s ≤ 1, and falls by the square of the right end where that is certified', () => {
    const random = createRandom(6, 0);
    let certified = 0;
    for (let trial = 0; trial < 60; trial++) {
      const values = given({
        level: 'network',
        seed: trial,
        m: 2 * (1 + random.integer(30)),
        n: 3 + random.integer(6),
        clients: 1 + random.integer(3),
        local: 1 + random.integer(9),
        c: trial % 2 ? 0.05 + 0.95 * random.uniform() : 1.99 * random.uniform() + 0.005,
        server: 0.05 + 0.95 * random.uniform(),
      });
      const of = subjectAt(values, random.integer(6));
      const { bracket } = infoOf(of) as NetworkInfo;
      const [now, next] = (of.update.round as NetworkTerms).linear!.weighted;
      expect(next).toBeLessThanOrEqual(now * (1 + 1e-12));
      if (!bracket) continue;
      certified++;
      expect(next).toBeLessThanOrEqual(now * bracket[1] ** 2 * (1 + 1e-12));
    }
    expect(certified).toBeGreaterThan(25);
  });

  it('the two sides are equal at every sample until a sign flips', () => {
    let seen = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const values = given({ level: 'network', seed, m: 8, n: 5, clients: 2, local: 1, c: 0.1 });
      const { sides } = problem.prepare(values, null);
      const left = sides.left.iterate();
      for (let k = 0; k < 20; k++) {
        left.step();
        const { flipped, gap } = left.record();
        // With one local step none flips within a round.
        if (flipped! > 0) break;
        seen++;
        expect(gap).toBeLessThanOrEqual(1e-12);
      }
    }
    expect(seen).toBeGreaterThan(100);
  });
});
