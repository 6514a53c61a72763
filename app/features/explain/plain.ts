import type { Explanation, PointedMark, Subject } from '../../session/explanation.ts';

/** Explanation of a problem without its own: says so and shows the update rules. */
export const PLAIN: Explanation = {
  topics: () => [{ id: 'other', lines: [{ say: 'explain.say.other' }] }, 'rule'],
  notation: () => ({
    iterates: { left: (k) => `w_{${k}}^{f}`, right: (k) => `w_{${k}}^{g}` },
    slopes: { left: '\\nabla f', right: '\\nabla g' },
  }),
};

/** Returns the marks of the shown pictures. */
export function marksOf(explanation: Explanation, of: Subject): readonly PointedMark[] {
  const { dimension, plant } = of.opened;
  const { iterates, slopes } = explanation.notation(of);
  const onMaps: PointedMark[] = [
    { name: 'left', tex: iterates.left('k') },
    { name: 'right', tex: iterates.right('k') },
    ...(plant ? [{ name: 'plant', tex: 'w^\\star' }] : []),
    { name: 'start' },
    { name: 'slope-left', tex: slopes.left },
    { name: 'slope-right', tex: slopes.right },
  ];
  const shared = dimension > 1 ? onMaps : [];
  return explanation.marks?.(of, shared) ?? shared;
}
