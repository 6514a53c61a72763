import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../colour/palette.ts';
import type { StrokeLayer } from '../display-list.ts';

/** A side's style on paper: left dots and solid lines, right squares and dashes. */
export interface SideStyle {
  readonly color: string;
  readonly text: string;
  readonly shape: 'dot' | 'square';
  readonly dash: { readonly dash?: readonly number[] };
  line(width: number): StrokeLayer;
}

export function sideStyle(side: SideName, { palette, scale }: DrawStyle): SideStyle {
  const isLeft = side === 'left';
  const color = isLeft ? palette.leftPath : palette.rightPath;
  const dash = isLeft ? {} : { dash: [9 * scale, 5 * scale] };
  return {
    color,
    text: isLeft ? palette.leftText : palette.rightText,
    shape: isLeft ? 'dot' : 'square',
    dash,
    line: (width) => ({ color, width, cap: 'butt', ...dash }),
  };
}
