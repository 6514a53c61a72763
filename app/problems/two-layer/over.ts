import type { DisplayList, Mark } from '../../charts/display-list.ts';
import type { Rect } from '../../charts/geometry.ts';

/** Marks over a picture, inside its axes. */
export function over(rect: Rect, marks: readonly Mark[] = []): DisplayList {
  return marks.length > 0 ? [{ kind: 'clip', rect, marks }] : [];
}
