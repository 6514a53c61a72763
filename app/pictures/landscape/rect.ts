import type { Rect } from '../../charts/geometry.ts';

/** Width of the strip left and below. */
export const STRIP = 20;

/** Returns a panel's map (CSS pixels): a centred square, so both axes have one scale. */
export function landscapeRect(width: number, height: number, scale: number): Rect {
  const strip = STRIP * scale;
  const room = { width: Math.max(1, width - strip - 1), height: Math.max(1, height - 1 - strip) };
  const side = Math.max(0, Math.min(room.width, room.height));
  return { x: strip + (room.width - side) / 2, y: 1 + (room.height - side) / 2, width: side, height: side };
}
