import { expect, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { createSession } from '../../session/create-session.ts';
import type { Session } from '../../session/session.ts';
import { App } from '../../shell/App.tsx';
import { OPENING, opened, PHONE, testLooks, violations } from '../../shell/looks.test.tsx';
import { catchFiles, find, findAll, idle, mount, openFromMenu } from '../../shell/mount.test.tsx';
import { createSavedScenarios, savedScenarios } from './saved/saved-scenarios.ts';

const LINK = `#v=1&problem=one-neuron&${OPENING}`;

const press = (keys: string) => userEvent.keyboard(keys);
const dialog = page.getByRole('dialog', { name: 'Share and export' });
const status = dialog.getByRole('status');
const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
const within = (name: string) => dialog.getByRole('button', { name, exact: true });
const linkShown = () => (field('The link').element() as HTMLTextAreaElement).value;

/** Opens a tab of the share dialog. Tests of cancelled engines pass a session with real threads. */
async function open(link: string, tab: string, session?: Session) {
  const mounted = await mount(<App />, link, { isApp: true, ...(session && { session }) });
  await share(tab);
  return mounted;
}

async function share(tab: string): Promise<void> {
  await openFromMenu('Share');
  await dialog.getByRole('tab', { name: tab, exact: true }).click();
  await expect.element(dialog.getByRole('tabpanel', { name: tab, exact: true })).toBeVisible();
  await idle();
}

/** Returns a tab by index, because names change with the language. */
const NAMES = ['link', 'embed', 'saved', 'figure', 'film', 'data', 'code'];
const tabAt = (place: number) => ({
  ...opened('Share', `dialog[open] [role="tab"]:nth-child(${place + 1})[aria-selected="true"]`),
  async open() {
    await openFromMenu('Share');
    const tabs = page.getByRole('dialog').getByRole('tab');
    await expect.poll(() => tabs.elements().length).toBe(NAMES.length);
    await tabs.nth(place).click();
    const part = '[role="tabpanel"]:not([hidden]) :is(button, input, textarea, pre)';
    await expect.poll(() => findAll(part).length).toBeGreaterThan(0);
  },
});

testLooks({
  // Fuller link and saved pages are checked elsewhere.
  ...Object.fromEntries(
    NAMES.map((name, place) => [
      `sharing, ${name}`,
      { ...tabAt(place), ...((name === 'link' || name === 'saved') && { isRepeat: true as const }) },
    ]),
  ),
  'the link of much': { ...tabAt(0), link: `${OPENING}&k=4&view=-2,2,-2,2&lock=c` },
  'a saved scenario': {
    ...tabAt(2),
    async open() {
      await tabAt(2).open();
      await within('Save this scenario').click();
      await expect.poll(() => findAll('.saved-item').length).toBeGreaterThan(0);
    },
    seen: 'dialog[open] .saved-item',
  },
});

test('where the clipboard is refused the link is selected, and a sentence says what to do', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText');
  write.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const { link } = await open(LINK, 'Link');
  await within('Copy link').click();
  await expect.element(status).toHaveTextContent('blocked copying. The link is selected');
  const area = document.activeElement as HTMLTextAreaElement;
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(new URL(link(), location.href).href);
  write.mockRestore();
});

/** Opens own data of this many rows with incompressible digits. */
async function openTable(rows: number): Promise<void> {
  const row = (_: unknown, i: number) => `${Math.sin(i * i).toFixed(9)},${Math.cos(i * 7).toFixed(9)}`;
  const table = `x,y\n${Array.from({ length: rows }, row).join('\n')}`;
  await openFromMenu('Your data');
  const own = page.getByRole('dialog', { name: 'Your own data' });
  await expect.element(own).toBeVisible();
  await userEvent.upload(
    find('dialog input[type=file]'),
    new File([table], 'data.csv', { type: 'text/csv' }),
  );
  await own.getByRole('button', { name: 'Use this data' }).click();
  await expect.element(own).not.toBeInTheDocument();
  await idle();
}

test('a link that is too long for a QR code or for a chat says what came and what is possible', async () => {
  await mount(<App />, '', { isApp: true });
  await openTable(300);
  await share('Link');
  const characters = linkShown().length;
  expect(characters).toBeGreaterThan(2953);
  const code = dialog.getByRole('region', { name: 'QR code' });
  await expect
    .element(code)
    .toHaveTextContent(`the link is ${characters.toLocaleString('en')} characters; the limit is 2,953.`);
  await expect.element(code).toHaveTextContent('use fewer rows or columns');
  expect(within('Show large').elements()).toHaveLength(0);
  await expect.element(dialog).toHaveTextContent('Some chat and mail programs cut links');
  await press('{Escape}');

  // More than any link can carry.
  await openTable(3000);
  await share('Link');
  await expect
    .element(dialog.getByRole('listitem').first())
    .toHaveTextContent('Your data: it is too large for a link.');
  expect(new URL(linkShown()).hash.length).toBeLessThan(178);
  await expect.element(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
});

test('what the link leaves out is counted', async () => {
  const { seek } = await mount(<App />, LINK, { isApp: true });
  await seek(25);
  await press('nn');
  await idle();
  await share('Link');
  await expect
    .element(dialog.getByRole('listitem').filter({ hasText: 'Undo history (2 changes).' }))
    .toBeVisible();
});

// ---- saved --------------------------------------------------------------------------------------------------------

/** Deletes saved scenarios, then opens their page. */
async function openSaved(link: string) {
  await savedScenarios.load();
  for (const { id } of savedScenarios.store.getState().saved ?? []) await savedScenarios.remove(id);
  return open(link, 'Saved');
}

async function save(name: string): Promise<void> {
  await field('Name').fill(name);
  await within('Save this scenario').click();
  await expect.element(status).toHaveTextContent(`“${name}” saved.`);
}

const names = () => findAll('dialog .saved-name').map((one) => one.textContent);

test('a scenario is saved with its picture and opens, and opening it can be undone', async () => {
  const { link, open: show, digits } = await openSaved(`${LINK}&k=40`);
  await expect.element(dialog).toHaveTextContent('no account, no server');
  await expect.element(field('Name')).toHaveValue('Slope and bias, step 40');
  const name = 'Mine <img src=x onerror=alert(1)>';
  await save(name);
  const images = findAll('.saved-open img') as HTMLImageElement[];
  expect(images).toHaveLength(1);
  const image = images[0]!;
  await image.decode();
  expect([image.naturalWidth, image.naturalHeight]).toEqual([320, 160]);
  const context = new OffscreenCanvas(320, 160).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(image, 0, 0);
  // Both sides contain more than a ground and a line.
  for (const from of [0, 160]) {
    const { data } = context.getImageData(from, 0, 160, 160);
    expect(new Set(new Uint32Array(data.buffer)).size).toBeGreaterThan(50);
  }
  expect(image.getAttribute('src')!.length).toBeLessThan(40_000);

  await press('{Escape}');
  await show('#v=1&problem=lift&start=1.5,0.25');
  await share('Saved');
  await dialog.getByRole('button', { name: `Open “${name}”` }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await idle();
  expect(link()).toBe(`${LINK}&k=40`);
  expect(digits('left').k).toBe(40);
  expect(digits('left').iterate).toEqual((await commands.replay(LINK, 40)).left.iterates[40]);
  await press('{Control>}z{/Control}');
  await expect.poll(link).toContain('problem=lift');
});

test('rename, delete and undo, by keyboard', async () => {
  await openSaved(LINK);
  const focus = (name: string) => (within(name).element() as HTMLElement).focus();
  await save('One');
  await save('Two');
  expect(names()).toEqual(['Two', 'One']);
  focus('Rename “One”');
  await press('{Enter}gone{Escape}');
  await expect.element(within('Rename “One”')).toHaveFocus();
  expect(names()).toEqual(['Two', 'One']);
  await press('{Enter}{Control>}a{/Control}Uno{Enter}');
  await expect.element(status).toHaveTextContent('Renamed to “Uno”.');
  await expect.poll(names).toEqual(['Two', 'Uno']);

  focus('Delete “Two”');
  await press('{Enter}');
  await expect.element(status).toHaveTextContent('“Two” deleted.');
  await expect.element(within('Undo')).toHaveFocus();
  await press('{Enter}');
  await expect.element(status).toHaveTextContent('“Two” is back.');
  expect(names()).toEqual(['Two', 'Uno']);

  // The browser has stored it.
  const again = createSavedScenarios();
  await again.load();
  expect(again.store.getState().saved!.map(({ name }) => name)).toEqual(['Two', 'Uno']);
});

test('export and import: all of them in one file, duplicates apart, bad ones refused by name', async () => {
  const files = catchFiles();
  await openSaved('#v=1&problem=two-layer&neurons=3&k=5');
  await save('Circle');
  await within('Export all').click();
  await expect.element(status).toHaveTextContent('1 scenario in twin-descent-saved.json.');
  expect(files.map(({ name }) => name)).toEqual(['twin-descent-saved.json']);
  const file = JSON.parse(await files[0]!.blob.text()) as { saved: Record<string, string>[] };
  expect(file).toMatchObject({ format: 'twin-descent-saved', v: 1, saved: [{ name: 'Circle' }] });
  expect(file.saved[0]!.link).toBe('#v=1&problem=two-layer&neurons=3&k=5');
  expect(file.saved[0]!.thumbnail).toMatch(/^data:image\/webp;base64,/);

  file.saved.push({ name: '<b>Bad</b>', link: 'nothing' }, { name: 'Newer', link: '#v=2&n=9' });
  await userEvent.upload(
    find('.saved input[type=file]'),
    new File([JSON.stringify(file)], 'x.json', { type: 'application/json' }),
  );
  await expect.element(status).toHaveTextContent('1 scenario imported.');
  await expect.element(status).toHaveTextContent('Skipped: “<b>Bad</b>” has no link to a scenario');
  await expect
    .element(status)
    .toHaveTextContent('Skipped: “Newer” has a link from a newer version of this page.');
  expect(names().sort()).toEqual(['Circle', 'Circle (2)']);
});

test('on a phone nothing is wider than the screen and everything is large enough for a thumb', async () => {
  await page.viewport(PHONE.width, PHONE.height);
  await openSaved(`${LINK}&k=40&rays=1`);
  await save('One');
  for (const tab of ['Saved', 'Link']) {
    await dialog.getByRole('tab', { name: tab, exact: true }).click();
    await idle();
    const box = find('dialog[open]');
    expect(box.scrollWidth - box.clientWidth).toBeLessThanOrEqual(0);
    const targets = findAll(
      '[role="tabpanel"]:not([hidden]) :is(button, label:has(input), input:not(label input, [hidden]))',
    );
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets)
      expect(target.getBoundingClientRect().height, target.outerHTML).toBeGreaterThanOrEqual(44);
  }
  await page.viewport(1280, 720);
});

// ---- film and data ------------------------------------------------------------------------------------------------

const saidOf = (testId: string) => find(`[data-testid="${testId}"]`).textContent;

test('without WebCodecs the page says what remains', async () => {
  vi.stubGlobal('VideoEncoder', undefined);
  await open('', 'Film');
  await expect
    .poll(() => saidOf('film-missing'))
    .toBe(
      'No MP4 and no WebM: this browser lacks WebCodecs, which a page needs to encode video. Available: GIF.',
    );
  const formats = dialog.getByRole('combobox', { name: 'Format' }).element() as HTMLSelectElement;
  expect([...formats.options].map((one) => one.textContent)).toEqual(['GIF']);
  vi.unstubAllGlobals();
});

test('what cannot be a film is said in words; cancelled at once, and nothing is left', async () => {
  const { session } = await open('', 'Film', createSession());
  const said = () => saidOf('film-will');
  const make = within('Make the film');
  await expect.element(make).toBeEnabled();
  await field('From step').fill('200');
  await expect.poll(said).toBe('The first step comes after the last one.');
  await expect.element(make).toBeDisabled();
  await field('From step').fill('x');
  await expect.poll(said).toBe('From step: expected a whole number from 0 to 1,000,000.');
  await expect.element(field('From step')).toHaveAttribute('aria-invalid', 'true');
  await field('From step').fill('0');
  await field('Seconds').fill('280');
  await expect.poll(said).toContain('That is 7,075 frames; the limit is 6,000.');
  // Found without showing it.
  await field('Seconds').fill('60');
  await within('To the end of the race').click();
  await expect.element(field('To step')).toHaveValue('76');
  await expect.element(make).toHaveFocus();

  await make.click();
  await expect.element(dialog.getByRole('progressbar', { name: 'Film progress' })).toBeVisible();
  await expect.poll(() => saidOf('film-progress')).toMatch(/Frame \d+ of/);
  // Counted in event-loop turns, because the machine may be busy: the message appears at once, whatever the encoder does.
  const element = find('dialog[open]');
  (within('Cancel').element() as HTMLElement).click();
  let turns = 0;
  while (!element.textContent!.includes('Film cancelled: nothing was kept.') && turns < 1000) {
    await new Promise((resolve) => setTimeout(resolve));
    turns++;
  }
  expect(turns).toBeLessThanOrEqual(2);
  await expect.element(dialog.getByRole('progressbar')).not.toBeInTheDocument();
  await expect.element(make).toHaveFocus();
  expect(findAll('[data-testid="film"]')).toEqual([]);
  await press('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(session.store.getState().k).toBe(0);
});

test('a wrong step and too many numbers are refused in words, and a long file can be given up', async () => {
  await open('#v=1&d=200&n=50', 'Data', createSession());
  const last = field('Up to step');
  const csv = within('Save CSV');
  await last.fill('-3');
  await expect.element(dialog).toHaveTextContent('Up to step: expected a whole number from 0 to 100,000.');
  await expect.element(last).toHaveAttribute('aria-invalid', 'true');
  await expect.element(csv).toBeDisabled();
  await last.fill('100000');
  await expect.element(dialog).toHaveTextContent('100,001 rows of 409 columns, about 818 MB.');
  await expect.element(dialog).toHaveTextContent('the limit for a file is 20,000,000');
  await expect.element(csv).toBeDisabled();
  // Large enough to be cancelled before it is done.
  await field('Keep one step in').fill('3');
  await expect.element(csv).toBeEnabled();
  await csv.click();
  await expect.element(within('Cancel')).toHaveFocus();
  await expect.element(dialog.getByRole('progressbar')).toBeVisible();
  await within('Cancel').click();
  await expect.element(status).toHaveTextContent(/^Cancelled: nothing was saved\.$/);
  await expect.element(csv).toHaveFocus();
  expect(await violations('dialog[open]')).toEqual([]);
});
