import { withPage } from './open-page.mjs';
import { framesOf, longTasks, quantile, startTrace } from './script-time.mjs';

/** Frames after Play: the first are skipped, while code is compiled. */
const [FIRST, PLAYED] = [60, 180];
/** Frames until an ended run restarts. */
const AGAIN = 60;
const FAST = 1000;
const [MEDIAN, LATE, LONG] = [4, 8, 50];

/**
 * Makes a row per problem and level, with its opening preset, at its own speed and 1,000 steps per second. Auto-stop is off; a run that
 * ends anyway restarts once a second. All limits hold for processor time at the reference speed.
 *
 * @param {typeof import('../../engine/bench/bench.ts').VIEWS} openingViews
 * @param {import('../../engine/bench/speeds.ts').Factors} factors
 * @param {string} [wanted] part of the wanted rows' ids
 * @returns {Promise<import('../../engine/bench/measure.ts').Row[]>}
 */
export async function viewRows(openingViews, factors, wanted = '') {
  const views = openingViews(FAST).filter((view) => idOf(view).includes(wanted));
  return withPage([], async (make, address) => {
    // Warms up the code caches.
    await measure(make, `${address}${views[0].link}`, factors);
    const rows = [];
    for (const view of views)
      rows.push(rowOf(view, await measure(make, `${address}${view.link}`, factors), factors));
    return rows;
  });
}

async function measure(make, link, factors) {
  const page = await make();
  const end = await startTrace(page);
  await page.goto(link);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const [frames, steps] = await page.evaluate(playFrames, [FIRST + PLAYED, AGAIN]);
  const events = await end();
  await page.close();
  // The trace has its own clock: the counted frames are its last.
  const { scripts, tasks } = framesOf(events);
  return {
    frames,
    steps,
    scripts: scripts.slice(-PLAYED),
    tasks: tasks.slice(-PLAYED),
    long: longTasks(events, LONG * factors.script),
  };
}

/** Plays `count` frames in the page; returns how many showed another step, and the steps. */
async function playFrames([count, again]) {
  const shown = () => Number(document.querySelector('[data-testid="step"]').textContent);
  let [frames, steps, last] = [0, 0, shown()];
  for (let frame = 0; frame < count; frame++) {
    await new Promise(requestAnimationFrame);
    const k = shown();
    if (k > last) {
      frames++;
      steps += k - last;
    }
    last = k;
    const play = document.getElementById('play-button');
    if (frame % again === 0 && play.getAttribute('aria-label') === 'Play') play.click();
  }
  return [frames, steps];
}

const idOf = ({ preset, speed }) => `19 ${preset} ${speed}`;

function rowOf(view, { frames, steps, scripts, tasks, long }, factors) {
  const of = (list, by, share) =>
    quantile(
      list.map((one) => one[by]),
      share,
    );
  const both = (list, by) => `${of(list, by, 0.5).toFixed(1)}, ${of(list, by, 0.95).toFixed(1)}`;
  const late = of(scripts, 'cpu', 0.95);
  return {
    id: idOf(view),
    what:
      `${view.problem}, preset ${view.preset}, at ${view.speed} steps a second: script and collection a frame, median; ` +
      `95th percentile at most ${LATE} ms, no task over ${LONG} ms from load on`,
    value: of(scripts, 'cpu', 0.5),
    unit: 'ms',
    target: { atMost: MEDIAN },
    speed: 'drawing',
    holds: late / factors.drawing <= LATE && long.length === 0,
    detail:
      `95th percentile ${late.toFixed(1)}; by the clock ${both(scripts, 'wall')}; all of the thread ${both(tasks, 'cpu')}, ` +
      `by the clock ${both(tasks, 'wall')}; ${long.length} long tasks` +
      `${long.map(({ wall, cpu, script }) => `, ${cpu.toFixed(0)} ms (clock ${wall.toFixed(0)}) ${script}`).join('')}; ` +
      `${steps} steps in ${frames} of ${FIRST + PLAYED} frames`,
  };
}
