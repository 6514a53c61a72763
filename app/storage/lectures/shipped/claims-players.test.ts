import { describe, expect, it } from 'vitest';
import { createCrowd } from '../../../../engine/ensemble/crowd.ts';
import { recordRun } from '../../../../engine/facts/recorded-run.ts';
import { findFacts } from '../../../../engine/facts/scenario-facts.ts';
import { recoverable } from '../../../../engine/kernels/binomial.ts';
import type { GameInfo, GeneratorSide, PlaneSide } from '../../../../engine/problems/gan/types.ts';
import { loadProblem } from '../../../../engine/problems/index.ts';
import { runValues } from '../../../../engine/run/run-values.ts';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { PLAYERS } from './players.ts';

/** Checks claims without numbers in "Two players, one saddle". */

async function play(name: keyof typeof PLAYERS, steps: number) {
  const { problem, values } = parseLink(PLAYERS[name].scenario).scenario;
  const loaded = await loadProblem(problem);
  const instance = loaded.prepare(values, null);
  const run = recordRun(instance, runValues(values));
  while (run.last < steps && run.goOn());
  const info = instance.info as GameInfo;
  return { run, values, loaded, instance, info, sides: info.sides };
}

const plane = ({ sides }: { sides: GameInfo['sides'] }) => sides as Record<'left' | 'right', PlaneSide>;
const generator = ({ sides }: { sides: GameInfo['sides'] }) =>
  sides as Record<'left' | 'right', GeneratorSide>;

describe('two players, one saddle', () => {
  it('spiral: one game, one start, another brake; the left begins at distance one and goes out, the right comes in', async () => {
    const played = await play('spiral', 200);
    const { left, right } = plane(played);
    expect([left.rho, right.rho > 0, left.eta === right.eta, left.rule]).toEqual([0, true, true, right.rule]);
    expect([left.verdict, right.verdict]).toEqual(['leaves', 'arrives']);
    expect(played.run.read('left', 'distance', 0)).toBe(1);
    expect(played.run.read('left', 'distance', 200)).toBeGreaterThan(50);
  });

  it('turns: the left goes round on its ellipse and neither comes in nor leaves', async () => {
    const played = await play('turns', 3000);
    const { left, right } = plane(played);
    expect([left.verdict, left.ellipse !== null, right.verdict]).toEqual(['cycles', true, 'arrives']);
    const away = Array.from({ length: 3001 }, (_, k) => played.run.read('left', 'distance', k));
    expect(Math.min(...away)).toBeGreaterThan(0.9);
    expect(Math.max(...away)).toBeLessThan(1.1);
    const [{ a, b, c, level }, [w, d]] = [left.ellipse!, played.run.iterate('left', 3000)!];
    const e = w! - played.info.mean[0]!;
    expect(a * e * e + b * e * d! + c * d! * d!).toBeCloseTo(level, 12);
  });

  it('ahead: no brake on either side, and the right arrives, at two evaluations a round too', async () => {
    const played = await play('ahead', 400);
    const { left, right } = plane(played);
    expect([left.rho, right.rho, left.verdict, right.verdict]).toEqual([0, 0, 'leaves', 'arrives']);
    // The right needs half as many rounds.
    expect(played.run.read('right', 'distance', 25)).toBeLessThan(played.run.read('left', 'distance', 50));
    expect(played.run.read('right', 'distance', 200)).toBeLessThan(played.run.read('right', 'distance', 199));
    // Each round of the right multiplies by its factor exactly.
    for (const k of [1, 50, 200]) {
      const share = played.run.read('right', 'distance', k) / played.run.read('right', 'distance', k - 1);
      expect(share).toBeCloseTo(right.factor, 12);
    }
  });

  it('cone: out of reach on the left and in reach on the right; every column lies on the far side of d*, to which d turns', async () => {
    const played = await play('cone', 1000);
    const { left, right } = generator(played);
    expect([left.certificate.reachable, right.certificate.reachable]).toEqual([false, true]);
    // Its question names the width.
    expect(left.width).toBe(3);
    const { d } = left.certificate;
    for (let j = 0; j < left.width; j++)
      expect(d[0]! * left.columns[j]! + d[1]! * left.columns[left.width + j]!).toBeLessThan(1e-9);
    expect(d[0]! * played.info.mean[0]! + d[1]! * played.info.mean[1]!).toBeGreaterThan(0);
    const turned = (k: number) => {
      const [a, b] = played.run.iterate('left', k)!.slice(-2) as unknown as [number, number];
      return (a * d[0]! + b * d[1]!) / Math.hypot(a, b) / Math.hypot(d[0]!, d[1]!);
    };
    expect(turned(100)).toBeGreaterThan(0.99);
    for (let k = 0; k <= 1000; k++)
      expect(played.run.read('left', 'loss', k)).toBeGreaterThan(left.certificate.floor);
  });

  it('signs: of 200 starts all of the left are drawn to the origin, and all of the right come to mse 0', async () => {
    const { loaded, instance, values } = await play('signs', 1);
    const crowd = createCrowd(loaded, instance, { ...values, crowd: 200 }, null)!;
    while (crowd.goOn(1000));
    const { left, right } = crowd.frameAt(1000);
    expect(Math.max(...left.places.map(Math.abs))).toBeLessThan(0.2);
    for (let dot = 0; dot < 200; dot++) {
      const [a, b] = right.places.subarray(2 * dot);
      expect(Math.abs(Math.abs(b!) - Math.abs(a!) - 1)).toBeLessThan(1e-3);
    }
  });

  it('width: within reach and slow, and wider at once; above one half from twice as many columns as numbers', async () => {
    const played = await play('width', 300);
    const { left, right } = generator(played);
    expect([left.certificate.reachable, right.certificate.reachable]).toEqual([true, true]);
    const { length } = played.info.mean;
    // Its question names the length.
    expect(length).toBe(5);
    expect(recoverable(2 * length - 1, length)).toBe(0.5);
    for (let k = 2 * length; k < 100; k++)
      expect(recoverable(k + 1, length)).toBeGreaterThanOrEqual(recoverable(k, length));
    expect(recoverable(2 * length, length)).toBeGreaterThan(0.5);
    // Near the threshold weights exceed those of a wide generator.
    const most = ({ certificate: { h } }: GeneratorSide) => h.reduce((sum, one) => sum + one, 0);
    expect(most(left)).toBeGreaterThan(most(right));
  });

  it('brake: within reach on both sides; the left falls and grows, its push above its brake, the right below', async () => {
    const played = await play('brake', 100);
    const { left, right } = generator(played);
    expect([left.certificate.reachable, right.certificate.reachable, right.rho / left.rho]).toEqual([
      true,
      true,
      10,
    ]);
    const mse = (k: number) => played.run.read('left', 'loss', k);
    expect(Math.min(...[...Array(20).keys()].map(mse))).toBeLessThan(mse(0));
    expect(mse(100)).toBeGreaterThan(10 * mse(0));
    const push = async (side: 'left' | 'right') =>
      (await findFacts(played.loaded, played.values, [`${side}.push@100`]))[`${side}.push@100`]!;
    expect(await push('left')).toBeGreaterThan(left.rho);
    expect(await push('right')).toBeLessThan(right.rho);
  });
});
