import { describe, expect, test } from 'vitest';
import { encodePng, pngChunk, stampPng } from './encode-png.ts';

function pngSize(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset);
  return { columns: view.getUint32(16), rows: view.getUint32(20) };
}

const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);

describe('a PNG', () => {
  test('has the signature, the size and a right checksum in every chunk', () => {
    const png = encodePng(new Uint8Array(4 * 3 * 2), 3, 2);
    expect(text(png.subarray(1, 4))).toBe('PNG');
    expect(pngSize(png)).toEqual({ columns: 3, rows: 2 });
    // Every PNG ends with the checksum of an empty IEND.
    expect([...pngChunk('IEND', new Uint8Array())]).toEqual([
      0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
    ]);
  });

  test('is the same bytes each time', () => {
    const rgba = Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256);
    expect(encodePng(rgba, 10, 10)).toEqual(encodePng(rgba, 10, 10));
  });

  test('is stamped with its density and its words behind the header', () => {
    const png = stampPng(encodePng(new Uint8Array(4), 1, 1), 384, { Source: 'https://x/#k=1', Title: '中' });
    expect(pngSize(png)).toEqual({ columns: 1, rows: 1 });
    expect(text(png.subarray(37, 41))).toBe('pHYs');
    const view = new DataView(png.buffer);
    expect(view.getUint32(41)).toBe(15118);
    expect(text(png)).toContain('tEXtSource\0https://x/#k=1');
    // 中 as UTF-8.
    expect(text(png)).toContain('iTXtTitle\0\0\0\0\0\xe4\xb8\xad');
  });

  test('is told from other bytes', () => {
    expect(() => stampPng(new Uint8Array(40), 96, {})).toThrow(RangeError);
  });
});
