import './cone-words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { GeneratorInfo, PlayersReading } from '../../../../engine/problems/gan/types.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import { formatDistance, formatFixed } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import { type Canvas, createPicture, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { GAME, generatorsOf, offOf, titleOf } from '../game-info.ts';
import type { NeuronsInput, SideNeurons } from './neurons-input.ts';
import { drawNeurons } from './neurons-plot.ts';

interface NeuronsState {
  readonly info: GeneratorInfo | null;
  readonly told: PlayersReading['told'] | null;
  readonly left: string;
  readonly right: string;
  readonly asks: boolean;
}

/** Draws both sides' neurons, with the one being read marked. */
export function createNeurons(pointed: NeuronsInput['pointed'] = null): Picture<NeuronsState> {
  return createPicture({
    select: ({ store }, t) => neuronsState(store.getState(), t),
    draw(state, canvas) {
      const input = neuronsInput(state, canvas, pointed);
      return input ? drawNeurons(input) : [];
    },
  });
}

export const neuronsState = (state: AppState, t: Translate): NeuronsState => ({
  info: generatorsOf(state),
  told: GAME.now(state, 'players'),
  left: titleOf(state, 'left', t),
  right: titleOf(state, 'right', t),
  asks: isAsking(state),
});

export function neuronsInput(
  { info, told, left, right, asks }: NeuronsState,
  { size, drawStyle, t }: Canvas,
  pointed: NeuronsInput['pointed'],
): NeuronsInput | null {
  if (!info) return null;
  const isPlanar = info.noiseDimension === 2;
  const of = (side: SideName, name: string): SideNeurons | null => {
    const player = told?.[side];
    if (!player) return null;
    const { certificate } = info.sides[side];
    return {
      name,
      weights: isPlanar && player.weights.length > 0 ? player.weights : null,
      hidden: player.hidden,
      target: certificate.reachable || asks ? [] : certificate.h,
      pulls: player.pulls,
      silent: player.silent,
    };
  };
  const off = SIDES.filter((side) => told?.[side].silent.includes(1));
  return {
    ...size,
    ...drawStyle,
    sides: { left: of('left', left), right: of('right', right) },
    noise: isPlanar ? info.noise : [],
    pointed,
    names: {
      out: t('gan.neurons.out'),
      in: t('gan.neurons.in'),
      off: t('gan.neurons.off', { kinds: off.map((side) => offOf(info.sides[side])) }),
      noise: t('gan.neurons.noise'),
      unit: t('gan.neurons.unit'),
      hidden: t('gan.neurons.hidden'),
      target: t('gan.neurons.target'),
    },
  };
}

/** Returns nothing until known. */
export function neuronWords(
  state: AppState,
  { side, j }: NonNullable<NeuronsInput['pointed']>,
  t: Translate,
): string {
  const info = generatorsOf(state);
  const player = GAME.now(state, 'players')?.[side];
  if (!info || !player || j >= player.hidden.length) return '';
  const { noise, noiseDimension, sides } = info;
  const { certificate } = sides[side];
  const [x, y] = [player.weights[2 * j] ?? Number.NaN, player.weights[2 * j + 1] ?? Number.NaN];
  const n = noise.length / noiseDimension;
  let on = 0;
  for (let i = 0; i < n; i++) if (noise[2 * i]! * x + noise[2 * i + 1]! * y > 0) on++;
  const isPlanar = noiseDimension === 2 && player.weights.length > 0;
  const degrees = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
  const pull = player.pulls[j]!;
  return t('gan.neurons.read', {
    side: titleOf(state, side, t),
    j: j + 1,
    h: formatDistance(player.hidden[j]!),
    target: certificate.reachable || isAsking(state) ? null : formatDistance(certificate.h[j]!),
    pull: formatDistance(pull),
    sign: Math.sign(pull),
    off: player.silent[j] === 1 ? offOf(sides[side]) : null,
    planar: isPlanar
      ? { length: formatDistance(Math.hypot(x, y)), degrees: formatFixed(degrees, 0), on, n }
      : null,
  });
}
