import { createHash } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { endFades, violations } from './checks.ts';
import { idle } from './idle.ts';

/** Milliseconds in which a page that is opened is looked at in every frame, before it is waited for as anything else is. */
const READY = 10_000;

/** Presses a control of the header, or of its menu, which is opened for it: a phone has it under another name, and every language. */
export async function openFromMenu(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  if (!(await button.isVisible())) await page.locator('#more-button').click();
  await button.click();
  if (name === 'Lectures')
    await page.getByRole('button', { name: 'Your lectures, or build one…', exact: true }).click();
}

/** The explorer in the app's words; specs speak to this and not to selectors. */
export class ExplorerPage {
  readonly page: Page;
  /** What the console and the network should not have said. */
  readonly complaints: string[] = [];
  isClockStopped = false;

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.text() === 'Service Worker registration blocked by Playwright') return;
      // Graphics that run without a card complain of themselves, where the view in space gets so far before the test has gone on.
      if (message.text().includes('GPU stall due to ReadPixels')) return;
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== 'localhost' && hostname !== '127.0.0.1')
        this.complaints.push(`request to ${request.url()}`);
    });
  }

  /** Opens a link (its fragment) and waits until its step is shown. */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(`/${fragment}`);
    const k = /(?:^|[#&])k=(\d+)/.exec(fragment)?.[1] ?? '0';
    await this.ready(k);
    await expect(this.step).toHaveText(k);
  }

  /** Goes to a link within the page that is open, and waits until all of it is there. */
  async show(fragment: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await this.idle();
  }

  /** Waits until a run can be played; its step is looked for too, where one is given. */
  async ready(k?: string): Promise<void> {
    // In every frame: an expectation looks after 100, 350, 850 ms, and a page takes half a second. What does not come it names.
    const comes = (k: string | undefined) =>
      document.querySelector<HTMLButtonElement>('.icon-button.play')?.disabled === false &&
      !document.getElementById('shell') &&
      // The whole of the view has taken the place of its first part.
      !document.querySelector('[data-coming]') &&
      (k === undefined || document.querySelector('[data-testid="step"]')?.textContent === k);
    await this.page.waitForFunction(comes, k, { timeout: READY }).catch(() => undefined);
    // Whatever its name: the page's language may have come already.
    await expect(this.page.locator('.icon-button.play')).toBeEnabled();
  }

  /** Waits until the page has nothing under way: what has not happened then does not come later. */
  async idle(): Promise<void> {
    await idle(this.page);
  }

  /** From now on the page's time passes only as a test lets it: an installed clock goes on by itself, by what a slow machine takes. */
  async stopClock(): Promise<void> {
    const now = await this.page.evaluate(() => Date.now());
    // Ahead of whatever passes until it stops.
    await this.page.clock.pauseAt(now + 60_000);
    this.isClockStopped = true;
  }

  get play(): Locator {
    return this.page.getByRole('button', { name: 'Play', exact: true });
  }

  get pause(): Locator {
    return this.page.getByRole('button', { name: 'Pause', exact: true });
  }

  get step(): Locator {
    return this.page.getByTestId('step');
  }

  get scrub(): Locator {
    return this.page.getByRole('slider', { name: /^(Step|Round) shown$/ });
  }

  get question(): Locator {
    return this.page.getByRole('heading', { level: 2 }).first();
  }

  get notices(): Locator {
    return this.page.getByRole('status', { name: 'Adjusted input' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  panel(side: 'left' | 'right'): Locator {
    return this.page.getByTestId(side);
  }

  landscape(side: 'left' | 'right'): Locator {
    return this.panel(side).locator('.surface');
  }

  start(side: 'left' | 'right'): Locator {
    return this.page.getByTestId(`start-${side}`);
  }

  loss(side: 'left' | 'right'): Locator {
    return this.page.getByTestId(`loss-${side}`);
  }

  verdict(side: 'left' | 'right'): Locator {
    return this.page.getByTestId(`verdict-${side}`);
  }

  probe(side: 'left' | 'right'): Locator {
    return this.page.getByTestId(`probe-${side}`);
  }

  /** The line below a verdict. */
  criterion(side: 'left' | 'right'): Locator {
    return this.panel(side).locator('.criterion');
  }

  openFromMenu(name: string): Promise<void> {
    return openFromMenu(this.page, name);
  }

  /** The choice of the problem, in the drawer of the scenario. */
  get problem(): Locator {
    return this.page.getByRole('combobox', { name: 'Problem' });
  }

  /** Opens another problem, by its name or value, from the drawer of the scenario, and closes that. */
  async openProblem(problem: string): Promise<void> {
    await this.openDrawer();
    await this.problem.selectOption(problem);
    await this.page.keyboard.press('Escape');
    await expect(this.problem).toBeHidden();
  }

  /** How near a side is to the best possible, in words. */
  within(side: 'left' | 'right'): Locator {
    return this.page.getByTestId(`within-${side}`);
  }

  get neuron(): Locator {
    return this.page.getByRole('spinbutton', { name: 'Neuron shown' });
  }

  get successes(): Locator {
    return this.page.getByTestId('successes');
  }

  /** A picture by how its words begin. */
  drawing(words: string): Locator {
    return this.page.getByRole('img', { name: new RegExp(`^${words}`) });
  }

  /**
   * A digest of every pixel of a picture. Never the picture itself: where two of those are expected to be the same and are not,
   * telling how they differ takes seconds, and a poll ends with its first reading.
   */
  async pixels(drawing: Locator): Promise<string> {
    const picture = await drawing.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    return createHash('sha256').update(picture).digest('hex').slice(0, 16);
  }

  /** The digest of a picture that fills its room, has its letters, and has not changed over two frames and 200 ms. */
  async atRest(drawing: Locator): Promise<string> {
    let latest = '';
    const rests = async () => {
      const fills = await drawing.evaluate(async (canvas: HTMLCanvasElement) => {
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        const { width, height } = canvas.getBoundingClientRect();
        const [columns, rows] = [width * devicePixelRatio, height * devicePixelRatio];
        const isOfSize = Math.abs(canvas.width - columns) < 1 && Math.abs(canvas.height - rows) < 1;
        return isOfSize && document.fonts.status === 'loaded';
      });
      const before = latest;
      latest = await this.pixels(drawing);
      return fills && latest === before;
    };
    await expect.poll(rests, { intervals: [200] }).toBe(true);
    return latest;
  }

  /** The colours of a picture at 200 x 200 places, of which a path or a dot touches but a few. */
  async colours(drawing: Locator): Promise<number[]> {
    return drawing.evaluate((canvas: HTMLCanvasElement) => {
      const side = 200;
      // Read from a copy: a canvas of the page that is read often complains.
      const copy = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })!;
      copy.imageSmoothingEnabled = false;
      if (canvas.width > 0 && canvas.height > 0) copy.drawImage(canvas, 0, 0, side, side);
      return Array.from(new Uint32Array(copy.getImageData(0, 0, side, side).data.buffer));
    });
  }

  /** How many colours a picture has: one before it is drawn. */
  async countColours(drawing: Locator): Promise<number> {
    return new Set(await this.colours(drawing)).size;
  }

  /** What axe finds, in words. Only for the sake of frames it needs a page beside this one, which takes longer than all the rest. */
  async violations(): Promise<string[]> {
    if (this.page.frames().length === 1) return violations(this.page);
    await endFades(this.page);
    const { violations: found } = await new AxeBuilder({ page: this.page }).analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }

  async openDrawer(): Promise<Locator> {
    await this.openFromMenu('Scenario');
    return this.page.getByRole('complementary', { name: 'Scenario' });
  }

  async openLayers(): Promise<Locator> {
    await this.openFromMenu('Layers');
    const layers = this.page.getByRole('complementary', { name: 'Layers' });
    await expect(layers).toBeVisible();
    return layers;
  }

  async openLectures(): Promise<Locator> {
    await this.openFromMenu('Lectures');
    const lectures = this.page.getByRole('complementary', { name: 'Lectures' });
    await expect(lectures).toBeVisible();
    return lectures;
  }

  async setSpeed(stepsPerSecond: number): Promise<void> {
    await this.page.getByLabel('Speed').first().selectOption(String(stepsPerSecond));
  }

  /** Shows step k by the scrub line. */
  async seek(k: number): Promise<void> {
    await this.scrub.fill(String(k));
    await expect(this.step).toHaveText(String(k));
  }

  /** The numbers of the shown step, as the page holds them: every digit, once the page is idle. */
  async digits(side: 'left' | 'right'): Promise<{ k: number; iterate: number[]; loss: number }> {
    await this.idle();
    return this.digitsNow(side);
  }

  /** The same at once, of a run that plays. */
  async digitsNow(side: 'left' | 'right'): Promise<{ k: number; iterate: number[]; loss: number }> {
    return this.page.evaluate((name) => {
      const shown = (
        window as unknown as { twinDescent: { shown(side: string): unknown } }
      ).twinDescent.shown(name);
      return shown as { k: number; iterate: number[]; loss: number };
    }, side);
  }

  fragment(): string {
    return new URL(this.page.url()).hash;
  }
}
