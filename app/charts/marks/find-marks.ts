import type { DisplayList, Mark } from '../display-list.ts';
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
