import { unzlibSync } from 'fflate';
import { toUint8Array } from 'js-base64';
import { describe, expect, test } from 'vitest';
import type { DisplayList, Mark } from '../display-list.ts';
import { textWidth } from '../text-width.ts';
import { escapeXml } from './escape-xml.ts';
import { DECIMALS, svgFonts, writeSvg } from './write-svg.ts';

const OPTIONS = {
  width: 100,
  height: 50,
  title: 'a title',
  description: 'what is seen',
  lang: 'en',
} as const;

/** Returns a file's lines between its description and its end. */
function body(list: DisplayList, more: Partial<Parameters<typeof writeSvg>[1]> = {}): string[] {
  const lines = writeSvg(list, { ...OPTIONS, ...more }).split('\n');
  const from = lines.findIndex((line) => line.startsWith('<desc'));
  return lines.slice(from + 1, lines.indexOf('</svg>'));
}

const only = (mark: Mark) => body([mark]);

describe('the file', () => {
  test('has its size, title, description and language, and nothing to fetch or run', () => {
    const svg = writeSvg([], { ...OPTIONS, id: 'fig' });
    expect(svg).toContain(
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50"',
    );
    expect(svg).toContain('aria-labelledby="fig-title fig-desc"');
    expect(svg).toContain('<title id="fig-title">a title</title>');
    expect(svg).toContain('<desc id="fig-desc">what is seen</desc>');
    expect(svg).toContain('lang="en"');
    expect(svg).not.toMatch(/<script|<style|@import|href="http|<foreignObject|\son\w+=/);
  });

  test('is as wide as paper asks, its height in proportion', () => {
    expect(writeSvg([], { ...OPTIONS, millimetres: 85 })).toContain('width="85mm" height="42.5mm"');
  });

  test('tells programs where it comes from', () => {
    const svg = writeSvg([], { ...OPTIONS, source: 'https://x.y/#a=1&b=2', creator: 'Twin Descent 1' });
    expect(svg).toContain('<dc:source>https://x.y/#a=1&amp;b=2</dc:source>');
    expect(svg).toContain('<dc:creator>Twin Descent 1</dc:creator>');
    expect(writeSvg([], OPTIONS)).not.toContain('<metadata>');
  });

  test('looks for Chinese fonts before the generic one in Chinese alone', () => {
    expect(svgFonts('sans', 'en')).toMatch(/^Inter, .*Helvetica.*, sans-serif$/);
    expect(svgFonts('sans', 'en')).not.toContain('PingFang');
    expect(svgFonts('serif', 'zh-Hans')).toMatch(/^'Source Serif 4'.*SimSun.*, serif$/);
  });
});

describe('what leads far away', () => {
  const path = (line: number[], closed: boolean) =>
    only({
      kind: 'path',
      lines: [line],
      ...(closed ? { closed, fill: '#000' } : { strokes: [{ color: '#000', width: 1 }] }),
    }).join('');

  test('is written to where readers can count, in its direction', () => {
    const d = /d="([^"]*)"/.exec(path([10, 20, 3e137, -4e137, 9e138, 0], false))![1]!;
    const [x0, y0, x1, y1] = d.split(/[ML ]/).slice(1).map(Number) as [number, number, number, number];
    expect([x0, y0]).toEqual([10, 20]);
    expect(y1).toBe(-1e6);
    expect((y1 - y0) / (x1 - x0)).toBeCloseTo(-4 / 3, 6);
    // And back from there.
    const back = /d="([^"]*)"/.exec(path([3e137, -4e137, 10, 20], false))![1]!;
    expect(back.split(/[ML ]/).slice(1).map(Number)).toEqual([x1, y1, x0, y0]);
  });

  test('of an area is cut off, and of a mark lies beside the picture', () => {
    expect(path([0, 0, 1e30, 0, 1e30, 50, 0, 50], true)).toContain('d="M0 0L1000000 0L1000000 50L0 50Z"');
    const circle: Mark = { kind: 'circle', x: 1e137, y: 5, r: 3, fill: '#000' };
    expect(only(circle).join('')).toContain('cx="1000000" cy="5"');
  });
});

describe('words', () => {
  test('are text, whatever stands in them', () => {
    expect(escapeXml(`<script>alert('&"')</script>`)).toBe(
      '&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;',
    );
    expect(escapeXml('a\u0000b\u000Bc\uFFFEd\tä中🎈')).toBe('a\uFFFDb\uFFFDc\uFFFDd\tä中🎈');
    expect(escapeXml('\uD800x\uDC00')).toBe('\uFFFDx\uFFFD');
  });

  test('of a mark keep place, anchor, weight and opacity', () => {
    const mark: Mark = {
      kind: 'text',
      x: 10,
      y: 20,
      text: 'x < 1',
      font: 'sans',
      size: 12,
      weight: 600,
      anchor: 'end',
      baseline: 'alphabetic',
      color: '#123456',
      opacity: 0.5,
    };
    expect(only(mark)).toEqual([
      '<text x="10" y="20" font-size="12" font-weight="600" text-anchor="end" xml:space="preserve" fill="#123456" fill-opacity="0.5">x &lt; 1</text>',
    ]);
    const middle = only({ ...mark, baseline: 'middle', rotate: -90, font: 'serif' })[0]!;
    expect(middle).toContain('transform="translate(10 20) rotate(-90)" y="4.32"');
    expect(middle).toContain("font-family=\"'Source Serif 4'");
  });

  test('of letters say the width that their place was found by; numbers keep their shape', () => {
    const mark: Mark = {
      kind: 'text',
      x: 0,
      y: 0,
      text: 'plant',
      font: 'sans',
      size: 10,
      weight: 600,
      anchor: 'middle',
      baseline: 'middle',
      color: '#123456',
      halo: { color: '#FFFFFF', width: 2 },
    };
    const width = ` textLength="${Number(textWidth('plant', 10).toFixed(2))}" lengthAdjust="spacingAndGlyphs"`;
    expect(only(mark).map((each) => each.includes(width))).toEqual([true, true]);
    for (const text of ['−0.5', '10⁻³', 'w₁', '°'])
      expect(only({ ...mark, text }).join('')).not.toContain('textLength');
    expect(only({ ...mark, weight: 400 })[0]).toMatch(/textLength="(22|23|24)/);
  });

  test('are cased by a copy that is not read aloud, and raised digits are smaller and higher', () => {
    const [halo, fill] = only({
      kind: 'text',
      x: 0,
      y: 0,
      text: '10⁻³ m',
      font: 'sans',
      size: 10,
      weight: 400,
      anchor: 'start',
      baseline: 'alphabetic',
      color: '#000000',
      halo: { color: '#FFFFFF', width: 2 },
    });
    expect(halo).toContain('aria-hidden="true" stroke="#FFFFFF" stroke-width="4"');
    expect(fill).toContain(
      '>10<tspan dy="-3.6" font-size="7.2">\u22123</tspan><tspan dy="3.6"> m</tspan></text>',
    );
  });
});

describe('marks', () => {
  const stroke = { color: '#111111', width: 2 };

  test('a path is one element for the fill and one for each stroke, opacity counting for each', () => {
    expect(
      only({
        kind: 'path',
        lines: [
          [0, 0, 1, 2],
          [3, 4, 5, 6.789],
        ],
        closed: true,
        fill: '#FFFFFF',
        strokes: [
          { ...stroke, opacity: 0.5 },
          { color: '#222222', width: 1, cap: 'butt', dash: [4, 2] },
        ],
        opacity: 0.5,
      }),
    ).toEqual([
      '<path d="M0 0L1 2ZM3 4L5 6.79Z" fill="#FFFFFF" fill-opacity="0.5"/>',
      '<path d="M0 0L1 2ZM3 4L5 6.79Z" stroke="#111111" stroke-width="2" stroke-opacity="0.25" stroke-linecap="round"/>',
      '<path d="M0 0L1 2ZM3 4L5 6.79Z" stroke="#222222" stroke-width="1" stroke-opacity="0.5" stroke-dasharray="4 2"/>',
    ]);
  });

  test('coordinates are round to a hundredth, without spare digits', () => {
    expect(DECIMALS).toBe(2);
    expect(only({ kind: 'path', lines: [[-0.001, 1.005, 100, 0.5]], strokes: [stroke] })[0]).toContain(
      'd="M0 1L100 0.5"',
    );
  });

  test('places that are not finite are passed over, and marks without a place left out', () => {
    expect(only({ kind: 'path', lines: [[0, 0, Number.NaN, 1, 2, 2]], strokes: [stroke] })[0]).toContain(
      'd="M0 0L2 2"',
    );
    expect(only({ kind: 'path', lines: [[Number.NaN, 1], []], strokes: [stroke] })).toEqual([]);
    expect(only({ kind: 'circle', x: Number.POSITIVE_INFINITY, y: 0, r: 1, fill: '#000000' })).toEqual([]);
    expect(
      only({ kind: 'symbols', shape: 'dot', points: [Number.NaN, 0, 1, 2], size: 4, fill: '#000000' }),
    ).toEqual(['<circle cx="1" cy="2" r="2" fill="#000000"/>']);
  });

  test('circles and boxes', () => {
    expect(only({ kind: 'circle', x: 1, y: 2, r: 3, fill: '#000000', strokes: [stroke] })).toEqual([
      '<circle cx="1" cy="2" r="3" fill="#000000"/>',
      '<circle cx="1" cy="2" r="3" stroke="#111111" stroke-width="2" stroke-linecap="round"/>',
    ]);
    expect(
      only({ kind: 'rect', rect: { x: 1, y: 2, width: 3, height: 4 }, radius: 2, fill: '#000000' }),
    ).toEqual(['<rect x="1" y="2" width="3" height="4" rx="2" fill="#000000"/>']);
  });

  test('symbols are cased one by one, their fill on top; rings and crosses have none', () => {
    const square = only({
      kind: 'symbols',
      shape: 'square',
      points: [10, 10, 20, 20],
      size: 4,
      fill: '#00FF00',
      strokes: [stroke],
    });
    expect(square).toHaveLength(4);
    expect(square[0]).toContain('d="M8 8L12 8L12 12L8 12Z" stroke');
    expect(square[1]).toContain('d="M8 8L12 8L12 12L8 12Z" fill');
    expect(square[2]).toContain('d="M18 18');
    const cross = only({
      kind: 'symbols',
      shape: 'cross',
      points: [0, 0],
      size: 2,
      fill: '#000000',
      strokes: [stroke],
    });
    expect(cross).toHaveLength(1);
    expect(cross[0]).toContain('d="M-1 -1L1 1M-1 1L1 -1"');
    const star = only({ kind: 'symbols', shape: 'star', points: [0, 0], size: 20, fill: '#000000' });
    expect(star[0]!.match(/[ML]/g)).toHaveLength(10);
  });

  test('a hatch is lines within its polygon', () => {
    const lines = only({
      kind: 'hatch',
      polygon: [0, 0, 10, 0, 10, 10, 0, 10],
      spacing: 5,
      angle: 0,
      stroke,
    });
    expect(lines[0]).toBe('<clipPath id="figure-clip-0"><path d="M0 0L10 0L10 10L0 10Z"/></clipPath>');
    expect(lines[1]).toBe('<g clip-path="url(#figure-clip-0)">');
    expect(lines[2]).toContain('d="M0 0L10 0M0 5L10 5M0 10L10 10"');
  });

  test('clips and groups hold marks; each clip has a name of its own', () => {
    const dot: Mark = { kind: 'circle', x: 0, y: 0, r: 1, fill: '#000000' };
    const clip: Mark = { kind: 'clip', rect: { x: 1, y: 2, width: 3, height: 4 }, marks: [dot] };
    const lines = body([{ kind: 'group', x: 5, y: 6, marks: [clip, clip], name: 'map' }], { id: 'a' });
    expect(lines[0]).toBe('<g class="map" transform="translate(5 6)">');
    expect(lines[1]).toBe('<clipPath id="a-clip-0"><rect x="1" y="2" width="3" height="4"/></clipPath>');
    expect(lines[2]).toBe('<g clip-path="url(#a-clip-0)">');
    expect(lines).toContain('<g clip-path="url(#a-clip-1)">');
    expect(lines.filter((line) => line === '</g>')).toHaveLength(3);
  });

  test('a mark is named by its role, each of several by another name; one that draws nothing has none', () => {
    const dot: Mark = { role: 'samples', kind: 'circle', x: 0, y: 0, r: 1, fill: '#000000' };
    const lines = body([dot, { ...dot, x: Number.NaN }, { kind: 'group', x: 5, y: 6, marks: [dot] }], {
      id: 'a',
    });
    expect(lines.filter((line) => line.includes('id='))).toEqual([
      '<g id="a-samples">',
      '<g id="a-samples-2">',
    ]);
    expect(lines.filter((line) => line === '</g>')).toHaveLength(3);
  });

  test('an image is a PNG within the file, pixel for pixel', () => {
    const rgba = Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 8, 7, 128);
    const [line] = only({
      kind: 'raster',
      rect: { x: 0, y: 0, width: 20, height: 20 },
      columns: 2,
      rows: 2,
      rgba,
    });
    expect(line).toContain(
      '<image x="0" y="0" width="20" height="20" preserveAspectRatio="none" href="data:image/png;base64,',
    );
    const png = toUint8Array(/base64,([^"]+)/.exec(line!)![1]!);
    const view = new DataView(png.buffer, png.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([2, 2]);
    const length = view.getUint32(33);
    const raw = unzlibSync(png.subarray(41, 41 + length));
    const pixels: number[] = [];
    for (let row = 0; row < 2; row++) {
      expect(raw[row * 9]).toBe(1);
      const line: number[] = [];
      for (let i = 0; i < 8; i++) line.push((raw[row * 9 + 1 + i]! + (i < 4 ? 0 : line[i - 4]!)) & 255);
      pixels.push(...line);
    }
    expect(pixels).toEqual([...rgba]);
  });

  test('a crisp image has each of its pixels many times, which every program stretches sharply', () => {
    const rgba = Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 8, 7, 255);
    const rect = { x: 0, y: 0, width: 20, height: 20 };
    const [line] = only({ kind: 'raster', rect, columns: 2, rows: 2, rgba, crisp: true });
    const png = toUint8Array(/base64,([^"]+)/.exec(line!)![1]!);
    const view = new DataView(png.buffer, png.byteOffset);
    const size = view.getUint32(16);
    expect([size, view.getUint32(20)]).toEqual([384, 384]);
    const raw = unzlibSync(png.subarray(41, 41 + view.getUint32(33)));
    for (const row of [0, 191, 192, 383]) {
      const pixels: number[] = [];
      for (let i = 0; i < 4 * size; i++)
        pixels.push((raw[row * (4 * size + 1) + 1 + i]! + (i < 4 ? 0 : pixels[i - 4]!)) & 255);
      const from = row < 192 ? 0 : 8;
      expect(pixels.slice(0, 4)).toEqual([...rgba.slice(from, from + 4)]);
      expect(pixels.slice(4 * 191, 4 * 193)).toEqual([...rgba.slice(from, from + 8)]);
    }
  });

  test('a scale of colours is a gradient with the colours of its pixels', () => {
    const rgba = new Uint8ClampedArray(4 * 101);
    for (let i = 0; i <= 100; i++) rgba.set([2 * i, i <= 50 ? 0 : 5 * (i - 50), 10, 255], 4 * i);
    const [gradient, rect] = only({
      kind: 'raster',
      rect: { x: 0, y: 0, width: 50, height: 5 },
      columns: 101,
      rows: 1,
      rgba,
    });
    expect(gradient!.match(/<stop/g)).toHaveLength(3);
    expect(gradient).toContain('<stop offset="0.005" stop-color="#00000a"/>');
    expect(gradient).toContain('stop-color="#c8fa0a"');
    expect(rect).toBe('<rect x="0" y="0" width="50" height="5" fill="url(#figure-clip-0)"/>');
  });

  test('an image of another length than its size is left out', () => {
    expect(
      only({
        kind: 'raster',
        rect: { x: 0, y: 0, width: 1, height: 1 },
        columns: 2,
        rows: 2,
        rgba: new Uint8ClampedArray(4),
      }),
    ).toEqual([]);
  });
});
