import { type CircleNeurons, circleIn, pixelsOf } from './geometry.ts';

/** A finger's reach in pixels at scale 1. */
export const REACH = 24;

/**
 * Returns the neuron at (x, y): the nearest dot within reach, else the nearest direction. -1 near the centre, where directions are
 * ambiguous, and if none is drawn.
 */
export function neuronAt(
  size: { readonly width: number; readonly height: number; readonly scale: number },
  neurons: CircleNeurons,
  unit: number,
  x: number,
  y: number,
): number {
  const circle = circleIn(size.width, size.height, size.scale);
  const reach = REACH * size.scale;
  const pixels = pixelsOf(circle, neurons, unit);
  const pointed = Math.atan2(circle.cy - y, x - circle.cx);
  const central = Math.hypot(x - circle.cx, y - circle.cy) < reach / 2;
  let [dot, away] = [-1, reach];
  let [direction, turned] = [-1, Number.POSITIVE_INFINITY];
  for (let j = 0; j < neurons.angles.length; j++) {
    // NaN, so never the least, if not drawn.
    const distance = Math.hypot(pixels[2 * j]! - x, pixels[2 * j + 1]! - y);
    if (distance <= away) [dot, away] = [j, distance];
    const turn = 1 - Math.cos(neurons.angles[j]! - pointed);
    if (!Number.isNaN(distance) && turn < turned) [direction, turned] = [j, turn];
  }
  return dot >= 0 || central ? dot : direction;
}

/** Returns the next neuron counter-clockwise (1) or clockwise (-1); equal directions follow by number. */
export function neighbourOf({ angles, strengths }: CircleNeurons, from: number, turn: 1 | -1): number {
  const drawn: number[] = [];
  for (let j = 0; j < angles.length; j++)
    if (strengths[j] !== 0 && Number.isFinite(angles[j]! + strengths[j]!)) drawn.push(j);
  if (drawn.length === 0) return -1;
  drawn.sort((a, b) => angles[a]! - angles[b]! || a - b);
  const at = drawn.indexOf(from);
  if (at < 0) return drawn[0]!;
  return drawn[(at + turn + drawn.length) % drawn.length]!;
}
