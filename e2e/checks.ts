import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { findCut, findViolations } from './in-page.ts';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Ends fades and moves, now and later, because axe would read colours halfway: verdicts and button grounds fade. */
export async function endFades(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => {
    for (const fade of document.getAnimations()) fade.finish();
  });
}

/**
 * Returns axe's findings in words, by all rules or some, on the page or within a selector. Injecting axe once takes a tenth of the time of
 * a second page.
 */
export async function violations(
  page: Page,
  rules: readonly string[] | null = null,
  within: string | null = null,
): Promise<string[]> {
  await endFades(page);
  if (!(await page.evaluate(() => 'axe' in window)))
    // Through the browser's connection: the page's policy refuses inline scripts.
    await page.evaluate(AXE);
  return page.evaluate(findViolations, [rules, within] as const);
}

export const cut = (page: Page): Promise<string[]> => page.evaluate(findCut);

/** Lists controls too small for a finger, with sizes. */
export async function small(page: Page, selector: string, least: number): Promise<string[]> {
  return page.evaluate(
    ([selector, least]) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility() && !element.closest('[hidden], .visually-hidden'))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        // A labelled box is as large as its label (WCAG 2.5.8); links in sentences are excepted.
        .map(({ element, box }) => ({
          element,
          box: element.closest('label')?.getBoundingClientRect() ?? box,
        }))
        .filter(({ box }) => box.width > 1 && (box.width < least - 0.5 || box.height < least - 0.5))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 90)}: ${box.width} x ${box.height}`),
    [selector, least] as const,
  );
}

/** Returns the focused element: name, visibility of the focus, covered or not; null without focus. */
export async function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { x, y, width, height } = at.getBoundingClientRect();
    const isSeenAt = (px: number, py: number) => {
      const top =
        px >= 0 && py >= 0 && px <= innerWidth && py <= innerHeight && document.elementFromPoint(px, py);
      if (!top) return false;
      const label = at.closest('label');
      // A handle is part of its map and does not hide it.
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
      /** True if no bar covers its edges. */
      whole: isSeenAt(x + width / 2, y + height - 2) && isSeenAt(x + width / 2, y + 2),
    };
  });
}
