/** Functions run within pages, by end-to-end and component tests. Each is self-contained: Playwright passes its text. */

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Rules about colours and sizes, hence the theme. */
export const LOOKED_AT = ['color-contrast', 'target-size', 'link-in-text-block'];

/** Returns the findings of an injected axe in words, by all rules or some, on the page or within a selector. */
export async function findViolations([only, within]: readonly [
  rules: readonly string[] | null,
  within: string | null,
]): Promise<string[]> {
  type Run = (context: Document | string, options: object) => Promise<{ violations: Finding[] }>;
  const { run } = (window as unknown as { axe: { run: Run } }).axe;
  // Parts under a sticky bar can be scrolled from it: their targets are not smaller.
  const bars = [...document.querySelectorAll<HTMLElement>('.playback, .presenter')];
  for (const bar of bars) bar.style.setProperty('position', 'static');
  const { violations } = await run(within ?? document, {
    resultTypes: ['violations'],
    // Frames have no axe; waiting would be in vain.
    iframes: false,
    ...(only ? { runOnly: { type: 'rule', values: only } } : { rules: { 'target-size': { enabled: true } } }),
  });
  for (const bar of bars) bar.style.removeProperty('position');
  // Axe takes a lecture's link below a drawer for a skip link.
  const isMeant = (id: string, html: string) => id !== 'skip-link' || !html.includes('href="#v=');
  return violations.flatMap(({ id, nodes }) => {
    const found = nodes
      .filter(({ html }) => isMeant(id, html))
      .map(({ html, failureSummary }) => `${html} (${failureSummary})`);
    return found.length > 0 ? [`${id}: ${found.join(' | ')}`] : [];
  });
}

/** Lists sideways overflow and controls with cut words. */
export function findCut(): string[] {
  const wide = document.documentElement.clientWidth;
  const found: string[] = [];
  /** True in a line that scrolls by itself, like formulae. */
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

/** Returns all visible or spoken text of the page but typed text. */
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

/** Latin words allowed on a Chinese page: names, terms next to Chinese ones, abbreviations, keys, mathematics, language names. */
const LATIN = new Set(
  (
    'Twin Descent ReLU relu max min inf CSV Adam Nesterov SGD LASSO WebGL Wilson Language English leak PCA Ergen Pilanci Allerton ' +
    'CITATION cff Convex Optimization for Shallow Neural Networks Ctrl Alt Shift Home End Space PgUp PgDn Esc Enter kB MB Hz'
  ).split(' '),
);

/** Returns Latin words that are neither names nor mathematics. */
export function englishAmong(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.match(/[A-Za-z]{2,}/g) ?? []);
  return [...new Set(words)].filter((word) => !LATIN.has(word));
}

export interface ReadMark {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** Offset by the surrounding groups. */
  readonly x: number;
  readonly y: number;
  readonly within: readonly string[];
}

/** Returns an SVG's marks as a browser parses them, with offsets. */
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
