/** For tests: laws of everything that the open view declares; a new panel or curve comes under them by its declaration alone. */

import type { DisplayList, TextMark } from '../../charts/display-list.ts';
import { overlapArea, type Size } from '../../charts/geometry.ts';
import { textBox } from '../../charts/paint/part-names.ts';
import { describeCurve } from '../../pictures/curve/describe-curve.ts';
import { isAsking } from '../../session/guessing.ts';
import type { PictureKit } from '../../session/picture/figure-view.ts';
import type { Describe } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { viewOf } from '../../session/view.ts';
import { PLANAR_FIGURE } from '../planar/figure.ts';
import { readParts, shownPanels } from './for-tests/read-parts.ts';

/** Pixels of a panel's width and of a curve, and the scale of letters. */
export interface Room {
  readonly width: number;
  readonly curve: Size;
  readonly scale: number;
}

/** Stages of 1280 x 720 and 1920 x 1080, and a desktop. */
export const ROOMS: readonly Room[] = [
  { width: 380, curve: { width: 400, height: 187 }, scale: 1.5 },
  { width: 580, curve: { width: 600, height: 280 }, scale: 2.25 },
  { width: 380, curve: { width: 400, height: 144 }, scale: 1 },
];

interface Declared {
  readonly name: string;
  readonly size: Size;
  readonly draw: (size: Size) => DisplayList;
  readonly tell: readonly Describe[];
}

/** Lists the pictures of a snapshot's view at their sizes in a room. Throws TypeError if a panel has no picture for figures. */
export function declaredIn(snapshot: Snapshot, kit: PictureKit, { width, curve }: Room): Declared[] {
  const state = snapshot.store.getState();
  const view = viewOf(state);
  const { panels } = view.figure ?? PLANAR_FIGURE;
  return [
    ...view.panels(state).map((panel): Declared => {
      const picture = panel.picture ?? panels[panel.name];
      if (!picture)
        throw new TypeError(`expected a picture for figures of the panel ${panel.name}; got none`);
      const size = { width, height: Math.round(picture.aspect * width) };
      const draw = (at: Size) => picture.draw(kit, snapshot, at);
      return { name: panel.name, size, draw, tell: picture.tell(state) };
    }),
    ...view.curves.map(({ name, createPicture }, i): Declared => {
      const draw = (at: Size) => kit.draw(createPicture, snapshot, at);
      return { name, size: curve, draw, tell: [describeCurve(view.curves[i]!)] };
    }),
  ];
}

/** Returns one sentence per broken law of the pictures: sizes, finite numbers, whole words, labels that keep clear. */
export function brokenByPictures(snapshot: Snapshot, kit: PictureKit, room: Room): string[] {
  const flaws = (name: string, list: DisplayList) => {
    const found = list.length === 0 ? ['draws nothing'] : [...flawsIn(list), ...collisions(textsIn(list))];
    return found.map((one) => `${name}: ${one}`);
  };
  const declared = declaredIn(snapshot, kit, room).flatMap(({ name, size, draw }) =>
    size.height > 0 ? flaws(name, draw(size)) : [`${name}: ${size.height} pixels high`],
  );
  return [
    ...declared,
    ...readIn(snapshot, kit, room).flatMap(({ name, drawn }) =>
      drawn.flatMap((draw) => flaws(`${name}, a part read`, draw())),
    ),
  ];
}

/** Lists what pointer and keys read of each shown panel, at its size in a room. */
function readIn(snapshot: Snapshot, kit: PictureKit, { width }: Room) {
  const state = snapshot.store.getState();
  return shownPanels(snapshot, viewOf(state).panels(state)).map((panel) => {
    const size = { width, height: Math.round((panel.picture?.aspect ?? 1) * width) };
    return { name: panel.name, ...readParts(panel, snapshot, kit, size) };
  });
}

/** Returns all that is said of a snapshot, each with what says it: titles, alternative texts, verdicts, live text. */
export function saidOf(snapshot: Snapshot, kit: PictureKit): (readonly [string, string])[] {
  const state = snapshot.store.getState();
  const view = viewOf(state);
  const { t } = kit;
  const titles = [
    ...view.panels(state).map((panel) => [`title of ${panel.name}`, panel.title(state, t)] as const),
    ...view.curves.map((curve) => [`title of ${curve.name}`, curve.title(state, t)] as const),
  ];
  const told = declaredIn(snapshot, kit, ROOMS[0]!).flatMap(({ name, tell }) =>
    (tell.length > 0 ? tell : [() => '']).map(
      (one) => [`alternative text of ${name}`, one(snapshot, state, t)] as const,
    ),
  );
  const sides = (['left', 'right'] as const).flatMap((side) => {
    const { below, why } = view.footing(snapshot, state, side, t);
    return [
      [`verdict of ${side}`, view.verdict(snapshot, state, side, t)] as const,
      [`heard name of ${side}`, view.heard(state, side, t)] as const,
      ...[below, why, view.note?.(snapshot, side, t) ?? ''].map((note) => [`hint of ${side}`, note] as const),
    ];
  });
  const beside = [
    ...view
      .panels(state)
      .flatMap(({ name, facts }) =>
        [view.about?.(state, name, t), facts?.(state, t)].map(
          (one) => [`hint of ${name}`, one ?? ''] as const,
        ),
      ),
    ...view.curves.flatMap(({ name, label, note }) => [
      [`name of ${name}`, label(state, t)] as const,
      [`hint of ${name}`, note?.(state, t) ?? ''] as const,
    ]),
  ];
  const read = readIn(snapshot, kit, ROOMS[0]!).flatMap(({ name, said }) =>
    said.map(([what, words]) => [`${what} of ${name}`, words] as const),
  );
  return [...titles, ...told, ...sides, ...beside, ...read, ['live text', view.tell(snapshot, state, t)]];
}

/** Returns one sentence per text that is empty, not a word, or the same in both languages. While a scene asks, a picture may be silent. */
export function brokenByWords(snapshot: Snapshot, kit: PictureKit, other: PictureKit): string[] {
  const others = saidOf(snapshot, other);
  const mayBeSilent = isAsking(snapshot.store.getState());
  return saidOf(snapshot, kit).flatMap(([what, words], i) => {
    const both = [words, others[i]![1]];
    const wrong = both.find((one) => NO_WORD.test(one));
    if (wrong !== undefined) return [`${what}: ${wrong}`];
    if (both.some((one) => one.trim() === ''))
      return mayBeSilent || what.startsWith('hint') ? [] : [`${what}: says nothing`];
    return MAY_BE_SAME.test(what) || both[0] !== both[1] ? [] : [`${what}: not translated: ${words}`];
  });
}

/** Titles, and numbers or symbols without words. */
const MAY_BE_SAME = /^(?:title|hint|part|name) /;

const NO_WORD = /NaN|Infinity|undefined|\[object/;

/** Lists the numbers of a picture that are not finite, and its texts that are no words. */
export function flawsIn(list: DisplayList): string[] {
  const found: string[] = [];
  const search = (value: unknown): void => {
    if (typeof value === 'number' || typeof value === 'string') {
      if (typeof value === 'number' ? !Number.isFinite(value) : NO_WORD.test(value)) found.push(`${value}`);
    } else if (value instanceof Float64Array || Array.isArray(value)) value.forEach(search);
    else if (value && typeof value === 'object' && !ArrayBuffer.isView(value))
      Object.values(value).forEach(search);
  };
  search(list);
  return found;
}

export function textsIn(list: DisplayList): TextMark[] {
  return list.flatMap((mark): TextMark[] => {
    if (mark.kind === 'text') return [mark];
    if (mark.kind === 'clip') return textsIn(mark.marks);
    if (mark.kind !== 'group') return [];
    return textsIn(mark.marks).map((text) => ({ ...text, x: text.x + mark.x, y: text.y + mark.y }));
  });
}

/** Lists the pairs of texts that share more than a tenth of the smaller one's box. */
function collisions(texts: readonly TextMark[]): string[] {
  const boxes = texts.map((text) => textBox(text));
  return texts.flatMap((text, i) =>
    texts.slice(0, i).flatMap((other, j) => {
      const [a, b] = [boxes[i]!, boxes[j]!];
      const least = Math.min(a.width * a.height, b.width * b.height);
      return overlapArea(a, b) > 0.1 * least ? [`${text.text} / ${other.text}`] : [];
    }),
  );
}
