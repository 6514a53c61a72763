import type { AnySide } from '../contract.ts';
import type { Field, FieldInfo, FieldPoint } from '../field.ts';
import { mapped } from './mapped-triangle.ts';

/** A field in the plane that it is drawn in; null of one that is no map. */
export function planeField(field: Field): Field | null {
  if (field.domain.kind === 'triangle') return mapped(field);
  return field.domain.kind === 'plane' ? field : null;
}

/** A side's map, its first field over a plane or a triangle, by its name; null where it has none. A triangle's is in the plane of its map. */
export function mapField({ fields = {} }: Pick<AnySide, 'fields'>): { name: string; field: Field } | null {
  for (const [name, own] of Object.entries(fields)) {
    const field = planeField(own);
    if (field) return { name, field };
  }
  return null;
}

/** x, y and `off` of a state's first point; NaN where it has none. */
export function placeOf(field: Field, state: Float64Array): readonly [x: number, y: number, off: number] {
  const point = field.place(state)[0];
  return point ? [point.x, point.y, point.off] : [Number.NaN, Number.NaN, Number.NaN];
}

/** What the page learns of a side's fields. */
export function fieldInfos({ fields = {} }: Pick<AnySide, 'fields'>): Readonly<Record<string, FieldInfo>> {
  const infoOf = ({ domain, height, under, arrow, startAt, marks }: Field): FieldInfo => ({
    domain,
    height: height !== undefined,
    under: under !== undefined,
    arrows: arrow !== undefined,
    starts: startAt !== undefined,
    marks: marks?.() ?? [],
  });
  const infos = Object.entries(fields).map(([name, field]) => [name, infoOf(planeField(field) ?? field)]);
  return Object.fromEntries(infos);
}

/** What a field says of a point. */
export function readField(name: string, field: Field, x: number, y: number): FieldPoint {
  const move = new Float64Array(2);
  field.arrow?.(move, x, y);
  return {
    name,
    at: [x, y],
    height: field.height?.(x, y) ?? Number.NaN,
    under: field.under?.(x, y) ?? Number.NaN,
    move: field.arrow ? [move[0]!, move[1]!] : null,
    start: field.startAt?.(x, y) ?? null,
  };
}
