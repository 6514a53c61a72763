import '../../../i18n/all-words.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../../engine/scenario/languages.ts';
import { toldShares } from '../../../charts/basin-picture.ts';
import { fillWords, namedSteps } from '../../../features/lecture/fill-words.ts';
import { formatShare, setNumberLanguage } from '../../../i18n/format.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { tooLong } from '../../../i18n/too-long.ts';
import type { Scene } from '../../../session/lecture.ts';
import { loadShipped } from '../find-lecture.ts';
import { OF_SCENES } from './computed-numbers.ts';
import { SHIPPED_IDS } from './ids.ts';

/** One word and one unit for one quantity, in every text of every scene and in the verdicts on networks. */

afterEach(() => setNumberLanguage('en'));

/** Returns the texts of a scene as an audience reads them, by the screen on which they stand together. */
function screensOf(id: string, scene: Scene): string[][] {
  const [, { numbers }] = Object.entries(OF_SCENES).find(
    ([key, of]) =>
      key.startsWith(`${id}/`) && of.scenario === scene.scenario && of.bookmark === scene.bookmark,
  )!;
  const known = Object.entries(numbers).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : value.atMost,
  ]);
  const fill = (text = '') =>
    fillWords(text, Object.fromEntries(known), namedSteps(scene)).replaceAll('\u00A0', ' ');
  return [
    [fill(scene.title), fill(scene.question), fill(scene.sentence)],
    [fill(scene.after), fill(scene.end)],
    [fill(scene.notes), fill(scene.moment)],
  ];
}

const BOUNDS = {
  en: {
    share: /([\d.,]+) %(?: of it)? (?:above|below)/g,
    times: /([\d.,]+) times (?:the best|as high|as much|lower)/g,
    other: /(?:above|times) the (?!best possible|best network of this width)(?:best|optimum|bound|floor)\b/,
  },
  zh: {
    share: /高出[^，。：；]*?([\d.,]+)%/g,
    times: /(?:最优值|网络|它)的 ([\d.,]+) 倍/g,
    other: /高出(?:下界|最小值|最优解|最优点)/,
  },
} as const;

const figures = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, figure]) => Number(figure!.replaceAll(',', '')));

const SCENES = (
  await Promise.all(
    SHIPPED_IDS.flatMap((id) =>
      LANGUAGE_NAMES.map(async (language) =>
        (
          await loadShipped(id, language)
        ).scenes.map((scene, k) => [`${id} ${k + 1} ${language}`, id, scene, language] as const),
      ),
    ),
  )
).flat();

describe('the numbers of a scene', () => {
  it.each(SCENES)('%s: have at most five digits, and one unit for each bound', (_, id, scene, language) => {
    setNumberLanguage(LANGUAGES[language].tag);
    const { share, times, other } = BOUNDS[language];
    for (const screen of screensOf(id, scene)) {
      const text = screen.join(' ');
      expect(tooLong(text)).toEqual([]);
      const [shares, multiples] = [figures(text, share), figures(text, times)];
      for (const value of shares) expect(value, text).toBeLessThan(100);
      for (const value of multiples) expect(value, text).toBeGreaterThanOrEqual(2);
      expect(text).not.toMatch(other);
    }
    // The notes may compare; a screen has one unit.
    for (const screen of screensOf(id, scene).slice(0, 2))
      expect(
        [figures(screen.join(' '), share), figures(screen.join(' '), times)],
        screen.join(' '),
      ).toContainEqual([]);
  });

  it('finds a number that is too long, and none that an audience can read', () => {
    expect(tooLong('F = 0.123456 after 1234567 steps, 0.000030 % above; 76.22126')).toEqual([
      '0.123456',
      '1234567',
      '0.000030',
      '76.22126',
    ]);
    expect(tooLong('30,000 steps, 1,000,000 runs, 0.0134, 4.2 × 10⁻⁶, 0.21875')).toEqual([]);
  });
});

describe('a verdict on a network', () => {
  const facts = {
    zero: false,
    optimal: false,
    atRest: true,
    slow: false,
    trained: true,
    diverged: false,
    k: 9,
  } as const;

  it.each(LANGUAGE_NAMES)(
    'says per cent up to twice the best possible and times from there, in few digits: %s',
    (language) => {
      setNumberLanguage(LANGUAGES[language].tag);
      const t = createTranslate(language);
      const size = fc.double({ min: -12, max: 5, noNaN: true });
      fc.assert(
        fc.property(size, size, (power, width) => {
          const [excess, above] = [10 ** power, 10 ** width];
          const of = { excess, least: excess };
          const said = [
            t('network.verdict', { ...facts, ...of, above, optimal: excess <= 1e-3, program: 'exact' }),
            t('network.verdict', { ...facts, ...of, above: Number.NaN, atRest: false, program: 'exact' }),
            t('network.within', { ...of, sampled: false, zero: false, diverged: false }),
            t('end.vector-output.stationary', {
              ...of,
              zero: false,
              isOptimal: false,
              sampled: false,
              slow: false,
              k: 9,
              kept: 3,
            }),
          ];
          for (const words of said) {
            expect(tooLong(words)).toEqual([]);
            for (const [, figure] of words.matchAll(/([\d.]+)\s?%/g))
              expect(Number(figure)).toBeLessThanOrEqual(100);
          }
          expect(/%|10⁻⁹|舍入|rounding/.test(said[2]!)).toBe(excess < 1);
        }),
      );
    },
  );
});

describe('shares of one picture', () => {
  it('sum to 100 as they are told', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, (counts) => {
        const whole = counts.reduce((sum, count) => sum + count, 0);
        const shares = counts.map((count) => count / whole);
        if (Math.min(...shares) < 0.01) return;
        const told = toldShares(shares);
        const sum = told.reduce((total, share) => total + Number.parseInt(formatShare(share), 10), 0);
        expect(sum).toBe(100);
        for (const [i, share] of told.entries()) expect(Math.abs(share - shares[i]!)).toBeLessThan(0.01);
      }),
    );
    expect(toldShares([0.625, 0.375])).toEqual([0.62, 0.38]);
  });
});
