import './network/cone-words.en.ts';
import type { End, SideName } from '../../../engine/contract.ts';
import type { PlaneSide } from '../../../engine/problems/gan/types.ts';
import { formatFixed, formatNumberShort, formatDistance as short } from '../../i18n/format.ts';
import { dynamicKey, type MessageKey, type Translate } from '../../i18n/messages.ts';
import { isAsking } from '../../session/guessing.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt, shownNumber } from '../../session/run/kept-steps.ts';
import { standingOf } from '../../session/run/standing.ts';
import type { AppState } from '../../session/store.ts';
import type { Footing } from '../../session/view.ts';
import { floorOf, GAME, gameOf, generatorOf, planeSideOf } from './game-info.ts';
import type { GeneratorFacts } from './words.en.ts';

type Known = Pick<AppState, 'opened' | 'openedProblem'>;

/** True on a projector, whose type is large. */
const isBare = ({ scenario }: AppState): boolean => scenario.values.profile === 'projector';

export function titleOf(state: Known, side: SideName, t: Translate): string {
  const info = gameOf(state);
  if (!info) return '';
  const of = info.sides[side];
  switch (info.versus) {
    case 'width':
      return t('gan.title.width', { k: generatorOf(state, side)!.width });
    case 'brake':
      return t('gan.title.brake', { rho: formatNumberShort(of.rho) });
    case 'signs':
      return t(side === 'left' ? 'gan.title.oneSign' : 'gan.title.bothSigns');
    case 'convex':
      return t(side === 'left' ? 'gan.title.network' : 'gan.title.convex');
    default:
      return t(dynamicKey('gan.rule', of.rule));
  }
}

export function aboutWords(state: AppState, panel: string, t: Translate): string {
  const info = gameOf(state);
  if (!info) return '';
  if (panel !== 'left' && panel !== 'right') return '';
  if (panel === 'right' && info.versus === 'width')
    return t('gan.about.width', { k: generatorOf(state, 'right')!.width });
  if (panel === 'right') return t(dynamicKey('gan.about', info.versus));
  if (info.level !== 'network') return t(info.level === 'plane' ? 'gan.about.plane' : 'gan.about.oneSign');
  const m = info.mean.length;
  if (m !== 2) return m === 1 ? t('gan.cone.one') : t('gan.cone.projected', { m });
  return t('gan.about.cone', { k: generatorOf(state, 'left')!.width, bare: isBare(state) });
}

/** Formats with this many decimals, more if those would read 1. */
function factorText(factor: number, decimals = 4): string {
  let digits = decimals;
  while (digits < 12 && factor !== 1 && Number(factor.toFixed(digits)) === 1) digits++;
  return digits > 5 ? formatFixed(factor, digits) : formatNumberShort(Number(factor.toFixed(digits)));
}

export function factorWords({ motion, factor }: Pick<PlaneSide, 'motion' | 'factor'>, t: Translate): string {
  if (motion !== 'arrives' && motion !== 'leaves') return t(`gan.forecast.${motion}`);
  return t(`gan.forecast.${motion}`, { factor: factorText(factor) });
}

/** States what is proved of a side of the plane; empty while a lecture's scene asks. */
export function forecastWords(state: AppState, side: SideName, t: Translate): string {
  const of = planeSideOf(state, side);
  if (!of || isAsking(state)) return '';
  return isBare(state) ? t('gan.forecast.factor', { factor: factorText(of.factor, 3) }) : factorWords(of, t);
}

/** True if each round multiplies the distance by the factor: without a brake it does in the metric mu (w - x)^2 + eta d^2. */
const isExact = ({ rule, rho, eta, mu }: PlaneSide): boolean =>
  rule === 'simultaneous' && rho === 0 && eta === mu;

function planeVerdict(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): string {
  const { status, endedAt } = standingOf(state, snapshot.trajectories, side);
  const of = planeSideOf(state, side)!;
  // With very different steps the players go far out before they return, or pass near the saddle.
  if (status === 'diverged')
    return t(of.verdict === 'leaves' ? 'end.gan.leaves' : 'end.gan.farOut', { k: endedAt, ...of });
  if (status === 'reached')
    return t(of.verdict === 'arrives' ? 'end.gan.saddle' : 'end.gan.near', { k: endedAt });
  if (isAsking(state)) return t('gan.plane.asking');
  const { forAll } = of;
  if (of.motion === 'cycles') return t('end.gan.cycles', { ellipse: of.ellipse !== null, forAll });
  if (of.motion === 'drifts' || of.motion === 'rests') return t(`gan.plane.${of.motion}`);
  const facts = { factor: isBare(state) ? null : factorText(of.factor), exact: isExact(of), forAll };
  return of.verdict === 'arrives' ? t('gan.plane.arrives', facts) : t('gan.plane.leaves', facts);
}

/** More dead neurons than this are counted, not named. */
const MOST_NAMED = 4;

function generatorFacts(snapshot: Snapshot, state: AppState, side: SideName): GeneratorFacts {
  const { endedAt } = standingOf(state, snapshot.trajectories, side);
  const of = generatorOf(state, side)!;
  const floor = floorOf(state, side);
  const mse = shownNumber(snapshot, side, 'loss');
  const [reach, dead] = [shownNumber(snapshot, side, 'reach'), shownNumber(snapshot, side, 'dead')];
  const told = GAME.now(state, 'players')?.[side];
  const push = of.kind === 'convex' ? Number.NaN : (told?.push ?? Number.NaN);
  const silent = Array.from(told?.silent ?? []).flatMap((is, j) => (is ? [j + 1] : []));
  return {
    k: endedAt,
    mse,
    growth: mse / numberAt(snapshot.trajectories[side], 'loss', 0),
    floor,
    excess: floor > 0 ? (mse - floor) / floor : Number.NaN,
    width: of.width,
    convex: of.kind === 'convex',
    push: of.rule === 'simultaneous' ? push : Number.NaN,
    rho: of.rho,
    reach,
    dead,
    // Neurons off under `optimistic` are not dead; the reading may be of another round.
    named: dead <= MOST_NAMED && silent.length === dead ? silent : [],
    bare: isBare(state),
  };
}

export function verdictWords(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): string {
  const info = gameOf(state);
  if (!info) return '';
  if (info.level === 'plane') return planeVerdict(snapshot, state, side, t);
  const { status } = standingOf(state, snapshot.trajectories, side);
  const facts = generatorFacts(snapshot, state, side);
  if (state.k === 0 && status === 'moving') return t('gan.ready', facts);
  const say = t as (key: MessageKey, facts: GeneratorFacts) => string;
  const isCutOff = status === 'stationary' && facts.reach > facts.floor;
  return say(dynamicKey('end', 'gan', isCutOff ? 'deadEnd' : status), facts);
}

/** States push against brake: locally, a simultaneous game can arrive only if the brake is stronger. */
export function pushWords(state: AppState, side: SideName, t: Translate): string {
  const of = generatorOf(state, side);
  const push = GAME.now(state, 'players')?.[side].push;
  if (of?.kind !== 'network' || push === undefined || isBare(state)) return '';
  const sign = of.rule !== 'simultaneous' ? ',' : push < of.rho ? ' <' : ' ≥';
  return t('gan.push', { push: short(push), sign, rho: short(of.rho) });
}

export function shortOf(state: Known, side: SideName, t: Translate): string {
  if (gameOf(state)?.versus !== 'signs') return titleOf(state, side, t);
  return t(side === 'left' ? 'gan.short.oneSign' : 'gan.short.bothSigns');
}

export function footingWords(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): Footing {
  const of = gameOf(state)?.sides[side];
  if (!of) return { below: '', why: '', ended: false, overshoots: false };
  const { status } = standingOf(state, snapshot.trajectories, side);
  const rule = t(dynamicKey('gan.rule', of.rule));
  // The note has a network's brake.
  const rho = of.kind === 'network' ? null : short(of.rho);
  return {
    below: t('gan.settings', { rule, eta: short(of.eta), mu: short(of.mu), rho }),
    why: whyWords(snapshot, state, side, status, t),
    ended: ['diverged', 'reached', 'atFloor', 'deadEnd', 'stationary'].includes(status),
    overshoots: false,
  };
}

function whyWords(snapshot: Snapshot, state: AppState, side: SideName, status: End, t: Translate): string {
  const plane = planeSideOf(state, side);
  if (status === 'diverged') return t(plane ? 'gan.why.diverged' : 'gan.why.beyond');
  if (status === 'reached') return t('gan.why.reached');
  if (plane && isAsking(state)) return '';
  if (plane && plane.motion !== 'arrives' && plane.motion !== 'leaves') return t(`gan.why.${plane.motion}`);
  if (plane)
    return t('gan.why.factor', {
      factor: factorText(plane.factor),
      exact: plane.rule === 'simultaneous' && plane.rho === 0,
    });
  const [floor, reach] = [floorOf(state, side), shownNumber(snapshot, side, 'reach')];
  if (reach > floor) return t('gan.why.dead', { reach: short(reach) });
  return floor > 0 ? t('gan.why.floor', { floor: short(floor) }) : t('gan.why.reachable');
}
