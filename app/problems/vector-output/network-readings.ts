import type {
  LinesReading,
  NetworksAsked,
  NetworksReading,
  OutputsInfo,
  RegionsReading,
  SeparateReading,
} from '../../../engine/problems/vector-output/types.ts';
import type { View } from '../../charts/geometry.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import { partState } from '../../session/scene-parts.ts';
import { networkAt } from '../kit/pictured.ts';
import { squareView } from '../kit/square-view.ts';
import { createReader } from '../kit/state/reader.ts';
import { OUTPUTS, SEPARATE } from './outputs-facts.ts';
import { hasLines, neuronsOf, outputsOf, pictureKind } from './outputs-info.ts';

/** Cells per axis. */
const REGIONS = { playing: 72, resting: 200 };
const LINES = { playing: [72, 36], resting: [180, 90] } as const;

/** Milliseconds between maps in playback. */
const MAP_PACE = 80;

/** Returns the largest offset: beyond all samples a neuron is active on all or none. */
export function reachOf({ points }: OutputsInfo): number {
  let reach = 0;
  for (let i = 0; i + 1 < (points?.length ?? 0); i += 2)
    reach = Math.max(reach, Math.hypot(points![i]!, points![i + 1]!));
  return 1.15 * (reach || 1);
}

/** Widens a square window for other shapes. */
function around({ x0, x1, y0, y1 }: View): View {
  const [x, y] = [0.25 * (x1 - x0), 0.25 * (y1 - y0)];
  return { x0: x0 - x, x1: x1 + x, y0: y0 - y, y1: y1 + y };
}

function askedOf(snapshot: Snapshot, info: OutputsInfo): NetworksAsked {
  const flat = (side: 'left' | 'right') => neuronsOf(networkAt(snapshot, side), side, info).flat;
  return { left: flat('left'), right: flat('right') };
}

/** Maps are coarser and rarer in playback. */
export const OUTPUTS_READER = createReader(OUTPUTS, () => {
  let drawn = 0;
  return {
    once: [
      {
        missing: (state) =>
          /shown|waits/.test(partState(state, SEPARATE)) && OUTPUTS.now(state, 'separate') === null
            ? String(state.landscape)
            : null,
        async ask(engine, _, know) {
          const found = await engine.reading<SeparateReading>('separate', null);
          if (found !== null) know('separate', null, found);
        },
      },
    ],
    key: (state) => [state.playing],
    async ask(engine, snapshot, know) {
      const { opened, playing, k } = snapshot.store.getState();
      const info = outputsOf(opened);
      if (!info) return;
      const asked = askedOf(snapshot, info);
      const told = await engine.reading<NetworksReading>('networks', asked);
      if (told) know('networks', k, told);
      if (playing && elapsed(drawn) < MAP_PACE) return;
      const pace = playing ? 'playing' : 'resting';
      if (pictureKind(info) === 'regions' && info.hasOnes) {
        const where = { view: around(squareView(info.points!, 200, 200, 1, true)), size: REGIONS[pace] };
        const found = await engine.reading<RegionsReading>('regions', { ...asked, ...where });
        // The engine may use fewer cells.
        const size = Math.round(Math.sqrt(found?.left.length ?? 0));
        if (found) know('regions', k, { ...found, view: where.view, size });
      }
      if (hasLines(info)) {
        const [width, height] = LINES[pace];
        const where = { width, height, reach: reachOf(info) };
        const values = await engine.reading<LinesReading>('lines', { right: asked.right, ...where });
        if (values) know('lines', k, { ...where, values });
      }
      drawn = performance.now();
    },
  };
});
