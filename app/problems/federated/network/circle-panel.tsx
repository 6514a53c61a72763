import './words.en.ts';
import './network.css';
import { useMemo, useRef, useState } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { type Panel, viewOf } from '../../../session/view.ts';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { ReadPlate } from '../../kit/ReadPlate.tsx';
import { ANGLE, circleInput, createCircle } from './circle-drawing.ts';
import { angleAt, nextAngle } from './circle-pick.ts';
import type { CircleInput } from './circle-plot.ts';
import { circleWords } from './circle-words.ts';
import { describeCircle } from './describe-network.ts';

/** Draws a side's model over the circle. The pointer reads an angle on both sides; arrow keys move between samples. */
function CirclePlate({ side }: { side: SideName }) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const drawStyle = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [spoken, setSpoken] = useState(false);
  const { ground, run } = useMemo(() => createCircle(side, true), [side]);
  const describe = useMemo(() => async () => describeCircle(side), [side]);
  const title = useApp((state) => viewOf(state).title(state, side, t));
  const words = useApp((state) => circleWords(state, side, t));

  function inputNow(): CircleInput | null {
    const { clientWidth: width, clientHeight: height } = box.current!;
    return circleInput(run.select(session, t), side, { size: { width, height }, drawStyle, t });
  }

  function read(angle: number | null, aloud: boolean): void {
    setSpoken(aloud);
    ANGLE.set(store, angle);
  }

  function pointAt(event: React.PointerEvent): void {
    const input = inputNow();
    if (input) read(angleAt(input, event.clientX - box.current!.getBoundingClientRect().left), false);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const input = inputNow();
    const now = ANGLE.of(store.getState());
    const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key] as 1 | -1 | undefined;
    if (input && way) read(nextAngle(input, now, way, event.shiftKey), true);
    else if (input && event.key === 'Home') read(nextAngle(input, null, 1, false), true);
    else if (input && event.key === 'End') read(nextAngle(input, input.unrolled.from, -1, false), true);
    else if (event.key === 'Escape' && now !== null) read(null, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ReadPlate
      name={`circle-${side}`}
      className="read-below"
      box={box}
      surface={t('aria.fed.circle.surface', { side: title })}
      label={t('aria.fed.circle', { side: title })}
      ground={ground}
      picture={run}
      describe={describe}
      words={words}
      hint={t('fed.circle.hint')}
      spoken={spoken}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={() => read(null, false)}
      onBlur={() => read(null, false)}
      onKeyDown={onKeyDown}
    />
  );
}

function circlePanel(side: SideName): Panel {
  const ground = () => createCircle(side).ground;
  const run = () => createCircle(side).run;
  return {
    name: side,
    side,
    title: (state, t) => viewOf(state).title(state, side, t),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <CirclePlate side={side} />,
    picture: {
      aspect: 1,
      narrow: () => 0.7,
      draw: (kit, snapshot, size) => [...kit.draw(ground, snapshot, size), ...kit.draw(run, snapshot, size)],
      tell: () => [describeCircle(side)],
    },
  };
}

export const CIRCLE: Readonly<Record<SideName, Panel>> = {
  left: circlePanel('left'),
  right: circlePanel('right'),
};
