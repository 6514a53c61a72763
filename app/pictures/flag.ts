import type { Rect } from '../charts/geometry.ts';

/** A flag at scale 1, in pixels: its pole, and the width and height of its cloth. */
const FLAG = { pole: 30, width: 20, height: 14 } as const;

/** The pole from a place up (down where the map ends above), the cloth at its top, and the room of both. */
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
