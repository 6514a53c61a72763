import { readFileSync } from 'node:fs';
import { runsAll, spread } from '../scripts/tier.mjs';

/** Bits of one side (engine/fixtures/frozen-digits.ts). */
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

/** Links for Firefox and WebKit in `npm test`; Chromium and Node take all. */
const ELSEWHERE = 40;

/** Tests for Firefox and WebKit. */
export const PARTS = runsAll ? 4 : 1;

export const partOf = (part: number): readonly FrozenLink[] =>
  spread(FROZEN_LINKS, ELSEWHERE).filter((_, i) => i % PARTS === part);

/**
 * Runs in the page of any browser: opens links in turn and reads until the frozen digits are shown. If an idle page shows others, reports
 * that and stops. The page is hidden meanwhile, which takes a third of the time.
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
  /** Compares the weights only after step and loss agree. */
  const isSame = (side: 'left' | 'right', { k, iterate, loss }: SideBits) => {
    const now = twinDescent.shown(side);
    return now.k === k && bitsOf([now.loss]) === loss && bitsOf(now.iterate) === iterate;
  };
  /** Looks at an idle page until it counts as final. */
  const CALM = 100;
  const found: FrozenLink[] = [];
  document.body.style.display = 'none';
  for (const row of rows) {
    // The page handles an address in its own task; from then on it is busy.
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
