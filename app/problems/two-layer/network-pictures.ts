import type {
  NetworksAsked,
  NetworksReading,
  NeuronAsked,
  NeuronReading,
  OptimumReading,
} from '../../../engine/problems/two-layer/types.ts';
import type { Opened } from '../../../workers/protocol.ts';
import type { View } from '../../charts/geometry.ts';
import { iterateAt, type SideAt } from '../../pictures/side-at.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import type { AppState } from '../../session/store.ts';
import { networkAt, picturedRow } from '../kit/pictured.ts';
import { squareView } from '../kit/square-view.ts';
import { createReader } from '../kit/state/reader.ts';
import { NETWORKS, type NetworksRead } from './network-facts.ts';
import { networkOf } from './network-info.ts';
import { outputWindow } from './output/plot.ts';

/** Directions of dual curves, x of an output curve, cells per side of a residual map. */
const ANGLES = 720;
const XS = 401;
const MAP_SIZES = { playing: 64, resting: 128 };
/** Cells per side of a landscape, coarser during play, and the least milliseconds between two. */
const LANDSCAPE_SIZES = { playing: 48, resting: 112 };
const LANDSCAPE_PACE = 100;

const directions = Float64Array.from({ length: 2 * ANGLES }, (_, at) => {
  const angle = (Math.PI * (at - (at % 2))) / ANGLES;
  return at % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
});

/** Returns the flat neurons at the shown step, without the constant. */
export function neuronsAt(session: Snapshot, side: 'left' | 'right'): Float64Array<ArrayBuffer> {
  const state = networkAt(session, side);
  return networkOf(session.store.getState().opened)?.constant ? state.slice(0, -1) : state;
}

/** Returns a side's flat neurons, without the constant. */
export function neuronsOf(at: SideAt, opened: Opened | null): Float64Array<ArrayBuffer> {
  const state = Float64Array.from(iterateAt(at));
  return networkOf(opened)?.constant ? state.slice(0, -1) : state;
}

/** Returns the neuron whose landscape is shown, from 0. */
export function neuronShown({ opened, scenario }: AppState): number {
  return Math.min(scenario.values.neuron ?? 1, networkOf(opened)?.neurons ?? 1) - 1;
}

/** Reads both networks and, for two columns, the chosen neuron's landscape. */
export const NETWORKS_READER = createReader(NETWORKS, () => {
  let drawn = 0;
  return {
    key: (state) => [neuronShown(state), state.playing, NETWORKS.latest(state, 'optimum')],
    async ask(engine, snapshot, know) {
      const { opened, playing, k: step } = snapshot.store.getState();
      const network = networkOf(opened);
      if (!network) return;
      const { request, xs, mapView } = readingRequest(snapshot, playing);
      const reading = await engine.reading<NetworksReading>('networks', request);
      if (!reading) return;
      know('networks', step, { reading, xs, mapView });
      if (network.columns !== 2 || (playing && elapsed(drawn) < LANDSCAPE_PACE)) return;
      const asked = neuronRequest(snapshot, playing);
      const values = await engine.reading<NeuronReading>('neuron', asked);
      if (values) know('neuron', step, { ...asked, values });
      drawn = performance.now();
    },
  };
});

/** Computes the bound once per landscape, if the right side is not the program. Never for a snapshot: it takes long. */
export const OPTIMUM_READER = createReader(NETWORKS, () => ({
  once: [
    {
      missing: (state) =>
        (networkOf(state.opened)?.solved ?? true) || NETWORKS.now(state, 'optimum')
          ? null
          : String(state.landscape),
      async ask(engine, _, know) {
        const optimum = await engine.reading<OptimumReading>('optimum', null);
        if (optimum) know('optimum', null, optimum);
      },
    },
  ],
}));

/** Returns the engine request for a step's pictures, coarser during play, and its answers' places. */
function readingRequest(
  snapshot: Snapshot,
  playing: boolean,
): { readonly request: NetworksAsked } & Pick<NetworksRead, 'xs' | 'mapView'> {
  const state = snapshot.store.getState();
  const opened = state.opened!;
  const { xs, mapView } = placesOf(opened);
  const right = networkAt(snapshot, 'right');
  const request = {
    left: networkAt(snapshot, 'left'),
    right,
    directions,
    xs,
    map: mapView && { view: mapView, size: MAP_SIZES[playing ? 'playing' : 'resting'] },
    program: networkOf(opened)!.solved ? right : (NETWORKS.now(state, 'optimum')?.state ?? null),
    merge: !playing && opened.samples.features.length > 0,
  };
  return { request, xs, mapView };
}

function neuronRequest(snapshot: Snapshot, playing: boolean): NeuronAsked {
  return {
    left: networkAt(snapshot, 'left'),
    neuron: neuronShown(snapshot.store.getState()),
    view: neuronView(snapshot),
    size: LANDSCAPE_SIZES[playing ? 'playing' : 'resting'],
  };
}

/** Returns places of outputs and residuals: along one feature, over two, or none. */
function placesOf(opened: Opened): Pick<NetworksRead, 'xs' | 'mapView'> {
  const { features, labels, hasOnes } = opened.samples;
  if (networkOf(opened)?.columns !== 2 || features.length === 0) return { xs: null, mapView: null };
  if (hasOnes) return { xs: lineOf(features, labels), mapView: null };
  return { xs: null, mapView: around(squareView(features, 200, 200, 1)) };
}

/** Widens a square window for panels of other shapes. */
function around({ x0, x1, y0, y1 }: View): View {
  const [x, y] = [0.25 * (x1 - x0), 0.25 * (y1 - y0)];
  return { x0: x0 - x, x1: x1 + x, y0: y0 - y, y1: y1 + y };
}

/** Spaces x evenly over the samples' window. */
function lineOf(features: Float64Array, labels: Float64Array): Float64Array<ArrayBuffer> {
  const points: number[] = [];
  for (let i = 0; i < labels.length; i++) points.push(features[2 * i]!, labels[i]!);
  const { x0, x1 } = outputWindow(points);
  return Float64Array.from({ length: XS }, (_, k) => x0 + ((x1 - x0) * k) / (XS - 1));
}

/** Returns a window around the origin with all left neurons now and at the start; it grows in few jumps. */
function neuronView(session: Snapshot): View {
  const { iterates, dimension } = session.trajectories.left;
  const state = session.store.getState();
  const neurons = networkOf(state.opened)?.neurons ?? 1;
  let reach = 0.5;
  for (const row of [0, picturedRow(session, 'left')])
    for (let j = 0; j < 2 * neurons; j++) {
      const size = Math.abs(iterates[row * dimension + j]!);
      if (Number.isFinite(size)) reach = Math.max(reach, size);
    }
  let half = 0.5;
  while (half < 1.15 * reach) half *= 1.5;
  return { x0: -half, x1: half, y0: -half, y1: half };
}
