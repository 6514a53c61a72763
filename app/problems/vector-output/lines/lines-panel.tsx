import { useEffect } from 'react';
import { formatFixed, formatReadout } from '../../../i18n/format.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { useApp, useSession } from '../../../session/session-context.tsx';
import { readPanel } from '../../kit/panel.tsx';
import { networkAt } from '../../kit/pictured.ts';
import { lines as describeLines } from '../describe-outputs.ts';
import { POINTED } from '../outputs-facts.ts';
import { firstLayer, neuronsOf, outputsOf, pictureKind, weightsOf } from '../outputs-info.ts';
import { createLines, linesInput } from './lines-drawing.ts';
import { lineOfNeuron, linePixels } from './lines-plot.ts';

/** Hit radius of a pin in pixels at scale 1, for fingers, too. */
const REACH = 24;

/** Returns the program's neurons at the shown step, and their order by angle. */
function pinsOf(snapshot: Snapshot) {
  const info = outputsOf(snapshot.store.getState().opened);
  if (!info) return null;
  const neurons = neuronsOf(networkAt(snapshot, 'right'), 'right', info);
  const first = firstLayer(neurons);
  const lines = Array.from({ length: neurons.count }, (_, j) => {
    const [a, b, c] = [first[3 * j]!, first[3 * j + 1]!, first[3 * j + 2]!] as const;
    return { plane: [a, b, c] as const, at: lineOfNeuron(a, b, c) };
  });
  const order = lines.map((_, j) => j).filter((j) => Number.isFinite(lines[j]!.at[1]));
  order.sort((i, j) => lines[i]!.at[0] - lines[j]!.at[0]);
  return { lines, order, weights: weightsOf(neurons) };
}

/** Shows the line of the neuron being read among the class regions, at every step. */
function PointedLine({ part }: { readonly part: number | null }) {
  const session = useSession();
  const { store } = session;
  const landscape = useApp((state) => state.landscape);
  const k = useApp((state) => (part === null ? 0 : state.k));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step or landscape has other neurons.
  useEffect(
    () => POINTED.set(store, part === null ? null : (pinsOf(session)?.lines[part]?.plane ?? null)),
    [part, k, landscape, store],
  );
  useEffect(() => () => POINTED.set(store, null), [store]);
  return null;
}

const { select } = createLines();

/** The map of lines, with the program's neurons as pins. */
export const LINES = readPanel<number>({
  name: 'more',
  testId: 'pins',
  className: 'pins',
  title: (_, t) => t('outputs.lines'),
  label: (_, t) => t('aria.outputs.lines'),
  surface: (_, t) => t('aria.outputs.pins'),
  picture: (pointed) => createLines(pointed ?? -1),
  tell: describeLines,
  say(j, snapshot, t) {
    const pins = pinsOf(snapshot);
    const line = pins?.lines[j];
    if (!pins || !line) return '';
    return t('outputs.pin', {
      j: pins.order.indexOf(j) + 1,
      count: pins.order.length,
      degrees: formatFixed((line.at[0] * 180) / Math.PI, 1),
      offset: formatFixed(line.at[1], 3),
      weight: formatReadout(pins.weights[j]!),
    });
  },
  hint({ store }, t) {
    const info = outputsOf(store.getState().opened);
    return t('outputs.lines.hint', { classes: info !== null && pictureKind(info) === 'regions' });
  },
  pick([x, y], { size, drawStyle, t }, snapshot) {
    const input = linesInput(select(snapshot, t), { ...size, ...drawStyle }, t, -1);
    if (!input?.atoms) return null;
    const pixels = linePixels(input, input.atoms);
    let [nearest, away] = [null as number | null, REACH * drawStyle.scale];
    for (let j = 0; 2 * j < pixels.length; j++) {
      const distance = Math.hypot(pixels[2 * j]! - x, pixels[2 * j + 1]! - y);
      if (distance <= away) [nearest, away] = [j, distance];
    }
    return nearest;
  },
  next({ key }, pointed, _, snapshot) {
    const order = pinsOf(snapshot)?.order ?? [];
    if (order.length === 0) return undefined;
    const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
    const now = pointed === null ? -1 : order.indexOf(pointed);
    if (way) return order[(now < 0 ? 0 : now + way + order.length) % order.length];
    return key === 'Home' ? order[0] : key === 'End' ? order.at(-1) : undefined;
  },
  Below: PointedLine,
  narrow: 1,
});
