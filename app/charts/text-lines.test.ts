import { describe, expect, test } from 'vitest';
import { shrunk, wrapText } from './text-lines.ts';
import { textWidth } from './text-width.ts';

const STYLE = { font: 'sans', size: 10, weight: 400, color: '#000000' } as const;

describe('a paragraph', () => {
  test('keeps all its words, in lines that fit', () => {
    const text = 'Samples n: 8; Seed of the data: 1; Plant: (1, 0.2); gradient descent, step 1 (1/L).';
    const lines = wrapText(text, 150, STYLE);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(150);
  });

  test('breaks a long link after its joints and loses none of it', () => {
    const link =
      'https://example.org/page/#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=40';
    const lines = wrapText(link, 120, STYLE);
    expect(lines.join('')).toBe(link);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[&=,;/?#._-]$/);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(120);
  });

  test('breaks words that have no joint anywhere', () => {
    expect(wrapText('x'.repeat(50), 60, STYLE).join('')).toBe('x'.repeat(50));
  });

  test('breaks Chinese between any two characters, but begins no line with a closing sign', () => {
    const text = '非凸损失：距五角星，几乎不动。凸松弛：第 38 步到达五角星。';
    const lines = wrapText(text, 52, STYLE);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(line).not.toMatch(/^[，。：]/);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  test('keeps a percent sign with its number', () => {
    for (let width = 30; width < 120; width += 3)
      for (const line of wrapText('at most 6.9 % above', width, STYLE)) expect(line).not.toMatch(/^%/);
  });
});

test('a title is set smaller where it would be wider than there is room', () => {
  expect(shrunk('short', 200, STYLE)).toBe(STYLE);
  const small = shrunk('a title that is rather long', 60, STYLE);
  expect(textWidth('a title that is rather long', small.size)).toBeCloseTo(60, 6);
});
