import { useCallback, useRef } from 'react';
import { drawCircle } from '../plot/circle-plot.ts';
import type { DisplayList } from '../plot/display-list.ts';
import { shownStep } from '../state/facts.ts';
import type { AppState } from '../state/store.ts';
import { Drawing, type Size } from '../views/Drawing.tsx';
import { useApp, useSession, useTranslate } from '../views/session-context.tsx';
import { useThemeContext } from '../views/theme-context.ts';
import { directionsOf, lengthOf } from './network-facts.ts';
import { neuronsAt } from './network-pictures.ts';

/** Places of a trail, and the neurons up to which trails are drawn. */
const TRAIL = 40;
const MOST_TRAILS = 60;

const watch = (state: AppState) => [
  state.k,
  state.version,
  state.opened,
  state.network,
  state.scenario.values.neuron,
];

/** The circle of directions: dual curves, teacher, program and descent. A click chooses the nearest of descent's neurons. */
export function CirclePanel({ label }: { label: string }) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const solved = useApp(({ opened }) => opened?.network?.solved ?? true);

  const draw = useCallback(
    ({ width, height }: Size): DisplayList => {
      const {
        opened,
        network: { reading, optimum },
      } = session.store.getState();
      const network = opened?.network;
      if (!opened || !network) return [];
      const { samples } = opened;
      return drawCircle({
        width,
        height,
        scale,
        palette,
        beta: network.beta,
        leftCurve: curveOf(reading?.left.curve, network.constant),
        rightCurve: curveOf(reading?.right.curve, network.constant),
        teacher: network.teacher && directionsOf(network.teacher),
        left: {
          ...directionsOf(neuronsAt(session, 'left')),
          dead: reading?.left.dead ?? [],
          trails: trailsOf(session),
        },
        right: directionsOf(neuronsAt(session, 'right')),
        matches: matchesOf(reading?.left.match?.teacher, network.neurons),
        // Without a teacher what the program ends with sets the scale: nothing is drawn anew while it runs.
        unit: network.teacher ? null : largestOf(optimum?.state),
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
    const { angles, strengths } = directionsOf(neuronsAt(session, 'left'));
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
    <div ref={box} className="plate circle" onClick={choose}>
      <Drawing draw={draw} watch={watch} label={label} />
    </div>
  );
}

/**
 * The dual curve as it is held against the band: for free biases a neuron costs by its slope alone, so that the band is
 * beta |slope| wide.
 */
function curveOf(curve: Float64Array | null | undefined, free: boolean): Float64Array | null {
  if (!curve || !free) return curve ?? null;
  return curve.map((value, k) => value / Math.abs(Math.cos((2 * Math.PI * k) / curve.length)));
}

/** The largest strength of a flat network; null where it is not known or has none. */
function largestOf(network: Float64Array | undefined): number | null {
  if (!network) return null;
  const sizes = directionsOf(network.subarray(0, network.length - (network.length % 3))).strengths;
  let largest = 0;
  for (let j = 0; j < sizes.length; j++) largest = Math.max(largest, Math.abs(sizes[j]!));
  return largest > 0 ? largest : null;
}

/** Pairs of a teacher's neuron and descent's that was matched to it, flat. */
function matchesOf(matched: Int32Array | undefined, neurons: number): number[] {
  const pairs: number[] = [];
  matched?.forEach((j, i) => {
    if (j >= 0 && j < neurons) pairs.push(i, j);
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
