import { useCallback, useRef } from 'react';
import { drawCircle } from '../plot/circle-plot.ts';
import type { DisplayList } from '../plot/display-list.ts';
import { shownStep } from '../state/facts.ts';
import type { AppState } from '../state/store.ts';
import type { Size } from '../views/Drawing.tsx';
import { useApp, useSession, useTranslate } from '../views/session-context.tsx';
import { useThemeContext } from '../views/theme-context.ts';
import { NetworkDrawing } from './NetworkDrawing.tsx';
import { useNetworkPictures } from './network-context.ts';
import { directionsOf, lengthOf } from './network-facts.ts';
import { type NetworkState, networkAt } from './network-pictures.ts';

/** Places of a trail, and the neurons up to which trails are drawn. */
const TRAIL = 40;
const MOST_TRAILS = 60;

const watch = (state: AppState) => [state.k, state.version, state.opened, state.scenario.values.neuron];

/** The circle of directions: dual curves, teacher, program and descent. A click chooses the nearest of descent's neurons. */
export function CirclePanel({ label }: { label: string }) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const { store } = useNetworkPictures();
  const box = useRef<HTMLDivElement>(null);
  const solved = useApp(({ opened }) => opened?.network?.solved ?? true);

  const draw = useCallback(
    ({ width, height }: Size, { reading }: NetworkState): DisplayList => {
      const { opened } = session.store.getState();
      const network = opened?.network;
      if (!opened || !network) return [];
      const { samples } = opened;
      return drawCircle({
        width,
        height,
        scale,
        palette,
        beta: network.beta,
        leftCurve: reading?.left.curve ?? null,
        rightCurve: reading?.right.curve ?? null,
        teacher: network.teacher && directionsOf(network.teacher),
        left: {
          ...directionsOf(networkAt(session, 'left')),
          dead: reading?.left.dead ?? [],
          trails: trailsOf(session),
        },
        right: directionsOf(networkAt(session, 'right')),
        matches: matchesOf(reading?.left.match?.teacher),
        unit: null,
        axes: {
          direction: t('network.direction'),
          x: samples.hasOnes ? t('axis.slope') : t('axis.w1'),
          y: samples.hasOnes ? t('axis.bias') : t('axis.w2'),
        },
        names: {
          teacher: t('side.teacher'),
          left: t('side.left.descent'),
          right: solved ? t('side.right.program') : t('side.right.short'),
        },
      });
    },
    [session, scale, palette, t, solved],
  );

  /** The neuron whose dot is in the direction of a click. */
  function choose(event: React.MouseEvent): void {
    const bounds = box.current!.getBoundingClientRect();
    const x = event.clientX - bounds.left - bounds.width / 2;
    const y = bounds.top + bounds.height / 2 - event.clientY;
    const { angles, strengths } = directionsOf(networkAt(session, 'left'));
    let best = -1;
    let nearest = Number.POSITIVE_INFINITY;
    for (let j = 0; j < angles.length; j++) {
      if (strengths[j] === 0) continue;
      const turn = Math.abs(Math.atan2(y, x) - angles[j]!);
      const away = Math.min(turn, 2 * Math.PI - turn);
      if (away < nearest) [nearest, best] = [away, j];
    }
    if (best >= 0) session.change({ neuron: best + 1 });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the neuron is chosen by keyboard in the field beside its landscape.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same.
    <div ref={box} className="plate circle" onClick={choose} data-ready={store.getState().reading !== null}>
      <NetworkDrawing draw={draw} watch={watch} label={label} />
    </div>
  );
}

/** Pairs of a teacher's neuron and descent's that was matched to it, flat. */
function matchesOf(matched: Int32Array | undefined): number[] {
  const pairs: number[] = [];
  matched?.forEach((j, i) => {
    if (j >= 0) pairs.push(i, j);
  });
  return pairs;
}

/** Past places of each of descent's neurons, oldest first. */
function trailsOf(session: ReturnType<typeof useSession>): number[][] {
  const state = session.store.getState();
  const m = state.opened?.network?.neurons ?? 0;
  if (m > MOST_TRAILS) return [];
  const { iterates, dimension } = session.trajectories.left;
  const last = shownStep(state, 'left');
  // About a fifth of the way back, so that a trail tells the speed.
  const stride = Math.max(1, Math.ceil(Math.max(20, last / 5) / TRAIL));
  return Array.from({ length: m }, (_, j) => {
    const trail: number[] = [];
    for (let back = Math.min(TRAIL, Math.floor(last / stride)); back > 0; back--) {
      const from = (last - back * stride) * dimension;
      const network = iterates.subarray(from, from + dimension);
      trail.push(
        Math.atan2(network[2 * j + 1]!, network[2 * j]!),
        network[2 * m + j]! * lengthOf(network, j, 2),
      );
    }
    return trail;
  });
}
