import { afterEach, describe, expect, it } from 'vitest';
import { CATALOG } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import { FACT_NAMES, factSpec } from '../../../engine/scenario/fact-names.ts';
import { setNumberLanguage } from '../../i18n/format.ts';
import { words } from './edit/fact-words.en.ts';
import { factsIn, fillWords, formatFact, unknownIn } from './fill-words.ts';

const STEPS = { mark: 17, now: 3, last: 90 };

afterEach(() => setNumberLanguage('en'));

describe('words with numbers', () => {
  it('ask for each number once, with the steps of the scene', () => {
    const texts = [
      '{{n}} and {{left.loss@mark}}',
      '{{n|count}} {{right.loss@now}} {{ left.loss@40 | loss }}',
    ];
    expect(factsIn(texts, STEPS)).toEqual(['n', 'left.loss@17', 'right.loss@3', 'left.loss@40']);
    expect(unknownIn(texts, STEPS)).toEqual([]);
  });

  it('say each as its format does; "…" for what has not come, "–" for what there is not', () => {
    const facts = {
      n: 1234,
      'left.loss@17': 0.1744898,
      'left.missed': 0.531,
      'left.distance': 1.97876,
      end: Number.NaN,
    };
    const text = '{{n}} · {{left.loss@mark}} · {{left.missed}} · {{left.distance}} · {{end}} · {{c}}';
    expect(fillWords(text, facts, STEPS)).toBe('1,234 · 0.174 · 53\u00a0% · 1.98 · – · …');
    expect(fillWords('{{left.missed|number}}', facts, STEPS)).toBe('0.531');
    expect(fillWords('{{n}} dB, {{n}} days', { n: 3 }, STEPS)).toBe('3\u00a0dB, 3 days');
    expect(fillWords('{{n}}', null, STEPS)).toBe('…');
    expect(fillWords('{{n}}', { n: Number.POSITIVE_INFINITY }, STEPS)).toBe('∞');
  });

  it('leave what is no number as it is written, and list it', () => {
    const text = '{{nothing}} {{n|nicely}} {{n@4}} {{left.loss@soon}} {{}} {{a b}} {n} {{toString}}';
    expect(fillWords(text, {}, STEPS)).toBe(text);
    expect(unknownIn([text, '{{n}}'], STEPS)).toEqual(text.split(/ (?=\{)/).filter((word) => word !== '{n}'));
    expect(factsIn([text], STEPS)).toEqual([]);
    expect(unknownIn(['{{left.loss@mark}}'], { mark: null, now: 0, last: null })).toEqual([
      '{{left.loss@mark}}',
    ]);
  });

  it('round what is proved to the safe side', () => {
    expect(formatFact(7.6779, 'least')).toBe('767 %');
    expect(formatFact(0.15299, 'least')).toBe('15.2\u00A0%');
    expect(formatFact(0.000598862, 'most')).toBe('0.060\u00A0%');
    expect(formatFact(0.1521, 'most')).toBe('16\u00A0%');
    expect(formatFact(2e-14, 'most')).toBe('0.001\u00A0%');
    expect(formatFact(7.6779, 'times')).toBe('8.68');
    expect(formatFact(0.00126838, 'upper')).toBe('0.001269');
    expect(formatFact(0.00126838, 'lower')).toBe('0.001268');
    expect(formatFact(1.17873, 'lower')).toBe('1.178');
    expect(formatFact(-1.17873, 'lower')).toBe('−1.179');
    expect([formatFact(0, 'lower'), formatFact(0.25, 'upper')]).toEqual(['0', '0.25']);
  });

  it('round each number that is called proved or certified to the side on which it stays so', () => {
    const exact = ['count', 'step'];
    const nearest = FACT_NAMES.filter((name) => {
      const { format } = factSpec(name)!;
      return /proved|certified/i.test(words[`fact.${name}`]) && !exact.includes(format);
    }).filter((name) => !['least', 'most', 'lower', 'upper'].includes(factSpec(name)!.format));
    expect(nearest).toEqual([]);
  });

  it('name every number in one line', () => {
    for (const name of FACT_NAMES) {
      const line = words[`fact.${name}`];
      expect(line.length).toBeGreaterThan(5);
      expect(line).not.toContain('\n');
    }
  });

  it('each once, and cards that share a name say it alike', () => {
    expect(new Set(FACT_NAMES).size).toBe(FACT_NAMES.length);
    for (const { facts = {} } of Object.values<ProblemCard>(CATALOG))
      for (const [name, spec] of Object.entries(facts)) expect(factSpec(name), name).toEqual(spec);
  });
});
