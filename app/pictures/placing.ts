import type { View } from '../charts/geometry.ts';

/** Share of the window by which an arrow key moves crosshair or start; eight times with Shift. */
const ARROW_STEP = 1 / 80;

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Returns an arrow key's move in a window, or null. */
export function arrowMove(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { x0, x1, y0, y1 }: View,
): readonly [number, number] | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const by = (shiftKey ? 8 : 1) * ARROW_STEP;
  return [direction[0] * by * (x1 - x0), direction[1] * by * (y1 - y0)];
}

/** Rounds dragged and clicked points to three decimals for short links. */
export function snapped(value: number): number {
  return Number(value.toFixed(3)) + 0;
}

/** Clamps a point to a hundredth inside the window, so dragged things stay visible. */
export function within([x, y]: readonly [number, number], { x0, x1, y0, y1 }: View): [number, number] {
  const [dx, dy] = [(x1 - x0) / 100, (y1 - y0) / 100];
  return [Math.min(x1 - dx, Math.max(x0 + dx, x)), Math.min(y1 - dy, Math.max(y0 + dy, y))];
}
