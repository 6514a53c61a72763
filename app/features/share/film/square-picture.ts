import type { SideName } from '../../../../engine/contract.ts';
import type { DisplayList, Mark } from '../../../charts/display-list.ts';
import type { Look } from '../../../charts/palette.ts';
import { LEADING, type TextStyle, textBlock, wrapText } from '../../../charts/text-lines.ts';
import { createComposer, verdictWords } from '../../../figure/compose.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { Snapshot } from '../../../session/snapshot.ts';

/** Between two panels, letters of a verdict and of a caption, at scale 1, in pixels; as in a figure. */
const GUTTER = 18;
const VERDICT = 13.5;
const CAPTION = 12;

/** Lines that a verdict has room for. */
const LINES = 2;

export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  readonly look: Look;
  readonly caption: ((snapshot: Snapshot) => readonly string[]) | null;
  readonly t: Translate;
}

/**
 * A picture that is about as high as wide: the panels of both sides beside one another, how they stand, the curves below; what is left over
 * is shared out.
 */
export function createSquarePicture(
  options: PictureOptions,
  panels: Readonly<Record<SideName, string>>,
): (snapshot: Snapshot) => DisplayList {
  const { width, height, look, caption, t } = options;
  const { palette, scale } = look;
  const gap = GUTTER * scale;
  const half = (width - gap) / 2;
  const part = (name: string, wide: number) =>
    createComposer({ part: name, width: wide, look, background: null, caption: null, t });
  const sides = { left: part(panels.left, half), right: part(panels.right, half) };
  const curves = part('curves', width);

  function verdict(snapshot: Snapshot, side: SideName): Mark[] {
    const color = side === 'left' ? palette.leftText : palette.rightText;
    const style: TextStyle = { font: 'serif', size: VERDICT * scale, weight: 400, color };
    return textBlock(wrapText(verdictWords(snapshot, side, t), half, style).slice(0, LINES), 0, 0, style);
  }

  function captionMarks(snapshot: Snapshot): { marks: Mark[]; height: number } {
    const marks: Mark[] = [];
    let y = 0;
    (caption?.(snapshot) ?? []).forEach((words, i) => {
      const weight = i === 0 ? 600 : 400;
      const style: TextStyle = { font: 'sans', size: CAPTION * scale, weight, color: palette.ink };
      const lines = wrapText(words, width, style);
      marks.push(...textBlock(lines, 0, y, style));
      y += (lines.length * LEADING + 0.25) * style.size;
    });
    return { marks, height: y };
  }

  return (snapshot) => {
    const left = sides.left(snapshot);
    const right = sides.right(snapshot);
    const below = curves(snapshot);
    const words = captionMarks(snapshot);
    const maps = Math.max(left.height, right.height);
    const verdicts = LINES * LEADING * VERDICT * scale;
    const spare = Math.max(0, height - maps - verdicts - below.height - words.height);
    const space = spare / (words.height > 0 ? 2 : 1);
    const underVerdicts = maps + verdicts + space;
    const group = (x: number, y: number, marks: DisplayList): Mark => ({ kind: 'group', x, y, marks });
    return [
      group(0, 0, left.list),
      group(half + gap, 0, right.list),
      group(0, maps, verdict(snapshot, 'left')),
      group(half + gap, maps, verdict(snapshot, 'right')),
      group(0, underVerdicts, below.list),
      group(0, height - words.height, words.marks),
    ];
  };
}
