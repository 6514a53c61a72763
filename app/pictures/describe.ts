import { SIDES } from '../../engine/side-names.ts';
import './alt-words.en.ts';
import type { SideName } from '../../engine/contract.ts';
import { formatPlace, formatPoint, formatReadout, formatDistance as short } from '../i18n/format.ts';
import { dynamicKey, type Translate } from '../i18n/messages.ts';
import { excessReferences } from '../session/excess.ts';
import { verdictFacts } from '../session/facts.ts';
import { planeMap } from '../session/picture/in-plane.ts';
import type { Describe } from '../session/picture/picture.ts';
import { shownIterate, shownNumber, shownStep } from '../session/run/kept-steps.ts';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';
import { crowdSentence } from './crowd-words.ts';
import { type MapState, mapState } from './landscape/map-state.ts';
import { groundNames, plateauOf, targetsOf } from './landscape/marks.ts';
import { legendWords } from './side-words.ts';

/** Text alternatives of one neuron's pictures. */

/** Most marks and weights listed; more are counted. */
const MOST_MARKS = 6;
const MOST_WEIGHTS = 8;

function weights(w: ArrayLike<number>, t: Translate): string {
  const told = formatPlace(Array.from(w).slice(0, MOST_WEIGHTS));
  return w.length > MOST_WEIGHTS ? t('alt.weights', { told, count: w.length }) : told;
}

/** Radians from the dead zone's edge within which weights are at it. */
const EDGE = 1e-3;

/** Describes a side's dead zone and the weights relative to it; null for none, or if it is the whole plane. */
function deadZone(map: MapState, w: ArrayLike<number>, t: Translate): string | null {
  const zone = plateauOf(map);
  if (!zone || zone.from[0] === zone.to[0]) return null;
  const size = Math.hypot(w[0]!, w[1]!);
  /** Sine of the angle from one direction to another. */
  const turn = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    (a[0]! * b[1]! - a[1]! * b[0]!) / Math.hypot(a[0]!, a[1]!) / Math.hypot(b[0]!, b[1]!);
  const inside = size === 0 ? 0 : Math.min(turn(zone.from, w), turn(w, zone.to));
  const where = Math.abs(inside) <= EDGE ? 'edge' : inside > 0 ? 'in' : 'out';
  return t('alt.deadZone', { from: formatPoint(zone.from, 2), to: formatPoint(zone.to, 2), where });
}

/** Describes a side's map: window, ground, start, present point, marks, state. */
function map(side: SideName): Describe {
  return (session, state, t) => {
    const { opened } = state;
    const plane = planeMap(state);
    const title = viewOf(state).title(state, side, t);
    if (!opened || !plane) return title;
    const shown = mapState(state, side);
    const { x0, x1, y0, y1 } = shown.view;
    const axes = shown.facts.axes(shown, shown.side, t);
    const w = shownIterate(session, side);
    const targets = targetsOf(shown, t);
    const named = targets.filter(({ label }) => label !== '');
    const { ground } = shown;
    const zone = deadZone(shown, w, t);
    const names = groundNames(shown, t).map(({ text }) => text);
    const parts = [
      t('alt.map', {
        title,
        x: axes.x,
        y: axes.y,
        window: [x0, x1, y0, y1].map(short) as [string, string, string, string],
      }),
      ...(ground !== 'loss' && names.length > 0
        ? [t('alt.ground', { ground: t(dynamicKey('choice.ground', ground)) || ground, names })]
        : []),
      t('alt.place', {
        k: shownStep(state, side),
        start: formatPlace(plane.toPlane(opened.sides.left.start)),
        at: formatPlace(plane.toPlane(w)),
        loss: formatReadout(shownNumber(session, side, 'loss')),
      }),
      ...(zone === null ? [] : [zone]),
      ...(named.length > 0
        ? [
            t('alt.marks', {
              marks: named.slice(0, MOST_MARKS).map(({ label, at }) => `${label} ${formatPlace(at)}`),
              more: targets.length - Math.min(MOST_MARKS, named.length),
            }),
          ]
        : []),
      t('verdict', verdictFacts(state, session.trajectories, side)),
      ...[crowdSentence(state, side, t)].filter((words) => words !== ''),
    ];
    return t('alt.whole', { parts });
  };
}

export const leftMap = map('left');
export const rightMap = map('right');

export const data: Describe = (session, state, t) => {
  const { opened } = state;
  if (!opened) return t('aria.data');
  const samples = t('alt.data', { n: opened.samples.count, drawn: opened.samples.labels.length });
  return t('alt.whole', { parts: [samples, ...fits(session, state, t)] });
};

function fits(session: Parameters<Describe>[0], state: AppState, t: Translate): string[] {
  const { plant } = state.opened!;
  return [
    t('alt.step', { k: state.k }),
    ...SIDES.map((side) =>
      t('alt.fit', { side: viewOf(state).short(state, side, t), w: weights(shownIterate(session, side), t) }),
    ),
    ...(plant ? [t('alt.fit', { side: t('data.planted'), w: weights(plant, t) })] : []),
  ];
}

export const coordinates: Describe = (session, state, t) =>
  t('alt.whole', { parts: [t('coordinates.title'), ...(state.opened ? fits(session, state, t) : [])] });

const ranges = new WeakMap<Float64Array, readonly [low: number, high: number]>();

/** Caches a grid's least and largest finite loss; Infinity and 0 if there is none. */
function rangeOf(losses: Float64Array): readonly [low: number, high: number] {
  const known = ranges.get(losses);
  if (known) return known;
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const value of losses) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  ranges.set(losses, [low, high]);
  return [low, high];
}

/** Describes the losses of the colour scale's darkest and lightest colour. */
function legend(side: SideName): Describe {
  return (_session, state, t) => {
    const { grid } = state;
    const { whole } = legendWords(state, side, t);
    const reference = excessReferences(state)[side];
    if (!grid || reference === null) return whole;
    const [low, high] = rangeOf(grid[side]);
    if (low === Number.POSITIVE_INFINITY) return whole;
    const range = t('alt.legend', { low: short(low - reference), high: short(high - reference) });
    return t('alt.whole', { parts: [whole, range] });
  };
}

export const leftLegend = legend('left');
export const rightLegend = legend('right');
