/** Most pixels of a touch pad's pinch, which arrives as small wheel events with Ctrl. */
const PINCH = 40;

/** Returns a wheel event's zoom as a power of two: a fifth per notch. */
export function wheelPower({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const pixels = deltaY * (deltaMode === 1 ? 25 : deltaMode === 2 ? 500 : 1);
  return -pixels * (ctrlKey && Math.abs(pixels) < PINCH ? 0.02 : 0.002);
}
