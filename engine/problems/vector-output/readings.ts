import type { Vector } from '../../contract.ts';
import { cellCentre, type GridView } from '../../landscapes/window.ts';
import type { Answers } from '../../problem.ts';
import { foundAtOnce } from '../../search.ts';
import { answerOf, writeOutputs } from './answers.ts';
import type { OutputsInstance } from './instance.ts';
import { createNetworkReader, directionsUsed } from './network-reading.ts';
import { searchSeparate } from './separate.ts';
import { mapLines } from './surface/line-map.ts';
import { testSector } from './surface/sector-test.ts';
import type {
  LinesReading,
  NetworksReading,
  RegionsReading,
  SectorReading,
  SeparateReading,
} from './types.ts';

export function outputReadings(
  instance: OutputsInstance,
): Answers<NetworksReading | RegionsReading | LinesReading | SectorReading | SeparateReading> {
  const { data, info } = instance;
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
    separate: () => searchSeparate(instance),
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

/** Returns the class of the largest output at the centres of `size` x `size` cells over two features, bottom row first; -1 for ties. */
function classMap(
  neurons: Float64Array,
  d: number,
  outputs: number,
  { x0, x1, y0, y1 }: GridView,
  size: number,
): Int8Array<ArrayBuffer> {
  const map = new Int8Array(size * size);
  const output = new Float64Array(outputs);
  const row = new Float64Array(d).fill(1);
  for (let at = 0; at < map.length; at++) {
    row[0] = cellCentre(x0, x1, size, at % size);
    row[1] = cellCentre(y0, y1, size, Math.floor(at / size));
    map[at] = answerOf(output, writeOutputs(output, neurons, row));
  }
  return map;
}
