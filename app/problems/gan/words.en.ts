import { formatCount, formatShare, formatDistance as short } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';

const plural = createPlural('en');

const COLUMNS = { one: 'column', other: 'columns' };
const NEURONS = { one: 'neuron', other: 'neurons' };

export interface GeneratorFacts {
  /** Round of the end. */
  readonly k: number | null;
  readonly mse: number;
  /** The mse over the initial mse. */
  readonly growth: number;
  /** Proved lower bound of the mse; 0 if x is reachable. */
  readonly floor: number;
  /** (mse - floor)/floor; NaN if the floor is 0. */
  readonly excess: number;
  readonly width: number;
  readonly convex: boolean;
  /** eta sigma_max^2 under the simultaneous rule; NaN if unknown. */
  readonly push: number;
  readonly rho: number;
  /** Proved lower bound of the mse for living neurons; at least `floor`. */
  readonly reach: number;
  /** Number of dead neurons; their indices from 1 (empty if many). */
  readonly dead: number;
  readonly named: readonly number[];
  /** True on a projector. */
  readonly bare: boolean;
}

/** Factor of a round (null on a projector); `exact` if it holds for every round. */
interface Forecast {
  readonly factor: string | null;
  readonly exact: boolean;
  /** True from every start, false from almost every one. */
  readonly forAll: boolean;
  /** True for a complex pair of eigenvalues. */
  readonly spirals: boolean;
}
const from = (forAll: boolean) => (forAll ? '' : ' from almost every start');

interface AtRound {
  readonly k: number | null;
}

const round = ({ k }: AtRound) => `round ${formatCount(k ?? 0)}`;

const above = ({ excess }: GeneratorFacts): string =>
  excess < 1
    ? `${formatShare(excess)} above its proved floor`
    : `${short(1 + excess)} times its proved floor`;

function deadWords({ dead, named, width, floor, bare }: GeneratorFacts): string {
  const list = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : named.join();
  const some = list
    ? `${plural(dead, NEURONS)} ${list}`
    : `${formatCount(dead)} of ${formatCount(width)} neurons`;
  const who = dead === width ? `${dead === 1 ? 'its' : 'all'} ${plural(dead, NEURONS)}` : some;
  const others = `the ${width - dead === 1 ? 'other' : 'others'} cannot reach the ${floor > 0 ? 'floor' : 'mean'}`;
  return `${who} ${dead === 1 ? 'is' : 'are'} dead${bare || dead === width ? '' : `, and ${others}`} (proved).`;
}

export const words = english({
  'side.left.gan': 'The game',
  'side.right.gan': 'The same game, changed',
  'help.ganPlayers':
    'Two players share one function L. The generator turns noise into samples and descends on L; the discriminator d climbs on it. L = d·(x − g) − ρ/2 ‖d‖², with x the mean of the real data and g that of the generated.',
  'help.ganFloor':
    'Non-negative mixtures of k columns fill a cone. The squared distance from x to it is a floor that no generator with these columns can cross (proved, with a certificate).',
  'help.ganPush':
    'Let σ run over the singular values of the derivative of g. Near a saddle the simultaneous game converges if, for every σ > 0, ησ² is below the damping ρ and μ(2ρ − ησ²) < 4 (proved, where none is 0).',
  'help.ganPlane':
    'With one weight against one, a round is one matrix. Before the first round its spectral radius tells if the game converges, cycles or diverges.',
  'help.ganSource': 'arXiv 2104.05605 (abstract)',
  'gan.title.width': ({ k }: { k: number }) => `Width ${formatCount(k)}`,
  'gan.title.brake': ({ rho }: { rho: string }) => `Damping ρ = ${rho}`,
  'gan.title.oneSign': 'One sign: columns 1, 1',
  'gan.title.bothSigns': 'Both signs: columns 1, −1',
  'gan.title.network': 'Over the weights W',
  'gan.title.convex': 'Convex in h',
  'gan.rule.simultaneous': 'Simultaneous',
  'gan.rule.alternating': 'Alternating',
  'gan.rule.extragradient': 'Extragradient',
  'gan.rule.optimistic': 'Optimistic',
  'gan.rule.best': 'Best discriminator',
  'gan.about.cone': ({ k, bare }: { k: number; bare: boolean }) => {
    const columns = `${formatCount(k)} ${plural(k, COLUMNS)} can mix`;
    return bare ? `Shaded: what ${columns}.` : `What ${columns} is the shaded cone.`;
  },
  'gan.about.columns': 'Each line from 0 is a column to mix.',
  'gan.about.plane': 'At the saddle neither player moves.',
  'gan.about.oneSign': 'Both neurons add: g = (|w₁| + |w₂|)/2.',
  'gan.about.width': ({ k }: { k: number }) => `${formatCount(k)} ${plural(k, COLUMNS)} instead.`,
  'gan.about.brake': 'Only ρ differs.',
  'gan.about.rule': 'Another rule.',
  'gan.about.best': 'd replies best.',
  'gan.about.convex': 'Played over h ≥ 0.',
  'gan.about.signs': 'Adds and subtracts.',
  'gan.knob.noBrake': 'no damping',
  'gan.knob.brake': 'damping 2',
  'gan.knob.narrow': '1 column',
  'gan.knob.wide': '40 columns',
  'gan.knob.below': 'x = −1',
  'gan.knob.above': 'x = 1',
  'gan.forecast.arrives': ({ factor }: { factor: string }) => `converges, × ${factor}`,
  'gan.forecast.cycles': 'cycles, × 1',
  'gan.forecast.leaves': ({ factor }: { factor: string }) => `diverges, × ${factor}`,
  'gan.forecast.factor': ({ factor }: { factor: string }) => `distance × ${factor} per round`,
  'gan.forecast.drifts': 'diverges slowly',
  'gan.forecast.rests': 'stops off the saddle',
  'gan.region.title': 'Where the game converges',
  'gan.region.hint': 'Drag a dot to set the step η and the damping ρ.',
  'gan.region.eta': 'generator’s step η',
  'gan.region.rho': 'damping ρ',
  'gan.region.arrives': 'converges',
  'gan.region.leaves': 'diverges',
  'gan.region.both': 'both converge',
  'gan.region.none': 'both diverge',
  'gan.region.only': ({ rule }: { rule: string }) => `only ${rule.toLowerCase()} converges`,
  'gan.region.border': ({ rule }: { rule: string | null }) =>
    `${rule === null ? '' : `${rule.toLowerCase()}: `}neither, on this line`,
  'gan.region.undefined': 'not defined without damping',
  'gan.region.read': ({ eta, rho, verdict }: { eta: string; rho: string; verdict: string }) =>
    `η ${eta}, ρ ${rho}: ${verdict}`,
  'aria.gan.dot': ({ side, eta, rho }: { side: string; eta: string; rho: string }) =>
    `${side}: step ${eta}, damping ${rho}. Arrow keys move it (Shift: farther).`,
  'alt.gan.regions': ({ eta, rho }: { eta: string; rho: string }) =>
    `Where the game converges: the step η from 0 to ${eta}, the damping ρ from 0 to ${rho}.`,
  'alt.gan.dot': ({ side, eta, rho, verdict }: { side: string; eta: string; rho: string; verdict: string }) =>
    `${side}: at step ${eta} and damping ${rho} the game ${verdict}.`,
  'gan.plane.arrives': ({ factor, spirals }: Forecast) =>
    `${spirals ? 'Spirals in' : 'Converges'} (proved)${factor === null ? '.' : `: distance × ${factor} per round in the long run.`}`,
  'gan.plane.leaves': ({ factor, exact, forAll, spirals }: Forecast) => {
    const rounds = exact ? 'in every round' : 'per round in the long run';
    return `${spirals ? 'Spirals out' : 'Diverges'}${from(forAll)} (proved)${factor === null ? '.' : `: distance × ${factor} ${rounds}.`}`;
  },
  'gan.plane.drifts': 'Diverges slowly from almost every start (proved).',
  'gan.plane.rests': 'Will stop, from almost every start away from the saddle (proved).',
  'end.gan.cycles': ({ ellipse, forAll }: { ellipse: boolean; forAll: boolean }) =>
    ellipse ? 'Cycles on its orbit forever (proved).' : `Cycles forever${from(forAll)} (proved).`,
  'end.gan.saddle': (at: AtRound) => `Reached the saddle at ${round(at)}.`,
  'end.gan.near': (at: AtRound) => `Within a millionth of the saddle at ${round(at)}.`,
  'end.gan.farOut': ({ k, verdict }: AtRound & { verdict: string }) =>
    `Stopped at ${round({ k })}: a million times as far, though it ${verdict === 'cycles' ? 'cycles' : 'converges'} in the long run (proved).`,
  'end.gan.leaves': (at: AtRound) => `Stopped at ${round(at)}, a million times as far.`,
  'gan.ready': 'Ready.',
  'gan.moving': 'Still moving.',
  'gan.foreseen': (facts: GeneratorFacts) => {
    const { floor, reach, width, convex } = facts;
    if (reach > floor) return `Ready, but ${deadWords(facts)}`;
    if (floor > 0)
      return `Ready. Width ${formatCount(width)} gets no lower than mse ${short(floor)} (proved).`;
    return `Ready. ${convex ? 'Some h ≥ 0 matches' : `Width ${formatCount(width)} can match`} the mean.`;
  },
  'end.gan.moving': (facts: GeneratorFacts) => {
    if (facts.reach > facts.floor) return `Still moving, but ${deadWords(facts)}`;
    if (facts.floor > 0) return `${facts.bare ? '' : 'Still moving, '}${above(facts)}.`;
    if (facts.growth > 1) return `Farther than at the start: ${short(facts.growth)} times its mse.`;
    return 'Still moving; it can match the mean.';
  },
  'end.gan.stationary': (facts: GeneratorFacts) =>
    `Stopped${facts.floor > 0 ? `, ${above(facts)}` : ''}: no round moves it (proved).`,
  'end.gan.deadEnd': (facts: GeneratorFacts) => `Stopped: ${deadWords(facts)}`,
  'end.gan.reached': (facts: GeneratorFacts) => `Reached the mean at ${round(facts)}.`,
  'end.gan.atFloor': ({ width }: GeneratorFacts) =>
    `As close as width ${formatCount(width)} can get (proved).`,
  'end.gan.diverged': (facts: GeneratorFacts) =>
    facts.push > facts.rho && !facts.bare
      ? `Out of bounds at ${round(facts)}: ησ² = ${short(facts.push)} exceeds the damping ${short(facts.rho)}.`
      : `Out of bounds at ${round(facts)}.`,
  'gan.readout': ({ number }: { number: string }) => `mse ${number}`,
  'gan.readout.plane': ({ number }: { number: string }) => `distance ${number}`,
  'gan.curve.mse': 'Squared distance to the mean (mse)',
  'gan.figure.distance': 'Distance',
  'gan.curve.value': 'Value of the game L(w, d)',
  'gan.curve.distance': 'Distance to the saddle',
  'gan.curve.floors': 'proved floor',
  'gan.curve.floor': ({ side }: { side: string }) =>
    `proved floor, ${side.charAt(0).toLowerCase()}${side.slice(1)}`,
  'alt.gan.floor': ({ label, value }: { label: string; value: string }) => `${label}: ${value}.`,
  'gan.settings': ({ rule, eta, mu, rho }: { rule: string; eta: string; mu: string; rho: string | null }) =>
    `${rule.toLowerCase()}, η ${eta}, μ ${mu}${rho === null ? '' : `, ρ ${rho}`}`,
  'gan.why.factor': ({ factor, exact }: { factor: string; exact: boolean }) =>
    `A round is one matrix. Its largest eigenvalue has modulus ${factor}: in the long run, and from almost every start, a round multiplies the distance by it on average.${
      exact ? ' Without damping every simultaneous round multiplies μ(w − x)² + ηd² by exactly 1 + ημ.' : ''
    }`,
  'gan.why.cycles':
    'A round is one matrix. Its largest eigenvalue has modulus 1, to within 10⁻⁹: from almost every start the distance neither dies out nor grows without bound.',
  'gan.why.rests':
    'A round is one matrix with the eigenvalue 1, to within 10⁻⁹: it leaves every point of a line where it is, and the game stops on that line.',
  'gan.why.drifts':
    'A round is one matrix with a double eigenvalue of modulus 1 and one eigenvector: from almost every start the distance grows by a fixed amount per round in the long run.',
  'gan.why.reached': '‖x − g‖² is at most 10⁻¹² of the start’s, and ‖d‖ is at most 10⁻⁶ times max(1, ‖x‖).',
  'gan.why.diverged': 'Stopped at the last state within a million times its starting distance.',
  'gan.why.beyond':
    'Stopped at the last state with finite numbers and ‖x − g‖ within a million times its starting value, or ‖x‖ if that is more.',
  'gan.why.floor': ({ floor }: { floor: string }) =>
    `The discriminator d* = x − V h* proves it: no column points along it (vⱼ·d* ≤ 0), and those that V h* uses are at right angles to it. So no mixture of the columns has a squared distance to x below ‖d*‖² = ${floor}.`,
  'gan.why.reachable': 'x lies in the cone: some non-negative mixture of the columns equals it.',
  'gan.why.dead': ({ reach }: { reach: string }) =>
    `No noise sample switches a dead neuron on, so no round moves it again. Of the other columns some d* = x − V h* proves the rest: none points along it, and those that V h* uses are at right angles to it. So from here on ‖x − g‖² is never below ‖d*‖² = ${reach}.`,
  'gan.axis.w': 'w (generator)',
  'gan.axis.d': 'd (discriminator)',
  'gan.mark.saddle': 'saddle',
  'gan.mark.floor': 'proved floor',
  'crowd.gan.atFloor': 'are at the proved floor',
  'crowd.gan.cycles': 'keep cycling',
  'crowd.gan.deadEnd': 'have stopped with dead neurons',
  'gan.height': 'Φ',
  'gan.flat': ({ player }: { player: string }) => `no slope for ${player}`,
  'alt.gan.flat': 'One dashed line shows where L has no slope for w, another where it has none for d.',
  'gan.lines.plane': ({ kind }: { kind: 'follow' | 'one' | 'first' }) =>
    ({
      follow: 'lines: where rounds lead',
      one: 'lines: where one round points',
      first: 'lines: where the first round points',
    })[kind],
  'gan.lines.weights': ({ times }: { times: string }) =>
    `contours: Φ = mse${times === '1' ? '' : `/${times}`}`,
  'gan.push': ({ push, sign, rho }: { push: string; sign: string; rho: string }) =>
    ` · ησ² ${push}${sign} damping ${rho}`,
  'gan.short.oneSign': 'one sign',
  'gan.short.bothSigns': 'both signs',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
