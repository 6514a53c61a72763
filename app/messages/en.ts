import type { SideName } from '../../engine/contract.ts';
import { CRITERIA, type Status } from '../../engine/run/status.ts';
import { describeNotice, type Notice } from '../../engine/scenario/notice.ts';
import { formatCount, formatDistance, formatNumberShort, formatShare } from '../i18n/format.ts';
import { createPlural } from '../i18n/plural.ts';

const plural = createPlural('en');
const SAMPLES = { one: 'sample', other: 'samples' };

/** What has failed, what the browser said of it, and the bytes that were refused. */
export interface FaultFacts {
  readonly what: 'engine' | 'error' | 'memory' | 'part' | 'silent' | 'pictures';
  readonly words: string;
  readonly bytes: number | null;
}

/** What a verdict is told from. */
export interface VerdictFacts {
  readonly side: SideName;
  readonly status: Status;
  readonly endedAt: number | null;
  /** The step at which it came to the star, where it has left it again; else null. */
  readonly passedAt: number | null;
  /** Step shown. */
  readonly k: number;
  /** Distance to the plant, or to what stands in for it; NaN where there is neither. */
  readonly distance: number;
  /** The gradient is so small that the eye sees no move; the run has not ended by it. */
  readonly slow: boolean;
  /** The loss is convex: where its gradient is zero, not merely small, is its minimum. */
  readonly convex: boolean;
  /** Its loss is the reference's to rounding; null while that is not known. */
  readonly atMinimum: boolean | null;
  /** What stands in for the plant is the side's minimum; else it is the best end of so many starts. */
  readonly certified: boolean;
  readonly restarts: number;
  /** The run is lower than that place. */
  readonly lower: boolean;
  /** Which place in the plane a run that has lost its gradient stands at; null where it is none of these. */
  readonly place: 'spurious' | 'valley' | 'origin' | null;
  /** The loss has grown a millionfold under a step that is not safe. */
  readonly growing: boolean;
  readonly planted: boolean;
  readonly hasPlant: boolean;
  /** The step as a multiple of 1/L. */
  readonly c: number;
  /** Whether the step may leave the left or the relaxed loss descending: plain descent with c < 2. */
  readonly safe: boolean;
  /** The optimum is known in closed form, and being at it or not is what there is to say. */
  readonly optimumKnown: boolean;
  /** The longest run has been reached. */
  readonly limit: boolean;
  /** What the criteria are relative to. */
  readonly sizes: { readonly labels: number; readonly weights: number };
}

/** The criterion of a vanished gradient; what it could still gain is judged besides. */
export function vanishedOf({ weights }: VerdictFacts['sizes']): string {
  const size = formatNumberShort(Number(weights.toPrecision(3)));
  return `‖∇‖ ≤ ${formatNumberShort(CRITERIA.gradient)} L max(${size},‖w‖)`;
}

function faultTitleOf({ what }: FaultFacts): string {
  switch (what) {
    case 'engine':
    case 'error':
      return 'The engine has stopped.';
    case 'memory':
      return 'There is no more memory.';
    case 'part':
      return 'This scenario could not be opened.';
    case 'silent':
      return 'An engine has not answered for ten seconds.';
    case 'pictures':
      return 'Something of the pictures is missing.';
  }
}

function faultTextOf({ what, words, bytes }: FaultFacts): string {
  const kept = 'What was computed is still here, and the address keeps the scenario.';
  switch (what) {
    case 'engine':
    case 'error':
      return `${kept} Started again, it takes the same steps to the same digits. What it said: ${words}.`;
    case 'memory':
      return `${bytes === null ? 'The browser refused an array' : `${formatCount(Math.ceil(bytes / 1e6))} MB more were asked for and refused`}. ${kept} Close other tabs and start it again, or choose a shorter run or less data.`;
    case 'part':
      return 'A part of the page could not be loaded. Choose another one, or try again; the address keeps this one.';
    case 'silent':
      return `It may have much to do: wait, or end it and start it again. ${kept}`;
    case 'pictures':
      return 'What draws them could not be loaded, its engine has stopped, or there was no memory for them. The run goes on, and the address keeps the scenario.';
  }
}

/** Every English word of the page. Keys are checked by the compiler; other languages have the same keys. */
export const en = {
  'app.title': 'Twin Descent',
  'app.pageTitle': 'Twin Descent: one neuron, two landscapes',
  'app.problem': 'Problem',
  'problem.one-neuron': 'one neuron',
  'problem.two-layer': 'two layers',
  'problem.lift': 'the lift',
  'question.ahead': 'Same data, same start, same step. Where will each end?',
  'question.unlocked': 'Same data, same start, unequal rules. Where will each end?',
  'question.own': 'One data set, one start, no plant. Where will each end?',

  'side.left': 'Non-convex loss',
  'side.right': 'Convex relaxation',
  'side.rightBlend': ({ blend }: { blend: number }) => `Blend, ${formatNumberShort(blend)} relaxation`,
  'side.left.short': 'non-convex',
  'side.right.short': 'relaxation',
  'side.blend.short': 'blend',

  'mark.start': 'start',
  'mark.plant': 'planted minimum',
  'mark.plantOnly': 'plant',
  'mark.left': ({ restarts }: { restarts: number }) =>
    restarts === 0 ? 'lowest minimum' : `best end of ${restarts} starts`,
  'mark.right': 'minimum of the relaxation',
  'mark.spurious': 'spurious minimum',
  'mark.arrow.left': '−∇f',
  'mark.arrow.right': '−∇g',
  'mark.arrow.difference': 'difference',
  'mark.pull': ({ least, full }: { least: string; full: string }) => `Δ(w): ${least} to ${full}`,
  'mark.basin': ({ end, share }: { end: string; share: number }) => `${end} ${formatShare(share)}`,

  'end.plant': 'planted minimum',
  'end.minimum': 'spurious minimum',
  'end.valley': 'valley',
  'end.plateau': 'dead zone',
  'end.origin': 'the origin',
  'end.elsewhere': 'at rest elsewhere',
  'end.moving': 'no end in 10,000 steps',
  'end.unbounded': 'falls for ever',
  'end.diverged': 'diverges',

  'mark.deadZone': 'dead zone: gradient zero',

  'readout.loss': ({ loss }: { loss: string }) => `loss ${loss}`,
  'slice.coming': 'Laying a plane through start, plant and ends…',
  'readout.shadow': ({ off, loss, shadow }: { off: string; loss: string; shadow: string }) =>
    `${off} off the plane\nloss ${loss}, its shadow’s ${shadow}`,
  'readout.probe': ({ at, loss, gradient }: { at: string; loss: string; gradient: string }) =>
    `w ${at}  loss ${loss}  ‖∇‖ ${gradient}`,

  'data.title': 'Data and fits',
  'data.count': ({ n, drawn, noise }: { n: number; drawn: number; noise: string }) =>
    n === Number.POSITIVE_INFINITY
      ? 'infinitely many Gaussian samples · no noise'
      : `${formatCount(n)} ${plural(n, SAMPLES)}${drawn < n ? `, ${formatCount(drawn)} of them drawn` : ''}${noise && ` · ${noise}`}`,
  'data.noNoise': 'no noise',
  'data.noiseInside': ({ noise }: { noise: number }) => `noise ${formatNumberShort(noise)} inside the ReLU`,
  'data.noiseOutside': ({ noise }: { noise: number }) => `noise ${formatNumberShort(noise)} outside the ReLU`,
  'data.own': 'own data',
  'data.set': ({ name }: { name: string }) => `data set ${name}`,
  'data.planted': 'planted',
  'coordinates.title': 'All weights',
  'coordinates.note': ({ d }: { d: number }) =>
    d === 1
      ? 'With one weight there is no plane to draw: the curves and the weight itself tell the run.'
      : d === 2
        ? 'the maps show both'
        : `d = ${d}; the maps show a slice`,
  'coordinates.weight': 'weight j',
  'axis.index': 'j',

  'axis.w1': 'w₁',
  'axis.w2': 'w₂',
  'axis.s': 's',
  'axis.t': 't',
  'axis.slope': 'slope',
  'axis.bias': 'bias',
  'axis.x': 'x',
  'axis.y': 'y',
  'axis.a1': 'a₁',
  'axis.a2': 'a₂',
  'axis.step': 'step',
  'axis.evaluations': 'gradient evaluations',

  'legend.excess': 'excess loss',
  'legend.shared': 'one scale for both',
  'legend.own': 'each its own scale',
  'legend.over.zero': 'over 0',
  'legend.over.references': 'over the reference',
  'legend.whole': ({ title, scale }: { title: string; scale: string }) =>
    `${title}: ${scale}, clipped at the left’s 98th percentile`,

  'curve.excess': 'excess loss',
  'curve.distance': 'distance to the plant',
  'curve.distanceOwn': 'distance to each side’s reference',
  'curve.gradient': 'gradient norm',
  'curve.gradientScaled': 'gradient norm (scaled units)',
  'curve.missing': 'not known yet',
  'curve.noMinimum': 'the relaxation has no minimum here',
  'curve.readout': ({ k, left, right }: { k: string; left: string; right: string }) =>
    `${k}  ● ${left}  ■ ${right}`,

  verdict: ({
    status,
    endedAt,
    passedAt,
    k,
    distance,
    hasPlant,
    planted,
    slow,
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
    if (k === 0) return 'Ready at the start.';
    if (status === 'diverged' && ended)
      return `Diverged after step ${formatCount(Math.max(0, endedAt - 1))}.`;
    if (status === 'unbounded' && k > 0) return 'Falling for ever: this loss has no minimum.';
    if (ended)
      switch (status) {
        case 'reached':
          return `Arrived at the plant at step ${formatCount(endedAt)}.`;
        case 'global':
          return 'At a global minimum: zero loss.';
        case 'optimal':
          return 'Optimal: the gap is closed.';
        case 'resists':
          return 'At rest: the gap does not close.';
        case 'dead':
          return 'Dead: its gradient has vanished.';
        case 'stationary':
          if (optimumKnown && atMinimum) return 'At rest at the optimum.';
          if (optimumKnown && !convex && atMinimum === false) return 'Stuck: at rest above the optimum.';
          if (convex && atMinimum) return 'At rest at the minimum of this convex loss.';
          if (convex) return 'At rest: its gradient is below the bound.';
          if (place === 'spurious') return 'Stuck at a spurious minimum.';
          if (place === 'valley') return 'Stuck in a valley of minima that are not global.';
          if (place === 'origin') return 'Stuck at the origin: its gradient has vanished.';
          return planted
            ? 'Stuck: its gradient has vanished off the plant.'
            : 'At rest: its gradient has vanished.';
      }
    if (growing) return `Overshooting: ${formatNumberShort(c)}/L is too long.`;
    if (passedAt !== null)
      return `Came within ${formatShare(CRITERIA.reached)} at step ${formatCount(passedAt)}, now ${formatDistance(distance)} away.`;
    if (limit) return `Still moving after ${formatCount(k)} steps.`;
    if (!safe && c >= 2) return `Still moving: at ${formatNumberShort(c)}/L a step may circle for ever.`;
    if (!Number.isFinite(distance)) return 'Moving.';
    if (!hasPlant && !certified && lower)
      return `Lower than the best end of ${restarts} starts, ${slow ? 'hardly moving' : 'moving'}.`;
    const from = hasPlant ? 'the plant' : certified ? 'its lowest place' : 'the best point known';
    return `${formatDistance(distance)} from ${from}, ${slow ? 'hardly moving' : 'moving'}.`;
  },
  /** The criterion behind a verdict, exactly as the engine tests it. */
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
  'verdict.safeStep': 'Use c = 1',
  'why.stoppingDistance':
    'Neither is the straight line’s (3.9324, −17.5791): the two cars at 4 mph lie below the hinge, where the neuron says zero.',

  'play.play': 'Play',
  'play.pause': 'Pause',
  'play.reset': 'Back to the start',
  'play.back': 'One step back',
  'play.forward': 'One step on',
  'play.dice': 'New seed',
  'play.scrub': 'Step shown',
  'play.step': 'step',
  'play.speed': 'Speed',
  'play.perSecond': ({ speed }: { speed: number }) => `${formatNumberShort(speed)} steps/s`,
  'play.kept': ({ stride }: { stride: number }) => `1 in ${formatCount(stride)} kept`,
  'play.keptWhy': ({ stride }: { stride: number }) =>
    `Of a run this long one step in ${formatCount(stride)} is kept. The picture, the curves and the scrub line go by these; every step was taken.`,
  'play.achieved': ({ rate }: { rate: number }) => `reaching ${formatNumberShort(Math.round(rate))}`,

  'header.layers': 'Layers',
  'header.ensemble': 'How often?',
  'header.lectures': 'Lectures',
  'header.explain': 'Explain',
  'lectures.lead': 'Lectures:',
  'lectures.stuck': 'why it gets stuck',
  'lectures.always': 'is “always” true?',
  'lectures.optimal': 'how do you know?',
  'header.changed': 'changed',
  'header.scenario': 'Scenario',
  'header.data': 'Own data',
  'header.share': 'Share',
  'header.projector': 'Projector',
  'header.help': 'Help',
  'header.undo': 'Undo',
  'header.resetView': 'Reset view',

  'table.open': ({ title }: { title: string }) => `As a table: ${title}`,
  'control.lockedTitle': ({ title }: { title: string }) => `${title}: locked by this link`,
  'control.open': 'Open without limits',

  'choice.features.line': 'line: rows (x, 1)',
  'choice.features.gauss': 'Gaussian',
  'choice.features.circle': 'on the circle',
  'choice.features.positive': 'positive: |Gaussian|',
  'choice.features.correlated': 'correlated',
  'choice.features.csv': 'CSV',
  'choice.rule.gd': 'gradient descent',
  'choice.rule.heavyball': 'heavy ball',
  'choice.rule.nesterov': 'Nesterov',
  'choice.rule.adam': 'Adam',
  'choice.rule.sgd': 'mini-batch SGD',
  'preset.slope-bias.title': 'Slope and bias',
  'preset.slope-bias.sentence': 'Eight points on a hinge and a start on the wrong side of it.',
  'preset.trap.title': 'Trap',
  'preset.trap.sentence': 'Four rows, two of them switched on at the plant (1, 1).',
  'preset.zero-start.title': 'Zero start',
  'preset.zero-start.sentence': 'At w = 0 no sample is active. Is every gradient zero there?',
  'preset.valley.title': 'Valley',
  'preset.valley.sentence': 'Six samples: a whole line of minima, and none of them is the plant.',
  'preset.spurious.title': 'Spurious minimum',
  'preset.spurious.sentence': 'Noise digs minima of their own into the left side; the relaxation has one.',
  'preset.population.title': 'Infinitely many samples',
  'preset.population.sentence':
    'In closed form: the relaxation is a round bowl. What does one step of c = 2 do there?',
  'preset.few-samples.title': 'Few samples',
  'preset.few-samples.sentence':
    'With n < 2d the plant is often not the only global minimum: another end can be perfect too.',
  'preset.correlated.title': 'Correlated features',
  'preset.correlated.sentence':
    'Features that move together stretch both bowls: both sides need hundreds of steps.',
  'preset.noise-inside.title': 'Noise inside',
  'preset.noise-inside.sentence':
    'Noise before the ReLU: the relaxation’s end is often as near to the plant or nearer (measured).',
  'preset.noise-outside.title': 'Noise outside',
  'preset.noise-outside.sentence':
    'Noise after the ReLU: where the left side is not trapped, the relaxation often ends farther from the plant (measured).',
  'preset.leak.title': 'Leak',
  'preset.leak.sentence': 'With a slope of 0.1 below zero no neuron can die.',
  'preset.high-dimension.title': 'High dimension',
  'preset.high-dimension.sentence': 'Twenty weights, sixty samples: who arrives first, and by how much?',
  'preset.stopping-distance.title': 'Stopping distance',
  'preset.stopping-distance.sentence':
    'Fifty cars of the 1920s: a distance cannot be negative, so one ReLU is its natural model.',

  'opening.own': 'Reading and preparing your data…',
  'opening.made': ({ n }: { n: number }) => `Preparing ${formatCount(n)} ${plural(n, SAMPLES)}…`,

  'notices.title': 'Not taken as it came',
  'notices.dismiss': 'Dismiss',
  'notices.openFile': 'Open the file…',
  notice: (notice: Notice) => describeNotice(notice),

  'settings.unlocked': 'The sides differ in rule or step: not a fair race.',
  'settings.line': ({
    rule,
    c,
    step,
    smoothness,
  }: {
    rule: string;
    c: string;
    step: string;
    smoothness: string;
  }) => `${rule}, step ${step} (${c}/L, L = ${smoothness})`,

  'said.newData': 'New data: the run begins anew.',
  'said.undone': 'Taken back.',
  'said.copied': 'Link copied: it opens paused at this step, with the same digits.',
  'said.copiedWithoutData': 'Link copied; it leaves your data out, so only this page has the numbers.',
  'said.locked': 'Locked by this link.',
  'said.toneOn': 'Tone on: it sounds while the run plays.',
  'said.toneOff': 'Tone off.',
  'said.toneMissing': 'This browser gives the page no sound.',
  'said.runOpened': 'The run stands in the main view. Undo goes back.',
  'said.nothingToUndo': 'Nothing to take back.',
  'said.link': 'Copy this link:',

  'solid.missing':
    'This browser gives the page no WebGL 2, which the view in space needs: here are the flat maps.',
  'solid.lost':
    'The graphics card took its context back; the picture is the last one drawn. It goes on when the card is free.',
  'solid.reset': 'Reset camera',

  'fault.title': faultTitleOf,
  'fault.text': faultTextOf,
  'fault.again': 'Start it again',
  'fault.wait': 'Wait',
  'lost.reload': 'Reload',
  'failed.title': 'The page has failed.',
  'failed.why': ({ reason }: { reason: string }) => `What the browser says of it: ${reason}`,
  'failed.link': 'The scenario is kept in its link:',
  'failed.home': 'Open the start page',
  'lost.part':
    'This part of the page could not be loaded. Is the network there? Then reload the page: the address keeps the scenario and its step.',
  'lost.renewed':
    'The page was renewed since you opened it, and this part of it is gone from its host. Reload it: the address keeps the scenario and its step.',

  'key.space': 'Space',
  'key.ctrlZ': 'Ctrl+Z',

  'aria.landscape': ({ side }: { side: string }) =>
    `${side}: landscape over both weights. Arrow keys move the crosshair, Enter places the start there.`,
  'aria.solid': ({ side }: { side: string }) =>
    `${side}: the landscape as a block in space; both blocks turn together. Arrow keys turn them, + and − zoom, Home goes back.`,
  'aria.slice': ({ side }: { side: string }) =>
    `${side}: a slice through all weights. Arrow keys move the crosshair.`,
  'aria.start': ({ at }: { at: string }) => `Start at ${at}. Arrow keys move it, Shift for larger steps.`,
  'aria.loss': ({ side }: { side: string }) => `Loss, ${side} side`,
  'aria.curve': ({ title }: { title: string }) =>
    `${title} of both sides against the step, on a logarithmic axis`,
  'aria.data': 'The samples with both fits',
  'aria.run': ({
    k,
    left,
    right,
    names,
  }: {
    k: number;
    left: string;
    right: string;
    names: Readonly<Record<SideName, string>>;
  }) => `Step ${k}. ${names.left}: ${left} ${names.right}: ${right}`,
  'pointer.click': 'click',
  'pointer.tap': 'tap',
  'aria.blank': 'Blank screen. Press B or {{press}} to return.',
  'aria.main': 'Explorer',
} as const;

export type Messages = typeof en;
