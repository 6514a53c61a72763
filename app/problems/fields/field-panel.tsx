import { partNames } from '../../charts/paint/part-names.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import type { PanelPicture } from '../../session/picture/figure-view.ts';
import { type Panel, viewOf } from '../../session/view.ts';
import { describeField } from './describe-field.ts';
import { FieldMapPlate } from './FieldMapPlate.tsx';
import { createFieldMap } from './field-drawing.ts';
import type { FieldMap } from './field-map.ts';

/**
 * The map of a side of its own as a panel, on the page and in figures, films and prints: heights with contour lines or streamlines, the run,
 * its start, marks, many starts, and what the problem lays over it. The view that places it has `bind: followFields` and
 * `read: readFields` (`follow-fields.ts`), or calls both in its own.
 */
export function createFieldPanel<Input extends object>(
  of: FieldMap<Input> & Partial<Pick<Panel, 'name' | 'title' | 'facts' | 'className'>>,
): Panel {
  const {
    side,
    name = side,
    title = (state, t) => viewOf(state).title(state, side, t),
    facts,
    className,
  } = of;
  // What its overlay selects it alone draws.
  const map = of as unknown as FieldMap;
  const told = describeField(map);
  const tell = async () => told;
  const ground = () => createFieldMap(map).ground;
  const run = () => createFieldMap(map).run;
  const draw: PanelPicture['draw'] = (kit, snapshot, size) => {
    const { drawStyle } = kit;
    const list = [...kit.draw(ground, snapshot, size), ...kit.draw(run, snapshot, size)];
    // In a film names would jump as the paths grow under them.
    return drawStyle.bands ? partNames(list, landscapeRect(size.width, size.height, drawStyle.scale)) : list;
  };
  return {
    name,
    side,
    title,
    ...(facts && { facts }),
    ...(className && { className }),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <FieldMapPlate map={map} describe={tell} />,
    picture: { aspect: 1, narrow: () => 0.62, draw, tell: () => [told] },
  };
}
