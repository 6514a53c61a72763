import { openHeaps } from '../scripts/page-bench/heap.mjs';
import { expect, test } from './test.ts';

const OPENING = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&speed=1000';
/** Ends where it began, so that the undo history has the same scenes each time. */
const ROUND = [
  '#v=1&features=gauss&n=60&d=20&seed=8&speed=1000',
  '#v=1&problem=two-layer&neurons=3&c=2&speed=1000',
  '#v=1&problem=lift&speed=1000',
  '#v=1&features=csv&data=stopping-distance&bias=1&std=1&speed=1000',
  OPENING,
];
/** More than the hundred undo steps (app/session/create-session.ts). */
const FILLING_ROUNDS = 21;
// Other tests' remains would be counted.
test.use({ reuseContext: false });

const CLASSES = ['Object', 'Function', 'Promise', 'Array', 'Map', 'Set'] as const;

test('changes of scene leave no object behind, in the page and in its workers', async ({
  explorer,
  page,
}) => {
  test.slow();
  const heaps = await openHeaps(page);
  /** Opens scenes in turn, cancelling each other. */
  const show = (links: readonly string[]) =>
    page.evaluate(async (all) => {
      for (const link of all) {
        location.hash = link;
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, links);
  /** Opens and plays every scene within the page, because forty remote actions would take longer. */
  const playRound = () =>
    page.evaluate(
      async ([all, last]) => {
        const pause = () => new Promise((resolve) => setTimeout(resolve));
        for (const scene of all) {
          location.hash = scene;
          let play: HTMLButtonElement | null = null;
          do {
            await pause();
            play = document.querySelector('#play-button');
          } while (!play || play.disabled || play.getAttribute('aria-label') !== 'Play');
          if (scene !== last) play.click();
        }
      },
      [ROUND, OPENING] as const,
    );
  const look = async () => {
    // The last answer has arrived and been announced.
    await explorer.idle();
    return heaps.count(CLASSES);
  };
  await explorer.open(OPENING);
  for (let round = 0; round < FILLING_ROUNDS; round++) await show(ROUND);
  await explorer.ready();
  // Objects made once exist now.
  for (let round = 0; round < 2; round++) await playRound();
  const looks = [await look()];
  for (let stretch = 0; stretch < 2; stretch++) {
    for (let round = 0; round < 3; round++) await playRound();
    looks.push(await look());
  }

  const [first, second, third] = looks;
  expect(third).toHaveLength(3);
  for (const [at, last] of third!.entries())
    for (const name of CLASSES) {
      const middle = second![at]![name];
      // One per change would be fifteen a stretch, in both; objects made late, once, are in one.
      const grown = Math.min(middle - first![at]![name], last[name] - middle);
      expect(grown, `${name} of heap ${at}`).toBeLessThan(3 * ROUND.length);
    }
  expect(third![0]!.Function).toBeGreaterThan(1000);
});
