import './more-words.en.ts';
import './image.css';
import type { ImageInfo, ImagesReading, PowerTold } from '../../../../engine/problems/denoiser/types.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { AppState } from '../../../session/store.ts';
import { readPanel } from '../../kit/panel.tsx';
import { partForKey } from '../../kit/surface/part-for-key.ts';
import { imageOf, nameOf } from '../denoiser-info.ts';
import { saidShort } from '../image-numbers.ts';
import { IMAGES } from './info.ts';
import { drawPower, type PowerRow, rowAt } from './power-plot.ts';

type Told = ImagesReading['told'] | null;

interface PowerState {
  readonly info: ImageInfo | null;
  readonly told: Told;
}

const ORDER = ['measured', 'unmeasured'] as const;

function rowsOf({ info, told }: PowerState, t: Translate): PowerRow[] {
  if (!info) return [];
  const value = (power: PowerTold | null | undefined, which: keyof PowerTold) => power?.[which] ?? Number.NaN;
  return ORDER.flatMap((which) => {
    const count = which === 'measured' ? info.visibilities : info.mask.length - info.visibilities;
    const row = (name: 'power' | 'errorPower', group: string): PowerRow => ({
      group,
      label: t(name === 'power' ? 'image.power.estimate' : 'image.power.error'),
      values: { left: value(told?.left[name], which), right: value(told?.right[name], which) },
    });
    const head = t('image.power.group', { measured: which === 'measured', count });
    return info.truth ? [row('power', head), row('errorPower', '')] : [row('power', head)];
  });
}

export function createPower(pointed: number | null): Picture<PowerState> {
  return createPicture({
    select({ store }) {
      const state = store.getState();
      return { info: imageOf(state), told: IMAGES.now(state, 'images') };
    },
    draw(state, { size, drawStyle, t }) {
      if (!state.info) return [];
      return drawPower({
        ...size,
        ...drawStyle,
        rows: rowsOf(state, t),
        pointed,
        names: { left: nameOf(state.info, 'left', t), right: nameOf(state.info, 'right', t) },
        axis: t('image.power.axis'),
      });
    },
  });
}

export function rowWords(state: AppState, index: number, t: Translate): string {
  const known = { info: imageOf(state), told: IMAGES.now(state, 'images') };
  const row = rowsOf(known, t)[index];
  if (!row) return '';
  const perKind = known.info?.truth ? 2 : 1;
  return t('image.power.read', {
    measured: index < perKind,
    error: index % perKind === 1,
    left: saidShort(row.values.left),
    right: saidShort(row.values.right),
    name: nameOf(known.info, 'right', t),
  });
}

const describePower: Describe = (_, state, t) =>
  rowsOf({ info: imageOf(state), told: IMAGES.now(state, 'images') }, t)
    .map((_row, i) => rowWords(state, i, t))
    .join(' ');

/** Rows that a page shows before and after the readings arrive. */
const rowsNow = ({ store }: Snapshot, t: Translate) =>
  rowsOf({ info: imageOf(store.getState()), told: null }, t);

export const POWER = readPanel<number>({
  name: 'power',
  className: 'board-read read-below',
  title: (_, t) => t('image.power.title'),
  label: (_, t) => t('image.power.title'),
  surface: (_, t) => t('aria.image.power.surface'),
  picture: createPower,
  tell: describePower,
  say: (row, { store }, t) => rowWords(store.getState(), row, t),
  hint: (_, t) => t('image.power.hint'),
  pick: ([, y], { size, drawStyle, t }, snapshot) =>
    rowAt({ ...size, scale: drawStyle.scale, rows: rowsNow(snapshot, t) }, y),
  next({ key }, row, { t }, snapshot) {
    // Rows are vertical, so the down key goes forward.
    const turned: Readonly<Record<string, string>> = { ArrowUp: 'ArrowDown', ArrowDown: 'ArrowUp' };
    return partForKey(turned[key] ?? key, row, rowsNow(snapshot, t).length - 1);
  },
  aspect: 0.6,
  narrow: 0.7,
});
