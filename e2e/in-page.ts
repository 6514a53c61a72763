/**
 * What is looked for within a page, by end-to-end tests and by component tests. Each function stands for itself: Playwright hands its
 * text on to the page.
 */

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** The rules whose answer depends on colours and sizes, and so on the theme. */
export const LOOKED_AT = ['color-contrast', 'target-size', 'link-in-text-block'];

/**
 * What axe, which is in the page already, finds, in words: by all of its rules, or by those named; on the whole page, or within what
 * a selector finds.
 */
export async function findViolations([only, within]: readonly [
  rules: readonly string[] | null,
  within: string | null,
]): Promise<string[]> {
  type Run = (context: Document | string, options: object) => Promise<{ violations: Finding[] }>;
  const { run } = (window as unknown as { axe: { run: Run } }).axe;
  // What happens to lie under a bar that stays at the thumb is scrolled from under it: it is not a smaller target.
  const bars = [...document.querySelectorAll<HTMLElement>('.playback, .presenter')];
  for (const bar of bars) bar.style.setProperty('position', 'static');
  const { violations } = await run(within ?? document, {
    resultTypes: ['violations'],
    // None of its frames has axe in it: each was waited for in vain.
    iframes: false,
    ...(only ? { runOnly: { type: 'rule', values: only } } : { rules: { 'target-size': { enabled: true } } }),
  });
  for (const bar of bars) bar.style.removeProperty('position');
  // It takes a link to a lecture that is below the end of a drawer for one that skips to a part of the page.
  const isMeant = (id: string, html: string) => id !== 'skip-link' || !html.includes('href="#v=');
  return violations.flatMap(({ id, nodes }) => {
    const found = nodes
      .filter(({ html }) => isMeant(id, html))
      .map(({ html, failureSummary }) => `${html} (${failureSummary})`);
    return found.length > 0 ? [`${id}: ${found.join(' | ')}`] : [];
  });
}

/** What sticks out sideways, and controls whose words are cut. */
export function findCut(): string[] {
  const wide = document.documentElement.clientWidth;
  const found: string[] = [];
  /** Whether it stands in a line that is scrolled by itself, as formulae are. */
  const isScrolled = (element: HTMLElement) => {
    for (let at = element.parentElement; at; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth)
        return at.getBoundingClientRect().right <= wide + 0.5;
    return false;
  };
  if (document.documentElement.scrollWidth > wide)
    found.push(`the page is ${document.documentElement.scrollWidth} wide, the screen ${wide}`);
  for (const element of document.querySelectorAll<HTMLElement>(
    'button, a, select, input, summary, h1, h2, h3, label',
  )) {
    if (element.closest('.visually-hidden, [hidden]') || !element.checkVisibility()) continue;
    const { left, right, width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? '';
    if (isScrolled(element)) continue;
    if (left < -0.5 || right > wide + 0.5) found.push(`${name}: from ${left} to ${right} of ${wide}`);
    if (
      element.matches('button, a') &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > 0
    )
      found.push(`${name}: ${element.scrollWidth} wide in ${element.clientWidth}`);
  }
  return found;
}

/** Every text of the page that is seen or read out, without what a person typed. */
export function textsOf(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest('script, style, noscript, textarea, math, .katex'))
      texts.push(node.textContent ?? '');
  for (const element of document.body.querySelectorAll('*'))
    for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt'])
      if (element.hasAttribute(name) && !element.closest('textarea')) texts.push(element.getAttribute(name)!);
  return texts;
}

/** Latin words of a Chinese page: names, terms beside their Chinese ones, abbreviations, keys, mathematics, and languages in their own words. */
const LATIN = new Set(
  (
    'Twin Descent ReLU relu max min inf CSV Adam Nesterov SGD LASSO WebGL Wilson Language English leak PCA Ergen Pilanci Allerton ' +
    'CITATION cff Convex Optimization for Shallow Neural Networks Ctrl Alt Shift Home End Space PgUp PgDn Esc Enter kB MB Hz'
  ).split(' '),
);

/** Of the texts of a Chinese page, the words in Latin letters that are neither names nor mathematics. */
export function englishAmong(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.match(/[A-Za-z]{2,}/g) ?? []);
  return [...new Set(words)].filter((word) => !LATIN.has(word));
}

export interface ReadMark {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** What the groups about it move it by. */
  readonly x: number;
  readonly y: number;
  /** The names of these groups. */
  readonly within: readonly string[];
}

/** The marks of an SVG as a browser's parser reads them, with what they are moved by. */
export function readMarks(source: string): { marks: ReadMark[]; trouble: string } {
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
  const marks = Array.from(parsed.querySelectorAll('*'), (element) => {
    let [x, y] = [0, 0];
    const within: string[] = [];
    for (let at = element.parentElement; at; at = at.parentElement) {
      const moved = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(at.getAttribute('transform') ?? '');
      x += Number(moved?.[1] ?? 0);
      y += Number(moved?.[2] ?? 0);
      within.push(at.getAttribute('class') ?? '');
    }
    const attributes = Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));
    return { tag: element.tagName, attributes, text: element.textContent ?? '', x, y, within };
  });
  return { marks, trouble: parsed.querySelector('parsererror')?.textContent ?? '' };
}
