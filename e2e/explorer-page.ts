import { createHash } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { endFades, violations } from './checks.ts';
import { idle } from './idle.ts';

/** Milliseconds of looking at an opened page in every frame, before ordinary waiting. */
const READY = 10_000;

/** Presses a header control, in the menu if needed; names depend on phone and language. */
export async function openFromMenu(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  if (!(await button.isVisible())) await page.locator('#more-button').click();
  await button.click();
  if (name === 'Lectures')
    await page.getByRole('button', { name: 'Your lectures, or build one…', exact: true }).click();
}

/** The explorer in the app's words, instead of selectors. */
export class ExplorerPage {
  readonly page: Page;
  /** Unexpected messages of console and network. */
  readonly complaints: string[] = [];
  isClockStopped = false;

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.text() === 'Service Worker registration blocked by Playwright') return;
      // Software graphics complain if the view in space is drawn early.
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

  async open(fragment = ''): Promise<void> {
    await this.page.goto(`/${fragment}`);
    const k = /(?:^|[#&])k=(\d+)/.exec(fragment)?.[1] ?? '0';
    await this.ready(k);
    await expect(this.step).toHaveText(k);
  }

  async show(fragment: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await this.idle();
  }

  /** Waits until a run can be played, and for a given step. */
  async ready(k?: string): Promise<void> {
    // In every frame: expectations look after 100, 350, 850 ms, but a page takes half a second; they name missing parts.
    const comes = (k: string | undefined) =>
      document.querySelector<HTMLButtonElement>('.icon-button.play')?.disabled === false &&
      !document.getElementById('shell') &&
      // The whole view has replaced its first part.
      !document.querySelector('[data-coming]') &&
      (k === undefined || document.querySelector('[data-testid="step"]')?.textContent === k);
    await this.page.waitForFunction(comes, k, { timeout: READY }).catch(() => undefined);
    // By class: the language may have changed its name.
    await expect(this.page.locator('.icon-button.play')).toBeEnabled();
  }

  /** Waits until nothing is pending: nothing happens later by itself. */
  async idle(): Promise<void> {
    await idle(this.page);
  }

  /** Stops the page's clock; an installed clock would advance with real time. */
  async stopClock(): Promise<void> {
    const now = await this.page.evaluate(() => Date.now());
    // Later than any time until it stops.
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

  criterion(side: 'left' | 'right'): Locator {
    return this.panel(side).locator('.criterion');
  }

  openFromMenu(name: string): Promise<void> {
    return openFromMenu(this.page, name);
  }

  get problem(): Locator {
    return this.page.getByRole('combobox', { name: 'Problem' });
  }

  async openProblem(problem: string): Promise<void> {
    await this.openDrawer();
    await this.problem.selectOption(problem);
    await this.page.keyboard.press('Escape');
    await expect(this.problem).toBeHidden();
  }

  within(side: 'left' | 'right'): Locator {
    return this.page.getByTestId(`within-${side}`);
  }

  get neuron(): Locator {
    return this.page.getByRole('spinbutton', { name: 'Neuron shown' });
  }

  get successes(): Locator {
    return this.page.getByTestId('successes');
  }

  /** Finds a picture by the beginning of its description. */
  drawing(words: string): Locator {
    return this.page.getByRole('img', { name: new RegExp(`^${words}`) });
  }

  /**
   * Returns a digest of all pixels instead of the picture: describing two different pictures takes seconds, and a poll would end with its
   * first reading.
   */
  async pixels(drawing: Locator): Promise<string> {
    const picture = await drawing.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    return createHash('sha256').update(picture).digest('hex').slice(0, 16);
  }

  /** Returns the digest of a complete picture unchanged over two frames and 200 ms. */
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

  /** Returns the colours at 200 x 200 points; paths and dots touch few. */
  async colours(drawing: Locator): Promise<number[]> {
    return drawing.evaluate((canvas: HTMLCanvasElement) => {
      const side = 200;
      // Read a copy: canvases complain about frequent reading.
      const copy = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })!;
      copy.imageSmoothingEnabled = false;
      if (canvas.width > 0 && canvas.height > 0) copy.drawImage(canvas, 0, 0, side, side);
      return Array.from(new Uint32Array(copy.getImageData(0, 0, side, side).data.buffer));
    });
  }

  /** Counts the colours: one before drawing. */
  async countColours(drawing: Locator): Promise<number> {
    return new Set(await this.colours(drawing)).size;
  }

  /** Returns axe's findings. Frames need a second page, which takes most of the time. */
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

  async seek(k: number): Promise<void> {
    await this.scrub.fill(String(k));
    await expect(this.step).toHaveText(String(k));
  }

  /** Returns all digits of the shown step, once idle. */
  async digits(side: 'left' | 'right'): Promise<{ k: number; iterate: number[]; loss: number }> {
    await this.idle();
    return this.digitsNow(side);
  }

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
