import { readFileSync } from 'node:fs';

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

/**
 * Runs within the page, whichever browser drives it: opens one link after another in the address and reads what the page
 * shows, until it is what was frozen. The first that is not after twenty seconds is told as it is then, and is the last.
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
  const found: FrozenLink[] = [];
  for (const row of rows) {
    location.hash = row.link;
    const patience = performance.now() + 20_000;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve));
      const now = { name: row.name, link: row.link, left: shown('left'), right: shown('right') };
      const isFrozen = JSON.stringify(now) === JSON.stringify(row);
      if (!isFrozen && performance.now() < patience) continue;
      found.push(now);
      if (!isFrozen) return found;
      break;
    }
  }
  return found;
}
