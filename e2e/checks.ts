import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { findCut, findViolations } from './in-page.ts';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

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
  return page.evaluate(findViolations, [rules, within] as const);
}

/** Whether nothing sticks out sideways, and no control's words are cut. */
export const cut = (page: Page): Promise<string[]> => page.evaluate(findCut);

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
      // A handle is a part of the map that it lies on, and hides nothing of it.
      const map = top.closest('.map-handle') && at.closest('.plate');
      return (
        at.contains(top) ||
        top.contains(at) ||
        (label !== null && label === top.closest('label')) ||
        (map !== null && map === top.closest('.plate'))
      );
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
