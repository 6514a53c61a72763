import { type Panel, viewOf } from '../../session/view.ts';
import { drawMapLayers } from '../kit/picture-panel.tsx';
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
  const draw = drawMapLayers([() => createFieldMap(map).ground, () => createFieldMap(map).run]);
  return {
    name,
    side,
    title,
    ...(facts && { facts }),
    ...(className && { className }),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <FieldMapPlate map={map} describe={tell} />,
    map,
    picture: { aspect: 1, narrow: () => 0.62, draw, tell: () => [told] },
  };
}
