import type { SideName } from '../../../../engine/contract.ts';
import type { NetworksTold } from '../../../../engine/problems/vector-output/types.ts';
import { iterateAt, type SideAt } from '../../../pictures/side-at.ts';
import { createPicture, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { selectNetwork } from '../../kit/pictured.ts';
import { OUTPUTS, POINTED, type RegionsRead } from '../outputs-facts.ts';
import { firstLayer, neuronsOf, outputName, outputsOf, weightsOf } from '../outputs-info.ts';
import { drawRegions } from './regions-plot.ts';

interface RegionsState extends Pick<AppState, 'opened'> {
  readonly told: NetworksTold | null;
  readonly regions: RegionsRead | null;
  readonly pointed: readonly [number, number, number] | null;
  readonly at: SideAt;
}

export function createRegions(side: SideName): Picture<RegionsState> {
  const at = selectNetwork(side);
  return createPicture({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        opened: state.opened,
        told: OUTPUTS.latest(state, 'networks'),
        regions: OUTPUTS.latest(state, 'regions'),
        pointed: POINTED.of(state),
        at: at(snapshot, t),
      };
    },
    draw({ opened, told, regions, pointed, at }, { size, drawStyle, t }) {
      const info = outputsOf(opened);
      if (!opened || !info?.points || !info.classes) return [];
      const { outputs, classes, columns } = info;
      const own = told?.[side];
      const neurons = neuronsOf(iterateAt(at), side, info);
      const first = firstLayer(neurons);
      const { names } = opened.samples;
      return drawRegions({
        ...size,
        ...drawStyle,
        side,
        hasBias: info.hasOnes,
        axes: { x: names[0] ?? t('axis.a1'), y: names[1] ?? t('axis.a2') },
        points: info.points,
        classes,
        answers: own?.answers?.length === classes.length ? own.answers : [],
        wedges: own?.wedges ?? null,
        raster: regions && { view: regions.view, size: regions.size, classes: regions[side] },
        neurons: Array.from({ length: 3 * neurons.count }, (_, p) => {
          const [j, c] = [Math.floor(p / 3), p % 3];
          return c < columns ? first[j * columns + c]! : 0;
        }),
        weights: weightsOf(neurons),
        dead: own?.dead ?? [],
        pointed,
        names: Array.from({ length: outputs }, (_, k) => outputName(info, k, t)),
      });
    },
  });
}
