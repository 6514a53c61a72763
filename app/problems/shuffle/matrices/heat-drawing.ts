import '../matrix-words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import { type Canvas, createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { viewOf } from '../../../session/view.ts';
import { walkedMatrix } from '../explain-marks.ts';
import {
  bestOf,
  isReady,
  type MatrixState,
  matrixState,
  nearestTold,
  orderOf,
  saidShare,
} from '../matrix-state.ts';
import { SHUFFLE } from '../shuffle-info.ts';
import type { ShuffleMark } from '../shuffle-marks.ts';
import { drawHeat, type Entry, type HeatInput } from './heat-plot.ts';

interface HeatState extends Omit<MatrixState, 'lambda'> {
  readonly extra?: AppState['extra'];
}

/** Draws a side's matrix unless n = 3 (two triangles); `isRead` marks the entry being read. */
export function createHeat(side: SideName, isRead = false): Picture<HeatState> {
  return createPicture({
    select: ({ store }) => ({
      ...matrixState(store.getState(), side, isRead),
      extra: store.getState().extra,
    }),
    draw(state, canvas) {
      const input = heatInput(state, side, canvas);
      return input ? drawHeat(input) : [];
    },
  });
}

export const placeOf = ([row, column]: Entry, order: readonly number[]): Entry => [
  row,
  order.indexOf(column),
];

function heatInput(state: HeatState, side: SideName, { size, drawStyle, t }: Canvas): HeatInput | null {
  const { info, read, isReady, extra = null } = state;
  const walked = walkedMatrix(extra, side);
  const told = walked ?? state.told;
  const asks = state.asks && !walked;
  // A new instance may open before its first matrix arrives.
  if (!info || info.n === 3 || told?.matrix.length !== info.n ** 2) return null;
  const order = orderOf(state);
  const layers = info.layers !== null;
  return {
    ...size,
    ...drawStyle,
    side,
    n: info.n,
    matrix: told.matrix,
    nearest: asks || told.rounded.tie ? null : told.rounded.permutation,
    tied: asks ? [] : told.tied,
    best: bestOf(state),
    order,
    rows: told.rows,
    columns: told.columns,
    bars: !isReady,
    group: info.layers?.size ?? info.n,
    read: Array.isArray(read) ? placeOf(read as unknown as Entry, order) : null,
    lit: (extra?.highlight ?? null) as ShuffleMark | null,
    names: {
      rows: t('shuffle.matrix.rows', { layers }),
      columns: t('shuffle.matrix.columns', { layers }),
      penalty: t('shuffle.matrix.penalty', { penalty: saidShare(told.penalty) }),
      nearest: t('shuffle.matrix.nearest'),
      tied: t('shuffle.matrix.tied'),
      best: t('shuffle.matrix.best', { count: info.best?.count ?? 1 }),
    },
  };
}

/** Returns an empty text if nothing is being read. */
export function entryWords(state: HeatState, t: Translate): string {
  const { info, told, read, asks, isReady } = state;
  if (!info || !told || !Array.isArray(read)) return '';
  const [row, column] = read as unknown as Entry;
  if (row >= info.n || column >= info.n) return '';
  const at = info.n * row + column;
  return t('shuffle.matrix.read', {
    row: row + 1,
    column: column + 1,
    value: saidShare(told.matrix[at]!),
    layers: info.layers !== null,
    nearest: !asks && !told.rounded.tie && told.rounded.permutation[row] === column,
    tied: !asks && told.tied.includes(at),
    best: bestOf(state)?.[row] === column,
    pays: isReady ? null : [saidShare(told.rows[row]!), saidShare(told.columns[column]!)],
  });
}

/** Returns nothing on a stage: nobody points there, and the line below says what is nearest. */
export function heatHint(state: AppState, side: SideName, t: Translate): string {
  const { told, asks } = matrixState(state, side, false);
  return told && state.stage === 0 ? t('shuffle.matrix.hint', { of: nearestTold(told, asks) }) : '';
}

export const describeHeat =
  (side: SideName): Describe =>
  (_, state, t) => {
    const told = SHUFFLE.now(state, 'matrices')?.[side];
    if (!told) return viewOf(state).title(state, side, t);
    const n = told.rows.length;
    const penalty = isReady(state) ? '' : saidShare(told.penalty);
    return t('alt.shuffle.matrix', { n, penalty, of: nearestTold(told, isAsking(state)) });
  };
