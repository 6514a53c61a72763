import { describe, expect, it } from 'vitest';
import { scenarioSweep } from '../../../../engine/ensemble/sweep.ts';
import { recoverable } from '../../../../engine/kernels/binomial.ts';
import type { Values } from '../../../../engine/params.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { exactLaw } from '../../../features/ensemble/diagram/diagram.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { loadView } from '../../../session/view.ts';
import '../../index.ts';
import { median } from '../../kit/median.ts';
import '../chance-words.en.ts';
import { widthsInput, widthWords } from './drawing.ts';
import { factsOf, type Network, sweepFor, widthsKey } from './facts.ts';
import { drawWidths, widthAt } from './plot.ts';

const t = createTranslate('en');
const network = (m: number): Network => ({
  mean: new Float64Array(m),
  law: Float64Array.from({ length: Math.min(1000, 20 * m) + 1 }, (_, k) => recoverable(k, m)),
});

/** Two widths of three games; the last game has not ended. */
const ASKED = { widths: [4, 10], seeds: 3, rounds: 300 };
const TOLD = {
  done: 5,
  finals: Float64Array.of(0.5, 1e-9, 2, 1e-7, Number.POSITIVE_INFINITY, Number.NaN),
  floors: Float64Array.of(0.4, 0, 0, 0, 0, Number.NaN),
  thousandths: Int32Array.of(-1, 40, -1, 20, -1, 0),
  determined: Uint8Array.of(0, 1, 0, 1, 1, 0),
};

describe('what games of many widths came to', () => {
  it('is counted over those that have ended', () => {
    const [four, ten] = factsOf(network(5), ASKED, TOLD);
    expect(four).toMatchObject({
      games: 3,
      reachable: 2,
      arrived: 1,
      determined: 1,
      final: 0.5,
      floor: 0,
      rounds: 40,
    });
    expect(ten).toMatchObject({
      games: 2,
      reachable: 2,
      arrived: 1,
      determined: 2,
      final: Number.POSITIVE_INFINITY,
    });
    expect(ten!.exact).toBe(recoverable(10, 5));
    expect(factsOf(network(5), ASKED, null)[0]).toMatchObject({ games: 0, final: Number.NaN });
    expect(median([3, 1, 2, 10])).toBe(2.5);
  });

  it('is asked about the turn and far beyond it, at widths that there are', () => {
    expect(sweepFor(network(5)).widths).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 28, 40, 60, 100,
    ]);
    expect(sweepFor(network(1)).widths).toEqual([1, 2, 3, 4, 6, 8, 12, 20]);
    expect(sweepFor(network(50)).widths.at(-1)).toBe(1000);
  });

  it('is of the left game: neither its width nor the right side makes it another', () => {
    const key = (values: Values) => widthsKey(createScenario('gan', values).values);
    for (const other of [{ width: 7 }, { width2: 50 }, { versus: 'brake', rho2: 3 }])
      expect(key(other)).toBe(key({}));
    for (const other of [{ m: 3 }, { seed: 1 }, { rho: 2 }, { rule: 'best' }, { c: 2 }])
      expect(key(other)).not.toBe(key({}));
  });

  it('is read in words, before it is played too', () => {
    const [four] = factsOf(network(5), ASKED, TOLD);
    expect(widthWords(four!, t)).toMatch(
      /^k = 4: of 3 games 66\.7\s% reachable .* exact 0\.0\s%\), 33\.3\s% arrived\. Median mse 0\.5, floor 0; 40 rounds/,
    );
    expect(widthWords(factsOf(network(5), ASKED, null)[1]!, t)).toMatch(
      /^k = 10: 62\.3\s% of the games are reachable/,
    );
  });
});

describe('its picture', () => {
  const info = network(5);
  const known = { key: '', asked: ASKED, told: TOLD };
  const draw = (width: number, height: number, scale = 1) => {
    const input = { width, height, scale, palette: PALETTES.light, ...widthsInput(info, known, 1, t) };
    return { input, list: drawWidths(input) };
  };

  it.each([
    [340, 330],
    [440, 280],
    [900, 600],
  ])('lies within %i x %i', (width, height) => {
    for (const mark of draw(width, height).list)
      if (mark.kind === 'text') {
        expect(mark.x).toBeGreaterThanOrEqual(0);
        expect(mark.x).toBeLessThanOrEqual(width);
        expect(mark.y).toBeGreaterThanOrEqual(0);
        expect(mark.y).toBeLessThanOrEqual(height);
      }
  });

  it('finds the width at a pixel: that where its hair stands', () => {
    const { input, list } = draw(440, 330);
    const hairs = marksOf(list, 'path', 'hover');
    expect(hairs).toHaveLength(2);
    expect(widthAt(input, hairs[0]!.lines[0]![0]!)).toBe(1);
    expect(widthAt(input, 60)).toBe(0);
  });

  it('has shares alone where it is low', () => {
    const names = (list: ReturnType<typeof drawWidths>) =>
      list.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(names(draw(440, 330).list)).toContain('mse after 300 rounds');
    expect(names(draw(440, 200).list)).not.toContain('mse after 300 rounds');
    expect(names(draw(440, 200).list)).toContain('Share of games');
  });
});

it('how often: width against m has its exact lines on the left, where games are drawn', async () => {
  await loadView('gan');
  const law = (values: Values) =>
    exactLaw(
      scenarioSweep(
        createScenario('gan', { runs: 10, xkey: 'width', xat: [2, 4], ykey: 'm', yat: [1, 2], ...values }),
      ),
    );
  expect(law({})).toMatchObject({ panel: 'left', trials: 'width', successes: 'm' });
  for (const other of [{ vary: 'start' }, { xmean: [1, 2] }, { ykey: 'rho', yat: [0, 1] }] as Values[])
    expect(law(other), JSON.stringify(other)).toBeNull();
});
