import './matrix-words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import type { ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import type { Mark } from '../../charts/display-list.ts';
import { createThinner, type ThinnedPath } from '../../charts/thin.ts';
import type { Translate } from '../../i18n/messages.ts';
import { iterateAt, type SideAt, selectSide } from '../../pictures/side-at.ts';
import { isAsking } from '../../session/guessing.ts';
import { type Canvas, createPicture, type Describe, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { shownNumber } from '../../session/run/kept-steps.ts';
import type { AppState } from '../../session/store.ts';
import { halos } from '../kit/halo-marks.ts';
import { inTriangle, stageMarks } from './explain-marks.ts';
import { type MatrixState, matrixState, nearestTold, saidCost, saidShare } from './matrix-state.ts';
import { permutationName } from './permutation-names.ts';
import { createRunValues, runVersion } from './run-values.ts';
import { isBest, lineOf, SHUFFLE, shuffleOf } from './shuffle-info.ts';
import {
  CORNERS,
  type Corner,
  drawTriangles,
  gaugesOf,
  litPlaces,
  pointsOf,
  type TrianglesInput,
  trianglesLayout,
  weightsOf,
} from './triangles-plot.ts';

interface TrianglesState extends MatrixState {
  readonly at: SideAt;
  readonly extra: AppState['extra'];
}

/** Draws a side's run in both triangles; `isRead` marks the part being read. */
export function createTriangles(side: SideName, isRead = false): Picture<TrianglesState> {
  const at = selectSide(side);
  const runOf = createRunValues(4, (into, at, { iterates }, row) =>
    into.set(pointsOf(weightsOf(iterates, 9 * row)), at),
  );
  const thinners = [createThinner(), createThinner()] as const;

  function pathsOf(shown: SideAt, { size, drawStyle }: Canvas): readonly [ThinnedPath, ThinnedPath] {
    const { planes } = trianglesLayout(size, drawStyle.scale);
    const values = runOf(shown.trajectory);
    const path = (which: 0 | 1) => {
      const source = { ...values, x: 2 * which, y: 2 * which + 1 };
      thinners[which].extend(source, planes[which], runVersion(shown.trajectory));
      return thinners[which].upTo(shown.row);
    };
    return [path(0), path(1)];
  }

  return createPicture({
    select: (snapshot, t) => trianglesState(snapshot, side, isRead, at(snapshot, t)),
    draw(state, canvas) {
      const { info, at: shown } = state;
      if (info?.n !== 3 || shown.trajectory.dimension !== 9 || shown.row < 0) return [];
      const input = trianglesInput(state, info, side, pathsOf(shown, canvas), canvas);
      return [...drawTriangles(input), ...explainedMarks(input, state.extra)];
    },
  });
}

function trianglesState(snapshot: Snapshot, side: SideName, isRead: boolean, at: SideAt): TrianglesState {
  const state = snapshot.store.getState();
  const lambda = side === 'left' ? 0 : shownNumber(snapshot, side, 'lambda');
  return { ...matrixState(state, side, isRead), lambda, at, extra: state.extra };
}

function trianglesInput(
  state: TrianglesState,
  info: ShuffleInfo,
  side: SideName,
  paths: TrianglesInput['paths'],
  { size, drawStyle, t }: Canvas,
): TrianglesInput {
  const at = weightsOf(iterateAt(state.at));
  const [even, odd] = gaugesOf(at).map(saidShare) as [string, string];
  return {
    ...size,
    ...drawStyle,
    side,
    corners: CORNERS.map((_, k) => cornerOf(state, info, k)),
    at,
    paths,
    read: typeof state.read === 'number' ? state.read : null,
    names: {
      evens: t('shuffle.triangles.evens'),
      odds: t('shuffle.triangles.odds'),
      even: t('shuffle.triangles.even', { gauge: even }),
      odd: t('shuffle.triangles.odd', { gauge: odd }),
      out: t('shuffle.triangles.out'),
    },
  };
}

/** Draws the walked stage and the highlights. */
function explainedMarks(input: TrianglesInput, extra: AppState['extra']): Mark[] {
  if (!extra) return [];
  const { side, scale, palette } = input;
  const { planes } = trianglesLayout(input, scale);
  const drawStyle = { scale, palette };
  const walked = ([0, 1] as const).flatMap((which) =>
    stageMarks(extra, { side, ...inTriangle(which) }, planes[which], drawStyle),
  );
  return [...walked, ...halos(litPlaces(input, extra.highlight), drawStyle)];
}

function thresholdOf({ thresholds }: ShuffleInfo, k: number) {
  const line = lineOf(CORNERS[k]!);
  return thresholds.find(({ permutation }) => lineOf(permutation) === line);
}

/** For n = 3, all permutations with the largest <X, M> are tied. */
function cornerOf({ told, asks, lambda }: TrianglesState, info: ShuffleInfo, k: number): Corner {
  const of = thresholdOf(info, k);
  const along = told ? weightsOf(told.matrix) : null;
  const isNearest = !asks && along !== null && along[k]! >= Math.max(...along) - 1e-9 / 3;
  return {
    name: lineOf(CORNERS[k]!),
    cost: of ? saidCost(of.cost) : '',
    isBest: !asks && of !== undefined && isBest(of.cost, info.best),
    isNearest,
    isTied: isNearest && told!.rounded.tie,
    isTrap: !asks && of !== undefined && lambda > of.threshold,
  };
}

/** Returns an empty text if nothing is being read. */
export function partWords({ info, told, read, asks }: Omit<MatrixState, 'lambda'>, t: Translate): string {
  if (info?.n !== 3 || !told?.planes || typeof read !== 'number') return '';
  const { even, odd, gauges } = told.planes;
  if (read === CORNERS.length)
    return t('shuffle.triangles.matrix', {
      rows: [0, 3, 6].map((from) => Array.from(told.matrix.slice(from, from + 3), saidShare).join(' ')),
      even: saidShare(gauges[0]),
      odd: saidShare(gauges[1]),
    });
  const of = thresholdOf(info, read);
  if (!of) return '';
  return t('shuffle.triangles.corner', {
    line: lineOf(of.permutation),
    name: permutationName(of.permutation),
    cost: saidCost(of.cost),
    best: !asks && isBest(of.cost, info.best),
    along: saidShare(3 * [...even, ...odd][read]!),
    threshold: asks ? '' : saidShare(of.threshold),
    trap: !asks && info.lambda > of.threshold,
  });
}

export function trianglesHint(state: AppState, side: SideName, t: Translate): string {
  const told = SHUFFLE.now(state, 'matrices')?.[side];
  return told ? t('shuffle.triangles.hint', { of: nearestTold(told, isAsking(state)) }) : '';
}

export const describeTriangles =
  (side: SideName): Describe =>
  (_, state, t) => {
    const info = shuffleOf(state);
    const told = SHUFFLE.now(state, 'matrices')?.[side];
    if (!info || !told?.planes) return '';
    const { gauges } = told.planes;
    return t('alt.shuffle.triangles', {
      corners: CORNERS.map((p, k) => `${lineOf(p)} ${saidCost(thresholdOf(info, k)?.cost ?? Number.NaN)}`),
      even: saidShare(gauges[0]),
      odd: saidShare(gauges[1]),
      of: nearestTold(told, isAsking(state)),
    });
  };
