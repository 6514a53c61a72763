import { readFileSync } from 'node:fs';
import { runsAll, spread } from '../scripts/tier.mjs';

/** The bits of one side, as engine/fixtures/frozen-digits.ts writes them. */
interface SideBits {
  readonly k: number;
  readonly iterate: string;
  readonly loss: string;
}

export interface FrozenLink {
  readonly name: string;
  readonly link: string;
  readonly left: SideBits;
  readonly right: SideBits;
}

export const FROZEN_LINKS: readonly FrozenLink[] = JSON.parse(
  readFileSync('engine/fixtures/frozen-links.json', 'utf8'),
).links;

/** Links that Firefox and WebKit are asked for in `npm test`; Chromium and Node take all of them. */
const ELSEWHERE = 40;

/** Parts of what Firefox and WebKit are asked for, a test each. */
export const PARTS = runsAll ? 4 : 1;

/** The links of one part. */
export const partOf = (part: number): readonly FrozenLink[] =>
  spread(FROZEN_LINKS, ELSEWHERE).filter((_, i) => i % PARTS === part);

/**
 * Runs within the page, whichever browser drives it: opens one link after another in the address and reads what the page
 * shows, until it is what was frozen. Where the page has nothing left to do and shows something else, that is told, and ends the list.
 * Digits are read, and no picture: nothing of the page is displayed meanwhile, which takes a third of the time.
 */
export async function replayInPage(rows: readonly FrozenLink[]): Promise<FrozenLink[]> {
  const { twinDescent } = window as unknown as {
    twinDescent: {
      shown(side: 'left' | 'right'): { k: number; iterate: readonly number[]; loss: number };
    };
  };
  const view = new DataView(new ArrayBuffer(8));
  const bitsOf = (numbers: readonly number[]) =>
    numbers
      .map((number) => {
        view.setFloat64(0, number);
        return view.getBigUint64(0).toString(16);
      })
      .join(' ');
  const shown = (side: 'left' | 'right') => {
    const { k, iterate, loss } = twinDescent.shown(side);
    return { k, iterate: bitsOf(iterate), loss: bitsOf([loss]) };
  };
  /** True if a side has the frozen bits. Compares the weights only after step and loss agree. */
  const isSame = (side: 'left' | 'right', { k, iterate, loss }: SideBits) => {
    const now = twinDescent.shown(side);
    return now.k === k && bitsOf([now.loss]) === loss && bitsOf(now.iterate) === iterate;
  };
  /** Looks at an idle page after which it will not change. */
  const CALM = 100;
  const found: FrozenLink[] = [];
  document.body.style.display = 'none';
  for (const row of rows) {
    // The page meets an address in a task of its own; what it then begins counts as under way from there on.
    const met = new Promise((resolve) =>
      addEventListener('hashchange', () => setTimeout(resolve), { once: true }),
    );
    location.hash = row.link;
    await met;
    let calm = 0;
    while (calm < CALM && !(isSame('left', row.left) && isSame('right', row.right))) {
      calm = document.documentElement.hasAttribute('data-idle') ? calm + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve));
    }
    found.push({ name: row.name, link: row.link, left: shown('left'), right: shown('right') });
    if (calm === CALM) break;
  }
  document.body.style.display = '';
  return found;
}
