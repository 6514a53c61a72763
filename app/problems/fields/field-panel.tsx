import { partNames } from '../../charts/paint/part-names.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import type { PanelPicture } from '../../session/picture/figure-view.ts';
import { type Panel, viewOf } from '../../session/view.ts';
import { describeField } from './describe-field.ts';
import { FieldMapPlate } from './FieldMapPlate.tsx';
import { createFieldMap } from './field-drawing.ts';
import type { FieldMap } from './field-map.ts';

/** A view with this panel needs the follower `FIELDS`. */
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
  // Only the overlay draws its own selection.
  const map = of as unknown as FieldMap;
  const told = describeField(map);
  const tell = async () => told;
  const ground = () => createFieldMap(map).ground;
  const run = () => createFieldMap(map).run;
  const draw: PanelPicture['draw'] = (kit, snapshot, size) => {
    const { drawStyle } = kit;
    const list = [...kit.draw(ground, snapshot, size), ...kit.draw(run, snapshot, size)];
    // In a film, names would jump as paths grow below them.
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
