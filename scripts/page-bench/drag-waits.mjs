import { idle } from './open-page.mjs';

const DRAGS = 60;
/** Frames between moves, and until an unchanged run counts as identical: it ends like the previous. */
const [APART, SAME] = [6, 30];
const MAPS = [
  '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=200',
  '#v=1&problem=gan&level=plane&k=20',
  '#v=1&problem=gan&level=two-weights&k=20',
  '#v=1&problem=federated&k=20',
  '#v=1&problem=shuffle&k=20',
  '#v=1&problem=denoiser&level=pixels&k=20',
];

/**
 * Counts frames from each move of a start to the display of its run, on each kind of map.
 *
 * @param {() => Promise<import('@playwright/test').Page>} make
 * @param {string} address
 * @returns {Promise<number[]>}
 */
export async function dragged(make, address) {
  const waits = [];
  for (const link of MAPS) {
    const page = await make();
    waits.push(...(await draggedOn(page, `${address}${link}`)));
    await page.close();
  }
  return waits;
}

/**
 * Counts frames from each move of a start to the display of its run. Moves arrive right before their frame's callbacks, so that frame
 * counts as zero.
 */
async function draggedOn(page, address) {
  await page.goto(address);
  const handle = page.getByTestId('start-left');
  await handle.waitFor();
  await idle(page);
  const box = await handle.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // The earlier move to the handle moves no start.
  await page.evaluate(() => {
    const waits = [];
    globalThis.waits = waits;
    let frame = 0;
    let moved = null;
    let before = '';
    const shown = () =>
      JSON.stringify(['left', 'right'].map((side) => globalThis.twinDescent.shown(side).iterate));
    addEventListener(
      'pointermove',
      () => {
        moved ??= frame;
        before = shown();
      },
      true,
    );
    const look = () => {
      frame++;
      // This frame's move was counted before.
      if (moved !== null && shown() !== before) {
        waits.push(frame - moved - 1);
        moved = null;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    globalThis.passed = async (apart, same) => {
      for (let k = 0; k < apart || (moved !== null && k < same); k++)
        await new Promise(requestAnimationFrame);
      moved = null;
    };
  });
  for (let i = 1; i <= DRAGS; i++) {
    await page.mouse.move(x + 16 * Math.sin(i / 5), y + 12 * Math.sin(i / 7));
    await page.evaluate(([apart, same]) => globalThis.passed(apart, same), [APART, SAME]);
  }
  await page.mouse.up();
  const waits = await page.evaluate(() => globalThis.waits);
  if (waits.length < DRAGS / 2)
    throw new Error(`expected a picture of most of ${DRAGS} moves; got ${waits.length}`);
  return waits;
}
