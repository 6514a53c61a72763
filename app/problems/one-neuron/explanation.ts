import './explain-words.en.ts';
import type { NeuronUpdate } from '../../../engine/problems/one-neuron/types.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { activeMarks } from '../../pictures/landscape/sample-marks.ts';
import {
  countCell,
  type Explanation,
  numberCell,
  type Pin,
  type Subject,
} from '../../session/explanation.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import { gradientPin } from '../kit/explain/pins.ts';
import { type NeuronFacts, neuronTopics } from './neuron-topics.ts';

const leakOf = ({ values }: Subject['scenario']) => values.leak ?? 0;
const blendOf = ({ scenario }: Subject) => scenario.values.blend ?? 1;
const isPopulation = ({ opened }: Subject) => opened.samples.count === Number.POSITIVE_INFINITY;
const inputsOf = ({ samples }: Subject['opened']) => samples.dimension - (samples.hasOnes ? 1 : 0);

function factsOf(of: Subject): NeuronFacts {
  const { opened, scenario, update } = of;
  const { values } = scenario;
  const given = values.noisein ? 'inside' : 'outside';
  return {
    leak: leakOf(scenario),
    blend: blendOf(of),
    noise: opened.planted ? 'none' : values.features === 'csv' ? 'unknown' : given,
    hasPlant: opened.plant !== null,
    planted: opened.planted,
    negative: (update?.told?.negative ?? 0) > 0,
    population: isPopulation(of),
    standardised: opened.standardised,
  };
}

function stageWords(of: Subject, stage: Stage): { say: MessageKey; notes: MessageKey[] } {
  const { opened, scenario, update } = of;
  const { told } = update ?? {};
  const isThinned = !told || told.rows.length < told.count;
  const says = {
    forward: 'explain.walk.forward.say',
    residuals: 'explain.walk.residuals.say',
    off: leakOf(scenario) > 0 ? 'explain.walk.off.sayLeak' : 'explain.walk.off.say',
    gradient: !isThinned
      ? 'explain.walk.gradient.say'
      : isPopulation(of)
        ? 'explain.walk.gradient.sayMean'
        : 'explain.walk.gradient.sayThinned',
    step: 'explain.walk.step.say',
  } as const;
  const { dimension } = opened;
  const onMaps: MessageKey[] =
    dimension === 1 ? ['explain.walk.noMaps'] : dimension > 2 ? ['explain.walk.noArrows'] : [];
  const onData: MessageKey = inputsOf(opened) > 2 ? 'explain.walk.noData' : 'explain.walk.key';
  return { say: says[stage], notes: stage === 'gradient' || stage === 'step' ? onMaps : [onData] };
}

/** Shows a sample that is active on the right, and on the left if asked for. */
const samplePin =
  (isActive: boolean): Pin =>
  ({ bx, by }, drawStyle) =>
    activeMarks([bx, by], { left: [isActive], right: [true] }, 14 * drawStyle.scale, drawStyle);

export const explanation: Partial<Explanation<NeuronUpdate>> = {
  topics: (of) => neuronTopics(factsOf(of)),
  notation: (of) => ({
    iterates: { left: (k) => `w_{${k}}^{f}`, right: (k) => `w_{${k}}^{g}` },
    slopes: { left: '\\nabla f', right: blendOf(of) < 1 ? '\\nabla f_b' : '\\nabla g' },
    lines: [
      isPopulation(of)
        ? { tex: 'L=1', say: 'explain.say.smoothPopulation' }
        : { tex: 'L=\\lambda_{\\mathrm{max}}(A^{\\top}A)/n', say: 'explain.say.smooth' },
      { say: 'explain.say.safe', standing: 'proved' },
    ],
  }),
  marks(of, shared) {
    const right = blendOf(of) < 1 ? '\\nabla f_b' : '\\nabla g';
    const areDrawn = of.update?.told && inputsOf(of.opened) <= 2;
    return [
      ...shared,
      ...(shared.length > 0
        ? [{ name: 'difference', tex: `${right}-\\nabla f`, pin: gradientPin('difference') }]
        : []),
      ...(areDrawn
        ? [
            { name: 'samples', tex: 'z=Aw', pin: samplePin(true) },
            { name: 'dead', pin: samplePin(false) },
          ]
        : []),
    ];
  },
  samples: (told, side) => told[side]?.samples ?? null,
  leak: leakOf,
  terms(told, side) {
    const { samples, losses } = told[side] ?? {};
    return {
      on: countCell(samples?.on),
      off: countCell(samples?.off),
      pulling: countCell(samples?.pulling),
      rms: numberCell(samples?.rms),
      'loss.left': samples ? numberCell(losses?.left) : null,
      'loss.right': samples ? numberCell(losses?.right) : null,
    };
  },
  walk: { ofSamples: stageWords },
};
