import { scaleLinear, scaleLog } from 'd3-scale';
import type { SideName } from '../../../../engine/contract.ts';
import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import type { Frame } from '../../../../workers/protocol.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../../charts/display-list.ts';
import type { Miniatures } from '../../../session/view.ts';
import type { OpenedAt } from '../../kit/define-view.ts';
import { unroll } from './circle-geometry.ts';
import { clientColour } from './client-looks.ts';

const { light } = PALETTES;

/** Lower end of samples and upper end of the loss as shares of the height; loss range as a factor. */
const SAMPLES = 0.56;
const LOSS = 0.66;
const FALL = 1e-4;

/** Draws the network in small: samples over the circle in client colours, a side's loss below. */
export function networkMiniatures(
  opened: OpenedAt<NetworkInfo>,
  last: Pick<Frame, SideName> | null,
  size: number,
): Miniatures {
  const { info } = opened;
  const { angles, from } = unroll(info);
  const x = scaleLinear([from, from + 2 * Math.PI], [4, size - 4]);
  const y = scaleLinear([Math.min(...info.labels), Math.max(...info.labels)], [SAMPLES * size, 7]);
  const samples = Array.from({ length: info.count }, (_, c) => {
    const own = angles.flatMap((angle, i) => (info.owners[i] === c ? [x(angle), y(info.labels[i]!)] : []));
    const fill = clientColour(c, light);
    return symbolsMark('dot', own, info.samples > 40 ? 3 : 6, { fill });
  });
  const draw = (side: SideName): Mark[] => {
    const losses = [opened.frame[side], last?.[side]].flatMap((frame) => [...(frame?.series.loss ?? [])]);
    const high = losses[0] || 1;
    const [along, down] = [
      scaleLinear([0, Math.max(1, losses.length - 1)], [4, size - 4]),
      scaleLog([FALL * high, high], [size - 4, LOSS * size]).clamp(true),
    ];
    const line = losses.flatMap((loss, k) => (loss > 0 ? [along(k), down(loss)] : []));
    const color = side === 'left' ? light.mapLeft : light.mapRight;
    return [
      { kind: 'rect', rect: { x: 0, y: 0, width: size, height: size }, fill: light.ramp.at(-1)! },
      ...samples,
      pathMark([line], [penStroke(light.mapPaper, 3.5), penStroke(color, 1.8)]),
    ];
  };
  return { left: draw('left'), right: draw('right') };
}
