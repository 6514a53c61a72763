import { withPage } from './open-page.mjs';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 10);

/** Scenes that are changed every second: small, large, more weights, two layers, the lift, infinitely many, own data. */
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
  return withPage(['--js-flags=--expose-gc', '--enable-precise-memory-info'], async (make, address) => {
    const page = await make();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    let errors = 0;
    page.on('pageerror', () => errors++);
    await page.goto(`${address}${SCENES[0]}`);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();

    const change = async (i) => {
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        SCENES[i % SCENES.length],
      );
      await page.waitForTimeout(200);
      // Scenes open paused; one that is at its end has nothing to play.
      await page
        .getByRole('button', { name: 'Play', exact: true })
        .click({ timeout: 500 })
        .catch(() => undefined);
      await page.waitForTimeout(800);
    };
    /** Back to the first scene, paused and collected: what is left is what is held. */
    const measure = async () => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, SCENES[0]);
      await page.waitForTimeout(3000);
      for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
      return {
        heap: of('JSHeapUsedSize') / 1e6,
        listeners: of('JSEventListeners'),
        nodes: of('Nodes'),
        workers: page.workers().length,
      };
    };

    // Every scene has been there before the first look, and the hundred steps back that are kept are full: neither is a leak.
    for (let i = 0; i < 15 * SCENES.length; i++) await change(i);
    const before = await measure();
    const begun = Date.now();
    let changes = 0;
    while (Date.now() - begun < MINUTES * 60_000) await change(changes++);
    const after = await measure();
    const grown = 100 * (after.heap / before.heap - 1);
    const row = (id, what, value, unit, most, detail) => ({
      id,
      what,
      value,
      unit,
      target: `${most === 5 ? 'less than' : 'at most'} ${most} ${unit}`.trim(),
      ok: most === 5 ? value < most : value <= most,
      detail,
    });
    const said = `${MINUTES} minutes, ${changes} changes of scene`;
    return [
      row(
        '11a',
        'growth of the heap after collection over a soak at full speed',
        grown,
        '%',
        5,
        `${said}; ${before.heap.toFixed(2)} to ${after.heap.toFixed(2)} MB`,
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
      row('11d', 'uncaught errors', errors, '', 0, ''),
    ];
  });
}
