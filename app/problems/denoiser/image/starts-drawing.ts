import './more-words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { Values } from '../../../../engine/params.ts';
import type {
  ImageInfo,
  TwoStartsReading,
  TwoStartsTold,
} from '../../../../engine/problems/denoiser/types.ts';
import { formatCount, formatShare } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { AppState } from '../../../session/store.ts';
import { defineViewState } from '../../kit/state/view-state.ts';
import type { ShownSweep, Swept } from '../../kit/sweep/sweep-panel.tsx';
import { nameOf } from '../denoiser-info.ts';
import { saidDecibels, saidShort } from '../image-numbers.ts';
import type { PlotLine } from '../lines-plot.ts';
import { saidBound } from '../witness.ts';
import { drawStarts, roundAt, type StartsInput } from './starts-plot.ts';
import { skyRaster } from './tile-raster.ts';

export const ROUNDS = 300;

/** Parameters that determine the runs. */
const KEYS = ['seed', 'share', 'noise', 'right', 'threshold', 'strength', 'positive', 'c'];

export function startsKey({ scenario, own }: Pick<AppState, 'scenario' | 'own'>): string {
  const values: Values = scenario.values;
  return JSON.stringify([own?.serial ?? 0, ...KEYS.map((key) => values[key])]);
}

export const KNOWN_STARTS = defineViewState<Swept<TwoStartsReading> | null>('starts', null, startsKey);

export function shownStarts(info: ImageInfo, told: TwoStartsTold | null, t: Translate): ShownSweep {
  const hint = startsHint(info, told, t);
  return {
    ...{ hint, alt: hint, parts: told ? told.done + 1 : 0 },
    progress: told && { done: told.done, of: ROUNDS },
    head: [t('axis.step'), nameOf(info, 'left', t), nameOf(info, 'right', t), t('image.starts.bound')],
    read: (round) => (told ? roundWords(info, told, round, t) : ''),
    rows: () => startsRows(told),
    draw({ size, drawStyle }, pointed) {
      const images = told && imagesOf(told);
      return drawStarts({ ...size, ...drawStyle, ...inputOf(info, told, t), pointed, images });
    },
    partAt: ({ size, drawStyle: { scale } }, x, y) =>
      told && roundAt({ ...size, scale, span: ROUNDS, last: told.done }, x, y),
  };
}

function imagesOf({ last }: TwoStartsTold): NonNullable<StartsInput['images']> {
  const of = (side: SideName) => [skyRaster(last[side][0]), skyRaster(last[side][1])] as const;
  return { left: of('left'), right: of('right') };
}

const NONE = new Float64Array(0);

function inputOf(
  info: ImageInfo,
  told: TwoStartsTold | null,
  t: Translate,
): Omit<StartsInput, 'pointed' | 'images' | 'width' | 'height' | 'scale' | 'palette'> {
  const line = (values: ArrayLike<number>, rest: Pick<PlotLine, 'side' | 'label' | 'look'>): PlotLine => ({
    ...{ values, count: values.length, perStep: 1, ended: false },
    ...rest,
  });
  const caption = (side: SideName, which: 0 | 1) =>
    t(which === 0 ? 'image.starts.zero' : 'image.starts.noise', {
      snr: told && info.truth ? saidDecibels(told.snr[side][which]) : '',
    });
  return {
    span: ROUNDS,
    title: t('image.starts.distance'),
    axis: t('axis.step'),
    lines: [
      line(told?.bound ?? NONE, { side: 'right', label: t('image.starts.bound'), look: 'bound' }),
      line(told?.apart.left ?? NONE, { side: 'left', label: nameOf(info, 'left', t), look: 'main' }),
      line(told?.apart.right ?? NONE, { side: 'right', label: nameOf(info, 'right', t), look: 'main' }),
    ],
    names: { left: nameOf(info, 'left', t), right: nameOf(info, 'right', t) },
    captions: {
      left: [caption('left', 0), caption('left', 1)],
      right: [caption('right', 0), caption('right', 1)],
    },
  };
}

const normOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
};

/** Formats a distance, with its share of the truth's norm if below 1. */
function apartWords(value: number | undefined, { truth }: ImageInfo): string {
  if (value === undefined) return '';
  const share = truth ? value / normOf(truth) : 1;
  return `${saidShort(value)}${share < 1 ? ` (${formatShare(share)})` : ''}`;
}

export function roundWords(info: ImageInfo, told: TwoStartsTold, round: number, t: Translate): string {
  const bound = told.bound?.[round];
  return t('image.starts.read', {
    k: round,
    left: apartWords(told.apart.left[round], info),
    right: saidShort(told.apart.right[round] ?? Number.NaN),
    bound: bound === undefined ? '' : saidBound(bound),
    name: nameOf(info, 'right', t),
  });
}

export function startsHint(info: ImageInfo, told: TwoStartsTold | null, t: Translate): string {
  if (!told) return t('image.starts.ask', { rounds: ROUNDS });
  const { left, right } = told.apart;
  return t('image.starts.hint', {
    rounds: told.done,
    left: apartWords(left.at(-1), info),
    right: saidShort(right.at(-1)!),
    diverged: left.length <= told.done ? left.length - 1 : null,
    hasRightDiverged: right.length <= told.done,
    isRateKnown: told.bound !== null,
    name: nameOf(info, 'right', t),
  });
}

const ROWS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 300];

function startsRows(told: TwoStartsTold | null): string[][] {
  if (!told) return [];
  const said = (values: ArrayLike<number> | null, k: number) => saidShort(values?.[k] ?? Number.NaN);
  return ROWS.filter((k) => k <= told.done).map((k) => [
    formatCount(k),
    said(told.apart.left, k),
    said(told.apart.right, k),
    told.bound ? saidBound(told.bound[k]!) : '–',
  ]);
}
