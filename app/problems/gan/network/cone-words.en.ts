import { formatCount } from '../../../i18n/format.ts';
import { english } from '../../../i18n/messages.ts';
import { createPlural } from '../../../i18n/plural.ts';

const plural = createPlural('en');

const COLUMNS = { one: 'column', other: 'columns' };
const NEURONS = { one: 'neuron', other: 'neurons' };

const columns = (count: number) => `${formatCount(count)} ${plural(count, COLUMNS)}`;
const neurons = (count: number) => `${formatCount(count)} ${plural(count, NEURONS)}`;

const OFF = { dead: 'dead', silent: 'silent', zero: 'at zero' };
type Off = keyof typeof OFF;

const pushed = (sign: number) => (sign > 0 ? 'growing' : sign < 0 ? 'shrinking' : 'not moved');

export interface ConeFacts {
  readonly side: string;
  readonly width: number;
  /** Null while the page asks. */
  readonly reachable: boolean | null;
  /** Least mse of this width, and the shown one. */
  readonly floor: string;
  readonly mse: string;
  readonly mean: string;
  readonly g: string;
  /** Relative excess over the floor; if x is reachable, mse over initial mse. */
  readonly far: string;
  /** True if `far` is a factor (1 or more), not a percentage. */
  readonly isMany: boolean;
  readonly near: 'on' | 'near' | 'far';
}

export interface NeuronFacts {
  readonly side: string;
  readonly j: number;
  readonly h: string;
  /** h*; null if x is reached by more than one h. */
  readonly target: string | null;
  readonly pull: string;
  /** Positive if pushed out. */
  readonly sign: number;
  /** Null if h > 0. */
  readonly off: Off | null;
  /** Null if w is not planar; `on` counts the noise samples that switch it on. */
  readonly planar: {
    readonly length: string;
    readonly degrees: string;
    readonly on: number;
    readonly n: number;
  } | null;
}

export interface NeuronsFacts {
  readonly side: string;
  readonly width: number;
  readonly out: number;
  readonly in: number;
  readonly none: number;
  readonly off: Off;
}

export const words = english({
  'gan.cone.axis.first': 'first number',
  'gan.cone.axis.second': 'second number',
  'gan.cone.axis.along': 'along x',
  'gan.cone.axis.across': 'across',
  'gan.cone.axis.certificate': 'across, towards d*',
  'gan.cone.axis.start': 'across, towards the start',
  'gan.cone.axis.g': 'g, the generated mean',
  'gan.cone.axis.d': 'discriminator d',
  'gan.cone.mean': 'x, the real mean',
  'gan.cone.nearest': ({ floor }: { floor: string }) => `nearest: mse ${floor}`,
  'gan.cone.least': ({ floor }: { floor: string }) => `mse ≥ ${floor}`,
  'gan.cone.name': ({ k }: { k: number }) => `what ${columns(k)} can reach`,
  'gan.cone.all': ({ k }: { k: number }) => `${columns(k)} reach every mean`,
  'gan.cone.certificate': ({ k }: { k: number }) => `d*: out of reach for width ${formatCount(k)}`,
  'gan.cone.unanswerable': 'd*: out of reach',
  'gan.cone.note': 'Only the mean is matched; a linear discriminator sees no more.',
  'gan.cone.convex': 'Played over h, there is no cloud: only the mean g.',
  'gan.cone.projected': ({ m }: { m: number }) =>
    `${formatCount(m)} numbers, projected: the cone is not shaded.`,
  'gan.cone.one': 'g against d. Shaded: every g within reach.',
  'gan.cone.read.column': ({ j, h, target, pull, sign }: Omit<NeuronFacts, 'side' | 'off' | 'planar'>) =>
    [
      `column ${formatCount(j)}: h ${h}`,
      target === null ? '' : `h* ${target}`,
      `v·d ${pull}, ${pushed(sign)}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  'gan.cone.read.mean': ({ at, reachable }: { at: string; reachable: boolean | null }) =>
    `x = ${at}, the mean of the real data${reachable === null ? '' : `: ${reachable ? 'inside' : 'outside'} the cone`}`,
  'gan.cone.read.nearest': ({ at, floor }: { at: string; floor: string }) =>
    `V h* = ${at}, the nearest point of the cone: mse ${floor}, proved`,
  'gan.cone.read.g': ({ at, mse }: { at: string; mse: string }) =>
    `g = ${at}, the generated mean: mse ${mse}`,
  'gan.cone.read.sample': ({ i, at }: { i: number; at: string }) =>
    `noise sample ${formatCount(i)} becomes ${at}`,
  'aria.gan.cone': ({ side }: { side: string }) => `${side}: the columns and the generated mean`,
  'aria.gan.cone.surface': ({ side }: { side: string }) =>
    `${side}: output plane. Arrow keys move a crosshair that reads the nearest column, point or sample.`,
  'alt.gan.cone': ({ width, reachable, floor, mean, g, mse, far, near, isMany }: ConeFacts) => {
    if (reachable === null) return `x = ${mean}. The generated mean is ${g}: mse ${mse}.`;
    const where = reachable
      ? `x = ${mean} lies inside the cone of ${columns(width)}.`
      : `x = ${mean} lies outside the cone of ${columns(width)}: no mixture comes closer than mse ${floor}, as d* proves.`;
    const word = { on: reachable ? 'at x' : 'at the nearest point', near: 'close', far: 'far off' }[near];
    const rest = reachable
      ? `${far}${isMany ? ' times' : ' of'} the mse at the start${isMany ? '' : ' is left'}`
      : `${far} ${isMany ? 'times' : 'above'} the floor`;
    return `${where} The generated mean is ${g}, ${word}: mse ${mse}, ${rest}.`;
  },
  'gan.neurons.title': 'Neurons',
  'gan.neurons.out': 'growing',
  'gan.neurons.in': 'shrinking',
  'gan.neurons.off': ({ kinds }: { kinds: readonly Off[] }) =>
    [...new Set(kinds)].map((kind) => OFF[kind]).join(' / '),
  'gan.neurons.noise': 'noise sample',
  'gan.neurons.unit': '‖w‖ = 1',
  'gan.neurons.hidden': 'hⱼ',
  'gan.neurons.target': 'h*, nearest to x',
  'gan.neurons.hint': 'Point at a neuron to see which noise samples switch it on.',
  'gan.neurons.hintBars': 'Point at a bar to read its neuron.',
  'gan.neurons.read': ({ side, j, h, target, pull, sign, off, planar }: NeuronFacts) => {
    const state = off
      ? `${OFF[off]}${off === 'zero' ? '' : `: off on every sample${off === 'silent' ? ' now' : ''}`}`
      : pushed(sign);
    const where = planar
      ? `, ‖w‖ ${planar.length} at ${planar.degrees}°, on for ${formatCount(planar.on)} of ${formatCount(planar.n)} samples`
      : '';
    return `${side}, neuron ${formatCount(j)}: ${state}${where}\nh ${h}${target === null ? '' : `, h* ${target}`}, v·d ${pull}`;
  },
  'aria.gan.neurons': 'Neurons of both sides',
  'aria.gan.neurons.surface': 'Neurons of both sides. Arrow keys go from neuron to neuron.',
  'alt.gan.neurons': ({ side, width, out, in: inwards, none, off }: NeuronsFacts) =>
    `${side}: ${neurons(width)}, ${formatCount(out)} growing, ${formatCount(inwards)} shrinking, ${formatCount(none)} ${OFF[off]}.`,
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
