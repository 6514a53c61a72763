import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CATALOG, PROBLEM_IDS } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import { createSession } from '../../session/create-session.ts';
import { mount } from '../../shell/mount.test.tsx';
import { OwnDataDialog } from './OwnDataDialog.tsx';

const dialog = page.getByRole('dialog', { name: 'Your own data' });
const text = dialog.getByRole('textbox', { name: 'CSV text' });
const use = dialog.getByRole('button', { name: 'Use this data' });

async function open(file: File | null = null, link = '') {
  const onClose = vi.fn();
  const { session } = await mount(
    <OwnDataDialog file={file} onClose={onClose} />,
    link,
    // Files are read in a worker; tests look meanwhile.
    file ? { session: createSession(), waits: false } : {},
  );
  const run = () => session.store.getState().scenario;
  return { session, run, onClose };
}

/** Rows repeated in a file. */
const ROWS = 10_000;
const PART = Array.from(
  { length: ROWS },
  (_, i) => `${(i * 7919) % 100_003}.25,${(i * 104_729) % 99_991}.5\n`,
);

/** Makes a table with this many rows; 120,000 are 2.0 MB. */
const largeFile = (rows: number) =>
  new File(['x,y\n', ...Array<Blob>(rows / ROWS).fill(new Blob(PART))], 'large.csv');

test('what is taken of a table, and why its other rows are not', async () => {
  await open();
  await text.fill('speed,y\n4,2\n7,four\n8,16\n\n9,10\n10,18,3\n11,17\n12,\n13,26\n');
  await expect.element(dialog).toHaveTextContent('5 rows loaded. Features: speed. Label: y.');
  for (const words of [
    'line 3: not a number: "four" in column "y"',
    'line 5: empty',
    'line 7: wrong count: expected 2 cells, got 3',
    'line 9: empty: column "y"',
  ])
    await expect.element(dialog).toHaveTextContent(words);
});

test('where a problem has several outputs the last columns are those, and a label of texts names classes', async () => {
  const { run, onClose } = await open(null, '#v=1&problem=vector-output');
  await text.fill('a,b,kind\n1,2,red\n3,4,blue\n5,6,red\n');
  await expect
    .element(dialog)
    .toHaveTextContent('3 rows loaded. Features: a, b. Classes of kind: red, blue.');
  await text.fill('a,b,p,q\n1,2,3,4\n5,6,7,9\n');
  await expect.element(dialog).toHaveTextContent('2 rows loaded. Features: a, b. Outputs: p, q.');
  await dialog.getByText('Label and columns').click();
  await dialog.getByLabelText('Outputs (the last columns)').selectOptions('3');
  await expect.element(dialog).toHaveTextContent('Features: a. Outputs: b, p, q.');
  await dialog.getByLabelText('Outputs (the last columns)').selectOptions('1');
  await dialog.getByRole('checkbox', { name: 'b', exact: true }).click();
  await expect.element(dialog).toHaveTextContent('Features: a, p. Outputs: q.');
  await use.click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(run()).toMatchObject({ problem: 'vector-output', values: { features: 'csv', outputs: 1 } });
  await vi.waitFor(() => expect(run().values.data).not.toBe(''));
});

test('more outputs than columns are met by as many as leave a feature', async () => {
  const { run } = await open(null, '#v=1&problem=vector-output&outputs=5');
  await text.fill('a,b,p\n1,2,3\n5,6,7\n');
  await expect.element(dialog).toHaveTextContent('Features: a. Outputs: b, p.');
  await use.click();
  await expect.poll(() => run().values.outputs).toBe(2);
});

test('where a problem keeps matrices, a file of two gives both; anything else is refused in a sentence', async () => {
  const { run, onClose } = await open(null, '#v=1&problem=shuffle&start=0.2,0.6,0.2');
  await text.fill('1,2,0\n2,x,1\n0,1,1\n1,0,0\n0,1,0\n0,0,1\n');
  await expect.element(dialog).toHaveTextContent('not a number: "x" in column "c2"');
  await expect.element(use).toBeDisabled();
  await text.fill('1,2\n2,1\n3,1\n');
  await expect
    .element(dialog)
    .toHaveTextContent('Expected 2 square matrices of numbers, one below the other');
  await expect.element(dialog).toHaveTextContent('got 3 rows of 2.');
  await text.fill('1,2.5\n2,3\n\n4,-1\n-1,0\n');
  await expect.element(dialog).toHaveTextContent('4 rows of 2 loaded.');
  await expect.element(dialog).toHaveTextContent('entries that differ by up to 0.5 across the diagonal');
  await expect.element(dialog).not.toHaveTextContent('Standardise');
  await use.click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(run()).toMatchObject({
    problem: 'shuffle',
    values: { graphs: 'given', A: [1, 2.25, 3], B: [4, -1, 0], shape: 'all', start: null },
  });
});

test('where a problem keeps means, every column of numbers is one, and only they are used', async () => {
  const { run, onClose } = await open(null, '#v=1&problem=gan&level=plane&c=0.5');
  await expect.element(dialog).toHaveTextContent('Only the mean of each column is used, unscaled.');
  await text.fill('1;2\n3;4\n0,5;6\n');
  await expect.element(dialog).toHaveTextContent('3 rows loaded. Only the means are used: c1 1.5, c2 4.');
  expect(dialog.getByRole('checkbox', { name: /bias|Standardise/ }).elements()).toHaveLength(0);
  await text.fill('name,a,b\nx,2000,1\n');
  await expect
    .element(dialog)
    .toHaveTextContent('xmean: expected -1000 to 1000 (divide the whole file by one number); got 2000.');
  await expect.element(use).toBeDisabled();
  await text.fill('name,a,b,y\nx,1,2,5\nu,3,4,9\n');
  await expect.element(dialog).toHaveTextContent('The column "name" is not used: it holds text.');
  await dialog.getByText('Columns', { exact: true }).first().click();
  await dialog.getByRole('checkbox', { name: 'b', exact: true }).click();
  await expect.element(dialog).toHaveTextContent('2 rows loaded. Only the means are used: a 2, y 7.');
  await use.click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  // From the plane, opens the network; the rest has defaults.
  expect(run()).toMatchObject({ problem: 'gan', values: { level: 'network', m: 2, xmean: [2, 7], c: 1 } });
});

test('where a problem names its columns they are found, and the last one is text that is never markup', async () => {
  const { run, onClose } = await open(null, '#v=1&problem=federated&c=0.8');
  await expect
    .element(dialog)
    .toHaveTextContent('Its columns are found by their names, or else by their order.');
  await expect.element(dialog).toHaveTextContent('angle is in radians');
  await text.fill('y,client,angle\n1,<b>x</b>,2\n3,7,4\n5,,6\noops,7,8\n');
  await expect.element(dialog).toHaveTextContent('2 rows loaded: angle, y, client (<b>x</b>, 7).');
  await expect.element(dialog).toHaveTextContent('line 4: empty: column "client"');
  expect(dialog.element().querySelector('.own-report b')).toBeNull();
  expect(dialog.getByRole('checkbox').elements()).toHaveLength(0);
  await text.fill('angle,y\n2,1\n4,3\n');
  await expect.element(dialog).toHaveTextContent('2 rows loaded: angle, y.No column is called client.');
  await text.fill('x1,x2,y\n200,1,2\n4,3,5\n');
  for (const words of [
    'No column is called angle, client. The order is assumed: angle = x1, y = y.',
    'The column "x2" is not used: it holds numbers.',
    'angle: got 200, beyond ±2π. Are the angles degrees?',
  ])
    await expect.element(dialog).toHaveTextContent(words);
  await text.fill(`angle,y,client\n${Array.from({ length: 17 }, (_, i) => `1,1,c${i}\n`).join('')}`);
  await expect.element(dialog).toHaveTextContent('too many different texts: expected at most 16; got more.');
  await expect.element(use).toBeDisabled();
  await text.fill('angle,y,client\n2,1,a\n4,3,b\n');
  await expect.element(dialog).toHaveTextContent('(a, b)');
  await use.click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  // From the plane, opens the network; the rest has defaults.
  expect(run()).toMatchObject({
    problem: 'federated',
    values: { level: 'network', features: 'csv', clients: 3, c: 0.5, data: expect.stringMatching(/^z\./) },
  });
  expect(Object.keys(run().values)).not.toContain('bias');
});

test('text of a file is never markup', async () => {
  await open(new File(['<img src=x onerror=alert(1)>,y\n1,1\n2,2\n3,3\n'], 'data.csv'));
  await expect
    .element(dialog)
    .toHaveTextContent('3 rows loaded. Features: <img src=x onerror=alert(1)>. Label: y.');
  expect(dialog.element().querySelector('img')).toBeNull();
});

test('data without a usable row is refused in words, and nothing changes', async () => {
  const { run } = await open();
  const before = run();
  await text.fill('x,y\na,b\n');
  await expect.element(dialog).toHaveTextContent('The data has no usable row');
  await expect.element(use).toBeDisabled();
  expect(run()).toBe(before);
});

test('a European table: what was assumed is said, the other reading and the columns are chosen by keyboard', async () => {
  const { run, onClose } = await open();
  await text.fill('id;Ort;Länge;Preis\n1;Bonn;1.500;2,5\n2;Köln;\u22122.000;3\n');
  for (const words of [
    '2 rows loaded. Features: Länge. Label: Preis.',
    'Commas are read as decimal marks: "1.500" is 1500.',
    'The column "Ort" is not used: it holds text.',
    'The column "id" is not used: it holds row numbers.',
  ])
    await expect.element(dialog).toHaveTextContent(words);
  const mark = dialog.getByLabelText('Decimal mark');
  await expect.element(mark).toHaveValue('comma');
  const columns = dialog.getByText('Label and columns');
  (columns.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByRole('checkbox', { name: /Ort text/ })).toBeDisabled();
  const id = dialog.getByRole('checkbox', { name: /^id/ });
  (id.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(dialog).toHaveTextContent('Features: id, Länge. Label: Preis.');
  await expect.element(id).toHaveFocus();
  await dialog.getByRole('combobox', { name: /^Label/ }).selectOptions('Länge');
  await expect.element(dialog).toHaveTextContent('Features: id, Preis. Label: Länge.');
  await mark.selectOptions('point');
  await expect.element(dialog).toHaveTextContent('1 row loaded. Features: id, Preis. Label: Länge.');
  await expect.element(dialog).toHaveTextContent('not a number: "2,5" in column "Preis"');
  await mark.selectOptions('comma');
  await expect.element(dialog).toHaveTextContent('2 rows loaded.');
  await dialog.getByRole('checkbox', { name: /Standardise/ }).click();
  await use.click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  await expect
    .poll(() => run().values)
    .toMatchObject({ features: 'csv', std: true, data: expect.stringMatching(/^z\./) });
});

test('a workbook is named as what it is', async () => {
  await open(new File([new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 0xff, 0xfe])], 'table.xlsx'));
  await expect
    .element(dialog)
    .toHaveTextContent('Expected CSV text; got a workbook (.xlsx, .ods) or ZIP file.');
  await expect.element(use).toBeDisabled();
});

test('a file that is too large is refused by its size', async () => {
  await open(new File([new Uint8Array(50_000_001)], 'huge.csv'));
  await expect.element(dialog).toHaveTextContent('The file is 51 MB; the limit is 50 MB.');
  await expect.element(use).toBeDisabled();
});

test('a large file shows how far it is read', async () => {
  const words: string[] = [];
  const observer = new MutationObserver(() => {
    const bar = document.querySelector('dialog progress');
    if (bar) words.push(`${bar.getAttribute('aria-label')}: ${bar.nextElementSibling?.textContent}`);
  });
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
  });
  await open(largeFile(120_000));
  await expect.element(dialog).toHaveTextContent(/rows loaded\. Features: x\. Label: y\./);
  observer.disconnect();
  await expect.element(dialog).toHaveTextContent('large.csv, 2.0 MB');
  await expect.element(dialog.getByRole('progressbar')).not.toBeInTheDocument();
  expect(words[0]).toBe('Reading large.csv: 0.0 of 2.0 MB');
  expect(
    words.filter((word) => /Reading large\.csv: (?:0\.[1-9]|[1-2]\.\d) of 2\.0 MB/.test(word)),
  ).not.toEqual([]);
});

for (const [how, stop] of [
  ['its button', () => dialog.getByRole('button', { name: 'Cancel' }).click()],
  ['Escape', () => userEvent.keyboard('{Escape}')],
] as const)
  test(`the reading of a large file is given up by ${how}, and the dialog stays`, async () => {
    const { run, onClose } = await open(largeFile(2_500_000));
    const before = run();
    await expect.element(dialog.getByRole('progressbar', { name: 'Reading large.csv' })).toBeVisible();
    await stop();
    await expect.element(dialog).toHaveTextContent('Cancelled: nothing was changed.');
    await expect.element(dialog.getByRole('progressbar')).not.toBeInTheDocument();
    await expect.element(dialog.getByRole('button', { name: 'Open a file…' })).toHaveFocus();
    await expect.element(use).toBeDisabled();
    expect(run()).toBe(before);
    expect(onClose).not.toHaveBeenCalled();
  });

const TABLES = PROBLEM_IDS.filter((id) => 'features' in CATALOG[id].params && !('ownColumns' in CATALOG[id]));

test.each(TABLES)('a file that %s would refuse is refused before the dialog closes', async (problem) => {
  const { run, onClose } = await open(null, `#v=1&problem=${problem}`);
  const before = run();
  await text.fill('a,b,y\n1e300,1,2\n3,4,5\n6,1,2\n');
  await expect.element(dialog).toHaveTextContent('3 rows loaded.');
  await use.click();
  await expect.element(dialog).toHaveTextContent(/^.*a: expected 0, or a largest absolute number of 1e-60/);
  expect(onClose).not.toHaveBeenCalled();
  expect(run()).toBe(before);
  await text.fill('a,b,y\n1,1,2\n3,4,5\n6,1,2\n');
  await expect.element(dialog).not.toHaveTextContent('largest absolute number');
  await use.click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(run()).toMatchObject({ problem, values: { features: 'csv' } });
});

test.each(TABLES)('what a link of %s says of own data stays when others are pasted', async (problem) => {
  const { run, onClose } = await open(null, `#v=1&problem=${problem}&features=csv&data=trap&bias=1&std=1`);
  await text.fill('a,b,y\n1,1,2\n3,4,5\n6,1,2\n');
  await expect.element(dialog).toHaveTextContent('3 rows loaded.');
  for (const name of [/column of ones/, /Standardise/])
    await expect.element(dialog.getByRole('checkbox', { name })).toBeChecked();
  await use.click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(run().values).toMatchObject({ bias: true, std: true });
});

test.each(PROBLEM_IDS)(
  'on a page of %s the dialog says so if and only if the data open another problem',
  async (id) => {
    const { session } = await open(null, `#v=1&problem=${id}`);
    const opens = session.openOwn.bind(session, session.nameOwn(new Blob(['1,2\n2,3\n'])), {}, []);
    const says = dialog.element().textContent!.includes('This problem takes no table');
    const { ownMeans, ownMatrices }: ProblemCard = CATALOG[id];
    if (ownMeans || ownMatrices) {
      expect(says).toBe(false);
      return;
    }
    opens();
    expect(session.store.getState().scenario.problem === id).toBe(!says);
  },
);
