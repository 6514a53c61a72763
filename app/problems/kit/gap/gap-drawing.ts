import type { SideName } from '../../../../engine/contract.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type DisplayList, type Mark, symbolsMark } from '../../../charts/display-list.ts';
import type { Size } from '../../../charts/geometry.ts';
import { LEADING, type TextStyle, textBlock, textLine, wrapText } from '../../../charts/text-lines.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { AppState } from '../../../session/store.ts';
import { viewOf } from '../../../session/view.ts';
import type { AboveBest } from '../curve/above-best.ts';

/** `excess` is NaN if no bound above 0 is known. */
export interface Gap extends AboveBest {
  /** True if no bound is proved. */
  readonly sampled: boolean;
  /** True if the optimum is known to be 0. */
  readonly zero: boolean;
  readonly diverged: boolean;
}

export type GapOf = (snapshot: Snapshot, state: AppState, side: SideName) => Gap;

/** Returns bound/F, the share that no network can avoid; 0 if unknown. */
export const shareOf = ({ excess }: Gap): number => (Number.isNaN(excess) ? 0 : 1 / (1 + excess));

export function drawGap(
  gapOf: GapOf,
  snapshot: Snapshot,
  { width, height }: Size,
  { palette, scale }: DrawStyle,
  t: Translate,
): DisplayList {
  const state = snapshot.store.getState();
  const marks: Mark[] = [];
  const name: TextStyle = { font: 'sans', size: 12 * scale, weight: 400, color: palette.ink };
  const label = 84 * scale;
  let y = Math.max(0, height / 2 - 58 * scale);
  for (const side of ['left', 'right'] as const) {
    const facts = gapOf(snapshot, state, side);
    const words = t('network.within', facts);
    const color = side === 'left' ? palette.leftText : palette.rightText;
    const fill = side === 'left' ? palette.leftPath : palette.rightPath;
    const rect = { x: label, y: y + 2 * scale, width: width - label, height: 10 * scale };
    marks.push(
      symbolsMark(side === 'left' ? 'dot' : 'square', [5.5 * scale, y + 7 * scale], 9 * scale, { fill }),
      textLine(viewOf(state).short(state, side, t), 16 * scale, y, name),
      { kind: 'rect', rect: { ...rect, width: rect.width * shareOf(facts) }, fill },
      { kind: 'rect', rect, strokes: [{ color: palette.muted, width: palette.rule }] },
    );
    const style: TextStyle = { font: 'serif', size: 13 * scale, weight: 400, color };
    const lines = wrapText(words, 0.86 * width, style);
    marks.push(...textBlock(lines, 0, y + 18 * scale, style));
    y += 18 * scale + (lines.length * LEADING * 13 + 10) * scale;
  }
  return marks;
}
