import type { Page } from '@playwright/test';
import fc from 'fast-check';
import {
  DEEP,
  ENCODINGS,
  encodeText,
  hostileCsv,
  hostileGallery,
  hostileLecture,
  LARGE_CSV,
  MARKUP,
} from '../engine/fixtures/hostile-files.ts';
import { HOSTILE_LINKS, hostileLink, packBytes } from '../engine/fixtures/hostile-links.ts';
import { runsAll, spread } from '../scripts/tier.mjs';
import { HAS_SHEET } from './print-sheet.ts';
import { expect, test } from './test.ts';

/**
 * Hostile input in the browser: the page reports refused parts, contacts nobody else, and responds. Tests fail on page errors, console
 * messages and foreign requests (test.ts). The longest unresponsive time is an annotation, because machines may be busy; real freezes took
 * 14 seconds or more.
 */
const SEED = 20_261_125;

/** Longest unresponsive ms of a living page on a busy machine. */
const FROZEN = 10_000;

async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { longest: 0, hacked: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

interface Answer {
  /** Milliseconds of the longest task since the last question, and until this answer. */
  readonly longest: number;
  readonly answered: number;
  readonly ready: boolean;
  readonly idle: boolean;
}

/** Sets the fragment, waits for two frames, then until the page is idle, at most `patience` ms. */
async function openByHash(page: Page, fragment: string, patience = 300): Promise<Answer> {
  return page.evaluate(
    async ([hash, most]) => {
      const seen = (window as unknown as { seen: { longest: number } }).seen;
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      seen.longest = 0;
      location.hash = hash;
      const began = performance.now();
      await frame();
      await frame();
      const answered = performance.now() - began;
      const isReady = () => document.querySelector<HTMLButtonElement>('#play-button')?.disabled === false;
      const isIdle = () => document.documentElement.hasAttribute('data-idle');
      while (!(isReady() && isIdle()) && performance.now() - began < most) await frame();
      return { longest: seen.longest, answered, ready: isReady(), idle: isIdle() };
    },
    [fragment.replace(/^#/, ''), patience] as const,
  );
}

/** Returns the ms to open the plainest link: the least this machine needs. */
async function plainTime(page: Page): Promise<number> {
  await page.goto('/#v=1&n=3');
  await expect(page.locator('#play-button')).toBeEnabled();
  return page.evaluate(async () => {
    const isReady = () => document.querySelector<HTMLButtonElement>('#play-button')?.disabled === false;
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    const began = performance.now();
    location.hash = 'v=1&n=4';
    while (isReady() && performance.now() - began < 1000) await turn();
    while (!isReady()) await turn();
    return performance.now() - began;
  });
}

function note(what: string, answers: readonly Answer[]): void {
  const longest = Math.max(...answers.map(({ longest, answered }) => Math.max(longest, answered)));
  test.info().annotations.push({ type: 'longest', description: `${what}: ${Math.round(longest)} ms` });
  expect(longest, what).toBeLessThan(FROZEN);
}

/** A sample of app/session/hostile.test.ts, for React and the canvases. */
const SAMPLE = spread(
  fc.sample(hostileLink, { seed: SEED, numRuns: 300 }).filter((_, i) => i % 4 === 0),
  6,
);
/** In parts, to share among workers. */
const PART = 25;

for (let from = 0; from < SAMPLE.length; from += PART) {
  const links = SAMPLE.slice(from, from + PART);
  // In `npm test` the corpus below; sessions in Node: app/session/hostile.test.ts.
  test(`${links.length} of ${SAMPLE.length} hostile links, from ${from}`, { tag: '@all' }, async ({
    explorer: _,
    page,
  }) => {
    await watch(page);
    // Pages that take several times as long are computing; do not wait.
    const patience = Math.max(300, 4 * (await plainTime(page)));
    const answers: Answer[] = [];
    let open = false;
    for (const link of links) {
      // Open a new page rather than wait for the last one.
      if (!open) await page.goto(`/#v=1&n=3`);
      const answer = await openByHash(page, link, patience);
      open = answer.ready;
      answers.push(answer);
    }
    note('links', answers);
    expect(answers.filter(({ ready }) => ready).length).toBeGreaterThan(0.6 * links.length);
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  });
}

test('hostile links as addresses', { tag: '@all' }, async ({ explorer: _, page }) => {
  await watch(page);
  const answers: Answer[] = [];
  for (const link of spread(SAMPLE.slice(0, 8), 2)) {
    await page.goto('about:blank');
    await page.goto(`/#${encodeURI(link.replace(/[\ud800-\udfff#]/g, ''))}`);
    answers.push(await openByHash(page, 'v=1&n=5', 1000));
  }
  note('addresses', answers);
});

test('the corpus; axes with the names of what every object has break no part of the page', async ({
  explorer,
  page,
}) => {
  await watch(page);
  await explorer.open();
  for (const name of Object.keys(HOSTILE_LINKS))
    await test.step(name, async () => {
      // Each long value and piece once; keys of every kind in Node: engine/scenario/hostile.test.ts.
      const links = spread(
        HOSTILE_LINKS[name]!.filter(
          (_, i) => (name !== 'a long value' || i % 12 === 1) && (name !== 'a long piece' || i % 2 === 0),
        ),
        2,
      );
      const answers: Answer[] = [];
      for (const link of links) answers.push(await openByHash(page, link));
      note(name, answers);
      // The page then opens a plain link: after each, or in `npm test` after all.
      if (!runsAll) return;
      await explorer.show('#v=1&n=3');
      await explorer.ready();
    });
  await explorer.show('#v=1&n=3');
  await explorer.ready();

  await explorer.show('#v=1&n=5&runs=10&xkey=constructor&xat=1,2&ykey=__proto__&yat=5');
  await explorer.openFromMenu('How often?');
  const drawer = page.getByRole('complementary', { name: 'How often?' });
  await drawer.getByText('Phase diagram').first().click();
  await expect(drawer).toContainText('Ensemble');
});

/** Legal and as large as allowed: the worker computes, the page responds. */
const ALL_EXPENSIVE = [
  'n=1000000&d=2&k=100000',
  'n=1000000&d=20',
  'n=40000&d=500&k=100000&speed=1000',
  'n=1000000&features=line&noise=10&ground=basins&arrows=1&rays=1',
  'n=1000&d=500&plane=weights&pair=499,500&solid=1',
  'c=1000000&k=100000',
  'n=6&d=2&start=1000000,-1000000&plant=1e-300,1e-300&ground=pull',
  'view=-1e9,1e9,-1e9,1e9&ground=basins&arrows=1&rays=1&solid=1',
  'view=0,5e-324,0,5e-324&arrows=1&rays=1',
  'view=1,1.0000000000000002,1,1.0000000000000002&ground=basins&rays=1&arrows=1',
  'view=999999999,1e9,-1e9,-999999999&scale=own',
  'features=line&n=1&xmin=1000000&xmax=-1000000&std=1',
  'problem=two-layer&n=10000&d=50&neurons=500&k=100000',
  'problem=two-layer&n=10000&neurons=500&beta=1e-6&k=1000',
  'problem=two-layer&n=200&neurons=500&k=2000&right=relaxed&anneal=100000',
  'problem=two-layer&features=line&n=10000&free=1&neurons=500',
  'problem=lift&y=0.01&beta=10&c=1000000&start=1000000,-1000000&k=100000',
  'runs=100000&limit=100000&xkey=constructor&xat=1,2&ykey=__proto__&yat=5&audit=1',
];
const EXPENSIVE = runsAll ? ALL_EXPENSIVE : ALL_EXPENSIVE.slice(0, 1);
/** In parts, to share among workers. */
const DEAR = 3;

for (let from = 0; from < EXPENSIVE.length; from += DEAR)
  test(`expensive and legal, part ${1 + from / DEAR}: the worker computes and the page answers`, async ({
    explorer: _,
    page,
  }) => {
    await watch(page);
    const answers: Answer[] = [];
    let isFree = false;
    for (const link of EXPENSIVE.slice(from, from + DEAR)) {
      // Open a new page rather than wait for the last one.
      if (!isFree) await page.goto('about:blank');
      await page.goto('/#v=1&n=3');
      const answer = await openByHash(page, `v=1&${link}`, 2000);
      const behind = await openByHash(page, `v=1&${link}&rays=1`, 500);
      test.info().annotations.push({
        type: 'behind',
        description: `${Math.round(Math.max(behind.longest, behind.answered))} ms`,
      });
      answers.push(behind);
      isFree = behind.ready && behind.idle;
      test.info().annotations.push({
        type: 'expensive',
        description: `${link}: ${Math.round(Math.max(answer.longest, answer.answered))} ms${answer.ready ? '' : ', not ready'}`,
      });
      answers.push(answer);
    }
    note('expensive', answers);
  });

async function drop(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  await page.evaluate(
    ([base64, name]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [Buffer.from(bytes).toString('base64'), name] as const,
  );
}

/** Expects no element made of text, and no code that ran. */
async function expectNoMarkup(page: Page): Promise<void> {
  const made = await page.evaluate(() => ({
    hacked: (window as unknown as { hacked?: unknown }).hacked,
    elements: document.querySelectorAll('img[src="x"], svg[onload]').length,
    scripts: [...document.scripts].filter(({ text }) => text.includes('hacked')).length,
  }));
  expect(made).toEqual({ hacked: undefined, elements: 0, scripts: 0 });
}

/** Drops tables in turn; each is read or refused with a message. */
async function dropTables(page: Page, drops: readonly (() => Promise<void>)[]): Promise<Answer[]> {
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  const answers: Answer[] = [];
  for (const dropOne of drops) {
    await dropOne();
    await expect(dialog.locator('.own-report')).toContainText(/loaded|no usable row|weights|feature/);
    answers.push(await openByHash(page, 'v=1&n=4', 100));
    await dialog.getByRole('button', { name: 'Close' }).click();
  }
  await expectNoMarkup(page);
  return answers;
}

// One with markup: below; in Node: app/hostile-files.test.ts, workers/hostile-files.test.ts.
test('hostile tables that are dropped are told of, and the page answers', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await watch(page);
  await explorer.open();
  const tables = fc
    .sample(fc.tuple(hostileCsv, fc.constantFrom(...ENCODINGS)), { seed: SEED, numRuns: 25 })
    .map(([text, encoding]) => encodeText(text, encoding))
    // An empty text causes no message.
    .filter(({ length }) => length > 4);
  const drops = spread(tables, 4).map((bytes) => () => drop(page, bytes, `${MARKUP[0]}.csv`));
  note('tables', await dropTables(page, drops));
});

/** Made in the page, which is faster than transferring them. */
const LARGE = spread(Object.values(LARGE_CSV), 3);
/** In parts, to share among workers. */
const FEW = 5;

for (let from = 0; from < LARGE.length; from += FEW)
  test(`large hostile tables that are dropped, part ${1 + from / FEW}`, { tag: '@all' }, async ({
    explorer,
    page,
  }) => {
    await watch(page);
    await explorer.open();
    const drops = LARGE.slice(from, from + FEW).map(
      (make) => () =>
        page.evaluate<void>(`(() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([(${make})()], 'large.csv'));
          const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
        })()`),
    );
    note('large tables', await dropTables(page, drops));
  });

// In Node: app/hostile-files.test.ts; in the page: app/features/lecture/LectureDrawer.browser.test.tsx,
// app/features/share/ShareDialog.browser.test.tsx.
test('hostile lectures that are dropped or in a link, and galleries, are told of', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await watch(page);
  await explorer.open();
  const answers: Answer[] = [];
  const lectures = [
    ...spread(fc.sample(hostileLecture, { seed: SEED, numRuns: 12 }), 2),
    DEEP,
    `{"format":${DEEP}}`,
    '[1,'.repeat(600_000),
  ];
  const said = page.locator('.lecture-message');
  for (const text of spread(lectures, 2)) {
    await drop(page, new TextEncoder().encode(text), 'a.json');
    await expect(said).toContainText(/[.]/);
    answers.push(await openByHash(page, 'v=1&n=4', 100));
    await said.getByRole('button', { name: 'Dismiss' }).click();
  }
  for (const text of runsAll ? lectures.slice(-4) : lectures.slice(-3, -2)) {
    answers.push(await openByHash(page, `v=1&lecture=${packBytes(new TextEncoder().encode(text))}`, 1000));
    answers.push(await openByHash(page, `v=1&n=5&lecture=z.AAAA`, 500));
    await expect(explorer.notices).toContainText('The lecture "z.AAAA" is not known here');
  }
  await explorer.button('Share').click();
  const share = page.getByRole('dialog', { name: 'Share and export' });
  await share.getByRole('tab', { name: 'Saved', exact: true }).click();
  const news = share.locator('.saved-news').getByRole('status');
  for (const text of [
    ...fc.sample(hostileGallery, { seed: SEED, numRuns: runsAll ? 12 : 1 }),
    `{"format":"twin-descent-saved","v":1,"saved":[${'0,'.repeat(2_000_000)}0]}`,
  ]) {
    await share
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(news).toContainText(/[.]/);
    answers.push(await openByHash(page, 'v=1&n=4', 100));
  }
  await expectNoMarkup(page);
  note('documents', answers);
});

test('text of links and files is text wherever it stands: no element is made of it', async ({
  explorer,
  page,
}) => {
  const all = MARKUP.join(' ');
  const document = {
    format: 'twin-descent-lecture',
    v: 1,
    title: MARKUP[0],
    scenes: MARKUP.map((markup) => ({
      title: markup,
      sentence: all,
      question: MARKUP[1],
      notes: all,
      scenario: '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3',
    })),
  };
  const packed = packBytes(new TextEncoder().encode(JSON.stringify(document)));
  await page.goto(
    `/#v=1&lecture=${packed}&${encodeURIComponent(MARKUP[5])}&c=${encodeURIComponent(MARKUP[1])}`,
  );
  await explorer.ready();
  await expect(page.locator('body')).toContainText(MARKUP[0]);
  await expect(explorer.notices).toContainText(MARKUP[1]);
  await expectNoMarkup(page);

  // A table with markup as names, and all words about it.
  const table = `"${MARKUP[0].replaceAll('"', '""')}","${MARKUP[1]}",${MARKUP[4]}\n1,1,2\n2,1,3\n3,2,5\n`;
  await drop(page, new TextEncoder().encode(table), `${MARKUP[0].replaceAll('"', '')}.csv`);
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await expect(dialog).toContainText(MARKUP[0]);
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await explorer.ready();
  await expect(page.getByTestId('data')).toContainText('your data');
  await expectNoMarkup(page);

  // The page writes the print sheet as markup.
  await expect.poll(() => page.evaluate(HAS_SHEET)).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.print-sheet svg')).toHaveCount(1);
  await expectNoMarkup(page);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));

  await explorer.button('Share').click();
  const share = page.getByRole('dialog', { name: 'Share and export' });
  await share.getByRole('tab', { name: 'Saved', exact: true }).click();
  await share.getByRole('textbox', { name: 'Name' }).first().fill(MARKUP[0]);
  await share.getByRole('button', { name: 'Save this scenario' }).click();
  await expect(share.getByRole('button', { name: `Open “${MARKUP[0]}”` })).toBeVisible();
  await expectNoMarkup(page);
});
