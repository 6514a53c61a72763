import { type ComponentType, useMemo } from 'react';
import { partNames } from '../../charts/paint/part-names.ts';
import type { Translate } from '../../i18n/messages.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import type { PanelPicture } from '../../session/picture/figure-view.ts';
import type { Describe, Picture } from '../../session/picture/picture.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import type { Panel } from '../../session/view.ts';
import { Drawing } from '../../ui/Drawing.tsx';

interface PictureOf<Input extends object>
  extends Omit<Panel, 'Body' | 'picture'>,
    Omit<Partial<PanelPicture>, 'draw' | 'tell'> {
  /** Accessible name of the picture; `tell` describes its content. */
  label(state: AppState, t: Translate): string;
  readonly create: () => Picture<Input>;
  readonly tell: Describe;
  /** Over the picture on the page. */
  readonly Note?: ComponentType;
}

/** Draws layers in order, for figures and films. */
export function drawLayers(layers: readonly (() => Picture)[]): PanelPicture['draw'] {
  return (kit, snapshot, size) => layers.flatMap((layer) => kit.draw(layer, snapshot, size));
}

/** Draws the layers of a map; in a film its names part, or they would jump as paths grow. */
export function drawMapLayers(layers: readonly (() => Picture)[]): PanelPicture['draw'] {
  const draw = drawLayers(layers);
  return (kit, snapshot, size) => {
    const { bands, scale } = kit.drawStyle;
    const list = draw(kit, snapshot, size);
    return bands ? partNames(list, landscapeRect(size.width, size.height, scale)) : list;
  };
}

/** Serves page, figures, films and prints; square by default. */
export function picturePanel<Input extends object>(of: PictureOf<Input>): Panel {
  const { label, create, tell, Note, aspect = 1, narrow = () => aspect, ...panel } = of;
  const plate = { name: of.name, label, create, Note, describe: async () => tell };
  return {
    ...panel,
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <Plate {...plate} />,
    picture: { ...panel, aspect, narrow, draw: drawLayers([create]), tell: () => [tell] },
  };
}

interface PlateOf<Input extends object> extends Pick<PictureOf<Input>, 'name' | 'label' | 'create'> {
  readonly Note: ComponentType | undefined;
  readonly describe: () => Promise<Describe>;
}

function Plate<Input extends object>({ name, label, create, describe, Note }: PlateOf<Input>) {
  const t = useTranslate();
  const words = useApp((state) => label(state, t));
  const picture = useMemo(create, [create]);
  return (
    <div className="plate" data-testid={`picture-${name}`}>
      <Drawing picture={picture} label={words} describe={describe} />
      {Note && <Note />}
    </div>
  );
}
