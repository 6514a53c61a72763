import { shallow } from 'zustand/vanilla/shallow';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Size } from '../../charts/geometry.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { AppState } from '../store.ts';
import type { Snapshot } from './snapshot.ts';

/** What a picture is drawn on: CSS pixels, colours and scale, language. */
export interface Canvas {
  readonly size: Size;
  readonly drawStyle: DrawStyle;
  readonly t: Translate;
}

/**
 * A picture of a state. What `select` takes is all that `draw` sees, and so all that has to be watched: it is the same object as before
 * as long as none of its fields is another one. `draw` gives the same list for the same input on the same canvas. A picture keeps the
 * latest of both, and what it needs to draw the next step fast: whoever shows one makes one of their own.
 */
export interface Picture<Input extends object = object> {
  select(snapshot: Snapshot, t: Translate): Input;
  draw(input: Input, canvas: Canvas): DisplayList;
}

/**
 * A picture of a pure selection and a pure drawing. Fields of the selection are primitives or references that stay while nothing
 * changed: parts of the store, what other pictures selected, and a trajectory only beside its `version`.
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

/** A picture that no state changes. */
export function stillPicture(draw: (canvas: Canvas) => DisplayList): Picture {
  return createPicture({ select: () => NOTHING, draw: (_, canvas) => draw(canvas) });
}

/** A selection that is the same object as before while none of its fields is another one. */
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

/** What is drawn of a snapshot now. */
export function drawNow<Input extends object>(
  picture: Picture<Input>,
  snapshot: Snapshot,
  canvas: Canvas,
): DisplayList {
  return picture.draw(picture.select(snapshot, canvas.t), canvas);
}

/** Keeps what was made last until a part of its key is another; what could not be made is made the next time. */
export function createMemo<T>(): (key: readonly unknown[], make: () => T) => T {
  let kept: { readonly key: readonly unknown[]; readonly made: T } | null = null;
  return (key, make) => {
    if (!kept || !shallow(kept.key, key)) kept = { key, made: make() };
    return kept.made;
  };
}

/** Tells in words what a picture shows now. */
export type Describe = (snapshot: Snapshot, state: AppState, t: Translate) => string;
