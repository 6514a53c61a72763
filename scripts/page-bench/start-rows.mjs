import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import TotalBlockingTime from 'lighthouse/core/audits/metrics/total-blocking-time.js';
import { launch } from 'puppeteer-core';
import { BROWSER_ARGS, ensureBrowser } from '../machine/find-browser.mjs';
import { startCompressedHost } from './compressed-host.mjs';
import { buildOnce } from './open-page.mjs';
import { quantile } from './script-time.mjs';

const RUNS = 5;
/** Milliseconds until a page that does not start is abandoned. */
const HANGS = 60_000;
/** Lighthouse's mobile profile, throttled by the browser: slow 4G, a quarter of the processor's speed. */
const SCREEN = { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const NETWORK = { latency: 562.5, download: (1474.56 * 1024) / 8, upload: (675 * 1024) / 8 };
const SLOWDOWN = 4;

/** Both pages' states: a responsive play button, and the first picture. */
const STATES = {
  ours: {
    play: '#root:not(#shell + *) #play-button:not(:disabled)',
    picture: ':root[data-pictured]',
  },
  // TensorFlow Playground binds its button before its first map.
  peer: { play: '#heatmap canvas', picture: '#heatmap canvas' },
};

const { scoring } = TotalBlockingTime.defaultOptions.mobile;

/** Returns a blocking time's part of Lighthouse's score, of 100. */
const blockingPart = (weight, milliseconds) =>
  weight * TotalBlockingTime.computeLogNormalScore(scoring, milliseconds);

const METRICS = {
  performance: ({ categories }) => 100 * categories.performance.score,
  paint: ({ audits }) => audits['first-contentful-paint'].numericValue / 1000,
  largest: ({ audits }) => audits['largest-contentful-paint'].numericValue / 1000,
  blocking: ({ audits }) => audits['total-blocking-time'].numericValue,
  shift: ({ audits }) => audits['cumulative-layout-shift'].numericValue,
};

async function inBrowser(use) {
  const browser = await launch({ executablePath: ensureBrowser(true), args: BROWSER_ARGS });
  try {
    return await use(await browser.newPage());
  } finally {
    await browser.close();
  }
}

/**
 * @param {string} address
 * @param {number} factor of the machine's script speed
 */
const audit = (address, factor) =>
  inBrowser(async (page) => {
    const flags = { onlyCategories: ['performance'], logLevel: 'silent', output: 'json' };
    const { lhr, artifacts } = await lighthouse(address, flags, undefined, page);
    if (lhr.runtimeError) throw new Error(`expected an audit of ${address}; got ${lhr.runtimeError.message}`);
    const largest = lhr.audits['largest-contentful-paint-element']?.details?.items?.[0]?.items?.[0]?.node;
    const found = Object.fromEntries(Object.entries(METRICS).map(([name, read]) => [name, read(lhr)]));
    const { weight } = lhr.categories.performance.auditRefs.find(({ id }) => id === 'total-blocking-time');
    const worked = blockedByWork(artifacts.Trace.traceEvents, factor);
    return {
      ...found,
      element: largest?.selector ?? '',
      worked,
      atReference: found.performance - blockingPart(weight, found.blocking) + blockingPart(weight, worked),
    };
  });

/**
 * Computes blocking time at the reference speed, from processor time of tasks after the first paint, at Lighthouse's slowdown, without
 * waits for a core.
 */
function blockedByWork(events, factor) {
  const isOf = (one, other) => one.pid === other.pid && one.tid === other.tid;
  const paints = events.filter(({ name }) => name === 'firstContentfulPaint');
  const paint = paints.toSorted((a, b) => a.ts - b.ts).at(-1);
  return events
    .filter((one) => one.name === 'RunTask' && isOf(one, paint) && one.ts > paint.ts)
    .reduce((sum, { tdur = 0 }) => sum + Math.max(0, (SLOWDOWN * tdur) / (1000 * factor) - 50), 0);
}

/** Measures seconds and requests until both states, throttled. */
const start = (address, states) =>
  inBrowser(async (page) => {
    await page.setViewport(SCREEN);
    await page.emulateNetworkConditions(NETWORK);
    await page.emulateCPUThrottling(SLOWDOWN);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('workercreated', (worker) => asked.push(worker.url()));
    await page.evaluateOnNewDocument((wanted) => {
      const seen = {};
      globalThis.seen = seen;
      const look = () => {
        for (const [name, selector] of Object.entries(wanted))
          if (!(name in seen) && document.querySelector(selector)) seen[name] = performance.now() / 1000;
        if (Object.keys(seen).length < Object.keys(wanted).length) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, states);
    await page.goto(address, { waitUntil: 'commit', timeout: HANGS }).catch(() => page.goto(address));
    await page.waitForFunction(() => Object.keys(globalThis.seen).length === 2, { timeout: HANGS });
    return { seen: await page.evaluate(() => globalThis.seen), asked };
  });

/**
 * Measures cold starts of the page, alternating with another page's folder.
 *
 * @param {import('../../engine/bench/speeds.ts').Factors} factors
 * @param {string} [peer] a folder with an index.html
 * @returns {Promise<import('../../engine/bench/measure.ts').Row[]>}
 */
export async function startRows({ script }, peer) {
  await buildOnce();
  const pages = [
    {
      mark: '',
      folder: fileURLToPath(new URL('../../dist', import.meta.url)),
      states: STATES.ours,
      found: [],
    },
    ...(peer ? [{ mark: '′', folder: peer, states: STATES.peer, found: [] }] : []),
  ];
  for (const page of pages) page.host = await startCompressedHost(page.folder);
  try {
    for (let run = 0; run < RUNS; run++)
      for (const { host, states, found } of pages) {
        const { seen, asked } = await start(host.address, states);
        found.push({ ...(await audit(host.address, script)), ...seen, ...host.sizesOf(asked) });
      }
    return pages.flatMap(rowsOf);
  } finally {
    for (const { host } of pages) await host.close();
  }
}

function beside(key, found) {
  if (key === 'largest') return `; ${found[0].element}`;
  if (key === 'worked')
    return `; by the clock ${found.map(({ blocking }) => blocking.toFixed(0)).join(', ')}`;
  if (key === 'atReference')
    return `; by the clock ${found.map(({ performance }) => performance.toFixed(0)).join(', ')}`;
  return '';
}

function rowsOf({ mark, found }) {
  const name = mark === '' ? '' : ', the other page';
  const row = (letter, key, what, unit, bound, scale = 1) => {
    const values = found.map((one) => one[key] * scale);
    const value = quantile(values, 0.5);
    const [atLeast, atMost] = bound ?? [];
    return {
      id: `18${letter}${mark}`,
      what: `${what}${name}`,
      value,
      unit,
      target: bound && mark === '' ? { atLeast, atMost } : null,
      // Processor times are at the reference speed already; the network bounds the others.
      speed: null,
      detail: `${values.map((one) => Number(one.toPrecision(4))).join(', ')}${beside(key, found)}`,
    };
  };
  return [
    row(
      'a',
      'atReference',
      "cold start, Lighthouse's mobile profile, median of five: performance at reference speed",
      '',
      [95],
    ),
    row('b', 'paint', 'first paint', 's', [undefined, 1.2]),
    row('c', 'largest', 'largest paint', 's', [undefined, 2]),
    row('d', 'worked', 'blocking time at reference speed', 'ms', [undefined, 150]),
    row('e', 'shift', 'layout shift', '', [undefined, 0]),
    row('f', 'play', 'slow 4G, a quarter of the speed: the play button answers', 's', [undefined, 3]),
    row('g', 'picture', 'the same: the first picture', 's', [undefined, 3]),
    row('h', 'gzip', 'what was asked for until then, gzip', 'kB', undefined, 1 / 1000),
    row('i', 'brotli', 'the same, brotli', 'kB', undefined, 1 / 1000),
  ];
}
