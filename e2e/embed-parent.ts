import { readFileSync } from 'node:fs';
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { idle } from './idle.ts';

export interface SideReport {
  readonly status: string;
  readonly endedAt: number | null;
  readonly place: string | null;
  readonly loss: number;
  readonly distance: number;
  readonly iterate: number[] | null;
}

/** Message of an embed (docs/embed.md). */
export interface Told {
  readonly source: string;
  readonly version: number;
  readonly type: 'ready' | 'height' | 'state' | 'error' | 'key';
  readonly at: number;
  readonly origin: string;
  readonly height?: number;
  readonly code?: string;
  readonly words?: string;
  readonly key?: string;
  readonly link: string;
  readonly step: number;
  readonly playing: boolean;
  readonly phase: string;
  readonly left: SideReport;
  readonly right: SideReport;
  readonly notices: readonly { key: string; code: string; words: string }[];
}

interface Hearing {
  heard: Told[];
  fences: number;
}

/** A page with an embed, whose messages it records. */
export class EmbedParent {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Puts a frame with this address into the page; an empty sandbox means none. */
  async hold(
    src: string,
    { sandbox = 'allow-scripts', width = 640, height = 360, above = 0 } = {},
  ): Promise<void> {
    await this.page.evaluate(
      ({ src, sandbox, width, height, above }) => {
        const hearing = window as unknown as Hearing;
        hearing.heard = [];
        hearing.fences = 0;
        addEventListener('message', ({ data, origin }) => {
          if (data === 'fence') hearing.fences++;
          if (data?.source === 'twin-descent') hearing.heard.push({ ...data, origin, at: performance.now() });
        });
        document.body.style.margin = '0';
        const space = document.createElement('div');
        space.style.height = `${above}px`;
        const frame = document.createElement('iframe');
        frame.id = 'embed';
        frame.title = 'Embed';
        frame.style.cssText = `display: block; width: ${width}px; height: ${height}px; border: 0`;
        if (sandbox !== '') frame.setAttribute('sandbox', sandbox);
        frame.src = src;
        document.body.append(space, frame);
      },
      { src, sandbox, width, height, above },
    );
  }

  get frame(): FrameLocator {
    return this.page.frameLocator('#embed');
  }

  async heard(type?: Told['type']): Promise<Told[]> {
    const all = await this.page.evaluate(() => (window as unknown as Hearing).heard);
    return type ? all.filter((told) => told.type === type) : all;
  }

  async state(): Promise<Told | undefined> {
    return (await this.heard('state')).at(-1);
  }

  /** Waits until the embed is idle and its messages have arrived. */
  async idle(): Promise<void> {
    await idle(this.frame);
    const fences = () => this.page.evaluate(() => (window as unknown as Hearing).fences);
    const before = await fences();
    await this.frame.locator('html').evaluate(() => parent.postMessage('fence', '*'));
    await expect.poll(fences).toBe(before + 1);
  }

  /** Counts messages to the embed; the returned function waits for a number of them. */
  async countMessages(): Promise<(count: number) => Promise<void>> {
    const root = this.frame.locator('html');
    await root.evaluate(() => {
      const met = { messages: 0 };
      Object.assign(window, { met });
      addEventListener('message', () => met.messages++);
    });
    const messages = () =>
      root.evaluate(() => (window as unknown as { met: { messages: number } }).met.messages);
    return (count) => expect.poll(messages).toBe(count);
  }

  /** Runs the key-passing lines of docs/embed.md under a deck that records keys by name and number. */
  async holdDeck(): Promise<void> {
    const docs = readFileSync(new URL('../docs/embed.md', import.meta.url), 'utf8');
    const lines = /## Keys of a deck[\s\S]*?```js\n([\s\S]*?)```/.exec(docs)![1]!;
    await this.page.evaluate(`{ ${lines} }`);
    await this.page.evaluate(() => {
      const deck = window as unknown as { deck: [string, number][] };
      deck.deck = [];
      document.addEventListener('keydown', ({ key, keyCode }) => deck.deck.push([key, keyCode]));
    });
  }

  async deckHeard(): Promise<[string, number][]> {
    return this.page.evaluate(() => (window as unknown as { deck: [string, number][] }).deck);
  }

  async post(data: unknown): Promise<void> {
    await this.page.evaluate((data) => {
      document.querySelector<HTMLIFrameElement>('#embed')!.contentWindow!.postMessage(data, '*');
    }, data);
  }

  async send(type: string, fields: object = {}): Promise<void> {
    await this.post({ source: 'twin-descent', version: 1, type, ...fields });
  }
}
