import type { Vector } from '../../contract.ts';
import { cellCentre, type GridView } from '../../landscapes/window.ts';
import type { Answers } from '../../problem.ts';
import { foundAtOnce } from '../../search.ts';
import type { OutputsInstance } from './instance.ts';
import { mapLines } from './line-map.ts';
import { createNetworkReader, directionsUsed } from './network-reading.ts';
import { testSector } from './sector-test.ts';
import type { LinesReading, NetworksReading, RegionsReading, SectorReading } from './types.ts';

/** What can be asked of one instance. */
export function outputReadings({
  data,
  info,
}: OutputsInstance): Answers<NetworksReading | RegionsReading | LinesReading | SectorReading> {
  const { samples: n, columns: d, outputs, hasOnes, features, classes } = data;
  const reader = createNetworkReader(data);
  const planar = d === 2 && !hasOnes;

  return {
    networks({ left, right }) {
      return foundAtOnce({
        left: reader.read(left),
        right: reader.read(right),
        directions: directionsUsed(left, d, outputs),
      });
    },
    regions({ left, right, view, size }) {
      if (!classes || !(planar || (d === 3 && hasOnes))) return null;
      const map = (neurons: Vector) => classMap(neurons, d, outputs, view, size);
      return foundAtOnce({ left: map(left), right: map(right) });
    },
    lines({ right, ...asked }) {
      if (d !== 3 || !hasOnes) return null;
      const fitted = reader.fitted(right);
      return foundAtOnce(
        mapLines(
          features,
          fitted.map((z, at) => data.labels[at]! - z),
          asked,
        ),
      );
    },
    sector({ network, direction: [x, y] }) {
      const curve = reader.curveOf(network);
      if (!curve) return null;
      const sector = curve.arrangement.locate(x, y);
      const told = testSector(curve, sector, n, outputs, info.beta);
      if (!told) return null;
      const [px, py, qx, qy] = told.rays as unknown as readonly [number, number, number, number];
      const [mx, my] = px * qx + py * qy > -1 + 1e-12 ? [px + qx, py + qy] : [-py, px];
      let active = 0;
      for (let i = 0; i < n; i++) if (features[2 * i]! * mx + features[2 * i + 1]! * my > 0) active++;
      return foundAtOnce({ ...told, active });
    },
  };
}

/** The class of the largest output at the centres of `size` x `size` cells over two features, rows from below; of equal ones the first. */
function classMap(
  neurons: Float64Array,
  d: number,
  outputs: number,
  { x0, x1, y0, y1 }: GridView,
  size: number,
): Uint8Array<ArrayBuffer> {
  const map = new Uint8Array(size * size);
  const output = new Float64Array(outputs);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [x, y] = [cellCentre(x0, x1, size, column), cellCentre(y0, y1, size, row)];
      output.fill(0);
      for (let at = 0; at < neurons.length; at += d + outputs) {
        const h = neurons[at]! * x + neurons[at + 1]! * y + (d === 3 ? neurons[at + 2]! : 0);
        if (h > 0) for (let k = 0; k < outputs; k++) output[k] = output[k]! + h * neurons[at + d + k]!;
      }
      let best = 0;
      for (let k = 1; k < outputs; k++) if (output[k]! > output[best]!) best = k;
      map[row * size + column] = best;
    }
  return map;
}
