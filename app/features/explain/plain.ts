import { gradientPin, SIDE_PINS, startPin, targetPin } from '../../problems/kit/explain/pins.ts';
import type { Explanation, PointedMark, Subject } from '../../session/explanation.ts';

/** Explanation of a problem without its own: the update rules. */
export const PLAIN: Explanation = {
  topics: () => [{ id: 'other', lines: [{ say: 'explain.say.other' }] }, 'rule'],
  notation: () => ({
    iterates: { left: (k) => `w_{${k}}^{f}`, right: (k) => `w_{${k}}^{g}` },
    slopes: { left: '\\nabla f', right: '\\nabla g' },
  }),
};

export function marksOf(explanation: Explanation, of: Subject): readonly PointedMark[] {
  const { dimension, plant } = of.opened;
  const { iterates, slopes } = explanation.notation(of);
  const onMaps: PointedMark[] = [
    { name: 'left', tex: iterates.left('k'), pin: SIDE_PINS.left },
    { name: 'right', tex: iterates.right('k'), pin: SIDE_PINS.right },
    ...(plant ? [{ name: 'plant', tex: 'w^\\star', pin: targetPin('plant') }] : []),
    { name: 'start', pin: startPin },
    { name: 'slope-left', tex: slopes.left, pin: gradientPin('left') },
    { name: 'slope-right', tex: slopes.right, pin: gradientPin('right') },
  ];
  const shared = dimension > 1 ? onMaps : [];
  return explanation.marks?.(of, shared) ?? shared;
}
