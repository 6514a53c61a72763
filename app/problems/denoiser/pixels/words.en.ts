import { formatCount, formatNumberShort } from '../../../i18n/format.ts';
import { english, type Texts } from '../../../i18n/messages.ts';
import { createPlural } from '../../../i18n/plural.ts';
import { saidBound, toldApart } from '../witness.ts';

export interface PixelStand {
  /** Point, such as “(0.703, 0.622)”, and round of its end. */
  readonly at: string;
  readonly k: number | null;
  /** Upper bound on the distance to the limit; NaN if none is certified. */
  readonly radius: number;
  /** Upper bound on a round's contraction; NaN if not below 1. */
  readonly rate: number;
  readonly c: number;
  /** 1 + 1/M: no cycle for a smaller c. */
  readonly bound: number;
  readonly period: number;
  /** True for the short wording. */
  readonly bare: boolean;
}

/** Stable rest points as text; counts of the others. */
export interface Rests {
  readonly stable: readonly string[];
  readonly saddles: number;
  readonly flipping: number;
  readonly repelling: number;
}

interface Read {
  readonly value: string;
  readonly slope: string;
  readonly prox: string;
}

/** `bends` if the free one has slopes above 1; `cap` is null if it does not bind. */
interface Known {
  readonly slope: string;
  readonly bends: boolean;
  readonly cap: string | null;
}

/** 1 + 1/M of a side; `alone` if both sides share it. */
interface Bound {
  readonly side: 'left' | 'right';
  readonly bound: number;
  readonly alone: boolean;
}

export interface Level {
  readonly stable: number;
  readonly unstable: number;
  readonly cycles: number;
}

const plural = createPlural('en');
const short = (value: number) => formatNumberShort(Number(value.toPrecision(4)));
const points = (count: number) => `${formatCount(count)} ${plural(count, { one: 'place', other: 'places' })}`;

const level = ({ stable, unstable, cycles }: Level) =>
  [
    `${formatCount(stable)} stable`,
    ...(unstable > 0 ? [`${formatCount(unstable)} not`] : []),
    ...(cycles > 0 ? [`${formatCount(cycles)} ${plural(cycles, { one: 'cycle', other: 'cycles' })}`] : []),
  ].join(', ');

export const words = english({
  'pixels.title.left': ({ bare }: { bare: boolean }) => (bare ? 'Free' : 'Free denoiser'),
  'pixels.title.right': ({ bare }: { bare: boolean }) => (bare ? 'Nonexpansive' : 'Nonexpansive denoiser'),
  'pixels.about.left': ({ slope, bare }: { slope: string; bare: boolean }) =>
    bare ? `Best possible: slopes up to ${slope}.` : `The best possible denoiser: slopes up to M = ${slope}.`,
  'pixels.about.right': ({ cap, free, bare }: { cap: string; free: boolean; bare: boolean }) =>
    bare ? `≤ ${cap}` : free ? `Slopes ≤ ${cap}.` : `Capped at ${cap}.`,
  'pixels.plain.left': 'The best possible denoiser.',
  'pixels.plain.right': 'The best with capped slopes.',
  'pixels.knob.cap': 'cap',
  'pixels.knob.keeps': 'cap 1',
  'pixels.knob.pulls': 'cap 0.3',
  'pixels.knob.step': 'c',
  'pixels.knob.short': 'short step',
  'pixels.knob.long': 'long step',
  'pixels.knob.bound': ({ side, bound, alone }: Bound) =>
    `${alone ? '' : `${side === 'left' ? 'Left' : 'Right'}: `}1 + 1/M = ${short(bound)}: no cycle below`,
  'pixels.idea': 'Slope decides.',
  'pixels.idea.words': ({ slope, bends }: { slope: string; bends: boolean }) =>
    bends
      ? `The free denoiser is as steep as ${slope}. Where its slope exceeds 1, it drives close inputs apart, and no convex penalty has it as its proximal step.`
      : `The free denoiser is no steeper than ${slope}, so it never drives two inputs apart: it is the proximal step of a convex penalty.`,
  'pixels.idea.plain': ({ bends }: { bends: boolean }) =>
    bends
      ? 'Where the free denoiser is steeper than the dotted line, it drives close inputs apart. The other is nowhere steeper.'
      : 'The free denoiser is nowhere steeper than the dotted line: it never drives two inputs apart.',
  'pixels.asking': 'Where does it end?',
  'pixels.ready.rate': ({ bare }: PixelStand) =>
    bare ? 'One limit (proved).' : `One limit: every round shrinks all distances (proved).`,
  'pixels.moving.rate': ({ radius, bare }: PixelStand) =>
    bare ? `Limit within ${saidBound(radius)}.` : `Limit within ${saidBound(radius)}: the disc (proved).`,
  'pixels.moving.settles': ({ c, bound, bare }: PixelStand) =>
    bare ? 'Will settle (proved).' : `Will settle: c = ${toldApart(c, bound).join(' < ')} (proved).`,
  'pixels.moving.open': ({ c, bound, bare }: PixelStand) =>
    bare ? 'Nothing is proved.' : `Nothing is proved: c = ${toldApart(c, bound).join(' ≥ ')}.`,
  'end.pixels.settled': ({ at, bare }: PixelStand) =>
    bare ? 'Settled (proved).' : `Settled: the only limit is ${at} (proved).`,
  'end.pixels.stationary': ({ at, bare }: PixelStand) =>
    bare ? 'Stopped.' : `Stopped at ${at}; nothing is proved.`,
  'end.pixels.cycles': ({ period, bare }: PixelStand) =>
    bare ? 'Does not settle.' : `Swings between ${points(period)} and does not settle.`,
  'end.pixels.diverged': ({ k }: PixelStand) => `Out of bounds at round ${formatCount(k ?? 0)}.`,
  'pixels.settings': ({ slope, bound, bare }: { slope: string; bound: string; bare: boolean }) =>
    `${bare ? '' : `slopes ≤ ${slope}, `}no cycle for c < ${bound}`,
  'pixels.away': ({ away }: { away: string }) => `, error ${away}`,
  'pixels.why.rate': ({ rate }: PixelStand) =>
    `A round multiplies every distance by at most ${short(rate)}. So there is one limit, and it is within ${short(rate)}/(1 − ${short(rate)}) times the last step: the disc (proved).`,
  'pixels.why.settles': ({ bound }: PixelStand) =>
    `For c < 1 + 1/M = ${short(bound)} no round raises F: there is no cycle, and every run settles (proved). F contains c, so another c has another landscape.`,
  'pixels.why.open': ({ bound }: PixelStand) =>
    `From c = 1 + 1/M = ${short(bound)} on, a round may raise F, and cycles may exist. Some starts may settle all the same. F contains c, so another c has another landscape.`,
  'pixels.why.settled': ({ radius }: PixelStand) =>
    `The certified radius is ${saidBound(radius)}, at most 10⁻⁶ ‖x‖: the limit is no farther.`,
  'pixels.why.stationary': 'The last step is at most 10⁻¹⁰ max(1, ‖x‖). No radius is proved.',
  'pixels.why.cycles': ({ period }: PixelStand) =>
    `x is within 10⁻¹⁰ max(1, ‖x‖) of where it was ${formatCount(period)} rounds before, and the last step is longer than 10⁻³.`,
  'pixels.why.diverged': 'A pixel is beyond 10⁶, or not a number.',
  'pixels.axis.first': 'pixel 1',
  'pixels.axis.second': 'pixel 2',
  'pixels.height': 'F',
  'pixels.curve.objective': 'F = (c/L) f + h, each side with its own h',
  'pixels.basins': 'Basins',
  'pixels.basin.rest': ({ share, at }: { share: string; at: string }) => `${share} to ${at}`,
  'pixels.basin.cycle': ({ share, points: of }: { share: string; points: number }) =>
    `${share} to a cycle of ${points(of)}`,
  'pixels.basin.segment': ({ share }: { share: string }) => `${share} to the segment of fixed points`,
  'pixels.basin.open': ({ share }: { share: string }) => `${share} have not ended`,
  'alt.pixels.basins': ({ parts }: { parts: readonly string[] }) =>
    `Of evenly spaced starts, ${parts.join('; ')}.`,
  'alt.pixels.line': 'A line: where Φx = y.',
  'alt.pixels.box': 'A box: the denoiser changes nothing in it.',
  'alt.pixels.segment': ({ from, to }: { from: string; to: string }) =>
    `The fixed points are a segment from ${from} to ${to}.`,
  'alt.pixels.rests': ({ stable, saddles, flipping, repelling }: Rests) => {
    const others = [
      [saddles, { one: 'saddle', other: 'saddles' }],
      [flipping, { one: 'flipping', other: 'flipping' }],
      [repelling, { one: 'repelling', other: 'repelling' }],
    ] as const;
    const rest = others
      .filter(([count]) => count > 0)
      .map(([count, forms]) => `${formatCount(count)} ${plural(count, forms)}`);
    return `All fixed points: ${[`${formatCount(stable.length)} stable${stable.length > 0 ? ` at ${stable.join(', ')}` : ''}`, ...rest].join('; ')}.`;
  },
  'alt.pixels.disc': ({ radius }: { radius: string }) => `Certified disc: radius ${radius}.`,
  'alt.pixels.cycle': ({ points: of }: { points: readonly string[] }) => `It swings: ${of.join(', ')}.`,
  'crowd.denoiser.settled': 'have settled',
  'crowd.denoiser.stationary': 'have stopped',
  'crowd.denoiser.cycles': 'swing',
  'mark.denoiser.truth': 'truth',
  'pixels.more': 'Third picture',
  'pixels.capped': 'capped',
  'pixels.denoiser.title': 'Denoiser and its slope',
  'pixels.prox.title': 'The function h, whose prox is D',
  'pixels.chart.value': 'D(z)',
  'pixels.chart.slope': 'slope D′(z)',
  'pixels.chart.prox': 'h(x), of which D is the prox',
  'pixels.chart.identity': 'z unchanged',
  'pixels.chart.one': '1',
  'pixels.read.denoiser': ({ at, left, right }: { at: string; left: Read; right: Read | null }) =>
    `z = ${at}: D = ${left.value}, slope ${left.slope}${right ? `; capped D = ${right.value}, slope ${right.slope}` : ''}.`,
  'pixels.read.prox': ({ at, left, right }: { at: string; left: Read; right: Read | null }) =>
    `x = ${at}: h = ${left.prox}${right ? `; capped h = ${right.prox}` : ''}.`,
  'pixels.hint.denoiser': ({ slope, bends, cap, crossing }: Known & { crossing: string }) =>
    `Steepest at ½: M = ${slope}${bends ? ', above 1: it drives close inputs apart' : ', not above 1: nonexpansive'}.${cap === null ? '' : ` Capped: slope ${cap} up to z = ${crossing}.`} Dots: pixels 1 and 2.`,
  'pixels.hint.prox': ({ bends, cap }: Known) =>
    `${bends ? 'h is not convex: D has slopes above 1.' : 'h is convex: no slope of D is above 1.'}${cap === null ? '' : ' Capped, h is convex.'} D(z) is the only minimiser of h(x) + (x − z)²/2 (proved).`,
  'alt.pixels.dots': ({
    side,
    prox,
    places,
  }: Texts<'side'> & { prox: boolean; places: readonly { at: string; value: string }[] }) =>
    `${side}: ${places.map(({ at, value }, i) => `pixel ${i + 1} at ${prox ? 'x' : 'z'} ${at}, ${prox ? 'h' : 'D'} ${value}`).join('; ')}.`,
  'aria.pixels.surface': ({ title }: { title: string }) => `${title}: arrow keys read it.`,
  'pixels.levels.title.c': 'Fixed points against the step c',
  'pixels.levels.title.cap': 'Fixed points against the cap',
  'pixels.levels.axis.c': 'step c',
  'pixels.levels.axis.cap': 'cap on the slopes of the right',
  'pixels.levels.slide.c': 'Step c',
  'pixels.levels.slide.cap': 'Cap on the slopes of the right',
  'pixels.levels.stable': 'stable',
  'pixels.levels.unstable': 'not stable',
  'pixels.levels.cycle': 'cycle',
  'pixels.levels.bound.c': '1 + 1/M: no cycle below',
  'pixels.levels.bound.cap': '1/(c − 1): no cycle below',
  'pixels.levels.at': ({ key, at }: { key: 'c' | 'cap'; at: string }) =>
    `${key === 'c' ? 'c' : 'Cap'} ${at}.`,
  'pixels.levels.read': ({
    key,
    at,
    left,
    right,
  }: Texts<'at'> & { key: 'c' | 'cap'; left: Level | null; right: Level | null }) =>
    `${key === 'c' ? 'c' : 'Cap'} ${at}: ${[left && `free ${level(left)}`, right && `capped ${level(right)}`].filter(Boolean).join('; ')}.`,
  'pixels.levels.hint.c': ({ left, right }: { left: string; right: string }) =>
    `No cycle below c = 1 + 1/M: ${left} on the left, ${right} on the right (proved). Drag sets c.`,
  'pixels.levels.hint.cap': ({ most }: { c: number; most: string | null }) =>
    `A smaller cap pulls both pixels towards ½.${most === null ? ' No cap cycles here (proved).' : ` No cycle for a cap below ${most} (proved).`} Drag sets it.`,
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
