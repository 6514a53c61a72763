import { formatCount, formatNumberShort } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';

const plural = createPlural('en');

/** Facts on a side of the plane: formatted numbers, and rounds until a thousandth remains (null: never). */
export interface PlaneFacts {
  readonly bias: string;
  readonly excess: string;
  readonly factor: string;
  readonly rounds: number | null;
  readonly local: number;
}

/** Round at which a side ended (null: not yet); `bare`: short wording. */
export interface Ended {
  readonly k: number | null;
  readonly bare: boolean;
}

export interface Losses extends Ended {
  readonly network: number;
  readonly linear: number;
}

/** Losses up to this count as 0, as for the end `global`. */
export const NOTHING = 1e-12;

const at = ({ k }: Pick<Ended, 'k'>) => `round ${formatCount(k ?? 0)}`;
const rounds = (count: number) => `${formatCount(count)} ${plural(count, { one: 'round', other: 'rounds' })}`;
const short = (value: number) => formatNumberShort(Number(value.toPrecision(3)));
const thousandth = ({ rounds: count }: PlaneFacts) =>
  count === null ? '' : ` It covers 99.9 % of the way in at most ${rounds(count)}.`;

/** Words a factor per round. */
const growth = (grows: string, factor: string) =>
  factor === '2'
    ? `${grows.startsWith('G') ? 'D' : 'd'}oubles every round`
    : `${grows} by a factor of ${factor} per round`;

export const words = english({
  'side.left.federated': 'Federated averaging',
  'side.right.federated': 'Its counterpart',
  'help.fedRound':
    'In a round each client starts from the shared point and takes K steps of gradient descent on its own loss. Then the server averages their points (FedAvg, full batches, equal weights).',
  'help.fedSurrogate':
    'With quadratic losses a round is exactly one gradient step on another function F_K: every curvature λ of a client becomes 1 − (1 − ηλ)^K (proved). F_K is coloured; the contours of the loss F are dashed.',
  'help.fedRest':
    'Local steps can buy speed with bias: where a round stops need not be the minimum of F. It is, for every K, if one point minimises every client’s loss or all curvatures are equal (proved).',
  'help.fedNetwork':
    'The network runs beside its linearisation at the start: same data, same schedule. The linearisation’s limit is known in closed form and, for small steps and a kernel of full rank, so is its rate (proved).',
  'help.fedSource': 'arXiv 2105.05001 (abstract)',
  'fed.title.local': ({ k }: { k: number }) => (k === 1 ? '1 local step' : `${formatCount(k)} local steps`),
  'fed.title.work': 'All data in one place',
  'fed.title.equal': 'Equal curvatures',
  'fed.title.scaffold': 'SCAFFOLD',
  'fed.title.prox': 'FedProx',
  'fed.title.network': ({ m }: { m: number }) => `Network of ${formatCount(m)} neurons`,
  'fed.title.linearised': 'Linearised network',
  'fed.short.local': ({ k }: { k: number }) => (k === 1 ? '1 local step' : `${formatCount(k)} local steps`),
  'fed.short.work': 'in one place',
  'fed.short.equal': 'equal curvatures',
  'fed.short.scaffold': 'SCAFFOLD',
  'fed.short.prox': 'FedProx',
  'fed.short.network': 'network',
  'fed.short.linearised': 'linearised',
  'fed.about.local': ({ k, bare }: { k: number; bare: boolean }) =>
    k === 1
      ? bare
        ? 'Average every local step.'
        : 'They average after every local step.'
      : bare
        ? `${formatCount(k)} local steps, then average.`
        : `Clients walk ${formatCount(k)} local steps, then average.`,
  'fed.about.work': ({ k }: { k: number }) =>
    k === 1 ? 'One step on the mean loss per round.' : `${formatCount(k)} steps on the mean loss per round.`,
  'fed.about.more': 'Click or drag to set K.',
  'fed.about.equal': 'Everyone has the mean curvature.',
  'fed.about.scaffold': ({ k }: { k: number }) =>
    `${formatCount(k)} local ${plural(k, { one: 'step', other: 'steps' })}, corrected by memory.`,
  'fed.about.prox': ({ k }: { k: number }) =>
    `${formatCount(k)} local ${plural(k, { one: 'step', other: 'steps' })}, pulled back.`,
  'fed.about.linearised': 'Frozen to its tangent at the start.',
  'fed.own':
    'angle is in radians. client is any text, of at most 16 kinds; without it the rows are dealt in order of angle, as “How the data is dealt” and “Clients” say. At most 200 rows are used.',
  'fed.knob.one': '1 local step',
  'fed.knob.many': '100 local steps',
  'fed.forecast.best': 'reaches the minimum',
  'fed.forecast.rest': ({ bias }: PlaneFacts) => `stops ${bias} from the minimum`,
  'fed.forecast.grows': ({ factor }: PlaneFacts) => growth('grows', factor),
  'fed.forecast.stays': 'never settles',
  'fed.forecast.open': 'stops on a flat line',
  'fed.forecast.unproved': ({ factor }: PlaneFacts) => `factor ${factor}, end not proved`,
  'fed.plane.unproved': ({ factor }: PlaneFacts & Ended) =>
    `Its slowest factor is ${factor} per round. Where it ends is not proved.`,
  'fed.plane.best': (of: PlaneFacts & Ended) =>
    `Will reach the minimum (proved).${of.bare ? '' : thousandth(of)}`,
  'fed.plane.rest': (of: PlaneFacts & Ended) =>
    `Will stop ${of.bias} from the minimum (proved).${of.bare ? '' : thousandth(of)}`,
  'fed.plane.grows': ({ factor }: PlaneFacts & Ended) => `${growth('Grows', factor)} (proved).`,
  'fed.plane.stays': 'It does not settle: one direction does not shrink.',
  'fed.plane.open': 'Will stop on a line that is flat for all clients; the start decides where (proved).',
  'fed.plane.asking': 'Where does it end?',
  'end.federated.rest': ({ bias, ...ended }: PlaneFacts & Ended) =>
    ended.bare ? `Stopped ${bias} from the minimum.` : `Stopped at ${at(ended)}, ${bias} from the minimum.`,
  'end.federated.global': (ended: Ended) => `Reached the minimum at ${at(ended)}.`,
  'end.federated.reached': (ended: Ended) => `Reached the minimum at ${at(ended)}.`,
  'end.federated.diverged': (ended: Ended) => `Out of bounds at ${at(ended)}.`,
  'end.fednet.rest': ({ linear, excess, ...ended }: Losses & { excess: number }) =>
    `Stopped at ${at(ended)}: loss ${short(linear)}, ${excess <= NOTHING ? 'its minimum' : `${short(excess)} above its minimum`}.`,
  'end.fednet.global': (ended: Losses) => `Loss at most 10⁻¹² at ${at(ended)}.`,
  'end.fednet.reached': (ended: Losses) => `Loss at most 10⁻¹² at ${at(ended)}.`,
  'end.fednet.stationary': ({ network, ...ended }: Losses) =>
    `Barely moving since ${at(ended)}: loss ${short(network)}.`,
  'end.fednet.diverged': (ended: Losses) => `Out of bounds at ${at(ended)}.`,
  'fed.net.alike': ({ network }: Losses) => `Both are at loss ${short(network)}, up to rounding.`,
  'fed.net.moving': ({ loss }: { loss: number }) => `Loss ${short(loss)}.`,
  'fed.net.lower': ({ network, linear }: Losses) => {
    const by = short(Math.abs(network - linear));
    return `The ${network <= linear ? 'network' : 'linearisation'} is lower by ${by}.`;
  },
  'fed.net.rests': ({
    loss,
    excess,
    ...of
  }: Readonly<Record<'loss' | 'excess' | 'rounds', number>> & { bare: boolean }) => {
    const above = excess <= NOTHING ? 'its minimum' : `${short(excess)} above its minimum`;
    const where = loss <= NOTHING ? '0' : `${short(loss)}, ${above}`;
    const long = of.bare ? '' : ` Its slowest part shrinks to a thousandth in ${rounds(of.rounds)}.`;
    return `Will stop at loss ${where} (proved).${long}`;
  },
  'fed.settings': ({ local, eta, server }: { local: number; eta: string; server: string | null }) =>
    `K ${formatCount(local)}, η ${eta}${server === null ? '' : `, server step ${server}`}`,
  'fed.why.round': ({ factor, rounds: count }: PlaneFacts) =>
    `A round is one gradient step on F_K. Along each axis it multiplies the distance from the stopping point by a fixed factor; the largest in size is ${factor}${count === null ? '' : `, so ${rounds(count)} cover at least 99.9 % of the way`}.`,
  'fed.why.memory': ({ factor }: PlaneFacts) =>
    `A round moves θ and its memory. In the long run both are multiplied by ${factor} per round.`,
  'fed.why.rest':
    'The next round moves it by at most 10⁻¹², and the stopping point in closed form is within 10⁻⁹.',
  'fed.why.global': 'F is within 10⁻¹² of its minimum.',
  'fed.why.reached': 'F is within 10⁻¹² of its minimum.',
  'fed.why.diverged': 'The excess is more than a million times max(1, its starting value).',
  'fed.why.net.rest':
    'The next round moves the residuals by at most 10⁻¹², and their limit in closed form is within 10⁻⁹.',
  'fed.why.net.global': 'The loss is at most 10⁻¹².',
  'fed.why.net.reached': 'The loss is at most 10⁻¹².',
  'fed.why.net.stationary': 'The next round moves the weights by at most 10⁻¹⁰.',
  'fed.why.net.diverged': 'The loss is more than a million times max(1, its starting value).',
  'fed.why.bracket': ({ low, high }: { low: string; high: string }) =>
    `Each round multiplies the slowest part of the residuals by a factor between ${low} and ${high} (proved).`,
  'fed.why.noBracket': 'No rate is proved here.',
  'fed.readout.distance': ({ number }: { number: string }) => `distance ${number}`,
  'fed.curve.distance': 'Distance from the minimum',
  'fed.curve.excess': 'Excess of F over its minimum',
  'fed.curve.surrogate': 'Excess of F_K, on which a round descends',
  'fed.figure.distance': 'Distance, or loss',
  'fed.figure.excess': 'Excess, or gap',
  'fed.figure.surrogate': 'Excess of F_K, or switched neurons',
  'fed.curve.loss': 'Loss',
  'fed.curve.gap': 'Gap between the sides',
  'fed.curve.flipped': 'Share of neurons that have switched',
  'fed.average': 'average',
  'fed.preview': ({ clients }: { clients: number }) =>
    clients === 1 ? 'first round: the client’s walk' : 'first round: each client alone, then the average',
  'fed.preview.short': 'first round',
  'fed.ground.mean': ({ isFirst }: { isFirst: boolean }) =>
    `contours: mean loss${isFirst ? '; drawn: the first round' : ''}`,
  'fed.ground.both': 'colour: F_K; dashed: mean loss F',
  'fed.minimum.of': ({ client }: { client: string }) => `${client}’s minimum`,
  'fed.arrow.gradient': '−∇F',
  'fed.arrow.move': 'round/(ηK)',
  'fed.arrow.both': '−∇F = round/η',
  'fed.arrow.difference': 'difference',
  'aria.fed.rest': ({ k, bias }: { k: string; bias: string }) => `K = ${k}: bias ${bias}`,
  'alt.fed.minima': ({ places, more }: { places: readonly string[]; more: number }) =>
    `Minima of the clients: ${places.join(', ')}${more > 0 ? `, and ${formatCount(more)} more` : ''}.`,
  'alt.fed.round': ({ ends, average }: { ends: readonly string[]; average: string }) =>
    `In the round that starts here they walk to ${ends.join(', ')}; the average is ${average}.`,
  'alt.fed.biases': ({ biases }: { biases: readonly { k: number; bias: string }[] }) =>
    `Bias by local steps: ${biases.map(({ k, bias }) => `K = ${k}: ${bias}`).join(', ')}.`,
  'fed.local.title': 'Bias and speed',
  'fed.local.axis': 'local steps K',
  'fed.local.bias': 'Bias with K local steps per round',
  'fed.local.slowest': ({ most }: { most: string | null }) =>
    `Contraction per round (below 1: converges${most === null ? '' : `; drawn up to ${most}`})`,
  'fed.local.read': ({ k, bias, factor }: { k: string; bias: string | null; factor: string }) =>
    `K = ${k}: ${bias === null ? 'it does not stop' : `bias ${bias}`}, contraction ${factor} per round.`,
  'fed.local.asking': 'How do the curves go on?',
  'fed.local.lines': ({ name }: { name: string }) => `Dashed: ${name}. Thin: K = 1.`,
  'fed.trade.one': 'One local step is plain descent on F: no bias.',
  'fed.trade.none': 'No bias at this K.',
  'fed.trade.bought': ({ bias, rounds: count }: { bias: string; rounds: string }) =>
    `More local steps are faster but biased: 99.9 % of the way in at most ${count} rounds, stopping ${bias} off.`,
  'fed.trade.lost': ({ bias }: { bias: string; rounds: string }) =>
    `More local steps bring bias and no speed here: a round is no faster than with one step, stopping ${bias} off.`,
  'fed.trade.free': ({ faster }: { faster: boolean }) =>
    `No bias for any K up to 1,000${faster ? ': more local steps are simply faster.' : '.'}`,
  'fed.trade.grows': 'The contraction is above 1: it diverges.',
  'fed.trade.stays': 'The contraction is 1: it does not settle.',
  'fed.trade.open': 'A line is flat for all clients: there is no single minimum.',
  'fed.legend': ({ ticks, asks }: { ticks: boolean; asks: boolean }) =>
    asks ? 'Maps: F.' : `Maps: F_K in colour, F dashed.${ticks ? ' A tick on the curve sets K.' : ''}`,
  'fed.arrows': 'Arrows',
  'fed.arrows.title': 'Arrows: −∇F and the move of a round',
  'fed.height': 'F_K',
  'fed.under': 'F',
  'fed.runs.left': ({ network }: { network: boolean }) => (network ? 'Network' : 'FedAvg with K local steps'),
  'fed.runs.right': ({ versus }: { versus: string }) =>
    ({
      rounds: 'FedAvg with K = 1',
      work: 'All data in one place',
      equal: 'Equal curvatures',
      scaffold: 'SCAFFOLD',
      prox: 'FedProx',
    })[versus] ?? versus,
  'take.kind.averages': 'States and curves',
  'take.kind.losses': 'Curves only',
  'take.kind.arcs': 'Samples',
  'take.kind.localpaths': 'Local steps of this round',
  'take.kind.rests': 'Stopping point by K',
  'take.kind.circle': 'Curves over the circle at this round',
  'take.kind.kernel': 'Kernel at the start',
  'take.about.averages': 'One row per round, for both sides: losses, and everything that the server holds.',
  'take.about.losses': 'One row per round, for both sides: losses, and how far apart the two sides are.',
  'take.about.arcs': 'Each sample: angle, y and its client. Opened as own data it gives the same samples.',
  'take.about.localpaths': 'Every point of every client’s local steps in the round that starts here.',
  'take.about.rests': 'K = 1 to 1,000: where the left side stops, its bias and its contraction per round.',
  'take.about.circle': 'f of both sides at evenly spaced angles, and each client’s model before the average.',
  'take.about.kernel': 'One row per sample: its client, and H with every sample.',
  'crowd.federated.global': 'are at the minimum',
  'crowd.federated.rest': 'have stopped elsewhere',
  'mark.federated.minimum': 'minimum',
  'mark.federated.limit': '∞ steps',
  'fed.mark.rest': 'stopping point',
  'fed.mark.steps': ({ k }: { k: number }) => (k === 1 ? '1 step' : `${formatCount(k)} steps`),
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
