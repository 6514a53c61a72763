import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { runsAll } from '../scripts/tier.mjs';
import { violations } from './checks.ts';
import { ExplorerPage, openFromMenu } from './explorer-page.ts';
import { idle } from './idle.ts';
import { builtFiles, firstFiles, keptFiles } from './kept-files.ts';
import { makeNext, scriptsOf } from './next-build.ts';
import { type StaticHost, startStaticHost } from './static-host.ts';
import { expect, test } from './test.ts';

const SCENE = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=12';

test.use({ reuseContext: false, serviceWorkers: 'allow' });

let host: StaticHost;
test.beforeEach(async () => {
  host = await startStaticHost();
});
test.afterEach(() => host.close());

/** Opens the page and waits until these files, by default all, are stored and its worker is in control. */
async function visit(page: Page, link = SCENE, { base } = host, files = builtFiles()): Promise<ExplorerPage> {
  const explorer = new ExplorerPage(page);
  await page.goto(`${base}${link}`);
  await explorer.ready();
  // In words, for failures.
  const worker = () =>
    page.evaluate(async () => {
      const { controller } = navigator.serviceWorker;
      if (controller) return `in control, ${controller.state}`;
      const [registration] = await navigator.serviceWorker.getRegistrations();
      const one = registration && (registration.installing ?? registration.waiting ?? registration.active);
      return one ? `beside the page, ${one.state}` : 'none';
    });
  await expect.poll(worker).toBe('in control, activated');
  await expect.poll(async () => (await keptFiles(page, base)).length).toBe(files.length);
  return explorer;
}

async function follow(page: Page, link: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
}

/** Returns the list of failed requests from now on. */
function failures(page: Page): string[] {
  const failed: string[] = [];
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // Workers of blobs end with the page, and so do pending requests.
    if (!request.url().startsWith('blob:') && why !== 'net::ERR_ABORTED')
      failed.push(`${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.url()} ${response.status()}`);
  });
  return failed;
}

interface Kept {
  readonly context: BrowserContext;
  readonly base: string;
  /** Files stored before the browser was idle. */
  readonly first: string[];
}

/** A browser that visited once and is offline; a worker's tests share it, each with its own page. */
const away = test.extend<object, { kept: Kept }>({
  kept: [
    async ({ browser }, use) => {
      const gone = await startStaticHost();
      const context = await browser.newContext({ serviceWorkers: 'allow' });
      const page = await context.newPage();
      // The browser is busy until it has stored the first files.
      await page.addInitScript(() => {
        const waiting: (() => void)[] = [];
        Object.assign(window, {
          requestIdleCallback: (act: () => void) => waiting.push(act),
          rest() {
            window.requestIdleCallback = (act) => setTimeout(act);
            for (const act of waiting) act();
          },
        });
      });
      const { complaints } = await visit(page, SCENE, gone, firstFiles());
      const first = await keptFiles(page, gone.base);
      await page.evaluate('rest()');
      await expect.poll(() => keptFiles(page, gone.base)).toEqual(builtFiles());
      expect(complaints).toEqual([]);
      await page.close();
      await gone.close();
      await context.setOffline(true);
      await use({ context, base: gone.base, first });
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: ({ kept }, use) => use(kept.context),
  async page({ context }, use) {
    const page = await context.newPage();
    await use(page);
    await page.close();
  },
});

away.describe('after one visit, with the host gone', () => {
  // In one worker: each would visit once.
  away.describe.configure({ mode: 'default' });
  const test = away;
  let explorer: ExplorerPage;
  let failed: string[];
  test.beforeEach(async ({ page, kept }) => {
    explorer = new ExplorerPage(page);
    failed = failures(page);
    await page.goto(`${kept.base}${SCENE}`);
    await explorer.ready();
    await expect(explorer.step).toHaveText('12');
  });
  test.afterEach(() => {
    expect(failed).toEqual([]);
    expect(explorer.complaints).toEqual([]);
  });

  test('a run plays, the other problems, the lectures and an ensemble open; the light files were kept before the rest', async ({
    page,
    context,
    kept,
  }) => {
    expect(kept.first).toEqual(firstFiles());
    await test.step('a run plays, and the explanation has its formulae', async () => {
      await explorer.button('Step forward').click();
      await expect(explorer.step).toHaveText('13');
      await page.locator('#explain-button').click();
      await expect(page.locator('.katex').first()).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.fonts.check('16px KaTeX_Math'))).toBe(true);
      await page.keyboard.press('Escape');
      await expect(page.locator('.drawer')).toHaveCount(0);
    });
    if (runsAll)
      await test.step('the view in space opens', async () => {
        await follow(page, `${SCENE}&solid=1`);
        await expect(page.getByRole('application', { name: /landscape in 3-D/ })).toHaveCount(2);
        const drawn = explorer.panel('left').locator('canvas').first();
        await expect.poll(() => explorer.countColours(drawn)).toBeGreaterThan(20);
      });
    await test.step('the lectures open', async () => {
      const words = page.locator('.scene-words');
      for (const id of runsAll ? ['stuck', 'always', 'optimal'] : ['stuck']) {
        await follow(page, SCENE);
        await expect(words).toHaveCount(0);
        await follow(page, `#v=1&lecture=${id}`);
        await expect(words).toBeVisible();
        await expect(words.locator('.sentence')).not.toHaveText('');
      }
    });
    await test.step('the other problems, Chinese and the help open', async () => {
      await follow(page, '#v=1&problem=two-layer&k=20');
      await expect(explorer.step).toHaveText('20');
      await follow(page, '#v=1&problem=lift&k=5');
      await expect(explorer.step).toHaveText('5');
      await follow(page, `${SCENE}&lang=zh`);
      await expect(page.getByRole('button', { name: '播放' })).toBeEnabled();
      await follow(page, SCENE);
      await expect(explorer.play).toBeEnabled();
      await page.keyboard.press('?');
      const help = page.getByRole('dialog', { name: 'Help' });
      await expect(help).toBeVisible();
      const licences = await help.getByRole('link', { name: /^Open-source licences/ }).getAttribute('href');
      const text = await context.newPage();
      await text.goto(new URL(licences!, page.url()).href);
      await expect(text.locator('body')).toContainText('katex 0.18');
      await text.close();
      await page.keyboard.press('Escape');
      await expect(help).toHaveCount(0);
    });
    await test.step('an ensemble runs', async () => {
      await follow(page, '#v=1&problem=one-neuron&n=8&seed=3&runs=50&limit=200&startlaw=unit');
      await openFromMenu(page, 'How often?');
      const drawer = page.locator('.drawer.ensemble');
      await drawer.getByTestId('ensemble-run').click();
      await expect(drawer.getByTestId('ensemble-progress')).toContainText('runs in');
    });
  });

  /** Opens the share dialog, whose code loads on demand. */
  async function openShare(page: Page) {
    await explorer.button('Share').click();
    const dialog = page.getByRole('dialog', { name: 'Share and export' });
    await expect(dialog.getByRole('tab').first()).toBeVisible();
    return dialog;
  }

  test('all pages of sharing open, a figure is saved, and an embed is seen before it is shared', {
    tag: '@all',
  }, async ({ page }) => {
    const dialog = await openShare(page);
    await test.step('all pages of sharing open', async () => {
      const tabs = await dialog.getByRole('tab').all();
      expect(tabs.length).toBeGreaterThan(5);
      for (const tab of tabs) {
        // The embed's preview: below.
        if ((await tab.textContent()) === 'Embed') continue;
        await tab.click();
        await expect(dialog.getByRole('tabpanel')).not.toHaveText('');
      }
    });
    await test.step('a figure is saved', async () => {
      await dialog.getByRole('tab', { name: 'Figure' }).click();
      const saved = page.waitForEvent('download');
      await dialog
        .getByRole('button', { name: /^(Save|Download)/ })
        .first()
        .click();
      expect((await saved).suggestedFilename()).toMatch(/\.(svg|png)$/);
    });
    await test.step('an embed is seen before it is shared', async () => {
      await dialog.getByRole('tab', { name: 'Embed' }).click();
      await expect(page.frameLocator('.embed-preview iframe').getByTestId('step')).toHaveText('12');
      // Offline the preview needs the page's origin (app/features/share/embed/EmbedPage.tsx), and the browser warns.
      const others = explorer.complaints.filter((words) => !words.includes('can escape its sandboxing'));
      explorer.complaints.splice(0, Number.POSITIVE_INFINITY, ...others);
    });
  });

  test('a film is made as webm, and as gif', { tag: '@all' }, async ({ page }) => {
    await explorer.button('Share').click();
    const dialog = page.getByRole('dialog', { name: 'Share and export' });
    await dialog.getByRole('tab', { name: 'Film' }).click();
    const choose = (field: string, option: string) =>
      dialog.getByRole('combobox', { name: field, exact: true }).selectOption(option);
    // Few, small pictures: only the required code matters.
    await choose('Size', 'custom');
    await choose('Frames per second', '10');
    await choose('Pace', 'steps');
    for (const [field, value] of [
      ['Width', '480'],
      ['Height', '270'],
      ['To step', '3'],
      ['Steps per second', '10'],
      ['Hold first frame (s)', '0'],
      ['Hold last frame (s)', '0'],
    ] as const)
      await dialog.getByRole('textbox', { name: field, exact: true }).fill(value);
    for (const format of ['webm', 'gif'])
      await test.step(format, async () => {
        await choose('Format', format);
        await dialog.getByRole('button', { name: 'Make the film' }).click();
        // Waits up to 15 s for the finest maps (app/features/share/film/make-film.ts).
        const save = dialog.getByRole('button', { name: new RegExp(`^Save .*\\.${format}$`) });
        await expect(save).toBeFocused();
        await dialog.getByRole('button', { name: 'Make another' }).click();
      });
  });

  test('embed.html, the page as an embed, the folder’s other addresses and the article open', {
    tag: '@all',
  }, async ({ page, kept }) => {
    for (const address of [
      'embed.html',
      'embed',
      `index.html${SCENE}`,
      `?from=mail${SCENE}`,
      '#v=1&embed=1',
    ]) {
      await page.goto(`${kept.base}${address}`);
      await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled();
    }
    // Service workers do not serve sandboxed frames without origin: the article loads, its embed does not.
    const article = await page.context().newPage();
    await article.goto(`${kept.base}examples/article.html`);
    await expect(article.getByRole('heading', { level: 1 })).toHaveText('One neuron that does not arrive');
    await article.close();
  });
});

// All files are stored: above.
test('every file of the build is kept, and nothing else; what the browser has thrown away is fetched again', {
  tag: '@all',
}, async ({ page }) => {
  const explorer = await visit(page);
  expect(await keptFiles(page, host.base)).toEqual(builtFiles());
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await explorer.ready();
  await page.locator('#explain-button').click();
  await expect(page.locator('.katex').first()).toBeVisible();
  expect(explorer.complaints).toEqual([]);
});

test('it can be installed: a manifest with icons of every kind, within the sub-path', async ({
  page,
  request,
}) => {
  await page.goto(host.base);
  const address = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  const manifest = await (await request.get(address)).json();
  expect(new URL(manifest.start_url, address).href).toBe(`${host.base}index.html`);
  expect(new URL(manifest.scope, address).href).toBe(host.base);
  expect(manifest.display).toBe('standalone');
  for (const { src, sizes, type } of manifest.icons) {
    const url = new URL(src, address).href;
    if (type !== 'image/png') continue;
    const size = await page.evaluate(async (from) => {
      const image = new Image();
      image.src = from;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, url);
    expect(size).toBe(sizes);
  }
  expect(manifest.icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain('maskable');
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = (await session.send('Page.getInstallabilityErrors')) as {
    installabilityErrors: { errorId: string }[];
  };
  // A test context is like a private window, where nothing is installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
});

test('nothing is kept before the first picture, or by an embed', async ({ page }) => {
  const asked: string[] = [];
  page.context().on('request', (request) => {
    // The worker's own requests do not count.
    if (request.serviceWorker() === null) asked.push(request.url());
  });
  const keeps = () => asked.filter((url) => /service-worker|start-offline|workbox/.test(url));
  const explorer = new ExplorerPage(page);
  await page.clock.install();
  // The engine comes last, as on a slow machine: nothing is stored meanwhile.
  let engineComes = () => {};
  const engine = new Promise<void>((resolve) => {
    engineComes = resolve;
  });
  await page.route(/engine\.worker-/, async (route) => {
    await engine;
    await route.continue();
  });
  await page.goto(`${host.base}${SCENE}`);
  await page.clock.fastForward(5000);
  // After all requests of the page so far.
  await page.evaluate(async () => {
    const picture = new Image();
    picture.src = './icon.svg?behind';
    await picture.decode();
  });
  expect(asked.some((url) => url.endsWith('?behind'))).toBe(true);
  expect(keeps()).toEqual([]);
  engineComes();
  await explorer.ready();
  await page.clock.fastForward(5000);
  await expect.poll(() => keeps().length).toBeGreaterThan(0);
  await page.unroute(/engine\.worker-/);

  asked.length = 0;
  for (const address of [`${SCENE}&embed=1`, ...(runsAll ? [`embed.html${SCENE}`] : [])]) {
    await page.goto('about:blank');
    await page.goto(`${host.base}${address}`);
    await explorer.ready();
    await page.clock.fastForward(5000);
    await explorer.idle();
  }
  expect(keeps()).toEqual([]);
  expect(explorer.complaints).toEqual([]);
});

test('in a sandbox without an origin the page says which address is made for it', async ({ page }) => {
  const open = await startStaticHost({ open: true });
  const explorer = new ExplorerPage(page);
  await page.goto(open.blank);
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.id = 'sandboxed';
    frame.style.cssText = 'width: 1200px; height: 700px';
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.src = src;
    document.body.append(frame);
  }, `${open.base}${SCENE}`);
  const frame = page.frameLocator('#sandboxed');
  await expect(frame.locator('body')).toContainText(
    'a sandbox without an origin, for which embed.html is made',
  );
  expect(explorer.complaints.filter((words) => /service ?worker/i.test(words))).toEqual([]);
  explorer.complaints.length = 0;
  await open.close();
});

test('opened as a file the page says that it needs a web server, and nothing of frames', async ({ page }) => {
  const explorer = new ExplorerPage(page);
  await page.goto(pathToFileURL(join(process.env.E2E_DIST ?? 'dist', 'index.html')).href);
  await expect(page.locator('#root')).toContainText(
    'could not start: it was opened as a file, and browsers load its parts only from a web server. Start one in this folder',
  );
  await expect(page.locator('#root')).not.toContainText('frame');
  explorer.complaints.length = 0;
});

/** Injected into a browser that stores nothing. */
const REFUSALS: Readonly<Record<string, () => void>> = {
  'throws at the mere look': () =>
    Object.defineProperty(navigator, 'serviceWorker', {
      get() {
        throw new DOMException('refused on purpose', 'SecurityError');
      },
    }),
  'has none': () => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }),
  refuses: () => {
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('refused on purpose', 'SecurityError'));
  },
};

test(`where the browser ${Object.keys(REFUSALS).join(', ')} the page works without keeping anything`, {
  tag: '@all',
}, async ({ context }) => {
  for (const [what, refuse] of Object.entries(REFUSALS))
    await test.step(what, async () => {
      // Nothing is registered: the next page begins alike.
      const page = await context.newPage();
      const explorer = new ExplorerPage(page);
      await page.addInitScript(refuse);
      const tried = page.waitForResponse(/start-offline-/);
      await page.goto(`${host.base}${SCENE}`);
      await explorer.ready();
      await tried;
      await explorer.button('Step forward').click();
      await expect(explorer.step).toHaveText('13');
      expect(explorer.complaints).toEqual([]);
      await page.close();
    });
});

interface Tried {
  tried?: number;
}

test('where the browser has no room the page works without keeping anything', async ({ page, context }) => {
  const explorer = new ExplorerPage(page);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(host.base);
  await page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = async function (this: ServiceWorkerContainer, ...given) {
      const registration = await register.apply(this, given);
      (window as unknown as Tried).tried = 1;
      return registration;
    };
  });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 });
  await page.goto(`${host.base}${SCENE}`);
  await explorer.ready();
  // The worker found no room and is gone.
  await expect.poll(() => page.evaluate(() => (window as unknown as Tried).tried ?? 0)).toBe(1);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  await explorer.button('Step forward').click();
  await expect(explorer.step).toHaveText('13');
  expect(explorer.complaints).toEqual([]);
});

test.describe('a newer version', () => {
  test.describe.configure({ mode: 'serial' });
  let next: string;
  test.beforeAll(() => {
    next = makeNext();
  });

  test.afterAll(() => rmSync(next, { recursive: true }));

  const notice = (page: Page) => page.getByRole('status', { name: 'New version' });

  /** Uploads the other version and makes the page check for it, as on the next visit. */
  async function upload(page: Page, folder = next): Promise<void> {
    host.upload(folder);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });
    await page.waitForFunction(
      async () => (await navigator.serviceWorker.ready).waiting?.state === 'installed',
      undefined,
    );
  }

  /** Marks the page to detect reloads, and records its worker. */
  const mark = (page: Page) =>
    page.evaluate(() => {
      Object.assign(window, { mark: 1, controller: navigator.serviceWorker.controller });
    });
  const isMarked = (page: Page) => page.evaluate(() => (window as unknown as { mark?: number }).mark === 1);
  /** Returns the page's version: its first script. */
  const entry = (page: Page) =>
    page.locator('script[type=module]').evaluate((script: HTMLScriptElement) => script.src);

  test('is refused where a file is missing; else it waits, “later” is heeded, and a yes keeps the step and what is saved', async ({
    page,
  }) => {
    // With saveData only the light files are stored, which is faster; the rest update alike.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const explorer = await visit(page, SCENE, host, firstFiles());
    const old = await entry(page);
    const dialog = page.getByRole('dialog', { name: 'Share and export' });
    await test.step('a scenario is saved', async () => {
      await explorer.button('Share').click();
      await dialog.getByRole('tab', { name: 'Saved' }).click();
      await dialog.getByRole('button', { name: 'Save this scenario' }).click();
      await expect(dialog.getByRole('listitem').first()).toBeVisible();
    });
    const names = await dialog.getByRole('listitem').allTextContents();
    await page.keyboard.press('Escape');

    await test.step('a version with a file missing on the host is not taken: the old one stays whole', async () => {
      const broken = mkdtempSync(join(tmpdir(), 'twin-descent-broken-'));
      cpSync(next, broken, { recursive: true });
      const [missing] = scriptsOf(next).filter((name) => name.startsWith('LectureDrawer-'));
      rmSync(join(broken, 'assets', missing!));
      host.upload(broken);
      const ending = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        const worker = registration.installing!;
        return new Promise<string>((resolve) => {
          const look = () => worker.state !== 'installing' && resolve(worker.state);
          worker.addEventListener('statechange', look);
          look();
        });
      });
      expect(ending).toBe('redundant');
      await expect(notice(page)).toBeEmpty();
      await page.reload();
      await explorer.ready();
      expect(await entry(page)).toBe(old);
      const lectures = await explorer.openLectures();
      expect(explorer.complaints).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(lectures).toHaveCount(0);
      rmSync(broken, { recursive: true });
    });

    await test.step('waits for a yes without taking the focus or moving anything', async () => {
      await explorer.play.focus();
      await mark(page);
      await page.evaluate(() => {
        const seen = window as unknown as { shifts: number };
        seen.shifts = 0;
        new PerformanceObserver((list) => {
          seen.shifts += list.getEntries().length;
        }).observe({ type: 'layout-shift' });
      });
      await upload(page);
      await expect(notice(page)).toContainText('A new version is ready.');
      await expect(explorer.play).toBeFocused();
      expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
      expect(await violations(page, null, '.update-place')).toEqual([]);
      expect(await isMarked(page)).toBe(true);
    });

    await test.step('“later” is heeded: the old one goes on, and is asked about again at the next visit only', async () => {
      // Focus returns to Play in any case.
      await explorer.play.blur();
      await notice(page).getByRole('button', { name: 'Later' }).click();
      await expect(notice(page)).toBeEmpty();
      await expect(explorer.play).toBeFocused();
      expect(await isMarked(page)).toBe(true);
      await page.reload();
      await explorer.ready();
      expect(await entry(page)).toBe(old);
      await expect(notice(page)).toContainText('A new version is ready.');
    });

    await test.step('a yes takes it, and the step is kept', async () => {
      await mark(page);
      await explorer.seek(31);
      const digits = await explorer.digits('right');
      await notice(page).getByRole('button', { name: 'Use it now' }).click();
      await expect.poll(() => isMarked(page).catch(() => true)).toBe(false);
      await explorer.ready();
      expect(await entry(page)).not.toBe(old);
      await expect(explorer.step).toHaveText('31');
      expect(await explorer.digits('right')).toEqual(digits);
      // The page has a worker and has checked again: nothing is newer.
      await expect(notice(page)).toBeAttached();
      expect(
        await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.ready;
          await registration.update();
          return registration.installing ?? registration.waiting;
        }),
      ).toBeNull();
      await idle(page);
      await expect(notice(page)).not.toContainText('version');
    });

    await test.step('saved scenarios survive it', async () => {
      await explorer.button('Share').click();
      await dialog.getByRole('tab', { name: 'Saved' }).click();
      await expect(dialog.getByRole('listitem')).toHaveCount(names.length);
    });
    expect(explorer.complaints).toEqual([]);
  });

  /** Opens a table too long for links and shows a step. */
  async function openLongTable(explorer: ExplorerPage): Promise<void> {
    const rows = Array.from({ length: 3000 }, (_, i) => {
      const [x, y] = [Math.sin(1.7 * i), Math.cos(2.3 * i)];
      return `${x},${y},${Math.max(0, x - 0.4 * y + 0.1)}`;
    });
    await explorer.openFromMenu('Your data');
    await explorer.page.locator('input[type=file]').setInputFiles({
      name: 'long.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`x,y,label\n${rows.join('\n')}`),
    });
    await explorer.page.getByRole('button', { name: 'Use this data' }).click();
    await explorer.ready();
    await explorer.seek(9);
    await expect.poll(() => explorer.fragment()).toMatch(/features=csv.*k=9/);
    expect(explorer.fragment()).not.toContain('data=');
  }

  test('takes over own data that is too long for the address; says that it is lost where the browser keeps nothing', {
    tag: '@all',
  }, async ({ page }) => {
    const explorer = await visit(page);
    let old = await entry(page);
    await openLongTable(explorer);
    await test.step('the same digits, once', async () => {
      /** All digits; the distance to the minimum depends on its search. */
      const both = async () => {
        const all = [await explorer.digits('left'), await explorer.digits('right')];
        return all.map(({ k, iterate, loss }) => ({ k, iterate, loss }));
      };
      const digits = await both();
      await upload(page);
      await expect(notice(page)).toContainText('A new version is ready.');
      await expect(notice(page)).not.toContainText('Your data');
      await mark(page);
      await notice(page).getByRole('button', { name: 'Use it now' }).click();
      await expect.poll(() => isMarked(page).catch(() => true)).toBe(false);
      await explorer.ready();
      expect(await entry(page)).not.toBe(old);
      await expect(explorer.step).toHaveText('9');
      expect(await both()).toEqual(digits);
      await expect(explorer.notices).toBeHidden();
      /** Returns the browser's remaining tables. */
      const left = () =>
        page.evaluate(async () => {
          const opening = indexedDB.open('twin-descent-own');
          await new Promise((resolve) => {
            opening.onsuccess = resolve;
          });
          const asked = opening.result.transaction('tables').objectStore('tables').count();
          await new Promise((resolve) => {
            asked.onsuccess = resolve;
          });
          opening.result.close();
          return [asked.result, sessionStorage.getItem('twin-descent-own-table')];
        });
      await expect.poll(left).toEqual([0, null]);
      expect(explorer.complaints).toEqual([]);
    });

    // The table is still too long; the previous version is also another one.
    await test.step('where the browser keeps nothing it waits for another yes', async () => {
      old = await entry(page);
      await upload(page, process.env.E2E_DIST ?? 'dist');
      await page.evaluate(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('refused', 'SecurityError');
        };
      });
      const use = notice(page).getByRole('button', { name: 'Use it now' });
      await use.click();
      await expect(notice(page)).toContainText('Your data is too long for the link');
      expect(await entry(page)).toBe(old);
      await mark(page);
      await use.click();
      await expect.poll(() => isMarked(page).catch(() => true)).toBe(false);
      await explorer.ready();
      expect(await entry(page)).not.toBe(old);
    });
  });

  test('in the middle of a lecture nothing is shown; another tab’s yes reloads only that tab, and the lecture still gets its parts', {
    tag: '@all',
  }, async ({ page, context }) => {
    const explorer = await visit(page, '#v=1&lecture=stuck');
    const failed = failures(page);
    await expect(page.locator('.scene-words')).toBeVisible();
    await mark(page);
    const old = await entry(page);
    await upload(page);
    await idle(page);
    await expect(notice(page)).toBeEmpty();

    const second = await context.newPage();
    await second.goto(`${host.base}${SCENE}`);
    const other = new ExplorerPage(second);
    await other.ready();
    expect(await entry(second)).toBe(old);
    await notice(second).getByRole('button', { name: 'Use it now' }).click();
    await expect.poll(() => entry(second).catch(() => old)).not.toBe(old);
    await other.ready();

    // Files not yet loaded by this tab exist neither on the host nor in the new version.
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)!),
    );
    const gone = scriptsOf(process.env.E2E_DIST ?? 'dist').filter(
      (name) => !scriptsOf(next).includes(name) && !loaded.includes(name),
    );
    expect(gone.filter((name) => /^(ExplainDrawer|ShareDialog|EnsembleDrawer)-/.test(name))).toHaveLength(3);
    await page.keyboard.press('PageDown');
    await expect(page.locator('.scene-words .sentence')).not.toHaveText('');
    await page.locator('#explain-button').click();
    await expect(page.locator('.katex').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await explorer.button('Share').click();
    await expect(
      page.getByRole('dialog', { name: 'Share and export' }).getByRole('tab').first(),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    expect(await isMarked(page)).toBe(true);
    // The other tab's worker is in control here: the notice waits.
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            navigator.serviceWorker.controller !==
            (window as unknown as { controller: ServiceWorker | null }).controller,
        ),
      )
      .toBe(true);
    await idle(page);
    await expect(notice(page)).toBeEmpty();
    expect(failed).toEqual([]);
    expect(explorer.complaints).toEqual([]);

    // After the lecture, the notice appears, and a yes loads the new version.
    await follow(page, SCENE);
    await expect(notice(page)).toContainText('A new version is now in use.');
    await notice(page).getByRole('button', { name: 'Use it now' }).click();
    await expect.poll(() => entry(page).catch(() => old)).not.toBe(old);
    await explorer.ready();
    await expect(explorer.step).toHaveText('12');
  });
});
