import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The rules whose answer depends on colours and sizes, and so on the theme. */
export const LOOKED_AT = ['color-contrast', 'target-size', 'link-in-text-block'];

/**
 * Ends what fades or moves, now and from here on: a colour that axe reads is that of the end. A verdict fades in when it is given,
 * be it while axe reads; a button's ground, when the pointer leaves it.
 */
export async function endFades(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => {
    for (const fade of document.getAnimations()) fade.finish();
  });
}

/**
 * What axe finds, in words: by all of its rules, or by those named; on the whole page, or within what a selector finds. It is
 * put into the page once, which takes a tenth of the time of a page beside it.
 */
export async function violations(
  page: Page,
  rules: readonly string[] | null = null,
  within: string | null = null,
): Promise<string[]> {
  await endFades(page);
  if (!(await page.evaluate(() => 'axe' in window)))
    // By the browser's own connection: the page's policy refuses a script element of text.
    await page.evaluate(AXE);
  const found = await page.evaluate(
    async ([only, within]) => {
      type Run = (context: Document | string, options: object) => Promise<{ violations: Finding[] }>;
      const { run } = (window as unknown as { axe: { run: Run } }).axe;
      // What happens to lie under a bar that stays at the thumb is scrolled from under it: it is not a smaller target.
      const bars = [...document.querySelectorAll<HTMLElement>('.playback, .presenter')];
      for (const bar of bars) bar.style.setProperty('position', 'static');
      const { violations } = await run(within ?? document, {
        resultTypes: ['violations'],
        ...(only
          ? { runOnly: { type: 'rule', values: only } }
          : { rules: { 'target-size': { enabled: true } } }),
      });
      for (const bar of bars) bar.style.removeProperty('position');
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
      }));
    },
    [rules, within] as const,
  );
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} (${failureSummary})`).join(' | ')}`,
  );
}

/** Whether nothing sticks out sideways, and no control's words are cut. */
export async function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
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
  });
}

/** Controls that are smaller than a finger needs, with what they measure. */
export async function small(page: Page, selector: string, least: number): Promise<string[]> {
  return page.evaluate(
    ([selector, least]) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility() && !element.closest('[hidden], .visually-hidden'))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        // A box within its words is as large as they are (WCAG 2.5.8); a link in a sentence is excepted.
        .map(({ element, box }) => ({
          element,
          box: element.closest('label')?.getBoundingClientRect() ?? box,
        }))
        .filter(({ box }) => box.width > 1 && (box.width < least - 0.5 || box.height < least - 0.5))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 90)}: ${box.width} x ${box.height}`),
    [selector, least] as const,
  );
}

/** What has the focus: its name, whether that is seen, and whether anything lies over it; null where nothing has. */
export async function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { x, y, width, height } = at.getBoundingClientRect();
    /** Whether the element itself, or what is within it, is what is seen at a place. */
    const isSeenAt = (px: number, py: number) => {
      const top =
        px >= 0 && py >= 0 && px <= innerWidth && py <= innerHeight && document.elementFromPoint(px, py);
      if (!top) return false;
      const label = at.closest('label');
      return at.contains(top) || top.contains(at) || (label !== null && label === top.closest('label'));
    };
    return {
      name: at.getAttribute('aria-label') ?? at.textContent?.trim() ?? at.tagName,
      outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      uncovered: isSeenAt(x + width / 2, y + height / 2),
      /** No part of it lies under a bar: its lower edge is as much seen as its middle. */
      whole: isSeenAt(x + width / 2, y + height - 2) && isSeenAt(x + width / 2, y + 2),
    };
  });
}
