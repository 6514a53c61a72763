import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { SHIPPED_IDS } from '../app/storage/lectures/shipped/ids.ts';
import { runsAll } from '../scripts/tier.mjs';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './test.ts';

const OPENING = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

const SCENE = { title: 'One', scenario: `${OPENING}&k=10` };

function fileOf(document: unknown): { name: string; mimeType: string; buffer: Buffer } {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return { name: 'x.lecture.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}

const lectureOf = (...scenes: object[]) => ({ format: 'twin-descent-lecture', v: 1, title: 'Given', scenes });

/** The opening scenario's question, hence a new scene's. */
const ASKED = 'Same data, same start, same step size. Where will each one end up?';

class Drawer {
  readonly explorer: ExplorerPage;
  readonly element: Locator;

  constructor(explorer: ExplorerPage, element: Locator) {
    this.explorer = explorer;
    this.element = element;
  }

  static async open(explorer: ExplorerPage): Promise<Drawer> {
    const drawer = new Drawer(explorer, await explorer.openLectures());
    await expect(drawer.button('New lecture')).toBeVisible();
    return drawer;
  }

  button(name: string | RegExp): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.element.getByRole('textbox', { name, exact: true });
  }

  async editLecture(title: string): Promise<void> {
    await this.button(`Edit “${title}”`).click();
    await expect(this.field('Name of the lecture')).toBeEditable();
  }

  get list(): Locator {
    return this.element.getByRole('list', { name: 'Scenes' });
  }

  async titles(): Promise<string[]> {
    return this.list.locator('.draft-title').allTextContents();
  }

  get said(): Locator {
    return this.element.getByRole('status').last();
  }

  async saved(): Promise<void> {
    await expect(this.element.getByText('Saved', { exact: true })).toBeVisible();
  }

  /** Creates a lecture whose scenes pause at steps 10, 20, ..., the first without pause. */
  async build(...titles: string[]): Promise<void> {
    await this.button('New lecture').click();
    await expect(this.list.getByRole('listitem')).toHaveCount(1);
    for (const [index] of titles.entries()) {
      if (index > 0) {
        await this.explorer.seek(10 * index);
        await this.button('Add current view as a scene').click();
      }
      await this.edit(index + 1, 'Title', titles[index]!);
    }
    await expect.poll(() => this.titles()).toEqual(titles);
  }

  async unfold(scene: number): Promise<void> {
    const button = this.element.getByRole('button', { name: `Edit scene ${scene}`, exact: true });
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }

  async edit(scene: number, field: string, text: string): Promise<void> {
    await this.unfold(scene);
    await this.field(field).fill(text);
  }

  async import(document: unknown): Promise<void> {
    await this.element.locator('input[type=file]').setInputFiles(fileOf(document));
  }
}

async function freshPage(browser: Browser, baseURL: string | undefined): Promise<ExplorerPage> {
  const context = await browser.newContext({ baseURL: baseURL!, viewport: { width: 1280, height: 720 } });
  return new ExplorerPage(await context.newPage());
}

async function walk(explorer: ExplorerPage, scenes: { question: string; step: string }[]): Promise<void> {
  for (const [index, { question, step }] of scenes.entries()) {
    if (index > 0) await explorer.page.keyboard.press('PageDown');
    await expect(explorer.question).toHaveText(question);
    await expect(explorer.step).toHaveText(step);
    await expect.poll(() => explorer.fragment()).toContain(`lecture=z.`);
    if (index > 0)
      await expect.poll(() => explorer.fragment()).toMatch(new RegExp(`&scene=${index + 1}(&|$)`));
    await expect(explorer.pause).toBeHidden();
  }
}

test('a lecture is built, reordered, edited, saved, reloaded, exported, imported elsewhere and walked', async ({
  explorer,
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  await explorer.open(OPENING);
  let drawer = await Drawer.open(explorer);
  await drawer.build('Alpha', 'Beta', 'Gamma');
  await drawer.field('Name of the lecture').fill('Three / places');

  // By keyboard: the focus stays on the moved scene, and its place is announced.
  await drawer.button('Open scene 3, Gamma').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => drawer.titles()).toEqual(['Gamma', 'Alpha', 'Beta']);
  await expect(drawer.button('Open scene 1, Gamma')).toBeFocused();
  await expect(drawer.said).toHaveText('“Gamma” is now scene 1 of 3.');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => drawer.titles()).toEqual(['Gamma', 'Alpha', 'Beta']);

  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => drawer.titles()).toEqual(['Alpha', 'Gamma', 'Beta']);
  await expect(drawer.button('Open scene 2, Gamma')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');

  await drawer.button('Move scene 3 up').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => drawer.titles()).toEqual(['Gamma', 'Beta', 'Alpha']);
  await expect(drawer.button('Move scene 2 up')).toBeFocused();

  await drawer.edit(2, 'Question (large)', 'Which side is stuck?');
  await drawer.edit(2, 'Text beside the question', 'At step {{n}} look left.');
  await drawer.edit(2, 'Speaker notes (the audience doesn’t see them)', 'Wait.\nThen <b>play</b>.');
  await drawer.button('Use step 20').click();
  await expect(drawer.field('Pause at step')).toHaveValue('20');
  await drawer.element
    .getByRole('checkbox', { name: 'Ask the audience to guess where each side ends' })
    .check();

  // Duplicate, delete, undo, redo: in Node app/features/lecture/edit.
  if (runsAll) {
    await drawer.button('Duplicate scene').click();
    await expect.poll(() => drawer.titles()).toEqual(['Gamma', 'Beta', 'Beta', 'Alpha']);
    await drawer.unfold(4);
    await drawer.button('Delete scene').click();
    await expect.poll(() => drawer.titles()).toEqual(['Gamma', 'Beta', 'Beta']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => drawer.titles()).toEqual(['Gamma', 'Beta', 'Beta', 'Alpha']);
    await drawer.button('Undo').click();
    await expect.poll(() => drawer.titles()).toEqual(['Gamma', 'Beta', 'Alpha']);
    await drawer.button('Redo').click();
    await expect.poll(() => drawer.titles()).toEqual(['Gamma', 'Beta', 'Beta', 'Alpha']);
    await drawer.button('Undo').click();
  }

  await drawer.saved();
  await page.reload();
  await explorer.ready();
  drawer = await Drawer.open(explorer);
  await drawer.button('Edit “Three / places”').click();
  await expect.poll(() => drawer.titles()).toEqual(['Gamma', 'Beta', 'Alpha']);
  await drawer.unfold(2);
  await expect(drawer.field('Question (large)')).toHaveValue('Which side is stuck?');

  const [download] = await Promise.all([page.waitForEvent('download'), drawer.button('Export file').click()]);
  expect(download.suggestedFilename()).toBe('Three places.lecture.json');
  const document = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(document)).toEqual({
    format: 'twin-descent-lecture',
    v: 1,
    title: 'Three / places',
    scenes: [
      {
        title: 'Gamma',
        sentence: '',
        notes: '',
        question: ASKED,
        scenario: OPENING,
        bookmark: 20,
        guess: false,
      },
      {
        title: 'Beta',
        sentence: 'At step {{n}} look left.',
        notes: 'Wait.\nThen <b>play</b>.',
        question: 'Which side is stuck?',
        scenario: OPENING,
        bookmark: 20,
        guess: true,
      },
      {
        title: 'Alpha',
        sentence: '',
        notes: '',
        question: ASKED,
        scenario: OPENING,
        bookmark: null,
        guess: false,
      },
    ],
  });

  // Importing: below; a packed lecture: present.spec.ts.
  if (!runsAll) return;
  const other = await freshPage(browser, baseURL);
  await other.open();
  const otherDrawer = await Drawer.open(other);
  await otherDrawer.import(document);
  await expect(otherDrawer.said).toHaveText('“Three / places” imported.');
  await otherDrawer.button('Open “Three / places”').click();
  await walk(other, [
    { question: ASKED, step: '0' },
    { question: 'Which side is stuck?', step: '0' },
    { question: ASKED, step: '0' },
  ]);
  expect(other.complaints).toEqual([]);
  await other.page.context().close();
});

// Keys and buttons: above; order in Node: app/features/lecture/edit/draft.test.ts.
test('a scene is dragged to its place by the mouse, and Escape lets go of it', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open(OPENING);
  const drawer = await Drawer.open(explorer);
  await drawer.import(lectureOf(...['A', 'B', 'C', 'D'].map((title) => ({ ...SCENE, title }))));
  await drawer.editLecture('Given');

  async function drag(from: number, to: number, drop: () => Promise<void>): Promise<void> {
    await explorer.idle();
    const start = (await page.getByTestId(`grip-${from}`).boundingBox())!;
    const end = (await page.getByTestId(`grip-${to}`).boundingBox())!;
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await page.mouse.down();
    const past = to > from ? 6 : -6;
    await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2 + past, { steps: 6 });
    await drop();
  }

  await drag(1, 3, () => page.mouse.up());
  await expect.poll(() => drawer.titles()).toEqual(['B', 'C', 'A', 'D']);
  await expect(drawer.said).toHaveText('“A” is now scene 3 of 4.');
  await drag(4, 1, () => page.mouse.up());
  await expect.poll(() => drawer.titles()).toEqual(['D', 'B', 'C', 'A']);
  await drag(1, 4, async () => {
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
  await expect.poll(() => drawer.titles()).toEqual(['D', 'B', 'C', 'A']);
  await expect(drawer.element).toBeVisible();
  await drawer.button('Undo').click();
  await drawer.button('Undo').click();
  await expect.poll(() => drawer.titles()).toEqual(['A', 'B', 'C', 'D']);
});

// In Node: app/storage/lectures/pack-lecture.test.ts; opening: present.spec.ts.
test('one link carries the whole lecture into a browser that has never been here', { tag: '@all' }, async ({
  explorer,
  page,
  context,
  browser,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open(OPENING);
  const drawer = await Drawer.open(explorer);
  await drawer.import(lectureOf({ ...SCENE, question: ASKED }, { ...SCENE, title: 'Beta' }));
  await drawer.editLecture('Given');
  await drawer.edit(2, 'Question (large)', '為什麼 <i>left</i> & right?');
  await drawer.button('Copy link').click();
  await expect(drawer.said).toContainText('Link copied: the whole lecture in');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toMatch(/^#v=1&lecture=z\.[\w.-]+$/);

  const other = await freshPage(browser, baseURL);
  await other.page.goto(link);
  await other.ready();
  await walk(other, [
    { question: ASKED, step: '10' },
    { question: '為什麼 <i>left</i> & right?', step: '10' },
  ]);
  // The scene's address is complete: scenario and lecture.
  await other.page.reload();
  await other.ready();
  await expect(other.question).toHaveText('為什麼 <i>left</i> & right?');
  await other.page.goBack();
  await expect(other.question).toHaveText(ASKED);
  expect(other.complaints).toEqual([]);
  await other.page.context().close();
});

test('closing the drawer in the middle of a word loses nothing, not even the steps back', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open(OPENING);
  const drawer = await Drawer.open(explorer);
  await drawer.button('New lecture').click();
  await drawer.field('Name of the lecture').fill('Half a wor');
  await page.keyboard.press('Escape');
  await expect(drawer.element).toBeHidden();
  await explorer.openLectures();
  await expect(drawer.field('Name of the lecture')).toHaveValue('Half a wor');
  await drawer.button('Undo').click();
  await expect(drawer.field('Name of the lecture')).toHaveValue('Untitled lecture');
  await drawer.button('Redo').click();

  await drawer.field('Name of the lecture').fill('Half a word');
  // Left at once: the last letters are saved.
  await page.reload();
  await explorer.ready();
  await explorer.openLectures();
  await expect(drawer.button('Edit “Half a word”')).toBeVisible();
});

// In Node: app/features/lecture/edit/lecture-editor.test.ts.
test('what is typed while a save is on its way is not lost with the page, nor saved twice', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await page.addInitScript(() => {
    // The store saves, but confirms late.
    const { addEventListener: listen } = IDBTransaction.prototype;
    IDBTransaction.prototype.addEventListener = function (this: IDBTransaction, ...args: unknown[]) {
      const [type, listener] = args as [string, (event: Event) => void];
      if (type === 'complete') args[1] = (event: Event) => setTimeout(() => listener(event), 3000);
      Reflect.apply(listen, this, args);
    } as typeof listen;
  });
  await explorer.open(OPENING);
  const drawer = await Drawer.open(explorer);
  await drawer.import(lectureOf(SCENE));
  await drawer.button('Edit “Given”').click();
  await drawer.field('Name of the lecture').fill('Half a word');
  await page.reload();
  await explorer.ready();
  await explorer.openLectures();
  await expect(drawer.button('Edit “Half a word”')).toBeVisible();
  await expect(drawer.button('Edit “Given”')).toBeHidden();
  // Left again before confirmation.
  await page.reload();
  await explorer.ready();
  await explorer.openLectures();
  await expect(drawer.button(/^Edit “/)).toHaveAccessibleName('Edit “Half a word”');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('lectures are renamed, duplicated, deleted and put back', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open(OPENING);
  const drawer = await Drawer.open(explorer);
  await drawer.import(lectureOf(SCENE));
  await drawer.button('More for “Given”').click();
  await drawer.button('Rename').click();
  await page.keyboard.type('Other');
  await page.keyboard.press('Escape');
  await expect(drawer.button('Edit “Given”')).toBeFocused();
  await drawer.button('Rename').click();
  await page.keyboard.type('Renamed');
  await page.keyboard.press('Enter');
  await expect(drawer.button('Edit “Renamed”')).toBeFocused();
  await drawer.button('Duplicate').click();
  await expect(drawer.button('Edit “Renamed (copy)”')).toBeVisible();
  await drawer.button('Delete').click();
  await expect(drawer.button('Edit “Renamed”')).toBeHidden();
  await expect(drawer.said).toHaveText('“Renamed” deleted.');
  await expect(drawer.button('Undo')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(drawer.button('Edit “Renamed”')).toBeVisible();
  await page.reload();
  await explorer.ready();
  await explorer.openLectures();
  await expect(drawer.button('Edit “Renamed”')).toBeVisible();
  await expect(drawer.button('Edit “Renamed (copy)”')).toBeVisible();
});

test('the menu comes when all its lectures have: no entry moves under a press', async ({
  explorer,
  page,
}) => {
  await explorer.open(OPENING);
  const ends: { answer?: () => void } = {};
  const held = new Promise<void>((resolve) => {
    ends.answer = resolve;
  });
  // A late title would move what is below.
  const asked = page.waitForRequest(/\/price\.en-[^/]*\.js$/);
  await page.route(/\/price\.en-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Lectures', exact: true }).click();
  await asked;
  const own = page.getByRole('button', { name: 'Your lectures, or build one…', exact: true });
  await expect(own).toHaveCount(0);
  ends.answer!();
  await expect(own).toBeVisible();
  await expect(page.locator('.menu-list .lecture-name')).toHaveCount(SHIPPED_IDS.length);
});

/** Expects an empty store of lectures and nothing elsewhere. */
async function expectNothingStored(page: Page): Promise<void> {
  // The drawer is visible before its store exists; opening that early would create an empty one.
  const stores = () =>
    page.evaluate(async () => {
      const all = await indexedDB.databases();
      return all.filter(({ name, version }) => name === 'twin-descent' && version === 2).length;
    });
  await expect.poll(stores).toBe(1);
  const rows = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('twin-descent');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const count = request.result.transaction('lectures').objectStore('lectures').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
  expect(rows).toBe(0);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
}

test('a lecture that ships is opened, and duplicated to be edited; nothing is stored before that', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${OPENING}&profile=projector`);
  const drawer = await Drawer.open(explorer);
  await expectNothingStored(page);
  const links = drawer.element.getByRole('link');
  await expect(links).toHaveCount(SHIPPED_IDS.length);
  await expect(links.first()).toHaveAttribute('href', '#v=1&lecture=hills');
  const duplicate = drawer.element.getByRole('button', { name: /^Duplicate “.*” to edit$/ });
  await duplicate.first().click();
  await expect(drawer.field('Name of the lecture')).toHaveValue(/ \(copy\)$/);
  expect((await drawer.titles()).length).toBeGreaterThan(1);
  await drawer.saved();
  await drawer.button('All lectures').click();
  await links.nth(2).click();
  await expect(drawer.element).toBeHidden();
  await expect.poll(() => explorer.fragment()).toContain('lecture=always');
  expect(explorer.fragment()).toContain('profile=projector');
});

// In Node: app/storage/lectures/pack-lecture.test.ts.
test('a lecture too long for a link says so, can be presented here, and remains as a file', {
  tag: '@all',
}, async ({ explorer, page }) => {
  const notes = (scene: number) =>
    Array.from({ length: 600 }, (_, j) =>
      Math.sqrt(600 * scene + j + 2)
        .toFixed(4)
        .slice(-5),
    ).join(' ');
  await explorer.open(OPENING);
  const drawer = await Drawer.open(explorer);
  const scenes = Array.from({ length: 60 }, (_, i) => ({ ...SCENE, title: `S${i + 1}`, notes: notes(i) }));
  await drawer.import(lectureOf(...scenes));
  await drawer.button('Edit “Given”').click();
  await drawer.button('Copy link').click();
  await expect(drawer.said).toHaveText(
    /^The packed lecture is [\d,]+ characters; a link holds 60,000\. Export it as a file instead\.$/,
  );
  await drawer.button('Open').click();
  await expect(explorer.question).toHaveText('S1');
  await page.keyboard.press('PageDown');
  await expect(explorer.question).toHaveText('S2');
  await page.reload();
  await explorer.ready();
  await expect(explorer.question).toHaveText('S2');
});

async function drop(place: Locator, name: string, text: string): Promise<void> {
  await place.evaluate(
    (element, [called, contents]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([contents!], called!));
      for (const type of ['dragover', 'drop'])
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
}

test('a dropped lecture is imported wherever it falls, and a dropped table is own data', async ({
  explorer,
  page,
}) => {
  await explorer.open(OPENING);
  const dialog = page.getByRole('dialog');
  const lecture = JSON.stringify(lectureOf(SCENE));
  await drop(page.locator('.plates'), 'x.json', lecture);
  const drawer = new Drawer(explorer, page.getByRole('complementary', { name: 'Lectures' }));
  await expect(drawer.said).toHaveText('“Given” imported.');
  await expect(dialog).toBeHidden();
  // On the drawer and next to it; recognised by content.
  await drop(drawer.element.locator('.lecture-body'), 'x.json', lecture.replace('Given', 'Second'));
  await expect(drawer.button('Edit “Second”')).toBeVisible();
  await drop(page.locator('.plates'), 'lecture', ` ${lecture.replace('Given', 'Third')}`);
  await expect(drawer.button('Edit “Third”')).toBeVisible();
  await drop(page.locator('.plates'), 'other.json', '[1]');
  await expect(drawer.said).toContainText('Expected a lecture');
  await expect(dialog).toBeHidden();
  await drop(drawer.element.locator('.lecture-body'), 'x.csv', 'x,y\n1,2\n2,3\n3,5\n');
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('3 rows loaded.');
});

// In Node: app/features/lecture/edit/lecture-editor.test.ts, app/storage/tab-lock.test.ts.
test('a lecture that is open in one tab is read-only in another until it is let go, and nothing is lost', {
  tag: '@all',
}, async ({ explorer, context }) => {
  await explorer.open(OPENING);
  const here = await Drawer.open(explorer);
  await here.import(lectureOf(SCENE));
  await here.button('Edit “Given”').click();
  const name = 'Name of the lecture';
  await here.field(name).fill('Here');
  await here.saved();
  const other = new ExplorerPage(await context.newPage());
  await other.open(OPENING);
  const there = await Drawer.open(other);
  await there.button('Edit “Here”').click();
  await expect(there.element).toContainText('This lecture is open in another tab, so it is read-only here.');
  await expect(there.field(name)).not.toBeEditable();
  await expect(there.button('Add current view as a scene')).toBeDisabled();

  // Text typed just before the first tab leaves reaches the second.
  await here.field(name).fill('Here, on');
  await here.button('All lectures').click();
  await expect(there.said).toHaveText('You can edit “Here, on” here now.');
  await expect(there.field(name)).toHaveValue('Here, on');
  await there.field(name).fill('There');
  await there.saved();
  await here.button(/^Edit “/).click();
  await expect(here.field(name)).not.toBeEditable();
  await other.page.close();
  await expect(here.field(name)).toBeEditable();
  await expect(here.field(name)).toHaveValue('There');
  expect([...explorer.complaints, ...other.complaints]).toEqual([]);
});

// In Node: app/storage/lectures/lecture-store.test.ts.
test('lectures stored before revisions were counted are kept', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  // The same host without the page's store.
  await page.goto('/licences.txt');
  await page.evaluate(
    (document) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('twin-descent', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('lectures', { keyPath: 'id' });
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const { result } = request;
          const transaction = result.transaction('lectures', 'readwrite');
          transaction.objectStore('lectures').put({ id: 'old', changed: 5, document });
          transaction.oncomplete = () => {
            result.close();
            resolve();
          };
        };
      }),
    JSON.stringify(lectureOf(SCENE)),
  );
  await explorer.open(OPENING);
  const drawer = await Drawer.open(explorer);
  await drawer.button('Edit “Given”').click();
  await drawer.field('Name of the lecture').fill('Given, and changed');
  await drawer.saved();
  await drawer.button('All lectures').click();
  await expect(drawer.button('Edit “Given, and changed”')).toBeVisible();
});

// In Node: app/session/controls.test.ts.
test('what a scene hides or locks ends with it, and what the page’s link hides stays', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open(`${OPENING}&hide=dice`);
  const drawer = await Drawer.open(explorer);
  await drawer.import(
    lectureOf(
      { ...SCENE, title: 'Limited', scenario: `${OPENING}&hide=share&lock=play` },
      { ...SCENE, title: 'Free', scenario: OPENING },
    ),
  );
  await drawer.button('Open “Given”').click();
  const dice = page.getByRole('button', { name: 'New seed' });
  const share = explorer.button('Share');
  await expect(explorer.question).toHaveText('Limited');
  await expect(explorer.play).toBeDisabled();
  await expect(share).toBeHidden();
  await expect(dice).toBeHidden();
  await page.keyboard.press('Alt+k');
  await expect(explorer.step).toHaveText('0');
  // The address has the page's limits; a reopened scene adds its own.
  await expect.poll(() => explorer.fragment()).toContain('hide=dice');
  expect(explorer.fragment()).not.toContain('share');
  await page.reload();
  // Play is also disabled before loading: wait for the scene.
  await expect(explorer.question).toHaveText('Limited');
  await expect(explorer.step).toHaveText('0');
  await expect(explorer.play).toBeDisabled();
  await expect(share).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect(explorer.question).toHaveText('Free');
  await expect(explorer.play).toBeEnabled();
  await expect(share).toBeVisible();
  await expect(dice).toBeHidden();
  await page.keyboard.press('PageUp');
  await expect(share).toBeHidden();
  await page.getByRole('button', { name: 'Leave the lecture' }).click();
  await expect(share).toBeVisible();
  await expect(dice).toBeHidden();
});

// One lecture in `npm test`: faults.spec.ts.
test('where the browser refuses to store, the page says so and goes on', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await explorer.open(OPENING);
  const drawer = await Drawer.open(explorer);
  await expect(drawer.element).toContainText('The browser doesn’t let this page store lectures.');
  await drawer.build('Alpha', 'Beta');
  await expect(drawer.element.getByText('Not saved', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await explorer.openLectures();
  await expect.poll(() => drawer.titles()).toEqual(['Alpha', 'Beta']);
  await drawer.button('All lectures').click();
  await expect(drawer.button('Edit “Untitled lecture”')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    drawer
      .button('More for “Untitled lecture”')
      .click()
      .then(() => drawer.button('Export file').click()),
  ]);
  expect(JSON.parse(await readFile(await download.path(), 'utf8')).scenes).toHaveLength(2);
});

test('on a phone a scene is dragged by a finger, and every target is large enough', { tag: '@all' }, async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL: baseURL!,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const explorer = new ExplorerPage(await context.newPage());
  await explorer.open(OPENING);
  const drawer = await Drawer.open(explorer);
  await drawer.import(lectureOf(...['A', 'B', 'C'].map((title) => ({ ...SCENE, title }))));
  await drawer.editLecture('Given');
  await explorer.idle();
  const start = (await explorer.page.getByTestId('grip-1').boundingBox())!;
  const end = (await explorer.page.getByTestId('grip-3').boundingBox())!;
  const client = await context.newCDPSession(explorer.page);
  const x = start.x + start.width / 2;
  const at = (y: number) => [{ x, y }];
  const y0 = start.y + start.height / 2;
  const y1 = end.y + end.height / 2 + 4;
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(y0) });
  for (let k = 1; k <= 5; k += 1)
    await client.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: at(y0 + ((y1 - y0) * k) / 5),
    });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(() => drawer.titles()).toEqual(['B', 'C', 'A']);
  await drawer.unfold(1);
  const small = await drawer.element
    .locator('button:visible, summary:visible, input:visible')
    .evaluateAll((all) =>
      all
        .map((element) => {
          const target = element.closest('label') ?? element;
          const { width, height } = target.getBoundingClientRect();
          return { name: element.getAttribute('aria-label') ?? element.textContent, width, height };
        })
        .filter(({ width, height }) => width < 40 || height < 44),
    );
  expect(small).toEqual([]);

  // The drawer covers the page: opening a scene closes it; it reopens unchanged.
  await drawer.button('Open scene 3, A').click();
  await expect(drawer.element).toBeHidden();
  await expect(explorer.question).toHaveText('A');
  await explorer.openLectures();
  await expect.poll(() => drawer.titles()).toEqual(['B', 'C', 'A']);
  expect(explorer.complaints).toEqual([]);
  await context.close();
});
