import { transfer } from 'comlink';
import type { Instance, SideName } from '../../engine/contract.ts';
import type { Field, FieldGround, FieldPoint } from '../../engine/field.ts';
import { isMap, readField } from '../../engine/landscapes/map-field.ts';
import { pastBorder } from '../../engine/landscapes/mapped-triangle.ts';
import { streamlinesOf } from '../../engine/landscapes/streamlines.ts';
import { cellCentre, type GridView } from '../../engine/landscapes/window.ts';
import { formatParam, shapesRun, type Values } from '../../engine/params.ts';
import type { Problem } from '../../engine/problem.ts';
import { sidesOf } from '../../engine/run/sides.ts';
import { runSliced } from '../sliced.ts';

/** Returns the key of a scenario's fields: values that shape a run but its start. */
export function fieldKey({ card }: Problem, values: Values): string {
  const shaping = Object.entries(card.params).filter(([key, spec]) => key !== 'start' && shapesRun(spec));
  return JSON.stringify(shaping.map(([key]) => formatParam(values[key]!)));
}

/** Reads the fields of a scenario's values for an instance's data; loaded by the first question. */
export function createFieldReader(problem: Problem, instance: Instance, values: Values, key: string) {
  const { table } = instance.prepared;
  const sides = sidesOf(problem.prepare(values, table && { table }, instance));

  function fieldOf(side: SideName, name: string): Field | null {
    const { fields = {} } = sides[side];
    const field = Object.hasOwn(fields, name) ? fields[name]! : null;
    return field && isMap(field) ? field : null;
  }

  /** Samples by rows: their time depends on the problem. */
  async function valuesOf(
    valueAt: NonNullable<Field['height']>,
    view: GridView,
    size: number,
    isStale: () => boolean,
  ): Promise<FieldGround['heights']> {
    const values = new Float64Array(size * size);
    let row = 0;
    function step(): boolean {
      const y = cellCentre(view.y0, view.y1, size, row);
      for (let column = 0; column < size; column++)
        values[row * size + column] = valueAt(cellCentre(view.x0, view.x1, size, column), y);
      return ++row < size;
    }
    return (await runSliced({ step }, isStale)) ? values : null;
  }

  return {
    key,
    /** Returns null without such a field, and once `isStale`. */
    async ground(
      side: SideName,
      name: string,
      view: GridView,
      size: number,
      isStale: () => boolean,
    ): Promise<FieldGround | null> {
      const field = fieldOf(side, name);
      if (!field) return null;
      if (!field.height)
        return {
          name,
          view,
          size,
          heights: null,
          under: null,
          streamlines: streamlinesOf(field, view, size),
        };
      // Colours and lines clipped at a triangle's border need cells beyond it.
      const whole = (valueAt: NonNullable<Field['height']>) =>
        field.domain.kind === 'triangle' ? pastBorder(valueAt, (3 * (view.x1 - view.x0)) / size) : valueAt;
      const heights = await valuesOf(whole(field.height), view, size, isStale);
      const hasUnder = heights !== null && field.under !== undefined;
      const under = hasUnder ? await valuesOf(whole(field.under!), view, size, isStale) : null;
      if (!heights || (hasUnder && !under)) return null;
      const ground = { name, view, size, heights, under, streamlines: [] };
      return transfer(ground, under ? [heights.buffer, under.buffer] : [heights.buffer]);
    },
    point(side: SideName, name: string, [x, y]: readonly [number, number]): FieldPoint | null {
      const field = fieldOf(side, name);
      return field && readField(name, field, x, y);
    },
  };
}

export type FieldReader = ReturnType<typeof createFieldReader>;
