import type {
  LinesReading,
  NetworksAsked,
  NetworksReading,
  OutputsInfo,
  RegionsAsked,
  RegionsReading,
} from '../../../engine/problems/vector-output/types.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { View } from '../../charts/geometry.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import { shownStep } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { bindReadings, type Know } from '../kit/bind-readings.ts';
import { networkAt } from '../kit/pictured.ts';
import { squareView } from '../kit/square-view.ts';
import type { LinesGrid } from './lines/lines-plot.ts';
import { hasLines, neuronsOf, outputsOf, pictureKind } from './outputs-info.ts';

/** Cells a side of the class regions, and those of the map of lines; fewer while a run plays. */
const REGIONS = { playing: 72, resting: 200 };
const LINES = { playing: [72, 36], resting: [180, 90] } as const;

/** While a run plays maps are drawn again at most so often, in milliseconds. */
const MAP_PACE = 80;

/** Class regions of both networks as they were read. */
export interface RegionsRead extends Pick<RegionsAsked, 'view' | 'size'> {
  readonly left: Int8Array;
  readonly right: Int8Array;
}

export const regionsRead = ({ readings }: Pick<AppState, 'readings'>) =>
  (readings.regions?.value ?? null) as RegionsRead | null;
export const linesRead = ({ readings }: Pick<AppState, 'readings'>) =>
  (readings.lines?.value ?? null) as LinesGrid | null;

/** The line of the neuron that is pointed at on the map of lines, (x, y, offset), as the regions show it too; null for none. */
export const pointedLine = ({ readings }: Pick<AppState, 'readings'>) =>
  (readings.pointed?.value ?? null) as readonly [number, number, number] | null;

/** The largest offset of lines that are shown: beyond all samples a neuron is active on all of them or none. */
export function reachOf({ points }: OutputsInfo): number {
  let reach = 0;
  for (let i = 0; i + 1 < (points?.length ?? 0); i += 2)
    reach = Math.max(reach, Math.hypot(points![i]!, points![i + 1]!));
  return 1.15 * (reach || 1);
}

/** Room about a square window for a panel that is wider or higher. */
function around({ x0, x1, y0, y1 }: View): View {
  const [x, y] = [0.25 * (x1 - x0), 0.25 * (y1 - y0)];
  return { x0: x0 - x, x1: x1 + x, y0: y0 - y, y1: y1 + y };
}

function askedOf(snapshot: Snapshot, info: OutputsInfo): NetworksAsked {
  const flat = (side: 'left' | 'right') => neuronsOf(networkAt(snapshot, side), side, info).flat;
  return { left: flat('left'), right: flat('right') };
}

/** Asks for the maps that are drawn of two networks. */
async function readMaps(
  engine: EngineClient,
  info: OutputsInfo,
  asked: NetworksAsked,
  pace: 'playing' | 'resting',
  know: (name: string, value: unknown) => void,
): Promise<void> {
  if (pictureKind(info) === 'regions' && info.hasOnes) {
    const where = { view: around(squareView(info.points!, 200, 200, 1, true)), size: REGIONS[pace] };
    const regions = await engine.reading<RegionsReading>('regions', { ...asked, ...where });
    if (regions)
      know('regions', { ...regions, view: where.view, size: Math.round(Math.sqrt(regions.left.length)) });
  }
  if (hasLines(info)) {
    const [width, height] = LINES[pace];
    const where = { width, height, reach: reachOf(info) };
    const values = await engine.reading<LinesReading>('lines', { right: asked.right, ...where });
    if (values) know('lines', { ...where, values });
  }
}

/** Keeps what is drawn of both networks up to date with the step that is shown. Returns a function that ends it. */
export function bindOutputs(session: Session): () => void {
  const { trajectories, pictureEngine: engine } = session;
  let drawn = 0;
  return bindReadings(session, {
    key: (state) => [
      shownStep(state, 'left'),
      shownStep(state, 'right'),
      trajectories.left.generation,
      state.playing,
    ],
    async ask({ opened, playing, k }, know) {
      const info = outputsOf(opened);
      if (!info) return;
      const asked = askedOf(session, info);
      const told = await engine.reading<NetworksReading>('networks', asked);
      if (told) know('networks', k, told);
      if (playing && elapsed(drawn) < MAP_PACE) return;
      await readMaps(engine, info, asked, playing ? 'playing' : 'resting', (name, value) =>
        know(name, k, value),
      );
      drawn = performance.now();
    },
  });
}

/** The same, read at the step of a snapshot. */
export async function readOutputs(engine: EngineClient, snapshot: Snapshot): Promise<Partial<AppState>> {
  const { opened, readings, landscape, k: step } = snapshot.store.getState();
  const info = outputsOf(opened);
  if (!info) return {};
  const known = { ...readings };
  const know: Know = (name, at, value) => {
    known[name] = { landscape, step: at, value };
  };
  const asked = askedOf(snapshot, info);
  const told = await engine.reading<NetworksReading>('networks', asked);
  if (told) know('networks', step, told);
  await readMaps(engine, info, asked, 'resting', (name, value) => know(name, step, value));
  return { readings: known };
}
