import './words.en.ts';
import type { SkyTold } from '../../../../engine/problems/denoiser/types.ts';
import { formatFixed } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { type Canvas, createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { imageOf } from '../denoiser-info.ts';
import { KNOWN_SKIES, type KnownSkies, SKIES_ROUNDS, skiesAsked } from './asked.ts';
import { countSkies, leadOf, methodsOf, type RightDenoiser } from './counts.ts';
import { drawSkies, FLOOR, type SkiesInput } from './plot.ts';

export interface SkiesState {
  readonly right: RightDenoiser | null;
  readonly seed: number;
  readonly skies: number;
  readonly rounds: number;
  readonly from: number;
  readonly known: KnownSkies | null;
}

export interface ShownSkies {
  readonly picture: Omit<SkiesInput, 'width' | 'height' | 'scale' | 'palette' | 'pointed'>;
  readonly hint: string;
  readonly told: string;
  read(sky: number): string;
  readonly head: readonly string[];
  rows(): string[][];
}

const endOf = ({ settled, diverged }: SkyTold, method: 'net' | RightDenoiser) =>
  diverged[method] ? 'diverged' : settled[method] ? 'settled' : 'moving';

export function shownSkies(
  right: RightDenoiser,
  { seed, known, ...asked }: Omit<SkiesState, 'right'>,
  t: Translate,
): ShownSkies {
  const told = known?.told ?? [];
  const methods = methodsOf(right);
  const shown = told.findIndex((sky) => sky.seed === seed);
  const counts = told.length > 0 ? countSkies(told, right) : null;
  const tenth = (value: number) => formatFixed(value, 1);
  return {
    picture: {
      title: t('skies.title', { rounds: known?.asked.rounds ?? asked.rounds }),
      names: methods.map((method) => t('skies.method', { method })),
      words: {
        ahead: t('skies.key.ahead'),
        behind: t('skies.key.behind', { right }),
        moving: t('skies.key.moving'),
        median: t('skies.key.median'),
        shown: t('skies.key.shown', { seed }),
      },
      skies: told.map((sky) => ({
        seed: sky.seed,
        snr: methods.map((method) => sky[method]),
        isSettled: sky.settled.net,
      })),
      medians: counts ? methods.map((method) => counts.medians[method]) : [],
      formatSnr: tenth,
      formatBelow: (count) => t('skies.below', { count, floor: FLOOR }),
      shown: shown < 0 ? null : shown,
    },
    hint: counts ? t('skies.hint', { ...counts, right }) : t('skies.unplayed', asked),
    told: counts ? t('skies.told', counts) : '',
    read(i) {
      const sky = told[i]!;
      const { seed, dirty, clean, ridge, handmade, net, netBest: best } = sky;
      const of = { seed, dirty, clean, ridge, handmade, net, best };
      return t('skies.read', { ...of, right, lead: leadOf(sky, right), end: endOf(sky, 'net') });
    },
    head: [
      t('skies.col.seed'),
      ...methods.toReversed().map((method) => t('skies.col.method', { method })),
      t('skies.col.lead', { right }),
      t('skies.col.best'),
      t('skies.col.free'),
      t('skies.col.right', { right }),
    ],
    rows: () => [
      ...(counts
        ? [
            [
              t('skies.median'),
              ...methods.toReversed().map((method) => tenth(counts.medians[method])),
              tenth(counts.lead),
              ...['', '', ''],
            ],
          ]
        : []),
      ...told.map((sky) => [
        String(sky.seed),
        ...methods.toReversed().map((method) => tenth(sky[method])),
        tenth(leadOf(sky, right)),
        tenth(sky.netBest),
        t('skies.end', { end: endOf(sky, 'net') }),
        t('skies.end', { end: endOf(sky, right) }),
      ]),
    ],
  };
}

export function skiesState(state: AppState): SkiesState {
  const { seed, skies } = state.scenario.values as { readonly seed: number; readonly skies: number };
  const { from } = skiesAsked(state);
  const right = imageOf(state)?.right ?? null;
  return { right, seed, skies, rounds: SKIES_ROUNDS, from, known: KNOWN_SKIES.of(state) };
}

/** `pointed` is the sky being read; null for none. */
export function createSkies(pointed: number | null): Picture<SkiesState> {
  return createPicture({
    select: ({ store }) => skiesState(store.getState()),
    draw: ({ right, ...state }, canvas) =>
      right ? drawSkies({ ...skiesInput(shownSkies(right, state, canvas.t), canvas), pointed }) : [],
  });
}

export function skiesInput(
  { picture }: ShownSkies,
  { size, drawStyle }: Pick<Canvas, 'size' | 'drawStyle'>,
): Omit<SkiesInput, 'pointed'> {
  return { ...size, ...drawStyle, ...picture };
}

export const describeSkies: Describe = (_, state, t) => {
  const { right, ...of } = skiesState(state);
  if (!right) return '';
  const { hint, told } = shownSkies(right, of, t);
  return [`${t('skies.label')}.`, hint, told].join(' ').trim();
};
