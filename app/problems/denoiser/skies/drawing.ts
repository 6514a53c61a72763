import './words.en.ts';
import type { SkiesReading, SkyTold } from '../../../../engine/problems/denoiser/types.ts';
import { formatFixed } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { ShownSweep, Swept } from '../../kit/sweep/sweep-panel.tsx';
import { countSkies, leadOf, methodsOf, type RightDenoiser } from './counts.ts';
import { drawSkies, FLOOR, type SkiesInput, skyAt } from './plot.ts';

export interface SkiesState {
  readonly right: RightDenoiser | null;
  readonly seed: number;
  readonly skies: number;
  readonly rounds: number;
  readonly from: number;
  readonly known: Pick<Swept<SkiesReading>, 'asked' | 'told'> | null;
}

interface ShownSkies extends ShownSweep {
  readonly picture: Omit<SkiesInput, 'width' | 'height' | 'scale' | 'palette' | 'pointed'>;
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
  const picture: ShownSkies['picture'] = {
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
  };
  const hint = counts ? t('skies.hint', { ...counts, right }) : t('skies.unplayed', asked);
  return {
    ...{ picture, hint, parts: told.length },
    alt: [`${t('skies.label')}.`, hint, ...(counts ? [t('skies.told', counts)] : [])].join(' '),
    progress: known && { done: told.length, of: known.asked.skies },
    draw: ({ size, drawStyle }, pointed) => drawSkies({ ...size, ...drawStyle, ...picture, pointed }),
    partAt: ({ size, drawStyle }, x, y) => skyAt({ ...size, ...drawStyle, ...picture }, x, y),
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
