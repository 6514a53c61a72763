import { openHeaps } from './heap.mjs';
import { idle, withPage } from './open-page.mjs';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 10);
/** Minutes before the soak: a hundred undo steps fill up, then hot code is compiled (measured: twelve). */
const FILLING = 2;
const COMPILING = 12;

/** Objects including functions, and functions alone, which listeners, timers and promises retain. */
const CLASSES = ['Object', 'Function'];

/** Scenes of a second: small, large, more weights, two layers, the lift, infinitely many, own data. */
const SCENES = [
  '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&speed=1000',
  '#v=1&features=gauss&n=200&seed=3&speed=1000',
  '#v=1&features=gauss&n=60&d=20&seed=8&speed=1000',
  '#v=1&problem=two-layer&neurons=3&c=2&speed=1000',
  '#v=1&problem=lift&speed=1000',
  '#v=1&n=inf&plant=1,0.2&start=-1.6,0.3&speed=1000',
  '#v=1&features=csv&data=stopping-distance&bias=1&std=1&speed=1000',
];

/** @returns {Promise<import('../../engine/bench/measure.ts').Row[]>} */
export async function soakRows() {
  return withPage(['--enable-precise-memory-info'], async (make, address) => {
    const page = await make();
    const heaps = await openHeaps(page);
    let errors = 0;
    page.on('pageerror', () => errors++);
    await page.goto(`${address}${SCENES[0]}`);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();

    let changes = 0;
    const change = async () => {
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        SCENES[changes++ % SCENES.length],
      );
      await idle(page);
      // A scene at its end cannot play.
      await page
        .getByRole('button', { name: 'Play', exact: true })
        .click({ timeout: 500 })
        .catch(() => undefined);
      // Most of a second at full speed, or to its end.
      await page.waitForFunction(
        () =>
          globalThis.twinDescent.shown('left').k >= 800 ||
          document.querySelector('#play-button')?.getAttribute('aria-label') === 'Play',
      );
    };
    /** Returns to the first scene, paused and collected: the rest is retained. */
    const measure = async () => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, SCENES[0]);
      await idle(page);
      return { ...(await heaps.measure()), workers: page.workers().length };
    };
    /** Plays for `minutes`; returns the retained memory at the end of each. */
    const soak = async (minutes) => {
      const looks = [];
      for (let left = minutes; left > 0; left--) {
        const end = Date.now() + Math.min(1, left) * 60_000;
        while (Date.now() < end) await change();
        looks.push(await measure());
      }
      return looks;
    };

    const filling = await soak(FILLING);
    while (changes <= 105) await change();
    filling.push(await measure());
    const heldBefore = await heaps.count(CLASSES);
    const changesBefore = changes;
    const compiling = await soak(COMPILING);
    const before = compiling.at(-1);
    const warm = changes;
    const soaked = await soak(MINUTES);
    const after = soaked.at(-1);
    const heldAfter = await heaps.count(CLASSES);

    const row = (id, what, value, unit, bound, detail) => ({
      id,
      what,
      value,
      unit,
      target: { atMost: bound },
      speed: null,
      detail,
    });
    const growth = (of) => 100 * (of(after) / of(before) - 1);
    const list = (looks, of) => looks.map((look) => of(look).toFixed(2)).join(' ');
    const byMinute = (of) =>
      `MB by minute: ${list(filling, of)} (steps back fill) ${list(compiling, of)} (compiled) ${list(soaked, of)} (soak)`;
    const workerHeap = (at) => (look) => look.inWorkers[at] ?? Number.NaN;
    const seen = changes - changesBefore;
    const left = heldAfter.map((held, at) => held.Object - (heldBefore[at]?.Object ?? Number.NaN));
    const told = heldAfter.map((held, at) =>
      CLASSES.map((name) => `${heldBefore[at]?.[name]} to ${held[name]}`).join(' and '),
    );
    return [
      row(
        '11a',
        'growth of the heap after collection over a soak at full speed',
        growth((look) => look.heap),
        '%',
        5,
        `${MINUTES} minutes, ${changes - warm} changes of scene after ${warm}; ${byMinute((look) => look.heap)}; buffers ${before.buffers.toFixed(2)} to ${after.buffers.toFixed(2)} MB`,
      ),
      row(
        '11b',
        'listeners left over',
        after.listeners - before.listeners,
        '',
        0,
        `${before.listeners} to ${after.listeners}; nodes ${before.nodes} to ${after.nodes}`,
      ),
      row(
        '11c',
        'workers left over',
        after.workers - before.workers,
        '',
        0,
        `${before.workers} to ${after.workers}`,
      ),
      row('11d', 'uncaught errors', errors, '', 'at most', 0, ''),
      row(
        '11e',
        'objects left with a change of scene, in the page or in a worker',
        Math.max(...left) / seen,
        '',
        0.5,
        `${seen} changes since the steps back are full; objects and functions in the page and its workers: ${told.join('; ')}`,
      ),
      ...before.inWorkers.map((_, at) =>
        row(
          `11${'fghi'[at]}`,
          `growth of the heap of worker ${at + 1}`,
          growth(workerHeap(at)),
          '%',
          5,
          byMinute(workerHeap(at)),
        ),
      ),
    ];
  });
}
