import type { SideName } from '../../engine/contract.ts';
import type { DrawStyle } from '../charts/colour/palette.ts';
import type { Mark } from '../charts/display-list.ts';
import type { Size } from '../charts/geometry.ts';
import { textBlock, wrapText } from '../charts/text-lines.ts';
import type { Translate } from '../i18n/messages.ts';
import type { BlockTaker, PictureKit } from '../session/picture/figure-view.ts';
import { drawNow, type Picture } from '../session/picture/picture.ts';
import type { Snapshot } from '../session/picture/snapshot.ts';
import { landscapeRect } from './landscape/rect.ts';

export function createKit(drawStyle: DrawStyle, t: Translate, blocks: BlockTaker | null): PictureKit {
  const made = new Map<unknown, unknown>();
  return {
    drawStyle,
    t,
    blocks,
    draw<Input extends object>(create: () => Picture<Input>, snapshot: Snapshot, size: Size) {
      const picture = (made.get(create) as Picture<Input> | undefined) ?? create();
      made.set(create, picture);
      return drawNow(picture, snapshot, { size, drawStyle, t });
    },
  };
}

export function signMarks(
  side: SideName,
  x: number,
  y: number,
  size: number,
  { palette }: DrawStyle,
): Mark[] {
  const shape = side === 'left' ? 'dot' : 'square';
  const fill = side === 'left' ? palette.leftPath : palette.rightPath;
  return [{ kind: 'symbols', shape, points: [x, y], size, fill }];
}

/** Draws words over a map's top, as on the page. */
export function noteMarks(words: string, { width, height }: Size, { palette, scale }: DrawStyle): Mark[] {
  if (words === '') return [];
  const rect = landscapeRect(width, height, scale);
  const room = rect.width - 16 * scale;
  const style = { font: 'sans', size: 12 * scale, weight: 400, color: palette.mapInk } as const;
  const lines = words.split('\n').flatMap((line) => wrapText(line, room, style));
  return textBlock(lines, rect.x + 8 * scale, rect.y + 6 * scale, style).map((mark) => ({
    ...mark,
    halo: { color: palette.mapPaper, width: 2.5 * scale },
  }));
}
