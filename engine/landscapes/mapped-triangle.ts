import type { Domain, Field, Mark } from '../field.ts';
import { nearestWeights, onMap, startWeights, TRIANGLE_VIEW, weightsAt, weightsInside } from './triangle.ts';

/** Turns a triangle's field into a map. A click starts at the nearest triangle point, with weights in whole thousandths. */
export function mapped(field: Field): Field {
  const { height, under, arrow, allows, marks, startAt } = field;
  const { x0, x1, y0, y1 } = TRIANGLE_VIEW;
  const read = (of: (x: number, y: number) => number) => (u: number, v: number) => {
    const at = weightsInside(u, v);
    return at ? of(at[0], at[1]) : Number.NaN;
  };
  return {
    domain: { ...(field.domain as Extract<Domain, { kind: 'triangle' }>), view: [x0, x1, y0, y1] },
    place: (state) =>
      field.place(state).map((point) => {
        const [x, y] = onMap(point.x, point.y);
        return { ...point, x, y };
      }),
    allows: (u, v) => {
      const at = weightsInside(u, v);
      return at !== null && (allows?.(...at) ?? true);
    },
    ...(height && { height: read((x, y) => field.height!(x, y)) }),
    ...(under && { under: read((x, y) => field.under!(x, y)) }),
    ...(arrow && {
      arrow(into: Float64Array, u: number, v: number) {
        const [, x, y] = nearestWeights(weightsAt(u, v));
        field.arrow!(into, x, y);
        into.set(onMap(into[0]!, into[1]!));
      },
    }),
    ...(marks && { marks: () => field.marks!().map(markOnMap) }),
    ...(startAt && {
      startAt(u: number, v: number) {
        const [, x, y] = startWeights(u, v);
        return field.startAt!(x, y);
      },
    }),
  };
}

function markOnMap(mark: Mark): Mark {
  const at = mark.at.flatMap((x, i) => (i % 2 === 0 ? onMap(x, mark.at[i + 1]!) : []));
  return { ...mark, at };
}

/**
 * Extends values by `reach` beyond the triangle's border along rays from its centre, by the parabola through three values, so that a drawn
 * grid reaches the border. NaN further out.
 */
export function pastBorder(valueAt: (u: number, v: number) => number, reach: number): typeof valueAt {
  const [cu, cv] = onMap(1 / 3, 1 / 3);
  return (u, v) => {
    const weights = weightsAt(u, v);
    const least = Math.min(weights[0], weights[1], weights[2]);
    if (least >= 0) return valueAt(u, v);
    // From centre to border the least weight falls linearly from 1/3 to 0.
    const border = 1 / (1 - 3 * least);
    const [du, dv] = [u - cu, v - cv];
    if ((1 - border) * Math.sqrt(du * du + dv * dv) > reach) return Number.NaN;
    const at = (share: number) => valueAt(cu + share * du, cv + share * dv);
    return 3 * at(border) - 3 * at(2 * border - 1) + at(3 * border - 2);
  };
}
