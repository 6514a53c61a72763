import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { TableKind, TableRequest } from '../engine/export/kinds.ts';
import { makeTable } from '../engine/export/make-table.ts';
import { tablePieces } from '../engine/export/table.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { parseLink } from '../engine/scenario/scenario.ts';
import { findPython } from '../scripts/machine/find-python.mjs';
import { runsAll, spread } from '../scripts/tier.mjs';
import type { ExplorerPage } from './explorer-page.ts';
import { replay, replayNetworks } from './replay.ts';
import { expect, test } from './test.ts';

interface File {
  readonly header: {
    readonly link: string;
    readonly build: string;
    readonly columns: readonly { readonly name: string }[];
    readonly notes: readonly string[];
  };
  readonly rows: (number | string | null)[][];
  readonly ends: readonly string[];
}

async function openPage(explorer: ExplorerPage, page: Page, tab: 'Data' | 'Code') {
  await explorer.button('Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share and export' });
  await dialog.getByRole('tab', { name: tab }).click();
  return dialog;
}

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

async function tableOf(link: string, request: TableRequest, build: string, format: 'csv' | 'json') {
  const { scenario } = parseLink(link);
  const problem = await loadProblem(scenario.problem);
  const table = makeTable(problem.prepare(scenario.values, null), scenario, request, problem.parts);
  return [...tablePieces(table, { link, build }, format)].join('');
}

/** Returns a grid's numbers from the command line. */
function printed(link: string, ...flags: string[]) {
  const text = execFileSync(process.execPath, ['scripts/replay.mjs', '--link', link, ...flags], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return JSON.parse(text) as {
    grid: { left: number[] };
    stationary: { left: { minima: { at: number[] }[] } };
  };
}

const PLANE = '#v=1&features=gauss&n=12&seed=15&noise=0.6&start=-1.4,-0.6&view=-2,2,-2,2&k=40';

test('every table of one neuron is saved as CSV and as JSON, the same bytes as in Node', async ({
  explorer,
  page,
}) => {
  await explorer.open(PLANE);
  const dialog = await openPage(explorer, page, 'Data');
  const kinds = [
    ['Iterates and curves', 'trajectories'],
    ['Curves only', 'curves'],
    ['Both losses over the window', 'grid'],
    ['Stationary points', 'stationary'],
    ['Basins', 'basins'],
    ['Samples', 'samples'],
  ] as const satisfies [string, TableKind][];
  const table = dialog.getByRole('combobox', { name: 'Table' });
  await expect(table.locator('option')).toHaveText(kinds.map(([words]) => words));
  const files = new Map<TableKind, File>();
  // All tables in Node: engine/export/tables.test.ts.
  for (const [words, kind] of runsAll ? spread(kinds, 3) : kinds.slice(0, 1)) {
    await table.selectOption(words);
    const size = kind === 'grid' || kind === 'basins' ? 32 : 128;
    if (size === 32) await dialog.getByRole('combobox', { name: 'Grid' }).selectOption('32 × 32');
    const json = await saved(page, 'Save JSON');
    await expect(dialog.getByRole('status')).toContainText(`Saved: twin-descent-${kind}.json`);
    expect(json.name).toBe(`twin-descent-${kind}.json`);
    const file = JSON.parse(json.text) as File;
    files.set(kind, file);
    expect(parseLink(file.header.link)).toEqual(parseLink(PLANE));
    expect(file.header.build).toMatch(/^\d+\.\d+\.\d+/);
    const request = { kind, last: 40, every: 1, view: [-2, 2, -2, 2], size } as const;
    expect(json.text).toBe(await tableOf(file.header.link, request, file.header.build, 'json'));
    // Both formats come from one table (tables.test.ts): two suffice.
    if (kind !== 'trajectories' && kind !== 'stationary') continue;
    const csv = await saved(page, 'Save CSV');
    expect(csv.name).toBe(`twin-descent-${kind}.csv`);
    expect(csv.text).toBe(await tableOf(file.header.link, request, file.header.build, 'csv'));
  }

  const run = replay(PLANE, 40);
  const rows = files.get('trajectories')!.rows;
  expect(rows.map((row) => row.slice(2, 4))).toEqual(run.left.iterates);
  expect(rows.map((row) => row[4])).toEqual(run.left.losses);
  expect(rows.map((row) => row.slice(8, 10))).toEqual(run.right.iterates);
  if (!runsAll) return;
  const { grid, stationary } = printed(PLANE, '--steps', '0', '--grid', '32', '--stationary');
  expect(files.get('grid')!.rows.map((row) => row[2])).toEqual(grid.left);
  expect(files.get('stationary')!.rows[0]!.slice(2, 4)).toEqual(stationary.left.minima[0]!.at);
});

// Bytes of tables in Node: engine/export. One problem's: above.
test('two layers: networks, objectives, bound, dual curve', { tag: '@all' }, async ({ explorer, page }) => {
  const link = '#v=1&problem=two-layer&n=20&neurons=3&k=12';
  await explorer.open(link);
  const dialog = await openPage(explorer, page, 'Data');
  const table = dialog.getByRole('combobox', { name: 'Table' });
  const read = async (words: string) => {
    await table.selectOption(words);
    return JSON.parse((await saved(page, 'Save JSON')).text) as File;
  };
  const run = replayNetworks(link, 12);
  const objectives = await read('Objectives and bound');
  expect(objectives.rows.map((row) => row[2])).toEqual(run.left.losses);
  const right = objectives.rows.filter((row) => row[5] !== null);
  expect(right.map((row) => row[5])).toEqual(run.right.losses);
  expect(right.at(-1)![7]).toBe(run.right.lowerBound);
  const neurons = await read('Neurons at this step');
  const of = (side: number) =>
    neurons.rows.filter((row) => row[1] === side).map((row) => ({ w: row.slice(3, 5), alpha: row[5] }));
  expect(of(0)).toEqual(run.left.neurons);
  expect(of(1)).toEqual(run.right.neurons);
  const networks = await read('Networks at every step');
  expect(networks.rows.filter(([k, side]) => k === 12 && side === 0)).toHaveLength(3);
  const program = await read('The convex program, round by round');
  expect(program.rows.at(-1)![3]).toBeLessThanOrEqual(1e-9);
  const dual = await read('Dual curve');
  expect(dual.rows).toHaveLength(512);
});

test('the code of three languages is shown, copied and saved; the Python runs to the digits of the page', async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open(PLANE);
  const right = await explorer.digits('right');
  const dialog = await openPage(explorer, page, 'Code');
  const code = dialog.getByRole('region', { name: 'Python' });
  await expect(code).toContainText('import numpy as np');
  await dialog.getByRole('button', { name: 'Copy code' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Code copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const file = await saved(page, 'Save twin-descent.py');
  expect([file.name, file.text]).toEqual(['twin-descent.py', copied]);
  await code.focus();
  await page.keyboard.press('End');
  await expect.poll(() => code.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);

  const notebook = await saved(page, 'Save twin-descent.ipynb');
  expect(notebook.name).toBe('twin-descent.ipynb');
  expect(JSON.parse(notebook.text)).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  expect(notebook.text).toContain('def run():');

  const python = findPython();
  if (python) {
    const lines = execFileSync(python, ['-'], { input: file.text, encoding: 'utf8' }).trimEnd().split('\n');
    expect(lines.at(-1)!.split(',').slice(2, 4).map(Number)).toEqual(right.iterate);
  }

  await dialog.getByRole('radio', { name: 'TypeScript' }).check();
  await expect(dialog.getByRole('region', { name: 'TypeScript' })).toContainText(
    "from 'twin-descent-engine'",
  );
  await dialog.getByRole('radio', { name: 'Command line' }).check();
  await expect(dialog.getByRole('region', { name: 'Command line' })).toContainText(
    '--grid 64 --view=-2,2,-2,2',
  );
});

// Such data in Node: app/session/session.test.ts; samples, code: engine/export.
test('own data that the link leaves out: the samples are saved, and code names the file', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open();
  await explorer.openFromMenu('Your data');
  const rows = Array.from({ length: 3000 }, (_, i) => `${i / 7},${(i * i) % 97},${i % 13}`);
  await page.locator('input[type=file]').setInputFiles({
    name: 'cars & co.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['=speed,a b,y', ...rows].join('\n')),
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Use this data' }).click();
  await explorer.ready();
  const dialog = await openPage(explorer, page, 'Data');
  await dialog.getByRole('combobox', { name: 'Table' }).selectOption('Samples');
  const { text } = await saved(page, 'Save CSV');
  expect(text.split('\n')[0]).toBe('speed,a_b,ones,y');
  expect(text).toContain(`\n${3 / 7},9,1,3\n`);
  await dialog.getByRole('tab', { name: 'Code' }).click();
  await expect(dialog.getByRole('region', { name: 'Python' })).toContainText(
    'np.loadtxt("twin-descent-samples.csv"',
  );
  await dialog.getByRole('radio', { name: 'Command line' }).check();
  await expect(dialog.getByRole('region', { name: 'Command line' })).toContainText("--data 'cars & co.csv'");
});
