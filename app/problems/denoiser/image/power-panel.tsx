import './more-words.en.ts';
import './image.css';
import { useMemo, useRef, useState } from 'react';
import type { ImageInfo, ImagesReading, PowerTold } from '../../../../engine/problems/denoiser/types.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { partForKey } from '../../kit/part-for-key.ts';
import { readPanel } from '../../kit/picture-panel.tsx';
import { ReadPlate } from '../../kit/ReadPlate.tsx';
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

const describe = async () => describePower;

/** Power and error power; pointer or arrow keys read a row. */
function PowerPlate() {
  const t = useTranslate();
  const { scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const info = useApp(imageOf);
  const [pointed, setPointed] = useState<number | null>(null);
  const [spoken, setSpoken] = useState(false);
  const picture = useMemo(() => createPower(pointed), [pointed]);
  const words = useApp((state) => (pointed === null ? '' : rowWords(state, pointed, t)));
  if (!info) return null;
  const rows = rowsOf({ info, told: null }, t);

  function pointAt(event: React.PointerEvent): void {
    const { top, width, height } = box.current!.getBoundingClientRect();
    setSpoken(false);
    setPointed(rowAt({ width, height, scale, rows }, event.clientY - top));
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    // Rows are vertical, so the down key goes forward.
    const turned: Readonly<Record<string, string>> = { ArrowUp: 'ArrowDown', ArrowDown: 'ArrowUp' };
    const part = partForKey(turned[event.key] ?? event.key, pointed, rows.length - 1);
    if (!hasKeyboardFocus() || part === undefined) return;
    setPointed(part);
    setSpoken(true);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ReadPlate
      name="power"
      className="board-read read-below"
      box={box}
      surface={t('aria.image.power.surface')}
      label={t('image.power.title')}
      picture={picture}
      describe={describe}
      words={words}
      hint={t('image.power.hint')}
      spoken={spoken}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={() => setPointed(null)}
      onBlur={() => setPointed(null)}
      onKeyDown={onKeyDown}
    />
  );
}

export const POWER = readPanel({
  ...{ name: 'power', Body: PowerPlate, aspect: 0.6, narrow: 0.7 },
  ...{ create: () => createPower(null), tell: describePower },
  title: (_, t) => t('image.power.title'),
});
