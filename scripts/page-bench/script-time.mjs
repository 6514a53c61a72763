/** Script time of frames from Chromium's trace, without rasterising, layout and compositing. */

const CATEGORIES = [
  'devtools.timeline',
  'blink',
  'v8',
  'loading',
  'disabled-by-default-v8.gc',
  'disabled-by-default-devtools.timeline',
];

/** Beginning of a frame's animation callbacks. */
const FRAME = 'PageAnimator::serviceScriptedAnimations';

/** Events of scripts and garbage collection. */
const SCRIPTS = new Set([
  'FunctionCall',
  'EvaluateScript',
  'v8.evaluateModule',
  'FireAnimationFrame',
  'EventDispatch',
  'TimerFire',
  'RunMicrotasks',
  'HandlePostMessage',
  'MinorGC',
  'MajorGC',
  'V8.GC_SCAVENGER',
]);

const TASKS = new Set(['RunTask']);

/**
 * Milliseconds of a frame on the page's thread: by the clock, and of the processor (independent of other load).
 *
 * @typedef {{ wall: number, cpu: number }} Spent
 */

/**
 * Traces while `act` runs; returns the script's processor ms of each frame on the page's thread.
 *
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<void>} act
 */
export async function scriptTimes(page, act) {
  const end = await startTrace(page);
  await act();
  return framesOf(await end()).scripts.map(({ cpu }) => cpu);
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<() => Promise<object[]>>} ends the trace; returns its events on the page's thread, by begin
 */
export async function startTrace(page) {
  const session = await page.context().newCDPSession(page);
  /** @type {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number }[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event);
  });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  return async () => {
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    // The page's thread runs the animation frames.
    const { pid, tid } = mostFrequent(events.filter(({ name }) => name === 'FireAnimationFrame'));
    return events
      .filter((event) => event.pid === pid && event.tid === tid)
      .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  };
}

/**
 * Returns each frame's script time and whole time: from its callbacks to the next's.
 *
 * @param {readonly object[]} events from `startTrace`
 * @param {number} [from] microseconds: earlier frames do not count
 * @returns {{ scripts: Spent[], tasks: Spent[] }}
 */
export function framesOf(events, from = Number.NEGATIVE_INFINITY) {
  const starts = [
    ...new Set(events.filter(({ name, ts }) => name === FRAME && ts >= from).map(({ ts }) => ts)),
  ];
  return {
    scripts: sumByFrame(events, SCRIPTS, starts),
    tasks: sumByFrame(events, TASKS, starts),
  };
}

/**
 * Returns the page thread's tasks over `most` milliseconds of processor time after the first paint's, each with its longest script.
 *
 * @param {readonly object[]} events from `startTrace`
 * @param {number} most
 * @returns {(Spent & { script: string })[]}
 */
export function longTasks(events, most) {
  const painted = events.find(({ name }) => name === 'firstContentfulPaint')?.ts ?? Number.NEGATIVE_INFINITY;
  return events
    .filter(
      ({ name, ph, ts, tdur = 0 }) => TASKS.has(name) && ph === 'X' && ts > painted && tdur > 1000 * most,
    )
    .map((task) => ({ wall: task.dur / 1000, cpu: task.tdur / 1000, script: longestScript(events, task) }));
}

/** Names the longest script within a task, as in "index-abc.js: draw". */
function longestScript(events, { ts, dur }) {
  const inside = events.filter(
    (one) => SCRIPTS.has(one.name) && one.args?.data?.url && one.ts >= ts && one.ts + one.dur <= ts + dur,
  );
  const [longest] = inside.toSorted((a, b) => b.dur - a.dur);
  if (!longest) return 'no script';
  const { url, functionName } = longest.args.data;
  return `${url.split('/').at(-1)}: ${functionName || longest.name}`;
}

function mostFrequent(frames) {
  const counts = new Map();
  for (const { pid, tid } of frames) {
    const key = `${pid} ${tid}`;
    counts.set(key, { pid, tid, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!most) throw new Error('expected frames in the trace; got none');
  return most;
}

/** Sums outermost events of some names from each start (microseconds) to the next. */
function sumByFrame(events, names, starts) {
  const sums = Array.from({ length: Math.max(0, starts.length - 1) }, () => ({ wall: 0, cpu: 0 }));
  let reach = Number.NEGATIVE_INFINITY;
  let frame = 0;
  for (const { name, ph, ts, dur = 0, tdur = 0 } of events) {
    // Parents contain nested events.
    if (ph !== 'X' || !names.has(name) || ts + dur <= reach) continue;
    const begin = Math.max(ts, reach);
    reach = ts + dur;
    while (frame + 1 < starts.length && starts[frame + 1] <= begin) frame++;
    const sum = begin >= starts[0] && sums[frame];
    if (!sum) continue;
    sum.wall += (reach - begin) / 1000;
    sum.cpu += tdur / 1000;
  }
  return sums;
}

/** Returns the smallest number that at least this fraction does not exceed. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
