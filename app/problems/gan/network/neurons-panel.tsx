import './cone-words.en.ts';
import type { Canvas } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { readPanel } from '../../kit/panel.tsx';
import { generatorsOf } from '../game-info.ts';
import { describeNeurons } from './describe-neurons.ts';
import { createNeurons, neuronsInput, neuronsState, neuronWords } from './neurons-drawing.ts';
import type { NeuronsInput } from './neurons-input.ts';
import { neuronAt, nextNeuron } from './neurons-pick.ts';

type Pointed = NonNullable<NeuronsInput['pointed']>;

function inputOf({ store }: Snapshot, canvas: Canvas): NeuronsInput | null {
  return neuronsInput(neuronsState(store.getState(), canvas.t), canvas, null);
}

export const NEURONS = readPanel<Pointed>({
  name: 'neurons',
  className: 'neurons-plate',
  title: (_, t) => t('gan.neurons.title'),
  label: (_, t) => t('aria.gan.neurons'),
  surface: (_, t) => t('aria.gan.neurons.surface'),
  picture: createNeurons,
  tell: describeNeurons,
  say: (pointed, { store }, t) => neuronWords(store.getState(), pointed, t),
  hint({ store }, t) {
    const isPlanar = generatorsOf(store.getState())?.noiseDimension === 2;
    return t(isPlanar ? 'gan.neurons.hint' : 'gan.neurons.hintBars');
  },
  pick([x, y], canvas, snapshot) {
    const input = inputOf(snapshot, canvas);
    return input && neuronAt(input, x, y);
  },
  next({ key }, pointed, canvas, snapshot) {
    const input = inputOf(snapshot, canvas);
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key] as 1 | -1 | undefined;
    if (input && way) return nextNeuron(input, pointed, way);
    if (input && key === 'Home') return nextNeuron(input, null, 1);
    return input && key === 'End' ? nextNeuron(input, null, -1) : undefined;
  },
  narrow: 0.8,
});
