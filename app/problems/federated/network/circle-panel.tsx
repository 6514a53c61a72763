import './words.en.ts';
import './network.css';
import type { SideName } from '../../../../engine/contract.ts';
import type { Canvas } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { type Panel, viewOf } from '../../../session/view.ts';
import { readPanel } from '../../kit/panel.tsx';
import { ANGLE, circleInput, createCircle } from './circle-drawing.ts';
import { angleAt, nextAngle } from './circle-pick.ts';
import type { CircleInput } from './circle-plot.ts';
import { circleWords } from './circle-words.ts';
import { describeCircle } from './describe-network.ts';

function circlePanel(side: SideName): Panel {
  const { run } = createCircle(side);
  const inputOf = (snapshot: Snapshot, canvas: Canvas): CircleInput | null =>
    circleInput(run.select(snapshot, canvas.t), side, canvas);
  return readPanel<number>({
    ...{ name: side, side, testId: `circle-${side}`, className: 'read-below', shared: ANGLE },
    title: (state, t) => viewOf(state).title(state, side, t),
    label: (state, t) => t('aria.fed.circle', { side: viewOf(state).title(state, side, t) }),
    surface: (state, t) => t('aria.fed.circle.surface', { side: viewOf(state).title(state, side, t) }),
    picture: () => createCircle(side, true).run,
    ground: () => createCircle(side).ground,
    still: () => createCircle(side).run,
    tell: describeCircle(side),
    say: (_, { store }, t) => circleWords(store.getState(), side, t),
    hint: (_, t) => t('fed.circle.hint'),
    pick([x], canvas, snapshot) {
      const input = inputOf(snapshot, canvas);
      return input && angleAt(input, x);
    },
    next({ key, shiftKey }, angle, canvas, snapshot) {
      const input = inputOf(snapshot, canvas);
      if (!input) return undefined;
      const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key] as 1 | -1 | undefined;
      if (way) return nextAngle(input, angle, way, shiftKey);
      if (key === 'Home') return nextAngle(input, null, 1, false);
      return key === 'End' ? nextAngle(input, input.unrolled.from, -1, false) : undefined;
    },
    narrow: 0.7,
  });
}

export const CIRCLE: Readonly<Record<SideName, Panel>> = {
  left: circlePanel('left'),
  right: circlePanel('right'),
};
