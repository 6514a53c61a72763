import { idle, played, withPage } from './open-page.mjs';
import { quantile, scriptTimes } from './script-time.mjs';

const PLAYED = 240;
/** One step per frame if possible, without end. */
const PLAYING = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&c=0.01&autostop=0&speed=60';
const DOTS = [
  ['12c', 200, 4],
  ['12d', 2000, 8],
];

/** Measures the page's script time per moving frame with dots minus without. */
export async function crowdPageRows() {
  return withPage([], async (make, address) => {
    const timed = async (crowd) => {
      const page = await make();
      await page.goto(`${address}${PLAYING}&crowd=${crowd}&crowdbox=-2.2,2.2,-2.2,2.2`);
      await idle(page);
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      await played(page, 60);
      const times = await scriptTimes(page, () => played(page, PLAYED));
      await page.close();
      return times;
    };
    // Warms up the code caches.
    await timed(0);
    const bare = quantile(await timed(0), 0.5);
    const rows = [];
    for (const [id, crowd, most] of DOTS) {
      const times = await timed(crowd);
      const value = quantile(times, 0.5) - bare;
      rows.push({
        id,
        what: `script a frame for ${crowd} dots on both maps while they move, 1280x720: median over that without them`,
        value,
        unit: 'ms',
        target: { atMost: most },
        speed: 'drawing',
        detail: `${times.length} frames; 95th percentile over the bare median ${(quantile(times, 0.95) - bare).toFixed(1)} ms; bare ${bare.toFixed(1)} ms`,
      });
    }
    return rows;
  });
}
