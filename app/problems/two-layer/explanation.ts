import { networkOf } from './network-info.ts';
import './explain/words.en.ts';
import { formatCount } from '../../i18n/format.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import {
  countCell,
  type Explanation,
  numberCell,
  type Pin,
  type PointedMark,
  type Subject,
  type WeightsPart,
} from '../../session/explanation.ts';
import { gradientPin, SIDE_PINS } from '../kit/explain/pins.ts';
import { networkStage, partCells, plainSigns } from '../network-stage.ts';
import { bandMarks, teacherMark } from './circle/plot.ts';
import { deadSymbols } from './circle-symbols.ts';
import { networkTopics } from './explain/network-topics.ts';
import { roundStage } from './explain/round-stage.ts';
import { NeuronChoice } from './neuron/NeuronChoice.tsx';
import { ofNeuron, placesOf, type ToldUpdate, toldNeuron } from './of-neuron.ts';

const infoOf = ({ opened }: Pick<Subject, 'opened'>) => networkOf(opened)!;

/** Returns the explained neuron, from 0. */
const neuronOf = ({ update, scenario }: Pick<Subject<ToldUpdate>, 'update' | 'scenario'>) =>
  update ? toldNeuron(update, scenario.values.neuron ?? 1) : 0;

const teacherPin: Pin = ({ bx, by }, drawStyle) => [teacherMark('positive', [bx, by], drawStyle)];
const bandPin: Pin = ({ bx, by }, drawStyle) =>
  bandMarks({ cx: bx, cy: by, rim: 9, base: 6, room: 5 }, drawStyle);
const deadPin: Pin = ({ bx, by }, drawStyle) => deadSymbols([bx, by], 12 * drawStyle.scale, drawStyle);

/** Marks of the circle, for two columns only. */
function marksOf(of: Subject<ToldUpdate>): PointedMark[] {
  const { columns, teacher, program, solved } = infoOf(of);
  if (columns !== 2) return [];
  const mark = (name: string, pin: Pin, tex?: string): PointedMark => ({
    ...{ name, pin },
    ...(tex && { tex }),
    words: dynamicKey('explain.mark.network', name),
  });
  return [
    mark('left', SIDE_PINS.left, 'w_j,\\alpha_j'),
    mark('right', SIDE_PINS.right, solved ? 'v_i,u_i' : 'w_j^g,\\alpha_j^g'),
    ...(teacher ? [mark('plant', teacherPin, 'w_j^\\star,\\alpha_j^\\star')] : []),
    mark('slope-left', gradientPin('left'), '\\nabla F'),
    ...(program === 'sampled' ? [] : [mark('band', bandPin, '\\pm\\beta')]),
    ...(of.update?.left?.network?.on.includes(0) ? [mark('dead', deadPin)] : []),
  ];
}

function partOf(of: Subject<ToldUpdate>): WeightsPart<ToldUpdate> {
  const j = neuronOf(of);
  const places = placesOf(infoOf(of), j);
  return {
    update: of.update && ofNeuron(of.update, j),
    of: (weights) => places.map((place) => weights[place]!),
    iterate: (k) => `(w,\\alpha)_{${k}}^{(${j + 1})}`,
    index: `^{(${j + 1})}`,
    note: (t) => t('explain.step.ofNeuron', { j: formatCount(j + 1) }),
    Choice: NeuronChoice,
  };
}

const size = (network: Float64Array, columns: number) => countCell(network.length / (columns + 1));

export const explanation: Partial<Explanation<ToldUpdate>> = {
  topics: (of) => networkTopics(infoOf(of)),
  notation: (of) => ({
    iterates: { left: (k) => `\\theta_{${k}}`, right: (k) => `\\theta_{${k}}^{g}` },
    slopes: { left: '\\nabla F', right: '\\nabla F_b' },
    // A solved program has rounds; only the left side follows a rule.
    ...(infoOf(of).solved && { sides: ['left'] }),
    lines: [{ say: 'explain.say.scale' }],
  }),
  marks: marksOf,
  /** One neuron's landscape over its two first-layer weights, the others fixed. */
  plane: ({ opened }) => (networkOf(opened)?.columns === 2 ? (w) => [w[0]!, w[1]!] : null),
  isApart: true,
  part: partOf,
  samples(told, side) {
    const { round } = told;
    if (side === 'right' && round) return plainSigns(round.outputs, round.residuals);
    return told[side]?.samples ?? null;
  },
  terms(told, side) {
    const { round } = told;
    if (side === 'right' && round) return { k: countCell(round.k) };
    const { on, off, rms } = told[side]?.samples ?? {};
    return { on: countCell(on), off: countCell(off), rms: numberCell(rms), ...partCells(told[side]) };
  },
  results({ round }, side) {
    if (side === 'left' || !round) return {};
    const { before, after, columns } = round;
    return {
      before: numberCell(before.objective),
      after: numberCell(after?.objective),
      blocks: size(before.network, columns),
      nextBlocks: after && size(after.network, columns),
      bound: numberCell(before.lowerBound),
      nextBound: numberCell(after?.lowerBound),
    };
  },
  note: (of) => (infoOf(of).solved ? 'explain.step.solved' : null),
  walk: {
    ofSide(of, side, stage, t) {
      const { update } = of;
      if (side === 'right' && update.round) return roundStage(update.round, update, stage, t);
      const own = update[side];
      if (own?.network) return networkStage(own, own.network, update, stage, neuronOf(of), t);
      const say = t(infoOf(of).solved ? 'explain.walk.ended' : 'explain.step.diverges');
      return { title: null, say, table: null };
    },
    // Residuals belong to all neurons, and the step has its own choice.
    choosesPart: (stage) => stage !== 'residuals' && stage !== 'step',
    notes(of, stage, t) {
      if (infoOf(of).columns !== 2) return [t('explain.walk.noCircle')];
      if (stage !== 'off' || (of.update?.left?.network?.neurons ?? 1) < 2) return [];
      return [t('explain.walk.marked', { j: formatCount(neuronOf(of) + 1) })];
    },
  },
};
