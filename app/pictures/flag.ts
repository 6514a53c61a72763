import type { Rect } from '../charts/geometry.ts';

/** Pixels of a flag's pole and cloth at scale 1. */
const FLAG = { pole: 30, width: 20, height: 14 } as const;

/** Returns a flag's pole, upwards unless the map ends there, its cloth, and the box of both. */
export function flagAt(x: number, y: number, rect: Rect, scale: number) {
  const up = y - FLAG.pole * scale > rect.y ? -1 : 1;
  const right = x + FLAG.width * scale < rect.x + rect.width ? 1 : -1;
  const top = y + up * FLAG.pole * scale;
  const far = x + right * FLAG.width * scale;
  return {
    top,
    bottom: top - up * FLAG.height * scale,
    far,
    box: { x: Math.min(x, far), y: Math.min(y, top), width: FLAG.width * scale, height: FLAG.pole * scale },
  };
}
