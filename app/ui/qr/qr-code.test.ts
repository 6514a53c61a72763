import { correction, generate } from 'lean-qr';
import { expect, test } from 'vitest';
import { MOST_CHARACTERS, qrCode } from './qr-code.ts';

/** Returns the modules that a path of row pieces covers. */
function modulesOf(path: string): Set<string> {
  const covered = new Set<string>();
  for (const [, x, y, width, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    expect(back).toBe(width);
    for (let i = 0; i < Number(width); i++) covered.add(`${Number(x) + i} ${y}`);
  }
  return covered;
}

test.each(['https://example.org/#v=1&problem=one-neuron', 'x'.repeat(500), 'Zürich 讲座'])(
  'the path covers exactly the dark modules: %s',
  (text) => {
    const code = qrCode(text)!;
    const wanted = generate(text);
    const dark: string[] = [];
    for (let y = 0; y < wanted.size; y++)
      for (let x = 0; x < wanted.size; x++) if (wanted.get(x, y)) dark.push(`${x} ${y}`);
    expect(code.size).toBe(wanted.size);
    expect(dark.length).toBeGreaterThan(100);
    expect([...modulesOf(code.path)].sort()).toEqual(dark.sort());
  },
);

test('the longest link that has a code, and the first that has none', () => {
  // Letters of both cases, as in packed data: one byte each.
  const link = (length: number) => 'aB'.repeat(length).slice(0, length);
  expect(qrCode(link(MOST_CHARACTERS))?.size).toBe(177);
  expect(qrCode(link(MOST_CHARACTERS + 1))).toBeNull();
  expect(() => generate(link(MOST_CHARACTERS + 1), { minCorrectionLevel: correction.L })).toThrow();
});
