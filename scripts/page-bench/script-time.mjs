/** Script time of frames, from Chromium's own trace: what is rasterised, laid out or composited does not count. */

const CATEGORIES = [
  'devtools.timeline',
  'blink',
  'v8',
  'loading',
  'disabled-by-default-v8.gc',
  'disabled-by-default-devtools.timeline',
];

/** Begins the animation callbacks of a frame, all of them together. */
const FRAME = 'PageAnimator::serviceScriptedAnimations';

/** Complete events in which scripts run, or what they leave behind is collected. */
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

/** Whatever the page's thread does, a task at a time. */
const TASKS = new Set(['RunTask']);

/**
 * Milliseconds of a frame of the page's own thread: by the clock, and of the processor (a busy machine lengthens the first alone).
 *
 * @typedef {{ wall: number, cpu: number }} Spent
 */

/**
 * Traces while `act` runs and returns the milliseconds of script on the page's own thread in each of its frames.
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
    // Whoever runs animation frames is the page's own thread.
    const { pid, tid } = mostFrequent(events.filter(({ name }) => name === 'FireAnimationFrame'));
    return events
      .filter((event) => event.pid === pid && event.tid === tid)
      .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  };
}

/**
 * Script, and all that the thread did, in each frame of a trace: from the callbacks of one to those of the next.
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
 * Tasks of the page's own thread that last longer than 50 ms, but the one in which the page was first painted and those before it.
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

/** Lengths of the outermost events of some names between one start (microseconds) and the next. */
function sumByFrame(events, names, starts) {
  const sums = Array.from({ length: Math.max(0, starts.length - 1) }, () => ({ wall: 0, cpu: 0 }));
  let reach = Number.NEGATIVE_INFINITY;
  let frame = 0;
  for (const { name, ph, ts, dur = 0, tdur = 0 } of events) {
    // What stands inside another is counted with it.
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

/** A quantile of numbers: the smallest that at least this share does not exceed. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
