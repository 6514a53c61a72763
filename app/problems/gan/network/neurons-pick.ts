import type { SideName } from '../../../../engine/contract.ts';
import { containsPixel } from '../../../charts/geometry.ts';
import { barsIn } from './neuron-bars.ts';
import type { NeuronsInput } from './neurons-input.ts';
import { discIn, neuronRects, tipOf } from './neurons-plot.ts';

type Pointed = NonNullable<NeuronsInput['pointed']>;

const SIDES: readonly SideName[] = ['left', 'right'];

/** Reach of a pointer in pixels at scale 1. */
const REACH = 24;

/** Finds the neuron at a pixel: on a disc the nearest within reach, else of nearest direction; among bars by slot. */
export function neuronAt(input: NeuronsInput, x: number, y: number): Pointed | null {
  const rects = neuronRects(input);
  for (const side of SIDES) {
    const neurons = input.sides[side];
    if (!neurons || !containsPixel(rects[side], x, y)) continue;
    if (!neurons.weights) {
      const { plot, slot } = barsIn(rects[side], neurons, input);
      const j = Math.floor((x - plot.x) / slot);
      return j >= 0 && j < neurons.hidden.length ? { side, j } : null;
    }
    const disc = discIn(rects[side], input.scale);
    const [dx, dy] = [x - disc.cx, disc.cy - y];
    let [dot, away] = [-1, REACH * input.scale];
    let [direction, cosine] = [-1, Number.NEGATIVE_INFINITY];
    for (let j = 0; 2 * j + 1 < neurons.weights.length; j++) {
      const [wx, wy] = [neurons.weights[2 * j]!, neurons.weights[2 * j + 1]!];
      const [px, py] = tipOf(disc, wx, wy);
      const distance = Math.hypot(px - x, py - y);
      if (distance < away) [dot, away] = [j, distance];
      const cos = (dx * wx + dy * wy) / Math.hypot(wx, wy);
      if (cos > cosine) [direction, cosine] = [j, cos];
    }
    const j = dot >= 0 ? dot : direction;
    return j >= 0 ? { side, j } : null;
  }
  return null;
}

/** Returns the next or previous neuron, the left's first. */
export function nextNeuron({ sides }: NeuronsInput, from: Pointed | null, way: 1 | -1): Pointed | null {
  const count = (side: SideName) => sides[side]?.hidden.length ?? 0;
  const [left, right] = [count('left'), count('right')];
  const whole = left + right;
  if (whole === 0) return null;
  const now = from ? from.j + (from.side === 'right' ? left : 0) : way > 0 ? -1 : 0;
  const next = (now + way + whole) % whole;
  return next < left ? { side: 'left', j: next } : { side: 'right', j: next - left };
}
