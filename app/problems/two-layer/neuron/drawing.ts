import { createRampTable } from '../../../charts/colour/ramp-table.ts';
import { createPlane } from '../../../charts/geometry.ts';
import { createThinner } from '../../../charts/thin.ts';
import { drawLandscapeBase } from '../../../pictures/landscape/base.ts';
import { traceBands } from '../../../pictures/landscape/iso-lines.ts';
import { drawLegend } from '../../../pictures/landscape/legend-plot.ts';
import { drawLandscapeOverlay } from '../../../pictures/landscape/overlay.ts';
import { singlePicture } from '../../../pictures/landscape/picture.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';
import type { SideAt } from '../../../pictures/side-at.ts';
import { createPicture, type Picture } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { AppState } from '../../../session/store.ts';
import { selectNetwork } from '../../kit/pictured.ts';
import { bestBound, NETWORKS, type NeuronGrid } from '../network-facts.ts';
import { networkOf } from '../network-info.ts';
import { neuronShown } from '../network-pictures.ts';
import { over } from '../over.ts';
import { startMark } from '../start-mark.ts';

/** The objective over one neuron's weights. */

interface GroundState {
  /** Null before the first reading. */
  readonly grid: NeuronGrid | null;
  /** Best bound, the zero of the excess, or null. */
  readonly reference: number | null;
  readonly hasOnes: boolean;
}

function selectGround({ store, trajectories }: Snapshot): GroundState {
  const state = store.getState();
  const bound = bestBound(state, trajectories);
  return {
    grid: networkOf(state.opened) ? NETWORKS.latest(state, 'neuron') : null,
    reference: Number.isNaN(bound) ? null : bound,
    hasOnes: state.opened?.samples.hasOnes ?? false,
  };
}

export function createNeuronGround(): Picture<GroundState> {
  return createPicture({
    select: selectGround,
    draw({ grid, reference, hasOnes }, { size, drawStyle, t }) {
      if (!grid) return [];
      const { view } = grid;
      const table = createRampTable(drawStyle.palette.ramp);
      const picture = singlePicture(grid, reference, table);
      const field = { columns: grid.size, rows: grid.size, values: grid.values };
      const filled = drawStyle.bands ? { bands: traceBands(field, view, picture.scale, table) } : {};
      return drawLandscapeBase({
        ...size,
        ...drawStyle,
        view,
        axes: hasOnes ? { x: t('axis.slope'), y: t('axis.bias') } : { x: t('axis.w1'), y: t('axis.w2') },
        picture: { ...picture, ...filled, view, size: grid.size },
        ground: null,
        kinks: [],
        valleys: [],
        deadZone: null,
        keepOut: [],
      });
    },
  });
}

interface RunState extends Pick<AppState, 'extra'> {
  readonly grid: NeuronGrid | null;
  readonly at: SideAt;
}

/** Creates the neuron's path with a crosshair, which keeps the thinner's state. */
export function createNeuronRun(
  thinner = createThinner(),
  crosshair: readonly [number, number] | null = null,
): Picture<RunState> {
  const at = selectNetwork('left');
  return createPicture({
    select(snapshot, t) {
      const { extra } = snapshot.store.getState();
      return { extra, grid: selectGround(snapshot).grid, at: at(snapshot, t) };
    },
    draw({ extra, grid, at }, { size, drawStyle, t }) {
      if (!grid) return [];
      const { view, neuron: j } = grid;
      const { row, trajectory } = at;
      const { iterates, dimension, count, generation } = trajectory;
      const rect = landscapeRect(size.width, size.height, drawStyle.scale);
      const plane = createPlane(view, rect);
      thinner.extend(
        { values: iterates, stride: dimension, x: 2 * j, y: 2 * j + 1, count },
        plane,
        generation * 1000 + j,
      );
      const placeAt = (at: number): [number, number] => [
        iterates[at * dimension + 2 * j]!,
        iterates[at * dimension + 2 * j + 1]!,
      ];
      const path = thinner.upTo(row);
      const marks = drawLandscapeOverlay({
        ...size,
        ...drawStyle,
        view,
        side: 'left',
        path,
        fading: [],
        head: placeAt(row),
        start: null,
        targets: [],
        arrows: [],
        crosshair,
        arrived: false,
        ended: false,
        pulse: null,
      });
      const start = row === 0 ? [] : startMark(plane, placeAt(0), t('mark.start'), path.lines, drawStyle);
      return [...marks, ...start, ...over(rect, extra?.onMap('left', plane, drawStyle))];
    },
  });
}

export function createNeuronLegend(): Picture<GroundState & { readonly j: number }> {
  return createPicture({
    select: (snapshot) => ({ ...selectGround(snapshot), j: neuronShown(snapshot.store.getState()) + 1 }),
    draw({ grid, reference, j }, { size, drawStyle, t }) {
      if (!grid) return [];
      const table = createRampTable(drawStyle.palette.ramp);
      return drawLegend({
        ...size,
        ...drawStyle,
        table,
        colours: singlePicture(grid, reference, table).scale,
        title: t('network.over', { j }),
        note: t(reference === null ? 'network.overLeast' : 'network.overBound'),
      });
    },
  });
}
