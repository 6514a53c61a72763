import type { End, SideName } from '../../../engine/contract.ts';
import type { GameInfo, GeneratorInfo, PlayersReading } from '../../../engine/problems/gan/types.ts';
import { formatNumberShort, formatDistance as short } from '../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import { drawCurves, FLOOR } from '../../pictures/curve/curve-plot.ts';
import { curveRect } from '../../pictures/curve/step-plot.ts';
import { type CurveFloor, type CurveFloors, floorMarks } from '../../pictures/landscape/floor-marks.ts';
import { isAsking } from '../../session/guessing.ts';
import { createMemo } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt, shownIterate, shownNumber } from '../../session/run/kept-steps.ts';
import { standingOf } from '../../session/run/standing.ts';
import { hasPart } from '../../session/scene-parts.ts';
import type { AppState } from '../../session/store.ts';
import { type Footing, viewOf } from '../../session/view.ts';
import { linesCurve } from '../kit/curve/lines.ts';
import { seriesCurve } from '../kit/curve/series-curve.ts';
import type { At, LevelView } from '../kit/define-view.ts';
import { isBare, say } from '../kit/say.ts';
import { createReader } from '../kit/state/reader.ts';
import { floorOf, GAME, generatorsOf, isCalm } from './game-info.ts';
import type { GeneratorFacts } from './words.en.ts';

/** Parts of the view that several levels share. */

/** Names a side by its brake if only that differs, else by its rule. */
export const playTitle = ({ versus, sides }: GameInfo, side: SideName, t: Translate): string =>
  versus === 'brake'
    ? t('gan.title.brake', { rho: formatNumberShort(sides[side].rho) })
    : t(dynamicKey('gan.rule', sides[side].rule));

/** Returns the words below a verdict. */
export function footingOf(
  state: AppState,
  of: GameInfo['sides']['left'],
  status: End,
  why: string,
  t: Translate,
): Footing {
  // The note has a network's brake.
  const rho = of.kind === 'network' ? null : short(of.rho);
  const rule = t(dynamicKey('gan.rule', of.rule));
  return {
    below: isCalm(state) ? '' : t('gan.settings', { rule, eta: short(of.eta), mu: short(of.mu), rho }),
    why: status === 'reached' ? t('gan.why.reached') : why,
    ended: ['diverged', 'reached', 'atFloor', 'deadEnd', 'stationary'].includes(status),
    overshoots: false,
  };
}

export const VALUE = seriesCurve('value', { scale: 'linear', better: null, signed: true }, (t) =>
  t('gan.curve.value'),
);

/** True while the explanation points at the floors. */
const isFloorLit = ({ extra }: AppState) => extra?.highlight === 'floor';

/** True unless a scene hides the floors, or the page asks and does not explain them. */
const hasFloor = (state: AppState): boolean =>
  hasPart(state, 'floor') && (!isAsking(state) || isFloorLit(state));

/** Returns the positive floors; sides of equal width share the left's. */
function floorsOf(state: AppState, t: Translate): CurveFloor[] {
  if (!hasFloor(state)) return [];
  const of = (side: SideName, label: string): CurveFloor[] => {
    const value = floorOf(state, side);
    return value > 0 ? [{ side, value, label, lit: isFloorLit(state) }] : [];
  };
  if (floorOf(state, 'left') === floorOf(state, 'right')) return of('left', t('gan.curve.floors'));
  return (['left', 'right'] as const).flatMap((side) =>
    of(side, t('gan.curve.floor', { side: viewOf(state).short(state, side, t) })),
  );
}

const floors = createMemo<CurveFloors>();

/** Squared distance of the means above its floors, and value of the game. */
const CURVES = [
  linesCurve({
    ...{ name: 'distance', series: 'loss', rectOf: curveRect },
    hasFloor: (state) => (['left', 'right'] as const).some((side) => floorOf(state, side) > 0),
    title: (_, t) => t('gan.curve.mse'),
    facts({ store }, t) {
      const state = store.getState();
      const key = [state.opened, isFloorLit(state), hasFloor(state), t];
      return { floors: floors(key, () => ({ all: floorsOf(state, t), pen: floorMarks })) };
    },
    // A line leaves the frame below instead of running along it.
    draw: ({ left, right, ...input }) =>
      drawCurves({ ...input, left: { ...left, floor: FLOOR }, right: { ...right, floor: FLOOR } }),
    told: ({ store }, t) =>
      floorsOf(store.getState(), t).map(({ label, value }) =>
        t('alt.gan.floor', { label, value: formatNumberShort(Number(value.toPrecision(6))) }),
      ),
  }),
  VALUE,
];

/** More dead neurons than this are counted, not named. */
const MOST_NAMED = 4;

function factsOf(snapshot: Snapshot, state: At<GeneratorInfo>, side: SideName): GeneratorFacts {
  const { endedAt } = standingOf(state, snapshot.trajectories, side);
  const of = state.opened.info.sides[side];
  const floor = floorOf(state, side);
  const mse = shownNumber(snapshot, side, 'loss');
  const [reach, dead] = [shownNumber(snapshot, side, 'reach'), shownNumber(snapshot, side, 'dead')];
  const told = GAME.now(state, 'players')?.[side];
  const push = of.kind === 'convex' ? Number.NaN : (told?.push ?? Number.NaN);
  const silent = Array.from(told?.silent ?? []).flatMap((is, j) => (is ? [j + 1] : []));
  return {
    ...{ k: endedAt, mse, floor, reach, dead, width: of.width, rho: of.rho },
    growth: mse / numberAt(snapshot.trajectories[side], 'loss', 0),
    excess: floor > 0 ? (mse - floor) / floor : Number.NaN,
    convex: of.kind === 'convex',
    push: of.rule === 'simultaneous' ? push : Number.NaN,
    // Neurons off under `optimistic` are not dead; the reading may be of another round.
    named: dead <= MOST_NAMED && silent.length === dead ? silent : [],
    bare: isBare(state),
  };
}

/** Part that the network and two weights share. */
export const GENERATOR: LevelView<GeneratorInfo> = {
  curves: CURVES,
  verdict(snapshot, state, side, t) {
    const { status } = standingOf(state, snapshot.trajectories, side);
    const facts = factsOf(snapshot, state, side);
    if (status === 'moving' && isAsking(state)) return t(state.k === 0 ? 'gan.ready' : 'gan.moving');
    if (state.k === 0 && status === 'moving') return t('gan.foreseen', facts);
    const isCutOff = status === 'stationary' && facts.reach > facts.floor;
    return say(t, dynamicKey('end', 'gan', isCutOff ? 'deadEnd' : status), facts);
  },
  footing(snapshot, state, side, t) {
    const { status } = standingOf(state, snapshot.trajectories, side);
    const [floor, reach] = [floorOf(state, side), shownNumber(snapshot, side, 'reach')];
    const proof = () => {
      if (status === 'diverged') return t('gan.why.beyond');
      if (isAsking(state)) return '';
      if (reach > floor) return t('gan.why.dead', { reach: short(reach) });
      return floor > 0 ? t('gan.why.floor', { floor: short(floor) }) : t('gan.why.reachable');
    };
    return footingOf(state, state.opened.info.sides[side], status, proof(), t);
  },
  /** States push against brake: locally, a simultaneous game can arrive only if the brake is stronger. */
  note({ store }, side, t) {
    const state = store.getState();
    const of = generatorsOf(state)?.sides[side];
    const push = GAME.now(state, 'players')?.[side].push;
    if (of?.kind !== 'network' || push === undefined || isBare(state) || isAsking(state)) return '';
    const sign = of.rule !== 'simultaneous' ? ',' : push < of.rho ? ' <' : ' ≥';
    return t('gan.push', { push: short(push), sign, rho: short(of.rho) });
  },
  followers: [
    createReader(GAME, () => ({
      async ask(engine, snapshot, know) {
        const state = snapshot.store.getState();
        if (!generatorsOf(state)) return;
        const copy = (side: SideName) => Float64Array.from(shownIterate(snapshot, side));
        const states = { left: copy('left'), right: copy('right') };
        const told = await engine.reading<PlayersReading>('players', states);
        if (told) know('players', state.k, told);
      },
    })),
  ],
};
