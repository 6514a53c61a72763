import type { DisplayList, Mark } from '../../charts/display-list.ts';
import type { Rect } from '../../charts/geometry.ts';

/** Clips marks to the inside of the axes. */
export function over(rect: Rect, marks: readonly Mark[] = []): DisplayList {
  return marks.length > 0 ? [{ kind: 'clip', rect, marks }] : [];
}
