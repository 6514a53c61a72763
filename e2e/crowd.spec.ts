import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const LINE = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3';
/** 200 starts, of which some on the left and more on the right have arrived at step 80. */
const GONE = `${LINE}&crowd=200&crowdbox=-2.2,2.2,-2.2,2.2`;

interface Dots {
  readonly step: number;
  readonly arrived: readonly [number, number];
  /** All bits of the positions. */
  readonly places: string;
}

function dots(page: Page): Promise<Dots | null> {
  return page.evaluate(() => {
    interface Side {
      readonly places: Float64Array;
      readonly counts: { readonly arrived: number };
    }
    const { twinDescent } = window as unknown as {
      twinDescent: { crowd(): { step: number; left: Side; right: Side } | null };
    };
    const frame = twinDescent.crowd();
    return (
      frame && {
        step: frame.step,
        arrived: [frame.left.counts.arrived, frame.right.counts.arrived] as const,
        places: [...frame.left.places, ...frame.right.places].join(' '),
      }
    );
  });
}

test('G lets 200 go from the window, play and scrub move them, and the link repeats every dot', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${LINE}&speed=1000`);
  await page.keyboard.press('g');
  await explorer.idle();
  await expect(explorer.button('200 starts')).toHaveAttribute('aria-pressed', 'true');
  expect(await dots(page)).toMatchObject({ step: 0, arrived: [0, 0] });
  await expect(page.getByTestId('crowd-left')).toHaveText('0 of 200 reached the star');

  // It stops when the last has ended.
  await explorer.play.click();
  await explorer.idle();
  await expect(page.getByTestId('crowd-right')).toHaveText('200 of 200 reached the star');
  const end = (await dots(page))!;
  expect(end.step).toBe(Number(await explorer.step.textContent()));
  await expect(page.getByTestId('crowd-told')).toContainText('200 of 200 reached the star.');

  await explorer.seek(80);
  await explorer.button('Step back').click();
  await explorer.idle();
  const shown = (await dots(page))!;
  expect(shown.step).toBe(79);
  await expect(page.getByTestId('crowd-left')).toHaveText(`${shown.arrived[0]} of 200 reached the star`);
  await expect.poll(() => explorer.fragment()).toMatch(/k=79&.*crowd=200&crowdbox=/);

  await page.reload();
  await explorer.ready('79');
  await explorer.idle();
  expect(await dots(page)).toEqual(shown);

  await page.keyboard.press('g');
  await explorer.idle();
  expect(await dots(page)).toBeNull();
  await expect(page.getByTestId('crowd-left')).toHaveCount(0);
  await expect.poll(() => explorer.fragment()).not.toContain('crowd');
});

test('a drag on a map chooses where they start, and a click goes back to the window', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${GONE}&view=-2.2,2.2,-2.2,2.2`);
  await explorer.idle();
  await explorer.button('Choose the region').click();
  const brush = page.locator('[data-testid="right"] .crowd-brush');
  const box = (await brush.boundingBox())!;
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.2 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.6 * box.width, box.y + 0.5 * box.height);
  await page.mouse.up();
  await explorer.idle();
  await expect(brush).toHaveCount(0);
  await expect.poll(() => explorer.fragment()).not.toContain('crowdbox=-2.2');
  const [x0, x1, y0, y1] = /crowdbox=([^&]+)/.exec(explorer.fragment())![1]!.split(',').map(Number) as [
    number,
    number,
    number,
    number,
  ];
  expect(x1 - x0).toBeGreaterThan(1);
  expect(y1 - y0).toBeLessThan(1.6);
  const places = (await dots(page))!.places.split(' ').map(Number);
  expect(places.filter((_, at) => at % 2 === 0).every((x) => x >= x0 && x <= x1)).toBe(true);
  await explorer.button('Start from the whole window').click();
  await explorer.idle();
  await expect.poll(() => explorer.fragment()).toContain('crowdbox=-2.2,2.2,-2.2,2.2');
  // On a phone: looks.all.spec.ts.
  expect(await explorer.violations()).toEqual([]);

  await explorer.button('Choose the region').click();
  await expect(brush).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(brush).toHaveCount(0);
});

test('two layers have no map of both sides: no button, and the key says why', async ({ explorer, page }) => {
  await explorer.open('#v=1&problem=two-layer');
  await expect(explorer.button('200 starts')).toHaveCount(0);
  await page.keyboard.press('g');
  await expect(page.getByText('Many starts need a map on each side. This view has none.')).toBeVisible();
});
