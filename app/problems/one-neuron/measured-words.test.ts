import '../../i18n/all-words.ts';
import { expect, it } from 'vitest';
import { pullRange } from '../../../engine/facts/plane-facts.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { pairOf } from '../../../engine/run/sides.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { expectSaid, saidMean } from '../../../scripts/intervals.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { words } from './explain-words.en.ts';
import { words as chinese } from './explain-words.zh.ts';
import { OPENING } from './opening.ts';

it('where a step of the relaxation gains less: by the place of the noise', async () => {
  const problem = await loadProblem('one-neuron');
  const [n, noise, runs] = [60, 0.3, 200];
  for (const [key, noisein] of [
    ['explain.say.noiseInside', true],
    ['explain.say.noiseOutside', false],
  ] as const) {
    const { values } = createScenario('one-neuron', { features: 'gauss', n, d: 2, noise, noisein });
    const shares = Array.from({ length: runs }, (_, i) => {
      const seeds = { seed: 1 + i, pseed: 1 + i, sseed: 1 + i };
      return 100 * pullRange(pairOf(problem.prepare({ ...values, ...seeds }, null))).negative;
    });
    for (const said of [words, chinese])
      for (const number of ['n = 60', 'd = 2', '0.3', '200', '95 %'])
        expect(said[key].replace(/(?<=\d)%/g, ' %')).toContain(number);
    expectSaid(words[key], chinese[key], [saidMean(shares, (share) => share.toFixed(2), ' %')]);
  }
});

it('the line below the left title says what ★ is, if there is a star', () => {
  const scenario = createScenario('one-neuron', {});
  for (const language of ['en', 'zh'] as const)
    for (const planted of [true, false]) {
      const said = OPENING.about(
        { opened: { planted }, scenario } as never,
        'left',
        createTranslate(language),
      );
      expect(said.includes('★')).toBe(planted);
    }
});
