import { describe, expect, it } from 'vitest';
import { MAX_PACKED } from '../limits.ts';
import { unpackText } from './pack.ts';
import { formatTable, readTable } from './read-table.ts';
import { shareTable } from './share-data.ts';

const tableOf = (rows: number, row: (i: number) => string) =>
  readTable(`x,y\n${Array.from({ length: rows }, (_, i) => row(i)).join('\n')}`, rows);

describe('a large table in a link', () => {
  it('is left out by its first rows, without writing the rest', () => {
    const table = tableOf(10_001, (i) => `${Math.sqrt(i)},1`);
    const { packed, notice } = shareTable(table);
    expect(packed).toBe('');
    expect(notice?.got).toMatch(/^more than \d+$/);
    const whole = shareTable(tableOf(10_000, (i) => `${Math.sqrt(i)},1`)).notice;
    expect(notice?.got).toBe(`more than ${whole?.got}`);
  });

  it('is carried whole where it fits', () => {
    const table = tableOf(30_000, (i) => `${i % 4},2`);
    const { packed, notice } = shareTable(table);
    expect(notice).toBeNull();
    expect(packed.length).toBeLessThanOrEqual(MAX_PACKED);
    expect(unpackText(packed)).toBe(formatTable(table));
  });

  it('is left out where only its first rows fit', () => {
    const table = tableOf(30_000, (i) => (i < 10_000 ? '1,2' : `${Math.sqrt(i)},2`));
    const { packed, notice } = shareTable(table);
    expect(packed).toBe('');
    expect(notice?.got).toMatch(/^\d+$/);
  });

  it('is left out where it may unfold to more than a link’s reader takes', () => {
    const { packed, notice } = shareTable(tableOf(75_001, () => '1,2'));
    expect(packed).toBe('');
    expect(notice?.got).toMatch(/^more than \d+$/);
    expect(shareTable(tableOf(75_000, () => '1,2')).notice).toBeNull();
    // The longest text of that many numbers.
    const longest = `${-2.2250738585072014e-308},${-2.2250738585072014e-308}`;
    expect(formatTable(tableOf(75_000, () => longest)).length).toBeLessThan(4_000_000);
  });
});
