import { CRITERIA } from '../../engine/run/status.ts';
import type { PlaneAxis } from '../../workers/protocol.ts';
import { formatCount, formatDistance, formatNumberShort, formatShare } from '../i18n/format.ts';
import { english } from '../i18n/messages.ts';
import { createPlural } from '../i18n/plural.ts';
import type { VerdictFacts } from '../session/facts.ts';

const plural = createPlural('en');

const SAMPLES = { one: 'sample', other: 'samples' };

/** Formats the criterion of a vanished gradient; the possible further gain is judged separately. */
export function vanishedOf({ weights }: VerdictFacts['sizes']): string {
  const size = formatNumberShort(Number(weights.toPrecision(3)));
  return `‖∇‖ ≤ ${formatNumberShort(CRITERIA.gradient)} L max(${size},‖w‖)`;
}

export const words = english({
  'side.left': 'Non-convex loss',
  'side.right': 'Convex relaxation',
  'side.rightBlend': ({ blend }: { blend: number }) => `Blend, ${formatNumberShort(blend)} relaxation`,
  'side.left.short': 'non-convex',
  'side.right.short': 'relaxation',
  'side.blend.short': 'blend',

  'mark.start': 'start',
  'mark.made': 'the weights that made the data',
  'mark.plant': 'the star',
  'mark.left': ({ restarts }: { restarts: number }) =>
    restarts === 0 ? 'lowest minimum' : `best end from ${restarts} starts`,
  'mark.right': 'minimum of the relaxation',
  'mark.spurious': 'spurious minimum',
  'mark.arrow.left': '−∇f',
  'mark.arrow.right': '−∇g',
  'mark.arrow.difference': 'difference',
  'mark.pull': ({ least, full }: { least: string; full: string }) => `Δ: ${least} to ${full}`,
  'pull.title': 'Colour: pull Δ · lines: g',
  'mark.basin': ({ end, share }: { end: string; share: number }) => `${end} ${formatShare(share)}`,

  'end.plant': 'the star',
  'end.minimum': 'spurious minimum',
  'end.minimum.plain': 'stuck',
  'end.valley': 'valley',
  'end.plateau': 'dead',
  'end.plateau.plain': 'stuck',
  'end.origin': 'the origin',
  'end.origin.plain': 'stuck',
  'end.elsewhere': 'stopped elsewhere',
  'end.moving': 'still moving after 10,000 steps',
  'end.unbounded': 'falls forever',
  'end.diverged': 'diverges',

  'mark.deadZone': 'dead zone: gradient zero',
  'readout.shadow': ({ off, shadow }: { off: string; shadow: string }) =>
    `${off} off this slice; loss at its shadow ${shadow}`,

  'data.title': 'Data and fits',
  'data.count': ({ n, drawn, noise }: { n: number; drawn: number; noise: string }) =>
    n === Number.POSITIVE_INFINITY
      ? 'infinitely many Gaussian samples (exact) · no noise'
      : `${formatCount(n)} ${plural(n, SAMPLES)}${drawn < n ? ` (${formatCount(drawn)} shown)` : ''}${noise && ` · ${noise}`}`,
  'data.noNoise': 'no noise',
  'data.noiseInside': ({ noise }: { noise: number }) => `noise ${formatNumberShort(noise)} inside the ReLU`,
  'data.noiseOutside': ({ noise }: { noise: number }) => `noise ${formatNumberShort(noise)} outside the ReLU`,
  'data.own': 'your data',
  'data.set': ({ name }: { name: string }) => `data set ${name}`,
  'data.planted': 'the star',
  'data.dead': ({ name }: { name: string }) => `${name}: dead`,
  'coordinates.note': ({ d }: { d: number }) =>
    d === 1
      ? 'With one weight there is no map to draw; follow the curves and the weight itself.'
      : d === 2
        ? 'both are on the maps'
        : `${d} weights; the maps show a 2-D slice`,
  'coordinates.title': 'All weights',
  'coordinates.weight': 'weight j',
  'axis.index': 'j',

  'axis.w1': 'w₁',
  'axis.w1.plain': '',
  'axis.w2': 'w₂',
  'axis.w2.plain': '',
  'axis.along': ({ to, j }: { to: PlaneAxis; j: number }) =>
    ({
      target: 'distance towards the star',
      'left-end': 'distance towards the left end',
      'right-end': 'distance towards the right end',
      'left-move': 'distance along the left’s first move',
      'right-move': 'distance along the right’s first move',
      spread: 'distance as the paths spread',
      weight: `weight ${j}`,
      chance: 'distance in a random direction',
    })[to],
  'axis.slope': 'slope',
  'axis.slope.plain': '',
  'axis.bias': 'bias',
  'axis.bias.plain': '',
  'axis.x': 'x',
  'axis.y': 'y',
  'axis.a1': 'a₁',
  'axis.a2': 'a₂',
  'axis.step': 'step',

  'legend.shared': 'same scale on both',
  'legend.own': 'separate scales',
  'legend.over.zero': 'loss (darkest = 0)',
  'legend.over.references': 'loss above the best known',
  'legend.whole': ({ title, scale }: { title: string; scale: string }) =>
    `${title}: ${scale}, clipped at the 98th percentile of the left side`,

  'curve.distance': 'distance to the star',
  'curve.gradient': 'gradient norm',
  'curve.gradientScaled': 'gradient norm (scaled units)',
  'curve.missing': 'not known yet',

  verdict: ({
    status,
    endedAt,
    passedAt,
    k,
    distance,
    hasPlant,
    planted,
    slow,
    flat,
    convex,
    atMinimum,
    place,
    growing,
    c,
    safe,
    optimumKnown,
    limit,
    certified,
    restarts,
    lower,
  }: VerdictFacts): string => {
    const ended = endedAt !== null && endedAt <= k;
    if (k === 0) return 'Ready.';
    if (status === 'diverged' && ended)
      return `Diverged after step ${formatCount(Math.max(0, endedAt - 1))}.`;
    if (status === 'unbounded' && k > 0) return 'This loss falls forever: it has no minimum.';
    if (ended)
      switch (status) {
        case 'reached':
          return `Reached the star at step ${formatCount(endedAt)}.`;
        case 'global':
          return 'At a global minimum: zero loss.';
        case 'optimal':
          return 'Optimal: the gap is closed.';
        case 'resists':
          return 'Stopped: the gap does not close.';
        case 'dead':
          return flat ? 'Dead: the gradient is zero.' : 'Dead: the gradient has all but vanished.';
        case 'stationary':
          if (optimumKnown && atMinimum) return 'Stopped at the optimum.';
          if (optimumKnown && !convex && atMinimum === false) return 'Stuck above the optimum.';
          if (atMinimum && certified && !convex) return 'At the lowest minimum.';
          if (convex && atMinimum) return 'At the minimum of this convex loss.';
          if (convex) return 'Stopped: the gradient is below the threshold.';
          if (place === 'spurious') return 'Stuck at a spurious minimum.';
          if (place === 'valley') return 'Stuck in a valley of local minima.';
          if (place === 'origin') return 'Stuck at the origin: the gradient is zero.';
          return planted ? 'Stuck: zero gradient, but not at the star.' : 'Stopped: the gradient is zero.';
      }
    if (growing) return `Overshooting: a step of ${formatNumberShort(c)}/L is too large.`;
    if (passedAt !== null)
      return `Came within ${formatShare(CRITERIA.reached)} at step ${formatCount(passedAt)}, now ${formatDistance(distance)} away.`;
    if (limit) return `Still moving after ${formatCount(k)} steps.`;
    if (!safe && c >= 2) return `Still moving: with steps of ${formatNumberShort(c)}/L it may cycle forever.`;
    if (!Number.isFinite(distance)) return 'Still moving.';
    if (!hasPlant && !certified && lower)
      return `Lower than the best end from ${restarts} starts, ${slow ? 'barely' : 'still'} moving.`;
    const from = hasPlant ? 'the star' : certified ? 'its minimum' : 'the best known point';
    return `${formatDistance(distance)} from ${from}, ${slow ? 'barely' : 'still'} moving.`;
  },
  /** For scenes without terms. */
  'verdict.plain': ({ status, endedAt, k, distance, slow, hasPlant }: VerdictFacts): string => {
    if (k === 0) return 'Ready.';
    if (endedAt !== null && endedAt <= k) {
      if (status === 'reached') return `Reached the star at step ${formatCount(endedAt)}.`;
      return status === 'dead' ? 'Stuck on flat ground.' : 'Stopped.';
    }
    const moves = slow ? 'barely' : 'still';
    return hasPlant ? `${formatDistance(distance)} from the star, ${moves} moving.` : 'Still moving.';
  },
  'criterion.plain': '',
  /** A verdict's criterion, exactly as the engine tests it. */
  criterion: ({ side, status, endedAt, k, c, optimumKnown, sizes }: VerdictFacts): string => {
    if (endedAt === null || endedAt > k || k === 0) return '';
    const at = `at step ${formatCount(endedAt)}`;
    switch (status) {
      case 'reached':
        return `${at}: ‖w − w*‖ ≤ ${formatNumberShort(CRITERIA.reached)} ‖w*‖`;
      case 'global':
        return `${at}: loss ≤ ${formatNumberShort(CRITERIA.global * sizes.labels ** 2)}`;
      case 'dead':
        return `${at}: ${vanishedOf(sizes)}, a·w ≤ ${formatNumberShort(CRITERIA.activation)} max‖a‖‖w‖`;
      case 'stationary':
        return `${at}: ${optimumKnown && side === 'right' ? 'projected ' : ''}${vanishedOf(sizes)}`;
      case 'optimal':
        return `${at}: gap ≤ ${formatNumberShort(CRITERIA.gap)} of the objective`;
      case 'resists':
        return `${at}: gap > ${formatNumberShort(CRITERIA.gap)} of the objective`;
      case 'unbounded':
        return 'a direction v with A v ≤ 0 and y·Av > 0 exists (proved)';
      case 'diverged':
        return c >= 2
          ? `c = ${formatNumberShort(c)}: only below 2 is descent on the relaxation safe (proved)`
          : 'the next step is not a finite number';
      case 'moving':
        return '';
    }
  },
  'aria.curve': ({ title, isOne, isLinear }: { title: string; isOne?: boolean; isLinear?: boolean }) =>
    `${title}${isOne ? '' : ': the two sides'} against the step${isLinear ? '' : ', on a logarithmic axis'}`,
  'aria.data': 'The samples and the two fits',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
