import { shallow } from 'zustand/vanilla/shallow';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Size } from '../../charts/geometry.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { AppState } from '../store.ts';
import type { Snapshot } from './snapshot.ts';

/** Size in CSS pixels, style and language. */
export interface Canvas {
  readonly size: Size;
  readonly drawStyle: DrawStyle;
  readonly t: Translate;
}

/**
 * A picture of a state. `draw` depends only on `select`, whose result stays the same object while its fields do, and on the canvas.
 * Caches both and working data, so each place that shows one needs its own.
 */
export interface Picture<Input extends object = object> {
  select(snapshot: Snapshot, t: Translate): Input;
  draw(input: Input, canvas: Canvas): DisplayList;
}

/**
 * Creates a picture from a pure selection and drawing. Selected fields are primitives or stable references (parts of the store, other
 * selections); a trajectory needs its `version`.
 */
export function createPicture<Input extends object>({ select, draw }: Picture<Input>): Picture<Input> {
  const kept = createMemo<DisplayList>();
  return {
    select: createSelection(select),
    draw(input, canvas) {
      const { size, drawStyle, t } = canvas;
      const key = [input, size.width, size.height, drawStyle.palette, drawStyle.scale, drawStyle.bands, t];
      return kept(key, () => draw(input, canvas));
    },
  };
}

const NOTHING = {};

export function stillPicture(draw: (canvas: Canvas) => DisplayList): Picture {
  return createPicture({ select: () => NOTHING, draw: (_, canvas) => draw(canvas) });
}

/** Creates a selection whose result stays the same object while its fields do. */
export function createSelection<Input extends object | null>(
  select: (snapshot: Snapshot, t: Translate) => Input,
): (snapshot: Snapshot, t: Translate) => Input {
  let selected: Input | undefined;
  return (snapshot, t) => {
    const next = select(snapshot, t);
    if (selected === undefined || !shallow(selected, next)) selected = next;
    return selected;
  };
}

export function drawNow<Input extends object>(
  picture: Picture<Input>,
  snapshot: Snapshot,
  canvas: Canvas,
): DisplayList {
  return picture.draw(picture.select(snapshot, canvas.t), canvas);
}

/** Caches by key; retries after an exception. */
export function createMemo<T>(): (key: readonly unknown[], make: () => T) => T {
  let kept: { readonly key: readonly unknown[]; readonly made: T } | null = null;
  return (key, make) => {
    if (!kept || !shallow(kept.key, key)) kept = { key, made: make() };
    return kept.made;
  };
}

export type Describe = (snapshot: Snapshot, state: AppState, t: Translate) => string;
