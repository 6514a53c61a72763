import './explain/words.en.ts';
import type { OutputsUpdate } from '../../../engine/problems/vector-output/types.ts';
import { formatCount } from '../../i18n/format.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import {
  countCell,
  type Explanation,
  numberCell,
  type Pin,
  type PointedMark,
  type Subject,
  vectorCell,
  type WeightsPart,
} from '../../session/explanation.ts';
import { SIDE_PINS } from '../kit/explain/pins.ts';
import { betaMark, deadMark } from './circle/plot.ts';
import { descentStage } from './explain/output-stage.ts';
import { outputTopics } from './explain/output-topics.ts';
import { roundStage } from './explain/round-stage.ts';
import { ofNeuron, placesOf, toldNeuron, toldSample } from './of-neuron.ts';
import { outputsOf } from './outputs-info.ts';
import { ToldChoice } from './ToldChoice.tsx';

type Told = Subject<OutputsUpdate>;

const infoOf = ({ opened }: Pick<Subject, 'opened'>) => outputsOf(opened)!;

/** Returns the neuron being explained, from 0. */
const neuronOf = ({ update, scenario }: Pick<Told, 'update' | 'scenario'>) =>
  update ? toldNeuron(update, scenario.values) : 0;

const betaPin: Pin = ({ bx, by }, drawStyle) => [betaMark({ cx: bx, cy: by, beta: 8, rim: 9 }, drawStyle)];
const deadPin: Pin = ({ bx, by }, drawStyle) => [deadMark([bx, by], 9 * drawStyle.scale, drawStyle)];

/** Returns marks of the circle, which needs directions of the plane. */
function marksOf(of: Told): PointedMark[] {
  const { columns } = infoOf(of);
  if (columns !== 2) return [];
  const mark = (name: string, pin: Pin, tex?: string): PointedMark => ({
    ...{ name, pin },
    ...(tex && { tex }),
    words: dynamicKey('explain.mark.outputs', name),
  });
  return [
    mark('left', SIDE_PINS.left, 'u_j,v_j'),
    mark('right', SIDE_PINS.right, 'u_i,v_i'),
    mark('band', betaPin, '\\beta'),
    ...(of.update?.left?.network?.on.includes(0) ? [mark('dead', deadPin)] : []),
  ];
}

/** Returns one neuron's weights: u, then v. */
function partOf(of: Told): WeightsPart<OutputsUpdate> {
  const j = neuronOf(of);
  const places = placesOf(infoOf(of), j);
  return {
    update: of.update && ofNeuron(of.update, j),
    of: (weights) => places.map((place) => weights[place]!),
    iterate: (k) => `(u,v)_{${k}}^{(${j + 1})}`,
    index: `^{(${j + 1})}`,
    note: (t) => t('explain.step.outputsNeuron', { j: formatCount(j + 1) }),
    Choice: ToldChoice,
  };
}

export const explanation: Partial<Explanation<OutputsUpdate>> = {
  topics: (of) => outputTopics(infoOf(of), { isNoiseless: of.scenario.values.noise === 0 }),
  notation: () => ({
    iterates: { left: (k) => `(U,V)_{${k}}`, right: (k) => `Z_{${k}}` },
    slopes: { left: '\\nabla F', right: '\\nabla P' },
    // The program is solved in rounds, not by a rule.
    sides: ['left'],
    lines: [{ say: 'explain.say.scale' }],
  }),
  marks: marksOf,
  plane: () => null,
  isApart: true,
  part: partOf,
  terms(told, side) {
    if (side === 'right') return { k: countCell(told.round?.k), rms: numberCell(told.round?.rms) };
    const { network, parts } = told.left ?? {};
    const active = network?.on[0];
    return {
      on: countCell(active),
      off: countCell(active === undefined ? undefined : told.told!.count - active),
      rms: numberCell(network?.rms),
      fit: numberCell(parts?.fit),
      penalty: numberCell(parts?.penalty),
      gradientFit: vectorCell(network?.fit),
      gradientDecay: vectorCell(network?.decay),
    };
  },
  results({ round }, side) {
    if (side === 'left' || !round) return {};
    const { before, after, columns, outputs } = round;
    const size = (atoms: Float64Array) => countCell(atoms.length / (columns + outputs));
    return {
      before: numberCell(before.objective),
      after: numberCell(after?.objective),
      blocks: size(before.atoms),
      nextBlocks: after && size(after.atoms),
      bound: numberCell(before.lowerBound),
      nextBound: numberCell(after?.lowerBound),
    };
  },
  note: () => 'explain.step.solved',
  walk: {
    ofSide(of, side, stage, t) {
      const { update, scenario } = of;
      const info = infoOf(of);
      const i = toldSample(update, scenario.values);
      if (side === 'right')
        return update.round
          ? roundStage(update.round, update, info, stage, i, t)
          : { title: null, say: t('explain.walk.ended'), table: null };
      const { left } = update;
      if (!left?.network) return { title: null, say: t('explain.step.diverges'), table: null };
      return descentStage(left, left.network, update, info.labels, stage, { i, j: neuronOf(of) }, t);
    },
    // The last stage's table has its own choice.
    choosesPart: (stage) => stage !== 'step',
    notes: (of, _, t) => (infoOf(of).columns === 2 ? [] : [t('explain.walk.outputsNoCircle')]),
  },
};
