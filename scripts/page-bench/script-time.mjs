/** Script time of frames, from Chromium's own trace: what is rasterised, laid out or composited does not count. */

const CATEGORIES = ['devtools.timeline', 'blink', 'v8', 'disabled-by-default-v8.gc'];

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

/**
 * Traces while `act` runs and returns the milliseconds of script on the page's own thread in each of its frames.
 *
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<void>} act
 */
export async function scriptTimes(page, act) {
  const session = await page.context().newCDPSession(page);
  /** @type {{ name: string, ph: string, ts: number, dur?: number, pid: number, tid: number }[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event);
  });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await act();
  await session.send('Tracing.end');
  await complete;
  await session.detach();

  // Whoever runs animation frames is the page's own thread; its frames begin with an event of their own.
  const { pid, tid } = mostFrequent(events.filter(({ name }) => name === 'FireAnimationFrame'));
  const starts = events
    .filter((event) => event.name === FRAME && event.pid === pid && event.tid === tid)
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const scripts = events
    .filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid && SCRIPTS.has(event.name))
    .map(({ ts, dur = 0 }) => [ts, ts + dur])
    .sort((a, b) => a[0] - b[0]);
  return sumByFrame(scripts, [...new Set(starts)]);
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

/** Lengths of a union of intervals (microseconds, by their begin), between one start and the next, in milliseconds. */
function sumByFrame(intervals, starts) {
  const sums = new Array(Math.max(0, starts.length - 1)).fill(0);
  let reach = Number.NEGATIVE_INFINITY;
  let frame = 0;
  for (const [begin, end] of intervals) {
    // What stands inside another is counted with it.
    const from = Math.max(begin, reach);
    if (end <= from) continue;
    reach = end;
    while (frame + 1 < starts.length && starts[frame + 1] <= from) frame++;
    if (from >= starts[0] && frame < sums.length) sums[frame] += (end - from) / 1000;
  }
  return sums;
}

/** A quantile of numbers: the smallest that at least this share does not exceed. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
