import type { NetworksTold, OutputsInfo } from '../../../../engine/problems/vector-output/types.ts';
import type { Drawing } from '../../../charts/frame.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { iterateAt, type SideAt } from '../../../pictures/side-at.ts';
import { createPicture, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { selectNetwork } from '../../kit/pictured.ts';
import { reachOf } from '../network-readings.ts';
import { OUTPUTS } from '../outputs-facts.ts';
import { firstLayer, neuronsOf, outputsOf, weightsOf } from '../outputs-info.ts';
import { drawLines, type LinePlaces, type LinesGrid, type LinesInput, lineOfNeuron } from './lines-plot.ts';

export interface LinesState extends Pick<AppState, 'opened'> {
  readonly told: NetworksTold | null;
  readonly grid: LinesGrid | null;
  readonly left: SideAt;
  readonly right: SideAt;
}

/** Draws the map; `pointed` is the atom being read, -1 for none. */
export function createLines(pointed = -1): Picture<LinesState> {
  const [left, right] = [selectNetwork('left'), selectNetwork('right')];
  return createPicture({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        opened: state.opened,
        told: OUTPUTS.latest(state, 'networks'),
        grid: OUTPUTS.latest(state, 'lines'),
        left: left(snapshot, t),
        right: right(snapshot, t),
      };
    },
    draw(state, { size, drawStyle, t }) {
      const input = linesInput(state, { ...size, ...drawStyle }, t, pointed);
      return input ? drawLines(input) : [];
    },
  });
}

export function linesInput(
  state: LinesState,
  drawing: Drawing,
  t: Translate,
  pointed: number,
): LinesInput | null {
  const info = outputsOf(state.opened);
  if (!info) return null;
  return {
    ...drawing,
    axes: { x: t('outputs.lines.angle'), y: t('outputs.lines.offset') },
    beta: info.beta,
    reach: reachOf(info),
    grid: state.grid,
    atoms: placesOf(state.right, 'right', info),
    neurons: placesOf(state.left, 'left', info, state.told?.left.dead),
    pointed,
    names: { left: t('side.left.descent'), right: t('side.right.program'), beta: t('outputs.lines.beta') },
  };
}

function placesOf(
  at: SideAt,
  side: 'left' | 'right',
  info: OutputsInfo,
  dead: ArrayLike<number> = [],
): LinePlaces {
  const neurons = neuronsOf(iterateAt(at), side, info);
  const first = firstLayer(neurons);
  const places = Array.from({ length: neurons.count }, (_, j) =>
    lineOfNeuron(first[3 * j]!, first[3 * j + 1]!, first[3 * j + 2]!),
  ).flat();
  return { places, weights: weightsOf(neurons), dead };
}
