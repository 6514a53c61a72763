import type { DisplayList, Mark } from '../display-list.ts';
import type { Size } from '../geometry.ts';
import type { MarkRole } from './roles.ts';

/** For tests: marks of a role, also within clips and groups, first mark lowest. */
export function marksOf<Kind extends Mark['kind']>(
  list: DisplayList,
  kind: Kind,
  role: MarkRole,
): Extract<Mark, { kind: Kind }>[] {
  return list.flatMap((mark): Extract<Mark, { kind: Kind }>[] => {
    if (mark.kind === 'clip' || mark.kind === 'group') return marksOf(mark.marks, kind, role);
    return mark.kind === kind && mark.role === role ? [mark as Extract<Mark, { kind: Kind }>] : [];
  });
}

/** For tests: texts of all marks, also within clips and groups. */
export function textsOf(list: DisplayList): string[] {
  return list.flatMap((mark) => {
    if (mark.kind === 'clip' || mark.kind === 'group') return textsOf(mark.marks);
    return mark.kind === 'text' ? [mark.text] : [];
  });
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

const meet = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

function around(points: ArrayLike<number>, by = 0): Box {
  const [xs, ys] = [0, 1].map((of) => Array.from(points).filter((_, i) => i % 2 === of));
  return [Math.min(...xs!) - by, Math.min(...ys!) - by, Math.max(...xs!) + by, Math.max(...ys!) + by];
}

/** Returns the boxes of a mark's parts: of each polyline, each symbol. */
function boxesOfMark(mark: Mark): Box[] {
  switch (mark.kind) {
    case 'path':
      return mark.lines.filter(({ length }) => length > 0).map((line) => around(line));
    case 'symbols':
      return Array.from({ length: mark.points.length / 2 }, (_, i) =>
        around([mark.points[2 * i]!, mark.points[2 * i + 1]!], mark.size / 2),
      );
    case 'circle':
      return [around([mark.x, mark.y], mark.r)];
    case 'hatch':
      return [around(mark.polygon)];
    case 'rect':
    case 'raster': {
      const { x, y, width, height } = mark.rect;
      return [[x, y, x + width, y + height]];
    }
    default:
      return [];
  }
}

/** For tests: width and height of what is seen of each mark of these roles in a picture, also within clips and groups. */
export function sizesOf(
  list: DisplayList,
  roles: readonly MarkRole[],
  { width, height }: Size,
): { readonly width: number; readonly height: number }[] {
  const seen = (marks: DisplayList, dx: number, dy: number, clip: Box): Box[] =>
    marks.flatMap((mark) => {
      if (mark.kind === 'group') return seen(mark.marks, dx + mark.x, dy + mark.y, clip);
      if (mark.kind === 'clip') {
        const { x, y, width, height } = mark.rect;
        return seen(mark.marks, dx, dy, meet(clip, [dx + x, dy + y, dx + x + width, dy + y + height]));
      }
      if (!mark.role || !roles.includes(mark.role)) return [];
      return boxesOfMark(mark).map(([left, top, right, bottom]) =>
        meet(clip, [dx + left, dy + top, dx + right, dy + bottom]),
      );
    });
  return seen(list, 0, 0, [0, 0, width, height])
    .map(([left, top, right, bottom]) => ({ width: right - left, height: bottom - top }))
    .filter((size) => size.width >= 0 && size.height >= 0);
}
