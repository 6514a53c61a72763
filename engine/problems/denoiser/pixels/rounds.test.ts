import { describe, expect, it } from 'vitest';
import type { Iteration } from '../../../contract.ts';
import { PIXEL_CASES, sideOf } from '../../../fixtures/pixel-cases.ts';
import { type PixelValues, pixelDraws } from '../../../fixtures/two-pixels.ts';
import { SIDES } from '../../../side-names.ts';
import { DENOISER } from '../card.ts';
import { createPixelRounds } from './rounds.ts';
import { pixelSides } from './sides.ts';

const DEFAULTS: PixelValues = {
  phi: [1, 0.6],
  truth: [1, 0.15],
  start: [0.2, 0.9],
  c: 1,
  sigma: 0.2,
  spread: 0.05,
  cap: 0.95,
};

const stateOf = (run: Iteration) => {
  const state = new Float64Array(2);
  run.read(state);
  return [state[0]!, state[1]!] as const;
};

const near = (found: number, wanted: number) =>
  expect(Math.abs(found - wanted)).toBeLessThan(1e-13 * Math.max(1, Math.abs(wanted)));

const seen = (run: Iteration) => ({
  state: stateOf(run),
  record: run.record(),
  status: run.status,
  ended: run.ended,
  carried: run.carried,
});

const made = (more: Partial<PixelValues>) => pixelSides({ ...DEFAULTS, ...more });

describe.each(PIXEL_CASES)('$title', (one) => {
  it('takes the rounds of NumPy', () => {
    const { info, model, known } = sideOf(one);
    let worst = 0;
    for (const { start, iterates } of one.runs) {
      const run = createPixelRounds(model, known, { ...info, start: [start[0]!, start[1]!] }, true);
      for (let k = 0; k <= 300; k++) {
        const wanted = (iterates as Readonly<Record<string, readonly number[]>>)[k];
        if (wanted) worst = Math.max(worst, ...stateOf(run).map((x, i) => Math.abs(x - wanted[i]!)));
        run.step();
      }
    }
    expect(Object.keys(one.runs[0]!.iterates)).toEqual(['0', '1', '2', '10', '100', '300']);
    expect(worst).toBeLessThan(1e-13);
  });
});

describe('a run', () => {
  const draws = pixelDraws(21);
  const many = Array.from({ length: 30 }, () => draws.values());

  it('records what its names say', () => {
    for (const values of many) {
      const { info, pixels, sides } = pixelSides(values);
      const [[p, q], [u, v]] = [info.phi, info.truth];
      for (const side of SIDES) {
        const { denoiser, objective } = pixels[side];
        const { rate } = info.sides[side];
        const run = sides[side].iterate();
        expect(stateOf(run)).toEqual(info.start);
        expect(Object.keys(run.record()).sort()).toEqual(
          ['loss', 'objective', 'radius', 'ratio', 'residual', 'snr', 'step'].sort(),
        );
        let before: { x: readonly number[]; z: readonly number[] } | null = null;
        for (let k = 0; k < 40 && !run.ended; k++) {
          const [a, b] = stateOf(run);
          const record = run.record();
          const t = p * a + q * b - info.y;
          near(record.residual!, Math.abs(t));
          expect(record.loss).toBe((record.residual! * record.residual!) / 2);
          expect(record.objective).toBe(objective(a, b));
          const error = Math.hypot(u - a, v - b);
          expect(record.snr).toBeCloseTo(20 * Math.log10(Math.hypot(u, v) / error), 8);
          if (k === 0) expect([record.step, record.ratio, record.radius]).toEqual([NaN, NaN, NaN]);
          if (k === 1) expect(record.ratio).toBeNaN();
          if (before) {
            const step = Math.hypot(a - before.x[0]!, b - before.x[1]!);
            near(record.step!, step);
            if (rate === null) expect(record.radius).toBeNaN();
            else expect(record.radius! / ((rate / (1 - rate)) * record.step!)).toBeCloseTo(1, 12);
          }
          const [z, w] = [a - info.step * t * p, b - info.step * t * q];
          run.step();
          if (run.status === 'diverged') break;
          const next = stateOf(run);
          near(next[0], denoiser.apply(z));
          near(next[1], denoiser.apply(w));
          if (before) {
            const moved = Math.hypot(z - before.z[0]!, w - before.z[1]!);
            const told = run.record().ratio!;
            if (moved > 1.01e-9) expect(told).toBeCloseTo(run.record().step! / moved, 5);
            else if (moved < 0.99e-9) expect(told).toBeNaN();
            expect(Number.isNaN(told) || told <= denoiser.largestSlope * (1 + 1e-6)).toBe(true);
          }
          before = { x: [a, b], z: [z, w] };
        }
      }
    }
  });

  it('goes on as it was from what it saved, bit for bit', () => {
    for (const values of [...many, { ...DEFAULTS, c: 1.98 }, { ...DEFAULTS, cap: 1 }]) {
      const { sides } = pixelSides(values);
      for (const side of SIDES) {
        const run = sides[side].iterate();
        for (let k = 0; k < 7; k++) run.step();
        const saved = run.memory!.save();
        const once: unknown[] = [];
        for (let k = 0; k < 60; k++) {
          once.push(seen(run));
          run.step();
        }
        for (const again of [run, sides[side].iterate()]) {
          again.memory!.restore(saved);
          const twice: unknown[] = [];
          for (let k = 0; k < 60; k++) {
            twice.push(seen(again));
            again.step();
          }
          expect(twice).toEqual(once);
        }
      }
    }
  });
});

describe('how a run ends', () => {
  function endOf(run: Iteration, most = 3000) {
    let k = 0;
    for (; k < most && !run.ended && run.status === 'moving'; k++) run.step();
    return { k, ...seen(run) };
  }

  it('settled, where its radius is at most 1e-6 of its length, and not a round before', () => {
    const { sides, info } = made({});
    const run = sides.right.iterate();
    let before = Number.POSITIVE_INFINITY;
    for (;;) {
      const { state, record, status } = seen(run);
      const share = record.radius! / Math.hypot(...state);
      if (status === 'settled') {
        expect(share).toBeLessThanOrEqual(1e-6);
        expect(before).toBeGreaterThan(1e-6);
        expect([run.ended, run.carried]).toEqual([true, { radius: record.radius }]);
        const [rest] = info.sides.right.rests!;
        expect(Math.hypot(rest!.at[0] - state[0], rest!.at[1] - state[1])).toBeLessThanOrEqual(
          record.radius!,
        );
        break;
      }
      expect(status).toBe('moving');
      expect(run.carried).toEqual({});
      if (!Number.isNaN(share)) before = share;
      run.step();
    }
    const last = seen(run);
    run.step();
    expect(seen(run)).toEqual(last);
    const goesOn = createPixelRounds(made({}).pixels.right, info.sides.right, info, true);
    for (let k = 0; k < 400; k++) goesOn.step();
    expect([goesOn.status, goesOn.ended]).toEqual(['settled', false]);
    expect(goesOn.record().radius).toBeLessThan(last.record.radius!);
  });

  it('stationary, without a rate, after a step of at most 1e-10', () => {
    for (const { run } of [
      { run: made({}).sides.left.iterate() },
      { run: made({ cap: 1, c: 1.5 }).sides.right.iterate() },
    ]) {
      const { k, status, ended, record, carried } = endOf(run);
      expect(k).toBeGreaterThan(5);
      expect([status, ended, carried]).toEqual(['stationary', true, {}]);
      expect(record.step).toBeLessThanOrEqual(1e-10 * 1.5);
      expect(record.radius).toBeNaN();
    }
    // Relative for a long x, and not a round sooner.
    for (const more of [
      { phi: [1, 1], truth: [0, 0], start: [0.1, 0.1], c: 0.5 },
      { truth: [9, 9], start: [9, 9], spread: 0.3 },
      { truth: [9, 9], start: [8, 9], spread: 0.3, c: 0.3 },
    ]) {
      const run = made(more).sides.left.iterate();
      for (let isFirst = true; isFirst; ) {
        const { state, record, status } = seen(run);
        expect(status === 'stationary').toBe(record.step! <= 1e-10 * Math.max(1, Math.hypot(...state)));
        isFirst = status !== 'stationary';
        run.step();
      }
    }
  });

  it('cycles with its period, while it moves by more than 1e-3, and goes on', () => {
    const run = made({ c: 1.98 }).sides.left.iterate();
    const { status, ended, carried, k } = endOf(run);
    expect([status, ended, carried]).toEqual(['cycles', false, { period: 2 }]);
    expect(k).toBeGreaterThan(10);
    const a = stateOf(run);
    run.step();
    const b = stateOf(run);
    run.step();
    expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(0.9);
    const c = stateOf(run);
    expect(Math.hypot(a[0] - c[0], a[1] - c[1])).toBeLessThan(1e-9);
  });

  it('cycles with the least period, of up to 8', () => {
    const { info } = made({});
    const states = [0, 1, 2, 3, 4].map((k) => [k / 5, (k * k) / 25]);
    for (const period of [2, 3, 4, 5]) {
      let k = 0;
      const turning = {
        round(into: Float64Array) {
          into.set(states[++k % period]!);
        },
        objective: () => 0,
      };
      const known = { ...info.sides.left, rate: null };
      const start = [0, 0] as const;
      const run = createPixelRounds({ ...made({}).pixels.left, ...turning }, known, { ...info, c: 2, start });
      const { k: at, status, carried } = endOf(run);
      expect([at, status, carried]).toEqual([period, 'cycles', { period }]);
    }
  });

  it('not as a cycle where it provably comes to rest, however slowly', () => {
    const statusAt = (c: number) => {
      const run = made({ cap: 1, c }).sides.right.iterate();
      for (let k = 0; k < 50; k++) run.step();
      return run.status;
    };
    expect([statusAt(2), statusAt(2 - 1e-11)]).toEqual(['cycles', 'moving']);
  });

  it('not as a cycle where it hardly moves', () => {
    const { info, pixels } = made({});
    let sign = 1;
    const turning = {
      round(into: Float64Array) {
        sign = -sign;
        into.set([0.5 + sign * 4e-4, 0.5]);
      },
    };
    const known = { ...info.sides.left, rate: null };
    const run = createPixelRounds({ ...pixels.left, ...turning }, known, {
      ...info,
      c: 2,
      start: [0.5, 0.5],
    });
    expect(endOf(run, 50).status).toBe('moving');
  });

  it('diverged, beyond a million', () => {
    // s^2/v = .98: a step of c = 4 along phi multiplies by -2.9.
    const { sides } = made({ spread: 0.3, sigma: 0.06, c: 4, start: [9, -9] });
    for (const side of SIDES) {
      const run = sides[side].iterate();
      let before = stateOf(run);
      for (let k = 0; k < 100 && !run.ended; k++) {
        before = stateOf(run);
        run.step();
      }
      expect(run.status).toBe('diverged');
      expect(Math.max(...before.map(Math.abs))).toBeLessThanOrEqual(1e6);
      expect(Math.max(...stateOf(run).map(Math.abs))).toBeGreaterThan(1e6);
    }
  });

  it('by the names of the card, which says which of them stop', () => {
    const { ends, series } = DENOISER;
    expect(Object.keys(ends)).toEqual(['settled', 'stationary', 'cycles']);
    expect([ends.settled.stops, ends.stationary.stops, ends.cycles.stops]).toEqual([true, true, false]);
    const names = Object.keys(made({}).sides.left.iterate().record());
    expect(names.filter((name) => !(name in series))).toEqual(['loss']);
  });
});

it('has no SNR of a truth of 0, and an infinite one at the truth', () => {
  const zero = made({ truth: [0, 0] }).sides.left.iterate();
  expect(zero.record().snr).toBeNaN();
  const at = made({ start: [1, 0.15] }).sides.left.iterate();
  expect(at.record().snr).toBe(Number.POSITIVE_INFINITY);
});
