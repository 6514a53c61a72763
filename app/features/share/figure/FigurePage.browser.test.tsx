import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readMarks } from '../../../../e2e/in-page.ts';
import { runsAll, spread } from '../../../../scripts/tier.mjs';
import { createLocalEngine } from '../../../../workers/local-engine.ts';
import { ProblemPage } from '../../../problems/kit/Page.tsx';
import { during } from '../../../session/busy.ts';
import { createSession } from '../../../session/create-session.ts';
import { App } from '../../../shell/App.tsx';
import { OPENING, violations } from '../../../shell/looks.test.tsx';
import { button, catchFiles, idle, mount, openFromMenu, text } from '../../../shell/mount.test.tsx';
import { FigurePage } from './FigurePage.tsx';

const LINK = `#v=1&problem=one-neuron&${OPENING}&k=40`;

/** Mounts the figure page over maps at full resolution. */
async function open(link: string, beside?: ReactNode) {
  const files = catchFiles();
  const session = createSession(() => createLocalEngine(({ answer }) => during(answer())));
  await mount(
    <main>
      {beside}
      <FigurePage />
    </main>,
    link,
    { session },
  );
  await expect.element(page.getByTestId('figure-preview')).toBeVisible();
  return files;
}

const panel = page.getByLabelText('Panel', { exact: true });

async function choose(label: string, option: string): Promise<void> {
  await page.getByLabelText(label, { exact: true }).selectOptions(option);
  await idle();
}

async function download(files: ReturnType<typeof catchFiles>, name = /^Download/) {
  const before = files.length;
  await page.getByRole('button', { name }).click();
  await expect.poll(() => files.length).toBe(before + 1);
  return files[before]!;
}

const size = () => text('figure-size');

/** Finds texts that overlap or leave file or map when a browser renders the SVG in the widest substitute font. */
function readTexts(svg: string): { count: number; wrong: string[] } {
  const aside = document.createElement('div');
  aside.innerHTML = svg
    .replaceAll(/font-family="[^"]*"/g, '')
    .replace('<svg ', '<svg font-family="DejaVu Sans, Verdana, sans-serif" ');
  document.body.append(aside);
  const root = aside.querySelector('svg')!;
  const toFile = root.getScreenCTM()!.inverse();
  /** Returns an element's box in the file's units. */
  const boxOf = (element: SVGGraphicsElement, top = 0, bottom = 0) => {
    const { x, y, width, height } = element.getBBox();
    const matrix = toFile.multiply(element.getScreenCTM()!);
    const corners = [
      [x, y + top * height],
      [x + width, y + top * height],
      [x, y + (1 - bottom) * height],
      [x + width, y + (1 - bottom) * height],
    ].map(([px, py]) => new DOMPoint(px, py).matrixTransform(matrix));
    const [xs, ys] = [corners.map((at) => at.x), corners.map((at) => at.y)];
    return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
  };
  const whole = { x0: 0, y0: 0, x1: root.viewBox.baseVal.width, y1: root.viewBox.baseVal.height };
  const texts = Array.from(root.querySelectorAll<SVGTextElement>('text:not([aria-hidden])'), (text) => {
    const clip = /#([^)]+)/.exec(text.closest('[clip-path]')?.getAttribute('clip-path') ?? '')?.[1];
    const shape = clip && root.getElementById(clip)?.firstElementChild;
    let frame = whole;
    if (shape) {
      const place = text.closest('[clip-path]') as SVGGraphicsElement;
      const matrix = toFile.multiply(place.getScreenCTM()!);
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(shape.getAttribute(name)),
      );
      const from = new DOMPoint(x, y).matrixTransform(matrix);
      const to = new DOMPoint(x! + width!, y! + height!).matrixTransform(matrix);
      frame = { x0: from.x, y0: from.y, x1: to.x, y1: to.y };
    }
    // A line box is higher than its letters: use ascender to baseline.
    return { words: text.textContent!, frame, ...boxOf(text, 0.2, 0.2) };
  });
  const wrong: string[] = [];
  texts.forEach((a, i) => {
    const { frame } = a;
    if (a.x0 < frame.x0 - 1 || a.x1 > frame.x1 + 1 || a.y0 < frame.y0 - 1 || a.y1 > frame.y1 + 1)
      wrong.push(`${a.words} is cut`);
    for (const b of texts.slice(0, i))
      if (Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 1 && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 1)
        wrong.push(`${a.words} is over ${b.words}`);
  });
  aside.remove();
  return { count: texts.length, wrong };
}

for (const link of spread(
  [
    '#v=1&d=5&n=30&noise=0.3&k=40',
    '#v=1&problem=lift&k=40',
    '#v=1&n=12&noise=0.4&seed=7&ground=basins&arrows=1&rays=1&k=12',
  ],
  2,
).slice(runsAll ? 0 : 1))
  test(`texts of an SVG neither overlap nor are cut in a font that is wider: ${link}`, async () => {
    const files = await open(link);
    for (const width of ['column, 85 mm', 'double, 178 mm']) {
      await choose('Width', width);
      await expect.poll(size).toContain(/[0-9]+/.exec(width)![0]);
      const { blob } = await download(files);
      const { count, wrong } = readTexts(await blob.text());
      expect(count).toBeGreaterThan(60);
      expect(wrong, width).toEqual([]);
    }
  });

test('a PNG is exactly as many times larger, says its density and its source', async () => {
  const files = await open(LINK);
  await choose('Panel', 'Curves');
  await choose('Width', 'column, 85 mm');
  await expect.poll(size).toContain('321 ×');
  const [, height] = /321 × ([\d,]+) px/.exec(size())!;
  await choose('Format', 'PNG (pixels)');
  for (const scale of [1, 4]) {
    await choose('Resolution', String(scale));
    const { name, blob } = await download(files);
    expect(name).toMatch(/\.png$/);
    const bytes = await blob.arrayBuffer();
    const numbers = new DataView(bytes);
    const letters = new TextDecoder('latin1').decode(bytes);
    expect(letters.slice(1, 4)).toBe('PNG');
    expect(numbers.getUint32(16)).toBe(321 * scale);
    expect(numbers.getUint32(20)).toBe(Number(height!.replaceAll(',', '')) * scale);
    const density = numbers.getUint32(letters.indexOf('pHYs') + 4);
    expect(Math.round((321 * scale) / (density / 1000))).toBe(85);
    expect(letters).toContain(`Source\0${location.origin}`);
  }
});

test('words of own data are text in a figure', async () => {
  const files = catchFiles();
  await mount(<App />, '', { isApp: true });
  await openFromMenu('Your data');
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog
    .getByRole('textbox', { name: 'CSV text' })
    .fill('<script>alert(1)</script> & "x",y\n1,1\n2,2\n3,3\n4,5\n');
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await button('Share').click();
  await page.getByRole('tab', { name: 'Figure' }).click();
  await choose('Panel', 'Data and fits');
  const { blob } = await download(files);
  const { marks, trouble } = readMarks(await blob.text());
  expect(trouble).toBe('');
  expect(marks.filter(({ tag }) => tag.toLowerCase() === 'script')).toEqual([]);
  expect(marks.some(({ tag, text }) => tag === 'text' && text.startsWith('<script>alert(1)</script>'))).toBe(
    true,
  );
});

test('basins are an image within the file, and the page says so', async () => {
  const files = await open(`${LINK}&ground=basins`);
  await choose('Panel', 'Non-convex loss');
  await expect.poll(size).toContain('an SVG holds them as an image');
  const images = async () => (await (await download(files)).blob.text()).match(/<image/g)?.length ?? 0;
  await expect.poll(images).toBe(1);
});

test('of two layers every panel is a figure', async () => {
  const files = await open('#v=1&problem=two-layer&neurons=4&k=60', <ProblemPage />);
  const panels = [...(panel.element() as HTMLSelectElement).options].map((one) => one.textContent!);
  expect(panels).toHaveLength(6);
  for (const one of panels) {
    await choose('Panel', one);
    const { marks, trouble } = readMarks(await (await download(files)).blob.text());
    expect(trouble).toBe('');
    expect(marks.filter(({ tag }) => tag === 'path').length).toBeGreaterThan(4);
    expect(marks.find(({ tag }) => tag === 'desc')!.text.length).toBeGreaterThan(40);
  }
});

test('the page of figures by keyboard, and without a complaint of axe', async () => {
  await mount(<App />, LINK, { isApp: true });
  (button('Share').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('tab', { name: 'Link' })).toBeVisible();
  (page.getByRole('tab', { name: 'Link' }).element() as HTMLElement).focus();
  const figure = page.getByRole('tab', { name: 'Figure' }).element();
  for (let i = 0; i < 8 && figure.getAttribute('aria-selected') !== 'true'; i++) {
    await userEvent.keyboard('{ArrowRight}');
    // A press before the tab is shown would skip it.
    await expect.poll(() => document.activeElement?.getAttribute('aria-selected')).toBe('true');
  }
  await expect.element(page.getByTestId('figure-preview')).toBeVisible();
  await userEvent.keyboard('{Tab}');
  for (let i = 0; i < 4 && panel.element() !== document.activeElement; i++) await userEvent.keyboard('{Tab}');
  await expect.element(panel).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect
    .element(page.getByRole('button', { name: 'Download twin-descent-slope-bias-curves-k40.svg' }))
    .toBeVisible();
  await idle();
  expect(await violations()).toEqual([]);
});

test('in Chinese, in the dark: the page’s words and the figure’s', async () => {
  const files = catchFiles();
  await mount(<App />, `${LINK}&lang=zh&theme=dark`, { isApp: true });
  await button('分享').click();
  await page.getByRole('tab', { name: '插图' }).click();
  await expect.element(page.getByTestId('figure-preview')).toBeVisible();
  const svg = await (await download(files, /^下载/)).blob.text();
  expect(svg).toContain('lang="zh-Hans"');
  expect(svg).toContain('PingFang');
  expect(svg).toContain('凸松弛');
  // Light in every theme.
  expect(svg).toContain('fill="#FFFFFF"');
  expect(svg).not.toContain('#12141A');
  await idle();
  expect(await violations()).toEqual([]);
});
