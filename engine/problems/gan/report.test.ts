import { expect, it } from 'vitest';
import { expectRates, measuredRate } from '../../fixtures/measured-rate.ts';
import { createRandom } from '../../kernels/random.ts';
import type { RunValues } from '../../run/create-run.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { GAN } from './card.ts';
import type { GameInstance } from './instance.ts';
import { problem } from './problem.ts';
import { type GameSideReport, reportOf } from './report.ts';

const SIDES = ['left', 'right'] as const;

it('the reported factor of each side is that of its distances, and only a rule that has mu reports it', () => {
  const random = createRandom(61, 2);
  const errors: number[] = [];
  const rules = new Set<string>();
  for (let made = 0; made < 300; made++) {
    const of = <T>(options: readonly T[]) => options[random.integer(options.length)]!;
    const { values } = createScenario('gan', {
      level: 'plane',
      versus: of(['brake', 'rule', 'best']),
      rule: of(GAN.params.rule.options),
      rule2: of(GAN.params.rule2.options),
      rho: 0.01 + random.uniform(),
      rho2: 2 * random.uniform(),
      step: 1.2 * random.uniform(),
      mu: 1.2 * random.uniform(),
      start: [random.normal(), random.normal()],
    });
    const { run } = reportOf(problem.prepare(values, null) as GameInstance, values as RunValues);
    const told = run(400, null, null, false) as unknown as Record<'left' | 'right', GameSideReport>;
    for (const side of SIDES) {
      const { rule, factor, distances, mu } = told[side];
      expect(mu === null).toBe(rule === 'best');
      const rate = measuredRate(distances!);
      if (rate === null) continue;
      errors.push(rate / factor! - 1);
      rules.add(rule);
    }
  }
  expectRates(errors, 250);
  expect(rules.size).toBe(GAN.params.rule.options.length);
});
