import { dragged } from './drag-waits.mjs';
import { openHeaps } from './heap.mjs';
import { idle, played, withPage } from './open-page.mjs';
import { framesOf, longTasks, quantile, startTrace } from './script-time.mjs';

/** Steps for ten seconds of play. */
const PLAYED = 10_000;
const PLAYING = '#v=1&features=gauss&n=200&d=2&seed=3&c=0.002&speed=1000';
const LONG = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&autostop=0&c=0.001';
const SCRUBS = 60;
/** Frames that count, and the milliseconds of a long task. */
const [FRAMES, TOO_LONG] = [400, 50];
const [FEW, MANY] = [100_000, 1_000_000];
const LOOKS = 8;
/** Files loaded after the first picture (app/shell/main.ts). */
const LATE = ['bind-print', 'start-offline'];

/** Collects layout shifts from the beginning. */
function watch() {
  globalThis.shifts = [];
  const collect = ({ value, hadRecentInput }) => hadRecentInput || globalThis.shifts.push(value);
  new PerformanceObserver((list) => list.getEntries().forEach(collect)).observe({
    type: 'layout-shift',
    buffered: true,
  });
}

/**
 * @param {import('../../engine/bench/speeds.ts').Factors} factors
 * @returns {Promise<import('../../engine/bench/measure.ts').Row[]>}
 */
export async function pageRows(factors) {
  return withPage([], async (make, address) => {
    const play = async (page) => {
      await page.addInitScript(watch);
      await page.goto(`${address}${PLAYING}`);
      await page.getByRole('button', { name: 'Play', exact: true }).click();
    };
    // Once for the code caches.
    const first = await make();
    await play(first);
    await played(first, PLAYED);
    const shifts = await first.evaluate(() => globalThis.shifts);
    await first.close();

    const second = await make();
    const end = await startTrace(second);
    await play(second);
    await played(second, PLAYED + 1000);
    const events = await end();
    await second.close();
    // The last frames: code is still compiled in the first.
    const times = framesOf(events)
      .scripts.slice(-FRAMES)
      .map(({ cpu }) => cpu);
    const long = longTasks(events, TOO_LONG * factors.script);

    const waits = await dragged(make, address);
    const { heaps, scrubs } = await longRun(make, address);
    const mb = (megabytes) => megabytes.toFixed(2);
    const median = quantile(times, 0.5);
    const late = quantile(times, 0.95);
    const row = (id, what, value, unit, most, detail) => ({
      id,
      what,
      value,
      unit,
      target: { atMost: most },
      speed: unit === 'ms' ? 'drawing' : null,
      detail,
    });
    return [
      row(
        '10a',
        'script a frame while playing at 1,000 steps a second, 1280x720: median',
        median,
        'ms',
        4,
        `${times.length} frames, by the browser's trace`,
      ),
      row(
        '10b',
        'the same: 95th percentile',
        late,
        'ms',
        8,
        `the longest ${Math.max(...times).toFixed(1)} ms`,
      ),
      row(
        '10c',
        'tasks over 50 ms at reference speed from load to ten seconds of play, but the one of the first paint',
        long.length,
        'tasks',
        0,
        long.map(({ cpu, script }) => `${cpu.toFixed(0)} ms ${script}`).join(', ') || 'none',
      ),
      row(
        '10d',
        'sum of layout shifts from load to ten seconds of play',
        shifts.reduce((sum, value) => sum + value, 0),
        '',
        0,
        `${shifts.length} shifts`,
      ),
      row(
        '10e',
        'frames from a move of the start to the picture of its run: most',
        Math.max(...waits),
        'frames',
        2,
        `${waits.length} moves on six kinds of maps; ${[0, 1, 2, 3].map((most) => `${waits.filter((wait) => wait <= most).length} within ${most}`).join(', ')}`,
      ),
      row(
        '10f',
        'growth of the heap from 100,000 recorded steps to a million, after collection',
        100 * (heaps[1] / heaps[0] - 1),
        '%',
        5,
        `${mb(heaps[0])} MB, then ${mb(heaps[1])} MB, with both trajectories`,
      ),
      row(
        '10g',
        'frames from a place on the scrub line to its picture, among a million steps: most',
        Math.max(...scrubs),
        'frames',
        2,
        `${SCRUBS} places; ${[1, 2, 3].map((most) => `${scrubs.filter((wait) => wait <= most).length} within ${most}`).join(', ')}`,
      ),
    ];
  });
}

/**
 * Measures megabytes of heap and buffers with 100,000 recorded steps and a million, and frames from each scrub to its display. New pages
 * still load code, and some memory is freed late: load all files first, and take the minimum of several measurements.
 */
async function longRun(make, address) {
  const page = await make();
  const { measure } = await openHeaps(page);
  const held = async () => {
    const looks = [];
    while (looks.length < LOOKS) {
      await idle(page);
      const { heap, buffers } = await measure();
      looks.push(heap + buffers);
    }
    return Math.min(...looks);
  };
  await page.goto(`${address}${LONG}&k=${FEW}`);
  await page.waitForFunction(
    (names) => {
      const files = performance.getEntriesByType('resource');
      return names.every((name) => files.some((file) => file.name.includes(name)));
    },
    LATE,
    { timeout: 60_000 },
  );
  const heaps = [];
  for (const steps of [FEW, MANY]) {
    await record(page, steps);
    heaps.push(await held());
  }
  const scrubs = await page.evaluate(async (count) => {
    const line = document.querySelector('[data-scrub]');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const waits = [];
    for (let i = 1; i <= count; i++) {
      const before = globalThis.twinDescent.shown('left').k;
      line.value = String((i * 618_034) % 1_000_001);
      line.dispatchEvent(new Event('input', { bubbles: true }));
      let frames = 0;
      do {
        await frame();
        frames++;
      } while (globalThis.twinDescent.shown('left').k === before);
      waits.push(frames);
      await frame();
    }
    return waits;
  }, SCRUBS);
  await page.close();
  return { heaps, scrubs };
}

/** Runs to a step and records all before. */
async function record(page, steps) {
  await page.evaluate((to) => {
    const line = document.querySelector('[data-scrub]');
    line.max = String(to);
    line.value = String(to);
    line.dispatchEvent(new Event('input', { bubbles: true }));
  }, steps);
  await page.waitForFunction((to) => globalThis.twinDescent.shown('left').k === to, steps, {
    timeout: 60_000,
  });
  await idle(page);
}
