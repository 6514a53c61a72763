import type { AnySide } from '../contract.ts';
import type { Field, FieldInfo, FieldPoint } from '../field.ts';

/** True over a plane, or a triangle made one (`mapped`). */
export const isMap = ({ domain }: Pick<Field, 'domain'>) => 'view' in domain;

/** Returns a side's first map field with its name; null without one. */
export function mapField({ fields = {} }: Pick<AnySide, 'fields'>): { name: string; field: Field } | null {
  const found = Object.entries(fields).find(([, field]) => isMap(field));
  return found ? { name: found[0], field: found[1] } : null;
}

/** Returns x, y and `off` of the first point; NaN without one. */
export function placeOf(field: Field, state: Float64Array): readonly [x: number, y: number, off: number] {
  const point = field.place(state)[0];
  return point ? [point.x, point.y, point.off] : [Number.NaN, Number.NaN, Number.NaN];
}

export function fieldInfos({ fields = {} }: Pick<AnySide, 'fields'>): Readonly<Record<string, FieldInfo>> {
  const infoOf = ({ domain, height, under, arrow, startAt, marks }: Field): FieldInfo => ({
    domain,
    height: height !== undefined,
    under: under !== undefined,
    arrows: arrow !== undefined,
    starts: startAt !== undefined,
    marks: marks?.() ?? [],
  });
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, infoOf(field)]));
}

export function readField(name: string, field: Field, x: number, y: number): FieldPoint {
  const move = new Float64Array(2);
  field.arrow?.(move, x, y);
  return {
    name,
    at: [x, y],
    height: field.height?.(x, y) ?? Number.NaN,
    under: field.under?.(x, y) ?? Number.NaN,
    move: field.arrow ? [move[0]!, move[1]!] : null,
  };
}
