import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { find, idle } from '../../shell/mount.test.tsx';

/**
 * Presses symbols in turn without pointer or focus, which ExplainDrawer.browser.test.tsx tests. Each must change the picture in its own
 * way, and the last press must restore it.
 */
export async function expectMarks(marks: readonly string[], picture: () => string): Promise<void> {
  // An earlier test may have left the pointer on a symbol.
  await page.getByRole('heading', { name: 'Explanation' }).hover();
  await idle();
  const plain = picture();
  const seen = new Set([plain]);
  let pressed: HTMLElement | null = null;
  for (const mark of marks) {
    const symbol = find(`[data-testid="symbol-${mark}"]`);
    pressed?.click();
    symbol.click();
    pressed = symbol;
    await idle();
    const lit = picture();
    expect(seen.has(lit), mark).toBe(false);
    seen.add(lit);
  }
  pressed?.click();
  await idle();
  expect(picture() === plain, 'all have gone').toBe(true);
}
