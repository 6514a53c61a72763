import { describe, expect, it } from 'vitest';
import { factFaults } from './fact-faults.ts';

const faults = (text: string, mark: number | null = null, facts: Record<string, number> | null = null) =>
  factFaults([text], facts, { mark, now: 3, last: null }, { scenario: '#v=1&problem=one-neuron' });

describe('why no number stands in a text', () => {
  it('a number that exists needs a bookmark where it is asked for at one', () => {
    expect(faults('{{right.distance@mark}}')).toEqual([
      { fault: 'mark', names: ['{{right.distance@mark}}'] },
    ]);
    expect(faults('{{ right.distance@mark | distance }}')[0]!.fault).toBe('mark');
    expect(faults('{{right.distance@mark}}', 17)).toEqual([]);
  });

  it.each([
    ['{{nothing}}', 'name'],
    ['{{nothing@mark}}', 'name'],
    ['{{}}', 'name'],
    ['{{a b}}', 'name'],
    ['{{toString}}', 'name'],
    ['{{n@4}}', 'noStep'],
    ['{{n@mark}}', 'noStep'],
    ['{{left.loss@soon}}', 'step'],
    ['{{left.loss@}}', 'step'],
    ['{{left.loss@1234567}}', 'step'],
    ['{{n|nicely}}', 'format'],
    ['{{control:lambda}}', 'control'],
    ['{{control:}}', 'control'],
    ['{{mark:moon}}', 'thing'],
    ['{{mark:|moon}}', 'thing'],
  ])('%s: %s', (text, fault) => {
    expect(faults(text)).toEqual([{ fault, names: [text] }]);
  });

  it('a mark has its word', () => {
    expect(faults('{{mark:star}} {{ mark:star | stars }}')).toEqual([]);
  });

  it('a control of the problem or of the page has its title', () => {
    expect(faults('{{control:blend}} {{ control:dice }}')).toEqual([]);
  });

  it('a number without a value in the scenario is told once it is known', () => {
    const text = '{{left.stuck}} {{left.stuck}} {{n}}';
    expect(faults(text)).toEqual([]);
    expect(faults(text, null, { 'left.stuck': Number.NaN, n: 8 })).toEqual([
      { fault: 'value', names: ['{{left.stuck}}'] },
    ]);
    expect(faults('{{left.end}}', null, { 'left.end': Number.POSITIVE_INFINITY })).toEqual([]);
  });

  it('each reason is said with all that it holds for', () => {
    expect(faults('{{x}} {{left.loss@mark}} {{y}}')).toEqual([
      { fault: 'name', names: ['{{x}}', '{{y}}'] },
      { fault: 'mark', names: ['{{left.loss@mark}}'] },
    ]);
  });
});
