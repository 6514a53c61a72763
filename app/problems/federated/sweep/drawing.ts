import { formatCount } from '../../../charts/number-label.ts';
import { type Canvas, createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { networkOf } from '../federated-info.ts';
import type { SweepName } from '../offers.ts';
import { KNOWN, type KnownSweep } from './asked.ts';
import { type ShownSweep, shownSweep } from './pictures.ts';
import { drawSweep, type SweepInput } from './plot.ts';

interface SweepState {
  readonly info: ReturnType<typeof networkOf>;
  readonly known: KnownSweep | null;
}

const stateOf = (name: SweepName, state: AppState): SweepState => ({
  info: networkOf(state),
  known: KNOWN[name].of(state),
});

/** `pointed`: the part being read, null for none. */
export function createSweep(name: SweepName, pointed: number | null): Picture<SweepState> {
  return createPicture({
    select: ({ store }) => stateOf(name, store.getState()),
    draw: ({ info, known }, canvas) =>
      info ? drawSweep({ ...sweepInput(shownSweep(name, info, known, canvas.t), canvas), pointed }) : [],
  });
}

export function sweepInput(
  { picture }: ShownSweep,
  { size, drawStyle }: Pick<Canvas, 'size' | 'drawStyle'>,
): Omit<SweepInput, 'pointed'> {
  return { ...size, ...drawStyle, ...picture, formatX: formatCount };
}

/** Describes a sweep; once run, also its first, middle and last part. */
export function tellSweep(name: SweepName): Describe {
  return (_, state, t) => {
    const { info, known } = stateOf(name, state);
    if (!info) return '';
    const { hint, read, picture } = shownSweep(name, info, known, t);
    const last = picture.parts.length - 1;
    const told = known ? [...new Set([0, Math.floor(last / 2), last])].map(read) : [];
    return [`${t(`fed.sweep.title.${name}`)}.`, hint, ...told].join(' ');
  };
}
