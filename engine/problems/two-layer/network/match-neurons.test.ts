import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import { createDualCurve } from '../program/dual-curve.ts';
import { deadNeurons, groupNeurons, matchNeurons } from './match-neurons.ts';

const small = fc.integer({ min: -3, max: 3 });
const networks = fc
  .record({ k: fc.integer({ min: 1, max: 4 }), m: fc.integer({ min: 1, max: 6 }) })
  .chain(({ k, m }) =>
    fc.record({
      teacher: vectorOf(3 * k),
      network: vectorOf(
        3 * m,
        fc.oneof(
          small,
          fc.integer({ min: -900, max: 900 }).map((x) => x / 300),
        ),
      ),
    }),
  );

/** |alpha| w with the sign of alpha of each neuron. */
function vectorsOf(network: Float64Array) {
  const m = network.length / 3;
  return Array.from({ length: m }, (_, j) => {
    const alpha = network[2 * m + j]!;
    const size = Math.abs(alpha);
    return { sign: Math.sign(alpha), x: size * network[2 * j]!, y: size * network[2 * j + 1]! };
  });
}

/** The most pairs and their least total distance, over all ways to choose. */
function bestOf(teacher: Float64Array, network: Float64Array): { pairs: number; total: number } {
  const students = vectorsOf(network).filter(({ sign, x, y }) => sign !== 0 && (x !== 0 || y !== 0));
  const planted = vectorsOf(teacher).filter(({ sign, x, y }) => sign !== 0 && (x !== 0 || y !== 0));
  let best = { pairs: 0, total: 0 };
  const visit = (i: number, taken: ReadonlySet<number>, pairs: number, total: number): void => {
    if (i === planted.length) {
      if (pairs > best.pairs || (pairs === best.pairs && total < best.total)) best = { pairs, total };
      return;
    }
    visit(i + 1, taken, pairs, total);
    const { sign, x, y } = planted[i]!;
    students.forEach((student, j) => {
      if (student.sign !== sign || taken.has(j)) return;
      const away = Math.sqrt((x - student.x) ** 2 + (y - student.y) ** 2);
      visit(i + 1, new Set(taken).add(j), pairs + 1, total + away);
    });
  };
  visit(0, new Set(), 0, 0);
  return best;
}

describe('matching', () => {
  it('finds the most pairs with the least total distance of all choices', () => {
    fc.assert(
      fc.property(networks, ({ teacher, network }) => {
        const match = matchNeurons(teacher, network, 2);
        const [planted, students] = [vectorsOf(teacher), vectorsOf(network)];
        let pairs = 0;
        let total = 0;
        match.teacher.forEach((student, i) => {
          if (student < 0) {
            expect(match.distance[i]).toBeNaN();
            return;
          }
          pairs++;
          total += match.distance[i]!;
          expect(match.network[student]).toBe(i);
          expect(students[student]!.sign).toBe(planted[i]!.sign);
          const away = Math.sqrt(
            (planted[i]!.x - students[student]!.x) ** 2 + (planted[i]!.y - students[student]!.y) ** 2,
          );
          expect(match.distance[i]).toBeCloseTo(away, 13);
        });
        const best = bestOf(teacher, network);
        expect(pairs).toBe(best.pairs);
        expect(Math.abs(total - best.total)).toBeLessThan(1e-12);
        expect(match.network.filter((i) => i >= 0).length).toBe(pairs);
      }),
      { ...CHECK, numRuns: 1000 },
    );
  });

  it('finds a teacher that was permuted and rescaled', () => {
    const teacher = Float64Array.of(0.6, 0.8, -1, 0, 0, 1, 1, -1, -1);
    // The neurons 2, 0, 1 with other scales, and two more that are 0 or pale.
    const network = Float64Array.of(0, 4, 1.2, 1.6, 0, 0, -0.5, 0, 0.1, 0, -0.25, 0.5, 3, -2, 1);
    const match = matchNeurons(teacher, network, 2);
    expect(Array.from(match.teacher)).toEqual([1, 3, 0]);
    expect(Array.from(match.network)).toEqual([2, 0, -1, 1, -1]);
    for (const away of match.distance) expect(away).toBeCloseTo(0, 14);
  });

  it('leaves out what is of another sign, and what is not finite', () => {
    const teacher = Float64Array.of(1, 0, 0, 1, 1, -1);
    const match = matchNeurons(teacher, Float64Array.of(1, 0, Number.NaN, 0, 1, -1), 2);
    expect(Array.from(match.teacher)).toEqual([0, -1]);
    const endless = Float64Array.of(Number.POSITIVE_INFINITY, 0, 1);
    expect(Array.from(matchNeurons(teacher, endless, 2).teacher)).toEqual([-1, -1]);
    expect(matchNeurons(teacher, new Float64Array(0), 2).teacher).toEqual(Int32Array.of(-1, -1));
  });

  it('takes the groups of one sector and one sign as their sum', () => {
    const features = Float64Array.of(1, 0, 0, 1);
    const teacher = Float64Array.of(3, 3, 1);
    // Two in the first quadrant, one of the other sign there, one elsewhere.
    const network = Float64Array.of(1, 0.5, 2, 2.5, 3, 3, -1, 2, 1, 1, -1, 1);
    const groups = groupNeurons(network, createDualCurve(features));
    expect(groups[0]).toBe(groups[1]);
    expect(groups[3]).not.toBe(groups[1]);
    const match = matchNeurons(teacher, network, 2, groups);
    expect(Array.from(match.teacher)).toEqual([1]);
    expect(match.distance[0]).toBe(0);
    expect(Array.from(match.network)).toEqual([0, 0, -1, -1]);
    expect(matchNeurons(teacher, network, 2).distance[0]).toBeGreaterThan(0.5);
  });
});

describe('dead neurons', () => {
  it('are those that no row switches on by more than rounding, and those without an output', () => {
    const features = Float64Array.of(1, 0, 2, 1);
    const network = Float64Array.of(-1, 0, 1, 0, 1, 0, 0, 0, -1, 2 + 1e-9, -1, 2.1, 1, 1, 0, 1, 1, 1);
    expect(Array.from(deadNeurons(features, network, 2))).toEqual([1, 0, 1, 1, 1, 0]);
  });

  it('do not move the outputs at the rows beyond 1e-6 of their length', () => {
    fc.assert(
      fc.property(vectorOf(8, small), vectorOf(9, small), (features, network) => {
        const dead = deadNeurons(features, network, 2);
        dead.forEach((flag, j) => {
          const most = Math.max(
            ...[0, 1, 2, 3].map(
              (i) => features[2 * i]! * network[2 * j]! + features[2 * i + 1]! * network[2 * j + 1]!,
            ),
          );
          // On the lattice an activation is a whole number.
          expect(flag === 1).toBe(network[6 + j] === 0 || most <= 0);
        });
      }),
      CHECK,
    );
  });
});
