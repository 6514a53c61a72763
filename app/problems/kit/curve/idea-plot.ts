import type { Mark } from '../../../charts/display-list.ts';
import { createFrame, type Drawing, type Frame } from '../../../charts/frame.ts';
import { curveRect, titleMarks } from '../../../pictures/curve/step-plot.ts';

/** Draws a picture in the row of curves: its title, then its marks in the plot's frame. */
export function drawIdea(
  drawing: Drawing & { readonly title: string },
  marks: (frame: Frame) => readonly Mark[],
): Mark[] {
  const rect = curveRect(drawing.width, drawing.height, drawing.scale);
  return [...titleMarks(drawing, rect), ...marks(createFrame(drawing, rect))];
}
