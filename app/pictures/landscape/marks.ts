import type { SideName } from '../../../engine/contract.ts';
import type { BasinEnd, BasinMaps, Probe, StationaryPoints } from '../../../workers/protocol.ts';
import type { BasinArea } from '../../charts/basin-picture.ts';
import { BASIN_BORDER, BASIN_COLOURS, PULL_COLOURS } from '../../charts/colour/palette.ts';
import type { Arrow } from '../../charts/marks/arrow-marks.ts';
import { formatDistance } from '../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import { planeMap } from '../../session/picture/in-plane.ts';
import { isOvertaken } from '../../session/run/overtaken.ts';
import type { AppState } from '../../session/store.ts';
import type { LandscapeLayers } from './layers.ts';
import type { MapState } from './map-state.ts';
import type { Target } from './overlay.ts';

/** Most marks of a kind on a map; the list gives their number. */
export const MOST_MARKS = 40;

function inPlane(state: MapState, at: ArrayLike<number>): [number, number] {
  return planeMap(state)?.toPlane(at) ?? [Number.NaN, Number.NaN];
}

/** True if a point is the plant, to more digits than are visible. */
export function isPlant({ opened }: Pick<AppState, 'opened'>, at: ArrayLike<number>): boolean {
  const plant = opened?.plant;
  if (!plant) return false;
  const away = Math.hypot(at[0]! - plant[0]!, at[1]! - plant[1]!);
  return away <= 1e-9 * Math.hypot(plant[0]!, plant[1]!);
}

function isLowest({ opened, references, side }: MapState, loss: number): boolean {
  const lowest = opened?.planted ? 0 : references?.[side]?.loss;
  return lowest !== undefined && loss <= lowest + 1e-9 * Math.max(Math.abs(lowest), Number.MIN_VALUE);
}

/** Returns a side's marked points: stationary points, the plant's substitute if that is no answer yet, the plant. */
export function targetsOf(state: MapState, t: Translate, isAnswered = true): Target[] {
  const { side, opened, references, structure } = state;
  const targets: Target[] = [];
  if (!opened) return targets;
  const points = state.points && !isOvertaken(state, 'structure', side) ? structure?.[side] : undefined;
  if (points) {
    for (const { at } of points.ridgeSaddles.slice(0, MOST_MARKS))
      targets.push({ kind: 'saddle', at: inPlane(state, at), label: '' });
    const spurious = spuriousOf(state);
    const { x0, x1 } = state.view;
    const apart = (x1 - x0) / 25;
    /** Only the first of several at one point is named. */
    const isAlone = (k: number) =>
      spurious
        .slice(0, k)
        .every(({ at }) => Math.hypot(at[0] - spurious[k]!.at[0], at[1] - spurious[k]!.at[1]) > apart);
    for (const [k, { at }] of spurious.slice(0, MOST_MARKS).entries())
      targets.push({
        kind: 'minimum',
        at: inPlane(state, at),
        label: spurious.length <= MOST_NAMED && isAlone(k) ? withShare(state, t('mark.spurious'), at, t) : '',
      });
  }
  const isTold = isAnswered && state.marked && !isOvertaken(state, 'references', side);
  const own = isTold ? references?.[side] : null;
  if (own && !opened.planted)
    targets.push({
      kind: 'minimum',
      at: inPlane(state, own.at),
      label: withShare(state, state.facts.lowest(state, state.side, t), own.at, t),
    });
  // Last, so on top.
  if (opened.plant)
    targets.push({
      kind: 'plant',
      at: inPlane(state, opened.plant),
      label: opened.planted ? withShare(state, t('mark.plant'), opened.plant, t) : t('mark.plant'),
    });
  return targets;
}

/** Returns a side's lines of minima; infinite ones extend beyond the window. */
export function valleysOf(state: MapState): LandscapeLayers['valleys'] {
  const { side, points, structure, view } = state;
  if (!points || !structure || isOvertaken(state, 'structure', side)) return [];
  const { x0, x1, y0, y1 } = view;
  return structure[side].valleys.slice(0, MOST_MARKS).map(({ start, end, through, direction }) => {
    const far = Math.abs(x0) + Math.abs(x1) + Math.abs(y0) + Math.abs(y1) + Math.hypot(...through);
    const beyond = (sign: number) =>
      [through[0] + sign * far * direction[0], through[1] + sign * far * direction[1]] as const;
    return [...(start ?? beyond(-1)), ...(end ?? beyond(1))] as const;
  });
}

/** Returns both sides' descent directions at a side's iterate, and their difference; zero for gradients up to `vanished`. */
export function arrowsOf(state: MapState, probe: Probe | undefined, vanished: number, t: Translate): Arrow[] {
  const map = planeMap(state);
  if (!probe || !map) return [];
  // Moves are differences, so the plane's origin cancels.
  const [x0, y0] = map.toPlane(probe.at);
  const move = ({ descent, gradientNorm }: Probe[SideName]): [number, number] => {
    if (gradientNorm <= vanished) return [0, 0];
    const [x, y] = map.toPlane(probe.at.map((value, j) => value + descent[j]!));
    return [x - x0, y - y0];
  };
  const [left, right] = [move(probe.left), move(probe.right)];
  const moves = { left, right, difference: [right[0] - left[0], right[1] - left[1]] as const };
  return (['left', 'right', 'difference'] as const).map((style) => ({
    move: moves[style],
    label: t(dynamicKey('mark.arrow', style)),
    style,
  }));
}

const MOST_NAMED = 3;

/** True if the end's own mark is named: the plant, the lowest minimum, or one of a few spurious minima. */
function isNamedAtMark(state: MapState, end: BasinEnd): boolean {
  const kind = endKind(state, end);
  return (
    kind === 'plant' || kind === 'lowest' || (kind === 'minimum' && spuriousOf(state).length <= MOST_NAMED)
  );
}

/** Adds the share of starts ending there, if basins are the ground. */
function withShare(state: MapState, label: string, at: ArrayLike<number>, t: Translate): string {
  const { side, basins, structure, ground } = state;
  if (ground !== 'basins' || !basins || !structure) return label;
  const { ends, labels } = basins[side];
  const area = areasOf(basins, labels).find(({ end }) => {
    const { kind, index } = ends[end]!;
    const minimum = kind === 'minimum' ? structure[side].minima[index] : undefined;
    return minimum !== undefined && Math.hypot(minimum.at[0] - at[0]!, minimum.at[1] - at[1]!) < 1e-6;
  });
  return area ? t('mark.basin', { end: label, share: area.told }) : label;
}

const areas = new WeakMap<object, BasinArea[]>();

function areasOf(
  { view, size, pen }: NonNullable<MapState['basins']>,
  labels: BasinMaps['left']['labels'],
): BasinArea[] {
  const known = areas.get(labels) ?? pen.basinAreas({ view, size, labels });
  areas.set(labels, known);
  return known;
}

/** Returns a side's strict minima except plant and lowest. */
function spuriousOf(state: MapState): StationaryPoints['minima'] {
  return (state.structure?.[state.side].minima ?? []).filter(
    ({ at, loss, strict }) => strict && !isPlant(state, at) && !isLowest(state, loss),
  );
}

export function endWords(state: MapState, end: BasinEnd, t: Translate): string {
  const kind = endKind(state, end);
  return kind === 'lowest' ? state.facts.lowest(state, state.side, t) : t(dynamicKey('end', kind));
}

function endKind(state: MapState, { kind, index }: BasinEnd): string {
  if (kind !== 'minimum') return kind;
  const minimum = state.structure?.[state.side].minima[index];
  if (minimum && isPlant(state, minimum.at)) return 'plant';
  if (minimum && !minimum.strict) return 'valley';
  return minimum && isLowest(state, minimum.loss) ? 'lowest' : 'minimum';
}

export function endColour(state: MapState, end: BasinEnd): string {
  const kind = endKind(state, end);
  const colours = BASIN_COLOURS[kind === 'lowest' ? 'plant' : (kind as keyof typeof BASIN_COLOURS)];
  return colours[end.index % colours.length]!;
}

type GroundNames = NonNullable<LandscapeLayers['ground']>['names'];

export function groundNames(state: MapState, t: Translate): GroundNames {
  const { side, ground, basins, structure, pull } = state;
  if (ground === 'basins' && basins && structure) {
    const { ends, labels } = basins[side];
    // A named mark also shows its share.
    return areasOf(basins, labels)
      .filter(({ end }) => !isNamedAtMark(state, ends[end]!))
      .map(({ end, told, places }) => ({
        text: t('mark.basin', { end: endWords(state, ends[end]!, t), share: told }),
        places,
      }));
  }
  if (ground !== 'pull' || side !== 'right' || !pull) return [];
  const { view, size, values } = pull;
  const scale = pull.pen.pullScale(values);
  const text = t('mark.pull', { least: formatDistance(scale.least), full: formatDistance(scale.full) });
  const middle = (view.x0 + view.x1) / 2;
  const edge = 0.05 * (view.y1 - view.y0);
  const places = [view.y1 - edge, view.y0 + edge, view.y1 - 2.5 * edge, view.y0 + 2.5 * edge];
  return [{ text, places: places.map((y) => ({ at: [middle, y] as const, room: size })) }];
}

export function groundOf(state: MapState, t: Translate): LandscapeLayers['ground'] {
  const { side, ground, basins, structure, pull } = state;
  const names = groundNames(state, t);
  if (ground === 'basins' && basins && structure) {
    const { view, size, pen } = basins;
    const { ends, labels } = basins[side];
    const colours = ends.map((end) => endColour(state, end));
    return { view, size, rgba: pen.rasteriseBasins({ view, size, labels }, colours, BASIN_BORDER), names };
  }
  if (ground !== 'pull' || side !== 'right' || !pull) return null;
  const { view, size, values, pen } = pull;
  return { view, size, rgba: pen.rasterisePull(values, size, pen.pullScale(values), PULL_COLOURS), names };
}

/** Returns a side's first plateau (without leak there is at most one). */
export function plateauOf(
  state: Pick<MapState, 'side' | 'dead' | 'structure' | 'references' | 'overtaken'>,
): StationaryPoints['plateaus'][number] | null {
  const { side, dead, structure } = state;
  return dead && !isOvertaken(state, 'structure', side) ? (structure?.[side].plateaus[0] ?? null) : null;
}
