/** Script time of frames from Chromium's trace, without rasterising, layout or compositing. */

const CATEGORIES = [
  'devtools.timeline',
  'blink',
  'v8',
  'loading',
  'disabled-by-default-v8.gc',
  'disabled-by-default-devtools.timeline',
];

/** Event that begins all animation callbacks of a frame. */
const FRAME = 'PageAnimator::serviceScriptedAnimations';

/** Complete events of scripts and of garbage collection. */
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
 * Milliseconds of a frame of the page's thread: by the clock, and of the processor (a busy machine lengthens only the former).
 *
 * @typedef {{ wall: number, cpu: number }} Spent
 */

/**
 * Traces while `act` runs and returns the milliseconds of script on the page's thread in each of its frames.
 *
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<void>} act
 */
export async function scriptTimes(page, act) {
  const end = await startTrace(page);
  await act();
  return framesOf(await end()).scripts.map(({ wall }) => wall);
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<() => Promise<object[]>>} ends the trace and gives its events on the page's own thread, by their begin
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
    // The thread that runs animation frames is the page's.
    const { pid, tid } = mostFrequent(events.filter(({ name }) => name === 'FireAnimationFrame'));
    return events
      .filter((event) => event.pid === pid && event.tid === tid)
      .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  };
}

/**
 * Returns script time and all time of the thread in each frame of a trace: from one frame's callbacks to the next's.
 *
 * @param {readonly object[]} events as `startTrace` gives them
 * @param {number} [from] microseconds: frames that begin earlier do not count
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
 * Returns tasks of the page's thread longer than 50 ms after the one of the first paint.
 *
 * @param {readonly object[]} events as `startTrace` gives them
 * @returns {Spent[]}
 */
export function longTasks(events) {
  const painted = events.find(({ name }) => name === 'firstContentfulPaint')?.ts ?? Number.NEGATIVE_INFINITY;
  return events
    .filter(({ name, ph, ts, dur }) => TASKS.has(name) && ph === 'X' && ts > painted && dur > 50_000)
    .map(({ dur, tdur = 0 }) => ({ wall: dur / 1000, cpu: tdur / 1000 }));
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

/** Sums the outermost events of some names between one start (microseconds) and the next. */
function sumByFrame(events, names, starts) {
  const sums = Array.from({ length: Math.max(0, starts.length - 1) }, () => ({ wall: 0, cpu: 0 }));
  let reach = Number.NEGATIVE_INFINITY;
  let frame = 0;
  for (const { name, ph, ts, dur = 0, tdur = 0 } of events) {
    // A nested event is counted with its parent.
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

/** Returns a quantile: the smallest number that at least this fraction does not exceed. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
