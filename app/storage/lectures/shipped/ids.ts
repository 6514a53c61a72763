/** Shipped lectures by name in links (`lecture=stuck`), in teaching order. */
export const SHIPPED_IDS = [
  'hills',
  'stuck',
  'always',
  'optimal',
  'outputs',
  'players',
  'meetings',
  'corners',
  'price',
] as const;

export type ShippedId = (typeof SHIPPED_IDS)[number];

export function isShippedId(id: string): id is ShippedId {
  return (SHIPPED_IDS as readonly string[]).includes(id);
}
