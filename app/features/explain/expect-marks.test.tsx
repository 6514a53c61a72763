import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { find, idle } from '../../shell/mount.test.tsx';

/**
 * Presses one symbol after another, which have neither pointer nor focus then: what each lights in a picture is unlike all before it, and
 * with the last one all of it has gone.
 * That a pointer and the keyboard press them is tested in ExplainDrawer.browser.test.tsx.
 */
export async function expectMarks(marks: readonly string[], picture: () => string): Promise<void> {
  // The pointer may rest on a symbol, at the place where an earlier test left it.
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
