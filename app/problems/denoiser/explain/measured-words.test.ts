import { describe, expect, it } from 'vitest';
import type { SideName, Vector } from '../../../../engine/contract.ts';
import { createRandom } from '../../../../engine/kernels/random.ts';
import { distance, norm } from '../../../../engine/kernels/vector.ts';
import type { Values } from '../../../../engine/params.ts';
import type { DenoiserValues } from '../../../../engine/problems/denoiser/card.ts';
import weights from '../../../../engine/problems/denoiser/image/denoiser-weights.json' with { type: 'json' };
import { psnrOf, snrOf } from '../../../../engine/problems/denoiser/image/measures.ts';
import { imageReadings } from '../../../../engine/problems/denoiser/image/readings.ts';
import { createImageRound } from '../../../../engine/problems/denoiser/image/round.ts';
import { createSideRun, startOf } from '../../../../engine/problems/denoiser/image/sides.ts';
import { drawSky } from '../../../../engine/problems/denoiser/image/sky.ts';
import type { DenoiserInstance } from '../../../../engine/problems/denoiser/instance.ts';
import { pixelLimits } from '../../../../engine/problems/denoiser/pixels/basins.ts';
import { createPixelDenoiser } from '../../../../engine/problems/denoiser/pixels/denoiser.ts';
import { problem as coming } from '../../../../engine/problems/denoiser/problem.ts';
import type { ImageInfo, PixelsInfo } from '../../../../engine/problems/denoiser/types.ts';
import { createScenario, presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { findAll } from '../../../../engine/search.ts';
import { meanInterval } from '../../../../scripts/intervals.ts';
import { measured } from '../../../../scripts/measured.ts';
import { words } from './words.en.ts';
import { words as chinese } from './words.zh.ts';

/** Recomputes measured numbers from single runs; those over skies are in `measured-skies.test.ts`. */

const problem = await coming;

function prepared(id: string, more: Values = {}): DenoiserInstance {
  const { values } = createScenario('denoiser', { ...presetScenario('denoiser', id).values, ...more });
  return problem.prepare(values, null);
}

function has(key: string, numbers: readonly string[]): void {
  // Chinese writes 41%, as Intl does.
  for (const said of [words, chinese])
    for (const number of numbers)
      expect(String(said[`explain.say.dn${key}` as keyof typeof words]).replace(/(?<=\d)%/g, ' %')).toContain(
        number,
      );
}

const decibels = (value: number) => value.toFixed(2).replace('-', '−');
const point = (at: ArrayLike<number>) =>
  `(${Array.from(at, (value) => Number(value.toFixed(3)).toFixed(3)).join(', ')})`;

describe('two pixels', () => {
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const away = (at: ArrayLike<number>, truth: ArrayLike<number>) =>
    Math.sqrt((at[0]! - truth[0]!) ** 2 + (at[1]! - truth[1]!) ** 2).toFixed(2);

  /** Returns the limits of 41 x 41 starts. */
  function ends(id: string, side: SideName, more: Values = {}) {
    const { pixels, info } = prepared(id, more);
    return { ...pixelLimits(pixels![side]), truth: (info as PixelsInfo).truth };
  }

  it('three limits on the left, one on the right', () => {
    const left = ends('pix-three', 'left');
    expect(left.settledShare).toBe(1);
    expect(left.limits).toHaveLength(3);
    has('Three', [
      '41 × 41',
      ...left.limits!.flatMap(({ at, share }) => [point(at), percent(share), away(at, left.truth)]),
    ]);
    const right = ends('pix-three', 'right');
    expect([right.limits!.length, right.limits![0]!.share]).toEqual([1, 1]);
    has('Three', [point(right.limits![0]!.at), away(right.limits![0]!.at, right.truth)]);
  });

  it('a cycle', () => {
    const { settledShare, limits, cycles } = ends('pix-cycle', 'left');
    expect(limits).toHaveLength(1);
    expect(cycles).toHaveLength(1);
    expect(settledShare + cycles[0]!.share).toBeCloseTo(1, 12);
    has('Cycle', [
      percent(settledShare),
      point(limits![0]!.at),
      ...cycles[0]!.points.map((one) => point(one)),
    ]);
    const right = ends('pix-cycle', 'right');
    expect([right.settledShare, right.limits!.length]).toEqual([1, 1]);
    has('Cycle', [point(right.limits![0]!.at)]);
  });

  it('no cap needed', () => {
    const { info } = prepared('pix-wide');
    const { sigma, largestSlope, sides } = info as PixelsInfo;
    has('Wide', [String(sigma), largestSlope.toFixed(3), point(sides.left.rests![0]!.at)]);
    const { limits, settledShare } = ends('pix-wide', 'left');
    expect([settledShare, limits!.length]).toEqual([1, 1]);
    // With an idle cap both sides are equal; the preset's own cap is 0.95.
    expect((prepared('pix-wide', { cap: 1 }).info as PixelsInfo).sides.right.cap).toBeNull();
  });

  it('the rule is sufficient and not necessary', () => {
    const bound = (prepared('pix-border').info as PixelsInfo).sides.left.guaranteedBelow;
    has('Sufficient', [bound.toFixed(3), '41 × 41', 'c = 1.15', 'c = 1.5']);
    for (const c of [1.15, 1.5]) expect(ends('pix-border', 'left', { c }).settledShare).toBe(1);
  });

  it('and sharp: a cycle is born just above', () => {
    const { apply, largestSlope } = createPixelDenoiser({ spread: 0.05, sigma: 0.2, cap: null });
    const width = (above: number) => {
      const c = 1 + 1 / largestSlope + above;
      let x = 0.501;
      for (let k = 0; k < 200_000; k++) x = apply(x - c * (x - 0.5));
      const next = apply(x - c * (x - 0.5));
      expect(next + x).toBeCloseTo(1, 9);
      return Math.abs(next - x).toFixed(2);
    };
    has('Born', ['σ = 0.2', 's = 0.05', '0.001', width(0.001), '0.01', width(0.01)]);
  });
});

const runs = new Map<string, ReturnType<typeof startRun>>();

/** Follows a denoiser, also beyond its end. */
function follow(
  id: string,
  name: 'net' | 'ridge' | 'handmade',
  from: 'zero' | 'noise' = 'zero',
  more: Values = {},
) {
  const key = [id, name, from, JSON.stringify(more)].join(' ');
  const run = runs.get(key) ?? startRun(prepared(id, more), name, from);
  runs.set(key, run);
  return run;
}

function startRun(instance: DenoiserInstance, name: 'net' | 'ridge' | 'handmade', from: 'zero' | 'noise') {
  const info = instance.info as ImageInfo;
  const round = createImageRound(instance.image!, instance.image!.create(name), info);
  round.begin(startOf(from, info.dirty));
  const images = [round.x.slice()];
  /** ||D(z) - D(z')||/||z - z'|| of each round; NaN for the first. */
  const ratios: number[] = [];
  const steps: number[] = [];
  const run = {
    images,
    ratios,
    steps,
    at(k: number): Vector {
      while (images.length <= k) {
        const [z, denoised] = [round.z.slice(), round.denoised.slice()];
        round.go();
        const apart = distance(round.z, z);
        ratios.push(
          images.length > 1 && apart > 1e-9 ? distance(round.denoised, denoised) / apart : Number.NaN,
        );
        steps.push(distance(round.x, images.at(-1)!));
        images.push(round.x.slice());
      }
      return images[k]!;
    },
    snr: (k: number) => snrOf(info.truth, run.at(k)),
    largestRatio(rounds: number) {
      run.at(rounds);
      return Math.max(...ratios.slice(0, rounds).filter(Number.isFinite));
    },
    /** Returns the certified radius after k rounds. */
    radius(k: number) {
      run.at(k);
      return (info.rate! / (1 - info.rate!)) * steps[k - 1]!;
    },
  };
  return run;
}

/** Returns the first round of a side's end, with its status and SNR. */
function endOf({ info, image }: DenoiserInstance, side: SideName, most = 1000) {
  const run = createSideRun(info as ImageInfo, image!, side);
  for (let k = 0; k < most && !run.ended; k++) run.step();
  return { k: String(run.rounds), status: run.status };
}

const IMAGES = ['img-opening', 'img-two-answers', 'img-left-wins', 'img-default', 'img-restless'];

const sizeOf = (id: string) => norm((prepared(id).info as ImageInfo).truth as Float64Array);
const cleanSnr = (id: string) => findAll(imageReadings(prepared(id), {}).clean({ steps: 300 })!).snr;
const snrs = (id: string, name: 'net' | 'ridge', k: number) =>
  (['zero', 'noise'] as const).map((from) => follow(id, name, from).snr(k));
/** Follows two runs until both radii are tiny. */
function together(id: string) {
  const both = (['zero', 'noise'] as const).map((from) => follow(id, 'ridge', from));
  const radius = (k: number) => Math.max(...both.map((run) => run.radius(k)));
  let k = 200;
  while (k < 4000 && radius(k) >= 1e-12) k += 100;
  return { radius: radius(k), apart: distance(both[0]!.at(k), both[1]!.at(k)) };
}
const strengths = (strength: number) =>
  // 1 is the preset's own.
  (['net', 'ridge'] as const).map((name) =>
    follow('img-left-wins', name, 'zero', strength === 1 ? {} : { strength }).snr(300),
  );

/** Runs behind the sentences, by name; `npm test` repeats some of them. */
const RUNS = {
  'opening, lengths': () => {
    const instance = prepared('img-opening');
    const info = instance.info as ImageInfo;
    const [left, right] = (['net', 'ridge'] as const).map((name) => follow('img-opening', name).at(100));
    const told = findAll(imageReadings(instance, {}).images({ left: left!, right: right! })!);
    return (['left', 'right'] as const).map((side) => {
      const { measured, unmeasured } = told[side].errorPower!;
      return [unmeasured * (1024 - info.visibilities), measured * info.visibilities].map(Math.sqrt);
    });
  },
  'opening, left': () => {
    const run = follow('img-opening', 'net');
    const all = Array.from({ length: 100 }, (_, k) => run.snr(k + 1));
    const best = all.indexOf(Math.max(...all)) + 1;
    const largest = run.largestRatio(265);
    const first = run.ratios.findIndex((ratio) => ratio > 1) + 1;
    return { best, most: all[best - 1]!, last: all[99]!, largest, first };
  },
  'opening, ends': () => [endOf(prepared('img-opening'), 'left'), endOf(prepared('img-opening'), 'right')],
  'opening, right': () => snrs('img-opening', 'ridge', 200),
  'two answers, left': () => {
    const [zero, noise] = (['zero', 'noise'] as const).map((from) => follow('img-two-answers', 'net', from));
    const apart = distance(zero!.at(300), noise!.at(300)) / sizeOf('img-two-answers');
    return { snrs: [zero!.snr(300), noise!.snr(300)], apart, ratio: zero!.ratios[299]! };
  },
  'two answers, end': () => endOf(prepared('img-two-answers'), 'left'),
  'left wins, left': () => ({
    snrs: snrs('img-left-wins', 'net', 300),
    largest: follow('img-left-wins', 'net').largestRatio(300),
  }),
  'strength 1': () => strengths(1),
  'left wins, others': () => [
    ...(['ridge', 'handmade'] as const).map((name) => follow('img-left-wins', name).snr(300)),
    cleanSnr('img-left-wins'),
    (prepared('img-left-wins').info as ImageInfo).dirtySnr,
  ],
  'strength 0.25': () => strengths(0.25),
  'strength 0.5': () => strengths(0.5),
  'strength 2': () => strengths(2),
  'restless, left': () => {
    const run = follow('img-restless', 'net');
    const moved = distance(run.at(1301), run.at(1300)) / sizeOf('img-restless');
    return { snrs: [run.snr(1300), run.snr(1301)], moved, back: distance(run.at(1302), run.at(1300)) };
  },
  'restless, right': () => {
    const run = follow('img-restless', 'ridge');
    let last = 300;
    while (run.radius(last) >= 1e-12) last += 100;
    const [radius, way] = [run.radius(300), distance(run.at(last), run.at(300))];
    return { snr: run.snr(last), radius, way };
  },
  'restless, end': () => endOf(prepared('img-restless'), 'right'),
  default: () => [
    ...(['net', 'ridge', 'handmade'] as const).map((name) => follow('img-default', name).snr(300)),
    cleanSnr('img-default'),
  ],
  ratios: () => IMAGES.map((id) => follow(id, 'ridge').largestRatio(300)),
  'img-opening together': () => together('img-opening'),
  'img-two-answers together': () => together('img-two-answers'),
  'img-left-wins together': () => together('img-left-wins'),
  'img-default together': () => together('img-default'),
  'img-restless together': () => together('img-restless'),
  'two answers, right': () => snrs('img-two-answers', 'ridge', 300),
};
type RunName = keyof typeof RUNS;
const NAMES = Object.keys(RUNS) as RunName[];

let kept: Promise<ReadonlyMap<RunName, unknown>> | undefined;
async function toldOf<Name extends RunName>(name: Name): Promise<ReturnType<(typeof RUNS)[Name]>> {
  kept ??= measured('denoiser-words', NAMES, (one) => RUNS[one]() as unknown, 3);
  return (await kept).get(name) as ReturnType<(typeof RUNS)[Name]>;
}

describe('an image', () => {
  it('rises, then falls apart', async () => {
    const { best, most, last } = await toldOf('opening, left');
    has('Falls', [decibels(most), String(best), last.toFixed(1).replace('-', '−'), '100']);
    const [left, right] = await toldOf('opening, ends');
    expect([left!.status, right!.status]).toEqual(['diverged', 'settled']);
    has('Falls', [left!.k, '10⁶', right!.k]);
    has('Falls', (await toldOf('opening, right')).map(decibels));
  });

  it('what was piled up where nobody measured', async () => {
    const [left, right] = (await toldOf('opening, lengths')) as [number[], number[]];
    has('Piled', [left[0]!.toFixed(1), left[1]!.toFixed(1), ...right.map((length) => length.toFixed(2))]);
    has('Piled', ['100', sizeOf('img-opening').toFixed(2)]);
    expect(Math.floor(1.05 ** 100 / 10) * 10).toBe(130);
    has('PilesUp', ['5 %', '130', '100']);
  });

  it('ratios', async () => {
    const { first, largest } = await toldOf('opening, left');
    has('Witnesses', [String(first), largest.toFixed(3), '0.99', '300', '0.98']);
    expect((await toldOf('left wins, left')).largest).toBeLessThan(0.99);
    const ratios = await toldOf('ratios');
    expect(ratios).toHaveLength(IMAGES.length);
    for (const ratio of ratios) expect(ratio).toBeLessThan(0.98);
    has('NoHarm', [(await toldOf('two answers, left')).ratio.toFixed(3), '300']);
    const end = await toldOf('two answers, end');
    expect(end.status).toBe('stationary');
    has('NoHarm', [end.k]);
  });

  it('two starts, two images', async () => {
    const { snrs: left, apart } = await toldOf('two answers, left');
    has('Two', [...left, ...(await toldOf('two answers, right'))].map(decibels));
    has('Two', [apart.toFixed(2)]);
  });

  it('the free one wins, and both depend on the strength', async () => {
    has('LeftWins', (await toldOf('left wins, left')).snrs.map(decibels));
    has('LeftWins', [...(await toldOf('left wins, others')).map(decibels), '300']);
    for (const strength of [0.25, 0.5, 1, 2] as const)
      has('Strengths', [String(strength), ...(await toldOf(`strength ${strength}`)).map(decibels)]);
  });

  it('the longest step', async () => {
    has('Default', ['300', ...(await toldOf('default')).map(decibels)]);
  });

  it('the free side never rests, and the radius is honest but loose', async () => {
    const left = await toldOf('restless, left');
    has('Restless', left.snrs.map(decibels));
    expect(left.moved).toBeCloseTo(0.5, 1);
    expect(left.back).toBeLessThan(1e-9);
    const end = await toldOf('restless, end');
    expect(end.status).toBe('settled');
    const { snr, radius, way } = await toldOf('restless, right');
    has('Restless', [end.k, decibels(snr)]);
    has('Loose', [radius.toFixed(5), '300', `${(1e6 * way).toFixed(1)} × 10⁻⁶`]);
  });

  it('rounding adds less than is said', async () => {
    for (const id of IMAGES) {
      const { radius, apart } = await toldOf(`${id} together` as 'img-default together');
      // Bounds all further movement, hence also their distance.
      expect(radius).toBeLessThan(1e-12);
      expect(apart).toBeLessThan(1e-12);
    }
    has('Rounding', ['10⁻¹²']);
  });
});

describe('the denoisers', () => {
  it('quality, and what the guarantee costs', () => {
    const quality = (threshold: number) => {
      const instance = prepared('img-opening', { right: 'handmade', threshold });
      return findAll(imageReadings(instance, {} as DenoiserValues).quality(null)!);
    };
    const { noisy, net, ridge, handmade } = quality(0.01);
    has('Psnr', ['24', '0.05', ...[noisy, net, ridge, handmade].map(decibels), '0.01']);
    has('Psnr', [decibels(quality(0.02).handmade), '0.02']);
    const { image } = prepared('img-opening');
    const ratios = Array.from({ length: 24 }, (_, i) => {
      const sky = drawSky(60_000 + i);
      const { normal } = createRandom(i >> 4, i & 15);
      const noisy = sky.map((value) => value + 0.05 * normal());
      const cleaned = new Float64Array(1024);
      return [
        psnrOf(sky, noisy),
        ...(['net', 'ridge', 'handmade'] as const).map((name) => {
          image!.create(name).apply(cleaned, noisy);
          return psnrOf(sky, cleaned);
        }),
      ];
    });
    const halves = [noisy, net, ridge, handmade].map((told, place) => {
      const { mean, half } = meanInterval(ratios.map((each) => each[place]!));
      if (place < 3) expect(mean).toBeCloseTo(told, 9);
      return half;
    });
    has('Psnr', ['60000', '60023', '95 %', `${(Math.ceil(10 * Math.max(...halves)) / 10).toFixed(1)} dB`]);
    has('Cost', [`${(net - ridge).toFixed(1)} dB`]);
  });

  it('have as many weights as is said', () => {
    const { net, ridge } = weights;
    const count = (lists: readonly unknown[]): number => lists.flat(3).length;
    has('Net', [count(net).toLocaleString('en')]);
    has('Ridge', [String(count(ridge.W) + count(ridge.S)), '16', '5 × 5', '24']);
  });

  it('gains on larger grids', () => {
    /** Finds the largest transform of the filters, by sums along both axes. */
    function largestGain(size: number): number {
      let largest = 0;
      const waves = Array.from({ length: 5 }, (_, tap) =>
        Float64Array.from({ length: 2 * size }, (_, i) => {
          const angle = (2 * Math.PI * tap * (i >> 1)) / size;
          return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
        }),
      );
      for (let k1 = 0; k1 < size; k1++) {
        // Rows first: sum over a of w[a][b] e(a k1).
        const rows: Vector[] = Array.from({ length: 16 }, (_, j) => {
          const row = new Float64Array(10);
          for (let a = 0; a < 5; a++)
            for (let b = 0; b < 5; b++)
              for (const q of [0, 1])
                row[2 * b + q]! += weights.ridge.W[25 * j + 5 * a + b]! * waves[a]![2 * k1 + q]!;
          return row;
        });
        for (let k2 = 0; k2 <= size / 2; k2++) {
          let gain = 0;
          for (const row of rows) {
            let [re, im] = [0, 0];
            for (let b = 0; b < 5; b++) {
              const [c, s] = [waves[b]![2 * k2]!, waves[b]![2 * k2 + 1]!];
              re += row[2 * b]! * c - row[2 * b + 1]! * s;
              im += row[2 * b]! * s + row[2 * b + 1]! * c;
            }
            gain += re * re + im * im;
          }
          largest = Math.max(largest, gain);
        }
      }
      return largest;
    }
    const { certificate } = prepared('img-opening').info as ImageInfo;
    expect(largestGain(32)).toBeCloseTo(certificate.largestGain, 12);
    has('Grid', [
      '32 × 32',
      '64 × 64',
      largestGain(64).toFixed(7),
      '96 × 96',
      largestGain(96).toFixed(6),
      '512 × 512',
      largestGain(512).toFixed(6),
    ]);
  });

  it('a firmly nonexpansive map turns no difference by a right angle', () => {
    const { image, info } = prepared('img-opening');
    const ridge = image!.create('ridge');
    const random = createRandom(3, 0);
    const draw = () => (info as ImageInfo).truth!.map((value) => value + 0.1 * random.normal());
    for (let trial = 0; trial < 10; trial++) {
      const [a, b, p, q] = [draw(), draw(), new Float64Array(1024), new Float64Array(1024)];
      ridge.apply(p, a);
      ridge.apply(q, b);
      expect(p.reduce((sum, value, i) => sum + (value - q[i]!) * (a[i]! - b[i]!), 0)).toBeGreaterThan(0);
    }
  });
});
