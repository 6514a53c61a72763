import type { SeriesSpec } from '../../../../engine/record.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { drawObjective, objectiveRect } from '../../../pictures/curve/objective-plot.ts';
import type { Curve } from '../../../session/view.ts';
import { linesCurve } from './lines.ts';

/** Creates a curve of a declared series; a side without it has no line. */
export function seriesCurve(name: string, { signed }: SeriesSpec, title: (t: Translate) => string): Curve {
  return linesCurve({
    name,
    series: name,
    title: (_, t) => title(t),
    label: (_, t) => title(t),
    rectOf: objectiveRect,
    draw: (input) => drawObjective({ ...input, signed: signed === true, bound: null }),
  });
}
