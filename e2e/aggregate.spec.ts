import type { Locator, Page } from '@playwright/test';
import { addRuns } from '../engine/ensemble/aggregate.ts';
import {
  createSweepAggregate,
  formatAggregate,
  type SweepAggregate,
} from '../engine/ensemble/aggregate-file.ts';
import { createEnsembleRuns } from '../engine/ensemble/run-ensemble.ts';
import { summaryOf } from '../engine/ensemble/summary.ts';
import { type Sweep, scenarioSweep, sweepValues } from '../engine/ensemble/sweep.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { parseLink } from '../engine/scenario/scenario.ts';
import type { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './test.ts';

const LINK = '#v=1&problem=one-neuron&n=8&seed=3&runs=40&limit=300&audit=1&startlaw=unit';
const DIAGRAM = '#v=1&problem=one-neuron&runs=20&limit=300&xkey=ratio&xat=1,2,3&ykey=d&yat=2,4';

/** Aggregates the runs of a link's sweep. */
async function aggregateOf(link: string): Promise<SweepAggregate> {
  const sweep: Sweep = scenarioSweep(parseLink(link).scenario);
  const { ensemble } = sweep;
  const problem = await loadProblem(sweep.scenario.problem);
  const aggregate = { ...createSweepAggregate(sweep), ranges: [[0, sweep.size] as const] };
  for (const [cell, counts] of aggregate.cells.entries()) {
    const runs = createEnsembleRuns(problem, sweepValues(sweep, cell), ensemble, null, 0, ensemble.runs);
    while (runs.step());
    addRuns(counts, runs.columns);
  }
  return aggregate;
}

const source = { build: 'test', engine: null, data: null };
const textOf = (aggregate: SweepAggregate) =>
  [...formatAggregate({ aggregate, source, shard: null })].join('');

async function openDrawer(explorer: ExplorerPage): Promise<Locator> {
  await explorer.open('#v=1&problem=one-neuron');
  await explorer.openFromMenu('How often?');
  const inside = explorer.page.locator('.drawer.ensemble');
  await expect(inside).toBeVisible();
  return inside;
}

/** Returns the words of tables and figure descriptions. */
async function shownWords(inside: Locator): Promise<string[]> {
  await expect(inside.getByTestId('ensemble-results')).toBeVisible();
  return inside
    .locator('.answer-sentence, .strip ul, [data-testid="ensemble-results"]')
    .evaluateAll((parts) => parts.map((part) => part.textContent ?? ''));
}

async function drop(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'runs.json', { type: 'application/json' }));
    const drawer = document.querySelector('.drawer.ensemble .answer, .drawer.ensemble [role="tabpanel"]')!;
    for (const kind of ['dragover', 'drop'])
      drawer.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: files }));
  }, text);
}

test('counts that were opened say and draw what the runs themselves do, by the button at the keyboard and after a reload', async ({
  explorer,
  page,
}) => {
  const aggregate = await aggregateOf(LINK);
  await explorer.open(LINK);
  await explorer.openFromMenu('How often?');
  const inside = page.locator('.drawer.ensemble');
  await inside.getByTestId('ensemble-run').click();
  await expect(inside.getByTestId('ensemble-progress')).toContainText('runs in');
  await expect(inside.getByTestId('ensemble-success')).toContainText(
    String(summaryOf(aggregate.cells[0]!).left.arrived.runs),
  );
  await explorer.idle();
  const ofRuns = await shownWords(inside);
  const curve = inside.locator('.chart canvas').first();
  const drawn = await curve.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

  const choosing = page.waitForEvent('filechooser');
  await inside.getByRole('button', { name: 'Open a result file' }).focus();
  await page.keyboard.press('Enter');
  await (await choosing).setFiles({
    name: 'runs.json',
    mimeType: 'application/json',
    buffer: Buffer.from(textOf(aggregate)),
  });
  await expect(inside.getByTestId('ensemble-files')).toContainText('This file holds counts, not runs');
  await explorer.idle();
  expect(await shownWords(inside)).toEqual(ofRuns);
  expect(await curve.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())).toBe(drawn);
  await expect(inside.locator('.strip button'), 'counts name no run of an outcome').toHaveCount(0);
  await expect(inside.getByRole('button', { name: 'Table as CSV' })).toBeHidden();

  await explorer.idle();
  await page.reload();
  await explorer.ready();
  await explorer.openFromMenu('How often?');
  await explorer.idle();
  expect(await shownWords(inside)).toEqual(ofRuns);
  // A run opens by number; nothing can be continued.
  await expect(inside.getByRole('button', { name: 'Continue' })).toBeHidden();
  const worst = aggregate.cells[0]!.left.worst[0]!.run;
  await inside
    .getByRole('button', { name: new RegExp(`^Run ${worst}:`) })
    .first()
    .click();
  await expect.poll(() => page.url()).toContain(`seed=${3 + worst}`);
});

// The file and refusals in Node: engine/ensemble/aggregate.test.ts, workers/cli/sweep-aggregate.test.ts.
test('counts of a diagram are dropped on the drawer; a cell opens its ensemble; what is none is refused', {
  tag: '@all',
}, async ({ explorer, page }) => {
  const aggregate = await aggregateOf(DIAGRAM);
  const text = textOf(aggregate);
  const inside = await openDrawer(explorer);
  await drop(page, text.slice(0, 700));
  await expect(inside.getByRole('alert')).toContainText('Expected a whole aggregate in JSON');
  await drop(page, text.replace(/"both":(\d+)/, '"both":1$1'));
  await expect(inside.getByRole('alert')).toContainText('Cell 0:');
  await drop(page, text);
  await expect(inside.getByRole('tab', { name: 'Phase diagram', selected: true })).toBeVisible();
  await expect(inside.getByTestId('ensemble-progress')).toHaveText('120 of 120 runs');
  await expect(inside.getByTestId('ensemble-refine-runs')).toBeHidden();
  await inside.getByText('All cells as a table').click();
  const { left } = summaryOf(aggregate.cells[4]!);
  await inside.locator('.cell-list button').nth(4).click();
  await expect(
    inside.getByTestId('ensemble-success').locator('tbody tr').first().locator('td').first(),
  ).toHaveText(String(left.arrived.runs));
  await expect(inside.locator('.of-cell')).toContainText('n/d = 2, d = 4');
  // The page's data are unchanged.
  expect(explorer.fragment()).not.toContain('features=csv');
  expect(await explorer.violations()).toEqual([]);
});
