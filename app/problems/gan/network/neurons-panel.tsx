import './cone-words.en.ts';
import { useMemo, useRef, useState } from 'react';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import type { Panel } from '../../../session/view.ts';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { ReadPlate } from '../../kit/ReadPlate.tsx';
import { gameOf } from '../game-info.ts';
import { describeNeurons } from './describe-neurons.ts';
import { createNeurons, neuronsInput, neuronWords } from './neurons-drawing.ts';
import type { NeuronsInput } from './neurons-input.ts';
import { neuronAt, nextNeuron } from './neurons-pick.ts';

type Pointed = NonNullable<NeuronsInput['pointed']>;

const describe = async () => describeNeurons;

/** Both sides' neurons. A pointer reads the one that it is nearest to; by keyboard the arrow keys go from one to the next. */
function NeuronsPanel() {
  const session = useSession();
  const t = useTranslate();
  const drawStyle = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [spoken, setSpoken] = useState(false);
  const picture = useMemo(() => createNeurons(pointed), [pointed]);
  const isPlanar = useApp((state) => gameOf(state)?.noiseDimension === 2);
  const words = useApp((state) => (pointed ? neuronWords(state, pointed, t) : ''));

  function inputNow(): NeuronsInput | null {
    const { clientWidth: width, clientHeight: height } = box.current!;
    return neuronsInput(picture.select(session, t), { size: { width, height }, drawStyle, t }, null);
  }

  function meant(event: React.PointerEvent): Pointed | null {
    const input = inputNow();
    const bounds = box.current!.getBoundingClientRect();
    return input && neuronAt(input, event.clientX - bounds.left, event.clientY - bounds.top);
  }

  function read(next: Pointed | null, aloud: boolean): void {
    setSpoken(aloud);
    if (next?.j !== pointed?.j || next?.side !== pointed?.side) setPointed(next);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const input = inputNow();
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (input && way) read(nextNeuron(input, pointed, way), true);
    else if (input && event.key === 'Home') read(nextNeuron(input, null, 1), true);
    else if (input && event.key === 'End') read(nextNeuron(input, null, -1), true);
    else if (event.key === 'Escape' && pointed) read(null, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ReadPlate
      name="neurons"
      className="neurons-plate"
      box={box}
      surface={t('aria.gan.neurons.surface')}
      label={t('aria.gan.neurons')}
      picture={picture}
      describe={describe}
      words={words}
      hint={t(isPlanar ? 'gan.neurons.hint' : 'gan.neurons.hintBars')}
      spoken={spoken}
      onPointerMove={(event) => read(meant(event), false)}
      onPointerDown={(event) => read(meant(event), false)}
      onPointerLeave={() => read(null, false)}
      onBlur={() => read(null, false)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The neurons of both sides, in one panel. */
export const NEURONS: Panel = {
  name: 'neurons',
  side: null,
  title: (_, t) => t('gan.neurons.title'),
  Body: NeuronsPanel,
  picture: {
    aspect: 1,
    narrow: () => 0.8,
    draw: (kit, snapshot, size) => kit.draw(createNeurons, snapshot, size),
    tell: () => [describeNeurons],
  },
};
