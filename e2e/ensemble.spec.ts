import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { createEnsembleRuns } from '../engine/ensemble/run-ensemble.ts';
import { summarise } from '../engine/ensemble/summary.ts';
import { parseSweep, scenarioSweep } from '../engine/ensemble/sweep.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { parseLink } from '../engine/scenario/scenario.ts';
import { runsAll, spread } from '../scripts/tier.mjs';
import { type ExplorerPage, openFromMenu } from './explorer-page.ts';
import { expect, test } from './test.ts';

const LINK = '#v=1&problem=one-neuron&n=8&seed=3&runs=300&limit=500&audit=1&startlaw=unit';
const LONG = '#v=1&problem=one-neuron&n=400&d=20&runs=20000&limit=20000';
const DIAGRAM =
  '#v=1&problem=one-neuron&seed=7&audit=1&runs=20&limit=300&xkey=ratio&xat=1,2,3&ykey=d&yat=2,4';

const drawer = (page: Page): Locator => page.locator('.drawer.ensemble');

async function openDrawer(explorer: ExplorerPage, link: string): Promise<Locator> {
  await explorer.open(link);
  await explorer.openFromMenu('How often?');
  await expect(drawer(explorer.page)).toBeVisible();
  return drawer(explorer.page);
}

async function run(inside: Locator): Promise<void> {
  await inside.getByTestId('ensemble-run').click();
  await expect(inside.getByTestId('ensemble-progress')).toContainText('runs in');
}

/** Runs the ensemble in Node. */
async function expected(link: string) {
  const { scenario } = parseLink(link);
  const { ensemble, size } = scenarioSweep(scenario);
  const runs = createEnsembleRuns(
    await loadProblem(scenario.problem),
    scenario.values,
    ensemble,
    null,
    0,
    size,
  );
  while (runs.step());
  return { columns: runs.columns, summary: summarise(runs.columns) };
}

const doneOf = async (progress: Locator) =>
  Number((await progress.textContent())!.replace(/,/g, '').match(/\d+/)![0]);

async function savedBytes(page: Page, button: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readFileSync(await (await coming).path());
}

async function saved(page: Page, button: string): Promise<string> {
  return (await savedBytes(page, button)).toString('utf8');
}

test('an ensemble has the numbers of the engine; table, spec and figure are taken away, the table is opened again, and a run opens in the main view with its digits', async ({
  explorer,
  page,
}) => {
  const inside = await openDrawer(explorer, LINK);
  await run(inside);
  const { columns, summary } = await expected(LINK);
  const success = inside.getByTestId('ensemble-success').locator('tbody tr');
  await expect(success.nth(0).locator('td').first()).toHaveText(String(summary.left.arrived.runs));
  await expect(success.nth(1).locator('td').first()).toHaveText(String(summary.right.arrived.runs));
  const cells = inside
    .getByTestId('ensemble-two-by-two')
    .locator('tbody tr:not(:last-child) td:not(:last-child)');
  await expect(cells).toHaveText(
    [summary.both, summary.onlyLeft, summary.onlyRight, summary.neither].map(String),
  );
  const audit = inside.getByTestId('ensemble-audit');
  await expect(audit).toContainText('abstract says');
  await expect(audit).toContainText(`in ${summary.audit!.kept.runs} of 300 runs`);
  await expect(audit).toContainText('always held');
  await expect(audit).toContainText('a tolerance of 10⁻⁹); starts: random direction, length 1');

  const csv = await saved(page, 'Table as CSV');
  expect(csv.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toHaveLength(301);
  const spec = await saved(page, 'Spec for the command line');
  expect(parseSweep(spec)).toEqual(scenarioSweep(parseLink(LINK).scenario));
  const svg = await saved(page, 'Figure as SVG');
  expect(svg).toContain('<svg');
  expect(svg).toContain('not arrived yet');
  const words = svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(words).toContain('Out of all 300 runs.');
  expect(words).toMatch(/Samples n: 8/);
  expect(words).toContain('Made with Twin Descent');
  expect(words).toContain('startlaw=unit');
  expect(words).toContain('Measured: in');
  if (runsAll) {
    const png = await savedBytes(page, 'Figure as PNG');
    expect(png.readUInt32BE(16)).toBe(4 * 673);
    await inside.getByLabel('Resolution of the PNG').selectOption('1');
    expect((await savedBytes(page, 'Figure as PNG')).readUInt32BE(16)).toBe(673);
  }
  const json = JSON.parse(await saved(page, 'Table as JSON')) as { rows: unknown[] };
  expect(json.rows).toHaveLength(300);

  await inside.getByRole('button', { name: 'Delete' }).click();
  await expect(inside.getByTestId('ensemble-results')).toBeHidden();
  const choose = (text: string) =>
    inside
      .getByTestId('ensemble-file')
      .setInputFiles({ name: 'runs.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('a,b\n1,2\n');
  await expect(inside.getByRole('alert')).toContainText('names no link');
  // A shard's file was not cut.
  const rows = csv.split('\n');
  await choose([...rows.filter((line) => !/^0,2[0-9]{2},/.test(line))].join('\n'));
  await expect(inside.getByTestId('ensemble-progress')).toHaveText('The file has 200 of 300 runs.');
  await choose(csv);
  await expect(success.nth(0).locator('td').first()).toHaveText(String(summary.left.arrived.runs));

  const worst = summary.left.worst[0]!.run;
  await inside
    .getByRole('button', { name: new RegExp(`^Run ${worst}:`) })
    .first()
    .click();
  await expect(inside.getByText(`Run ${worst} is now in the main view.`)).toBeVisible();
  await expect.poll(() => page.url()).toContain(`seed=${3 + worst}`);
  // At its last step, the main view is as far from the plant as in the table.
  await explorer.open(`${new URL(page.url()).hash}&k=${columns.left.steps[worst]}`);
  const distance = await page.evaluate(
    () =>
      (window as unknown as { twinDescent: { shown(side: string): { distance: number } } }).twinDescent.shown(
        'left',
      ).distance,
  );
  expect(distance).toBe(columns.left.aways[worst]!);
});

test('a long run lets the page play, is cancelled at once, and goes on behind a chip; after a reload it can be continued, or goes on where it was under way', async ({
  explorer,
  page,
}) => {
  // One engine: background work takes every core it is allowed.
  await page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { value: 1 }));
  // Without auto-stop the run is still playing at Pause.
  const inside = await openDrawer(explorer, `${LONG}&autostop=0`);
  await inside.getByTestId('ensemble-run').click();
  const progress = inside.getByTestId('ensemble-progress');
  await expect(progress).toContainText('left');
  const done = () => doneOf(progress);
  await expect.poll(done).toBeGreaterThan(0);

  await inside.getByRole('button', { name: 'Close' }).click();
  const chip = page.getByTestId('ensemble-chip');
  await expect(chip).toBeVisible();
  await explorer.play.click();
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(10);
  await explorer.pause.click();
  await chip.click();
  await expect(chip).toBeHidden();
  // Counted in event-loop turns, because the machine may be busy: engines have 80 ms to stop (workers/pool.test.ts), the page none. `npm
  // run bench` prints the time.
  const turns = await page.evaluate(async () => {
    const find = () => document.querySelector<HTMLElement>('[data-testid="ensemble-cancel"]');
    find()!.click();
    let turns = 0;
    while (find() && turns < 1000) {
      await new Promise((resolve) => setTimeout(resolve));
      turns++;
    }
    return turns;
  });
  expect(turns).toBeLessThanOrEqual(2);
  await expect(inside.getByRole('button', { name: 'Continue' })).toBeVisible();
  await explorer.idle();
  const before = await done();
  await page.reload();
  await explorer.ready();
  await openFromMenu(page, 'How often?');
  await expect(progress).toContainText('Stopped after');
  await explorer.idle();
  expect(await done()).toBe(before);
  await inside.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(done).toBeGreaterThan(before);
  // Another page, in Node: app/features/ensemble/ensembles.test.ts.
  if (!runsAll) {
    await inside.getByTestId('ensemble-cancel').click();
    return;
  }

  // Left while running, it resumes with its finished runs.
  const told = await done();
  await page.reload();
  await explorer.ready();
  await expect(page.getByTestId('ensemble-chip')).toBeVisible();
  await openFromMenu(page, 'How often?');
  expect(await done()).toBeGreaterThanOrEqual(told);
  await expect.poll(done).toBeGreaterThan(told);
  await inside.getByTestId('ensemble-cancel').click();
});

// In Node as well: app/features/ensemble/ensembles.test.ts.
test('two tabs do not run the same runs, see them grow, and write not over one another’s', {
  tag: '@all',
}, async ({ explorer, page, context }) => {
  const inside = await openDrawer(explorer, LONG);
  await inside.getByTestId('ensemble-run').click();
  await expect(inside.getByTestId('ensemble-progress')).toContainText('left');

  const other = await context.newPage();
  await other.goto(page.url().replace(/#.*/, LINK));
  await openFromMenu(other, 'How often?');
  const beside = drawer(other);
  await expect(beside.getByText('Another tab of this browser has these runs')).toBeVisible();
  await expect(beside.getByTestId('ensemble-cancel')).toBeHidden();
  // It is not called interrupted, and offers nothing useless.
  const progress = beside.getByTestId('ensemble-progress');
  await expect(progress).toContainText('Another tab is running this');
  await expect(beside.getByRole('button', { name: 'Continue' })).toBeHidden();
  const before = await doneOf(progress);
  await expect.poll(() => doneOf(progress)).toBeGreaterThan(before);
  await run(beside);
  await other.close();

  await inside.getByTestId('ensemble-cancel').click();
  await expect(inside.getByTestId('ensemble-progress')).toContainText('Stopped after');
  await page.reload();
  await explorer.ready();
  await openFromMenu(page, 'How often?');
  await expect(inside.getByTestId('ensemble-progress')).toContainText('of 20,000 runs');
});

// In Node as well: app/features/ensemble/ensembles.test.ts.
test('what another tab runs is seen to grow, and can be continued once that tab is closed', {
  tag: '@all',
}, async ({ explorer, page, context }) => {
  const first = await context.newPage();
  await explorer.open(LONG);
  await first.goto(page.url());
  await openFromMenu(first, 'How often?');
  await drawer(first).getByTestId('ensemble-run').click();
  await expect(drawer(first).getByTestId('ensemble-progress')).toContainText('left');

  await page.reload();
  await explorer.ready();
  await openFromMenu(page, 'How often?');
  const inside = drawer(page);
  const progress = inside.getByTestId('ensemble-progress');
  const goOn = inside.getByRole('button', { name: 'Continue' });
  const done = () => doneOf(progress);
  await expect(progress).toContainText('Another tab is running this');
  const before = await done();
  await expect.poll(done).toBeGreaterThan(before);
  await expect(goOn).toBeHidden();
  await drawer(first).getByTestId('ensemble-cancel').click();
  await expect(progress).toContainText('Stopped after');
  await expect(goOn).toBeHidden();
  await expect(inside.getByText('You can continue them here once you close that tab')).toBeVisible();
  await first.close();
  await expect(goOn).toBeEnabled();
  await expect(inside.getByText('Another tab of this browser has these runs')).toBeHidden();
  const cut = await done();
  await goOn.click();
  await expect.poll(done).toBeGreaterThan(cut);
  await inside.getByTestId('ensemble-cancel').click();
});

/** Rows too long for a link. */
const LARGE = `a,b,c,y\n${Array.from({ length: 400 }, (_, i) => [1, 2, 3, 4].map((j) => Math.sin(i * j + j * j)).join(',')).join('\n')}\n`;

// The files' words about data, in Node: workers/pool.test.ts, workers/cli/replay-strict.test.ts.
test('files of own data that no link carries say so, and why none of their runs can be opened', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open('#v=1&problem=one-neuron');
  await explorer.openFromMenu('Your data');
  const choose = page.getByRole('dialog', { name: 'Your own data' });
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(LARGE) });
  await choose.getByRole('button', { name: 'Use this data' }).click();
  await expect(choose).toBeHidden();
  await expect.poll(() => explorer.fragment()).toContain('features=csv');
  await page.evaluate((more) => {
    location.hash += more;
  }, '&plant=1,-0.5,0.2,0&runs=30&limit=200&audit=1');
  await openFromMenu(page, 'How often?');
  const inside = drawer(page);
  await run(inside);
  const files = inside.getByTestId('ensemble-files').getByRole('status');
  const csv = await saved(page, 'Table as CSV');
  expect(csv).toContain('\n# data: not in this file');
  await expect(files).toContainText('does not include the data');
  await expect(files).toContainText('cannot open or continue its runs');
  const svg = await saved(page, 'Figure as SVG');
  expect(svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(
    'The data does not fit in the link, which leaves it out.',
  );
  await expect(files).toContainText('under “Your data”');
  await saved(page, 'Spec for the command line');
  await expect(files).toContainText('sweep.json was saved. The spec does not include the data');
  await expect(files).toContainText('with “--data”');
  const worst = inside.getByRole('button', { name: /^Run \d+:/ }).first();
  await worst.click();
  await expect(inside.locator('.opened-run')).toContainText('is now in the main view');

  await inside.getByRole('button', { name: 'Delete' }).click();
  await explorer.idle();
  await page.goto('about:blank');
  await openDrawer(explorer, '#v=1&problem=one-neuron');
  await inside
    .getByTestId('ensemble-file')
    .setInputFiles({ name: 'runs.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await worst.click();
  await expect(inside.locator('.opened-run')).toHaveText(
    /^Run \d+ cannot be opened: features=csv needs data, but there is none\.$/,
  );
  expect(explorer.fragment()).not.toContain('features=csv');
});

// app/features/ensemble/EnsembleDrawer.browser.test.tsx; an ensemble's files: above.
test('a diagram is walked by the keyboard, and a cell opens its ensemble; its figure says what is fixed, and has room for its titles', {
  tag: '@all',
}, async ({ explorer, page }) => {
  const inside = await openDrawer(explorer, DIAGRAM);
  await inside.getByRole('tab', { name: 'Phase diagram', selected: true }).press('ArrowLeft');
  await inside.getByRole('tab', { name: 'Ensemble', selected: true }).press('ArrowRight');
  await run(inside);
  const panels = inside.getByRole('application', { name: 'Phase diagram' });
  await panels.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect(inside.locator('.cell-words')).toContainText(
    /n\/d = 2, d = 4 \(n = 8\): left \d+\.\d\s% \(\d+\.\d\s%\sto\s\d+\.\d\s%\), right/,
  );
  // The replayed cell is not yet the page's scenario.
  expect(explorer.fragment()).not.toMatch(/[&#](k|n|d)=/);
  await page.keyboard.press('Enter');
  await expect(inside.getByText('A cell of the phase diagram: n/d = 2, d = 4 (n = 8).')).toBeVisible();
  const { summary } = await expected('#v=1&problem=one-neuron&seed=7&n=8&d=4&runs=20&limit=300');
  await expect(
    inside.getByTestId('ensemble-success').locator('tbody tr').nth(1).locator('td').first(),
  ).toHaveText(String(summary.right.arrived.runs));
  const own = parseSweep(await saved(page, 'Spec for the command line'));
  expect([own.axes.length, own.scenario.values.n, own.scenario.values.d, own.size]).toEqual([0, 8, 4, 20]);
  expect((await saved(page, 'Table as CSV')).split('\n').filter((line) => /^0,/.test(line))).toHaveLength(20);
  expect(await saved(page, 'Figure as SVG')).toContain('Out of all 20 runs.');
  await inside.getByRole('button', { name: 'Back to the diagram' }).click();
  const csv = await saved(page, 'Table as CSV');
  expect(csv.startsWith('cell,ratio,d,run,left_arrival')).toBe(true);

  await expect(inside.getByTestId('diagram')).toContainText('the largest difference here');
  const words = (await saved(page, 'Figure as SVG')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(words).toContain('6 cells of 20 runs');
  expect(words).toContain('Seed of the data: 7');
  expect(words).not.toMatch(/Samples n: /);
  expect(words).toContain('never farther from the star at the same step');
  expect(words).toContain('Audit: share of runs that keep the claim');
  expect(words).toContain('xkey=ratio');
});

// Refused in Node: app/features/ensemble/ensembles.test.ts.
test('a sweep too large for the page is taken to the command line, without a run', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  const large = DIAGRAM.replace('runs=20', 'runs=100000').replace('xat=1,2,3', 'xat=1,2,3,4,5,6');
  const inside = await openDrawer(explorer, large);
  await inside.getByRole('tab', { name: 'Phase diagram' }).click();
  await expect(inside.getByText('A page keeps at most')).toBeVisible();
  await expect(inside.getByTestId('ensemble-run')).toBeDisabled();
  const sweep = parseSweep(await saved(page, 'Spec for the command line'));
  expect(sweep).toEqual(scenarioSweep(parseLink(large).scenario));
  expect(sweep.size).toBe(1_200_000);
});

// The drawer on a projector: app/features/drawers-looks.browser.test.tsx.
test('shares of 100.0 %, the widest, fit the drawer of a projector', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const link = '#v=1&problem=one-neuron&n=60&d=2&runs=10&profile=projector';
  const inside = await openDrawer(explorer, link);
  await run(inside);
  const tables = inside.locator('.scrolls');
  await expect(tables.first()).toContainText('72.2 % to 100.0 %');
  await explorer.idle();
  // Folded tables may have width 0: negative overflow is none.
  const wide = await tables.evaluateAll((all) =>
    all.map((one) => one.scrollWidth - one.clientWidth).filter((over) => over > 0),
  );
  expect(wide).toEqual([]);
});

/** Expects that nothing is cut or covered, in the page or the drawer. */
async function expectRoom(page: Page, inside: Locator): Promise<void> {
  const edge = (await inside.boundingBox())!.x;
  for (const part of ['.plates', '.curves', '.playback']) {
    const last = page.locator(`${part} > :last-child`).first();
    const box = (await last.boundingBox())!;
    expect(box.x + box.width, part).toBeLessThanOrEqual(edge + 1);
  }
  const wider = (within: Page | Locator, selector: string) =>
    within
      .locator(selector)
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent),
      );
  expect(await wider(page, '.panel-head :is(h2, output, .facts)')).toEqual([]);
  expect(await wider(inside, '.scrolls, .control, .typed')).toEqual([]);
}

test('nothing is cut or covered beside the drawer at 1280, on a projector neither; on a phone it makes room for the run that was opened', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const inside = await openDrawer(explorer, LINK);
  await run(inside);
  await explorer.idle();
  await expectRoom(page, inside);
  await page.keyboard.press('p');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await explorer.idle();
  await expectRoom(page, inside);
  // Letters are legible from the last row. Found and measured at once, because replaced rows lose their style.
  const sizes = await inside.evaluate((root) =>
    Array.from(root.querySelectorAll('p.note, td, th, .run-list button'), (one) =>
      Number.parseFloat(getComputedStyle(one).fontSize),
    ),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  await page.keyboard.press('p');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'projector');

  const open = inside.getByRole('button', { name: /^Run \d+:/ });
  await open.first().click();
  await expect(inside.locator('.opened-run')).toBeInViewport({ ratio: 1 });
  await expect(inside.locator('.opened-run')).toContainText('is now in the main view');
  await page.setViewportSize({ width: 360, height: 740 });
  await open.nth(1).click();
  await expect(inside).toBeHidden();
  await expect(page.getByText('The run is now in the main view.')).toBeVisible();
});

for (const [width, height, more] of spread(
  [
    [1280, 720, ''],
    [1280, 720, '&profile=projector'],
    [1024, 720, '&lang=zh'],
    [360, 740, ''],
  ] as const,
  2,
))
  test(`a curve's title ends before its button, ${width} px wide${more}`, { tag: '@all' }, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`/#v=1&problem=one-neuron&std=1&k=5${more}`);
    await expect(page.getByTestId('step')).toHaveText('5');
    await page.locator('#more-button').click();
    await page.locator('#ensemble-button').click();
    await expect(drawer(page)).toBeVisible();
    // The button covers no ink.
    const ink = () =>
      page.locator('.curve').evaluateAll((curves) =>
        // Next to a drawer, they fold to one.
        curves
          .filter((curve) => curve.checkVisibility())
          .map((curve) => {
            const canvas = curve.querySelector('canvas')!;
            const [plot, button] = [canvas, curve.querySelector('.as-table')!].map((part) =>
              part.getBoundingClientRect(),
            );
            const ratio = canvas.width / plot!.width;
            const x = Math.floor((button!.left - plot!.left) * ratio);
            const rows = Math.floor(Math.min(button!.bottom - plot!.top, 16) * ratio);
            const { data } = canvas.getContext('2d')!.getImageData(x, 0, canvas.width - x, rows);
            return new Set(new Uint32Array(data.buffer)).size - 1;
          }),
      );
    await expect.poll(async () => [...new Set(await ink())]).toEqual([0]);
  });

// In Node: app/features/ensemble/ensembles.test.ts; hidden by a link: app/shell/App.browser.test.tsx.
test('nothing to aim at is said, and a link can take the view away', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  const inside = await openDrawer(explorer, '#v=1&problem=one-neuron&features=csv&data=stopping-distance');
  await inside.getByTestId('ensemble-run').click();
  await expect(inside.getByRole('alert')).toContainText('Couldn’t run:');
  await page.goto('about:blank');
  await explorer.open(`${LINK}&hide=ensemble`);
  await explorer.button('More').click();
  await expect(explorer.button('Layers')).toBeVisible();
  await expect(page.locator('#ensemble-button')).toBeHidden();
});
