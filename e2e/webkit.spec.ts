import { PARTS, partOf, replayInPage } from './frozen-links.ts';
import { expect, test } from './test.ts';
import { missingForWebKit, startWebKit, type WebKitPage } from './webkit-driver.ts';

const missing = missingForWebKit();
test.skip(missing !== null, `this machine has no WebKit that tests can drive: there is no ${missing}`);
test.describe.configure({ mode: 'serial' });

let page: WebKitPage;

test.beforeAll(async () => {
  page = await startWebKit();
});

test.afterAll(() => page?.close());

test('the engine answers each question once in WebKit, also when more of its code has come', async ({
  baseURL,
}) => {
  await page.open(baseURL!);
  const answers = await page.run(async () => {
    const isEngine = (name: string) => /engine\.worker-[^/]*\.js$/.test(name);
    const files = () => performance.getEntriesByType('resource').map(({ name }) => name);
    // The worker's file may load before the script that defines trusted files.
    while (!files().some(isEngine) || !('twinDescent' in window))
      await new Promise((resolve) => setTimeout(resolve));
    const engine = new Worker(files().find(isEngine)!, { type: 'module' });
    const told: string[] = [];
    /** Asks like comlink and waits for the first answer. */
    const ask = (id: string, name: string) =>
      new Promise<void>((resolve) => {
        engine.addEventListener('message', ({ data }) => data.id === id && resolve());
        engine.postMessage({ id, type: 'APPLY', path: ['anytime', name], argumentList: [] });
      });
    engine.addEventListener('message', ({ data }) => told.push(data.id));
    // Loads its code; the missing arguments do not matter.
    await ask('loads', 'readFacts');
    await ask('first', 'ping');
    // A second answer to the first would come before.
    await ask('second', 'ping');
    engine.terminate();
    return told;
  }, null);
  expect(answers).toEqual(['loads', 'first', 'second']);
});

for (let part = 0; part < PARTS; part++)
  test(`the frozen links have the same bits in WebKit, part ${part + 1} of ${PARTS}`, async ({ baseURL }) => {
    const rows = partOf(part);
    await page.open(baseURL!);
    await expect
      .poll(() => page.evaluate('(window.twinDescent?.shown("right").iterate.length ?? 0) > 0'))
      .toBe(true);
    expect(await page.run(replayInPage, rows)).toEqual(rows);
  });
