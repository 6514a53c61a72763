import { describe, expect, it } from 'vitest';
import { expectRates, measuredRate } from '../../fixtures/measured-rate.ts';
import { anyClients, anyPoint, anySettings } from '../../fixtures/plane-clients.ts';
import { createRandom } from '../../kernels/random.ts';
import { distance } from '../../kernels/vector.ts';
import type { Values } from '../../params.ts';
import type { RunValues } from '../../run/create-run.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { FEDERATED } from './card.ts';
import type { FedInstance } from './instance.ts';
import { axesOfClients, meanIsSingular } from './plane/curvature.ts';
import { problem } from './problem.ts';
import { type RoundsReport, reportOf } from './report.ts';
import type { Point, QuadraticClients } from './types.ts';

type PlaneReport = Extract<RoundsReport, { minimum: Point }>;
type NetworkReport = Extract<RoundsReport, { gap: unknown }>;

const SIDES = ['left', 'right'] as const;
const STEPS = 400;
const EVERY = Array.from({ length: STEPS + 1 }, (_, k) => k);

function report<R extends RoundsReport>(given: Values, plane: object | null): R {
  const { values } = createScenario('federated', given);
  const drawn = plane && { plane, settled: [], notices: [] };
  const instance = problem.prepare(values, (drawn && { drawn }) as never) as FedInstance;
  return reportOf(instance, values as RunValues).run(STEPS, null, EVERY, false) as unknown as R;
}

/** Rounds 0 to the end: later ones repeat it. */
const distances = (
  states: readonly (readonly number[])[],
  rest: readonly number[],
  { endedAt }: { readonly endedAt: number | null },
) =>
  states
    .slice(0, (endedAt ?? STEPS) + 1)
    .map((at) => distance(Float64Array.from(at), Float64Array.from(rest)));

const isSingular = (clients: QuadraticClients) => axesOfClients(clients).some(({ small }) => small === 0);

describe('a reported rate is that of the iterates', () => {
  const random = createRandom(61, 1);

  it.each(FEDERATED.params.versus.options)('of the plane, versus %s', (versus) => {
    const errors: number[] = [];
    let [singular, many] = [0, 0];
    for (let made = 0; made < 150; made++) {
      const clients = anyClients(random);
      const { local, eta: step, server } = anySettings(random, clients, 1.9, 30);
      const given = { versus, local, step, server, mu: random.uniform() };
      const start = anyPoint(random);
      if (meanIsSingular(clients)) continue;
      const told = report<PlaneReport>(given, { clients, start });
      for (const side of SIDES) {
        const { slowest, bound, factors, iterates, rest } = told[side];
        if (bound !== null) expect(slowest).toBeLessThanOrEqual(bound + 1e-11);
        // A round of SCAFFOLD is no symmetric map of the point alone.
        expect(factors && Math.max(...factors.map(Math.abs))).toBe(
          versus === 'scaffold' && side === 'right' ? undefined : slowest,
        );
        const rate = rest && measuredRate(distances(iterates, rest, told[side]));
        if (rate === null) continue;
        errors.push(rate / slowest - 1);
        if (clients.count > 2) many++;
        if (isSingular(clients)) singular++;
      }
    }
    expectRates(errors, 120);
    expect([many > 60, singular > 60]).toEqual([true, true]);
  });

  it('of the linearisation, whose kernel may be singular', () => {
    const errors: number[] = [];
    let singular = 0;
    for (let seed = 0; seed < 60; seed++) {
      const n = 3 + random.integer(6);
      const given = { level: 'network', n, m: 2 + 2 * random.integer(8), seed, local: 1 + random.integer(8) };
      const { right } = report<NetworkReport>({ ...given, clients: 1 + random.integer(3), c: 1 }, null);
      const { slowest, factor, rest, residuals, bracket } = right;
      if (factor !== slowest) expect([factor, singular++ >= 0]).toEqual([1, true]);
      else if (bracket) expect(bracket[0] - 1e-12 <= slowest && slowest <= bracket[1] + 1e-12).toBe(true);
      const rate = rest && measuredRate(distances(Object.values(residuals), rest.residual, right));
      if (rate !== null) errors.push(rate / slowest - 1);
    }
    expectRates(errors, 30);
    expect(singular).toBeGreaterThan(5);
  });
});
