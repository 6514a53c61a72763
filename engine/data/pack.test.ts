import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { fromUint8Array } from 'js-base64';
import { describe, expect, it } from 'vitest';
import { CHECK } from '../fixtures/arbitraries.ts';
import { packBytes } from '../fixtures/hostile-links.ts';
import { csvOf } from '../fixtures/instances.ts';
import { MAX_PACKED } from '../limits.ts';
import { DATA_SETS } from './data-sets.ts';
import { isPacked, packText, unpackText } from './pack.ts';
import { readTable } from './read-table.ts';
import { shareTable } from './share-data.ts';

describe('packed text', () => {
  it('is unpacked as it was, in characters that survive in a link', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        const packed = packText(text);
        expect(packed).toMatch(/^z\.[\w-]*$/);
        expect(isPacked(packed)).toBe(true);
        expect(unpackText(packed)).toBe(text);
      }),
      CHECK,
    );
  });

  it('cannot be taken for the name of a shipped data set', () => {
    expect(Object.keys(DATA_SETS).filter(isPacked)).toEqual([]);
    expect(Object.keys(DATA_SETS)).toContain('stopping-distance');
  });

  it('cut short is null, wherever it is cut', () => {
    const packed = packText(DATA_SETS['stopping-distance']!);
    for (let length = 2; length < packed.length - 1; length += 7)
      expect(unpackText(packed.slice(0, length))).toBeNull();
  });

  it.each(['z.', 'z.****', 'z.AAAA', 'z._____', `z.${'A'.repeat(500)}`])('%s is null', (packed) => {
    expect(unpackText(packed)).toBeNull();
  });

  it('with a changed character never throws', () => {
    const packed = packText(DATA_SETS['stopping-distance']!);
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: packed.length - 1 }),
        fc.constantFrom(...'AZaz09-_*'),
        (at, character) => {
          const text = unpackText(packed.slice(0, at) + character + packed.slice(at + 1));
          expect(text === null || typeof text === 'string').toBe(true);
        },
      ),
      CHECK,
    );
  });

  it('that unfolds to more than 4 MB is refused before it is held', () => {
    const zeros = (bytes: number) =>
      `z.${fromUint8Array(deflateSync(new Uint8Array(bytes), { level: 9 }), true)}`;
    expect(unpackText(zeros(4_000_000))).toHaveLength(4_000_000);
    expect(unpackText(zeros(4_000_001))).toBeNull();
    // One non-final block of 1 MB, four thousand times: 4 GB, which takes half a minute to inflate.
    const block = deflateRawSync(new Uint8Array(1_000_000), {
      level: 9,
      finishFlush: constants.Z_FULL_FLUSH,
    });
    const bomb = `z.${fromUint8Array(Buffer.concat(Array(4000).fill(block)), true)}`;
    const before = performance.now();
    expect(unpackText(bomb)).toBeNull();
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('data in a link', () => {
  it('carries the rows that were taken, and no others', () => {
    const { packed, notice } = shareTable(readTable('a,y\n1,2\nx,0\n3,4\n5,6\n', 2));
    expect(notice).toBeNull();
    const table = readTable(unpackText(packed)!, 10);
    expect([...table.values]).toEqual([1, 2, 3, 4]);
    expect([table.names, table.refused, table.notices]).toEqual([['a', 'y'], [], []]);
  });

  it('is left out with a notice where it is too long', () => {
    const long = (n: number) =>
      csvOf(
        Float64Array.from({ length: n }, (_, i) => Math.sqrt(i + 1)),
        new Float64Array(n),
      );
    const { packed, notice } = shareTable(readTable(long(5000), 10_000));
    expect(packed).toBe('');
    expect(notice).toMatchObject({ code: 'data-not-in-link', expected: String(MAX_PACKED) });
    expect(Number(notice!.got)).toBeGreaterThan(MAX_PACKED);
    expect(shareTable(readTable(long(50), 10_000))).toMatchObject({ notice: null });
  });

  it('letters that are none, and bytes that are no text, are refused rather than passed over', () => {
    const packed = packText('x,y\n1,2\n');
    for (const other of ['.', '%', ' ', '=']) {
      expect(unpackText(packed.slice(0, 9) + other + packed.slice(9))).toBeNull();
      expect(unpackText(packed + other)).toBeNull();
    }
    for (const bytes of [[0xff], [0x78, 0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0x80]])
      expect(unpackText(packBytes(Uint8Array.from(bytes)))).toBeNull();
    expect(unpackText(packBytes(Uint8Array.from([0xef, 0xbf, 0xbd])))).toBe('\ufffd');
  });
});
