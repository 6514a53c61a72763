import type { Language } from '../../../engine/scenario/languages.ts';
import { sizesOf, textsOf } from '../../charts/marks/find-marks.ts';
import { createTranslate } from '../../i18n/messages.ts';
import type { Scene } from '../../session/lecture.ts';
import { findAll, idle, type Mounted } from '../../shell/mount.test.tsx';
import { drawnOn } from '../../ui/keep-drawn.ts';
import { type MarkName, marksIn, markWord, NAMED_MARKS, type NamedMark } from './named-marks.ts';
import { isSceneOver } from './scene-reached.ts';

/** Pixels of a point's marker; an area is larger. */
const MARKER = 22;

/** Least pixels of anything that is seen. */
const SEEN = 6;

const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true });

function isInside(one: Element): boolean {
  const { left, top, right, bottom } = one.getBoundingClientRect();
  return left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1;
}

/** Returns the pictures on the screen, each with its panel. */
const pictures = () =>
  findAll<HTMLCanvasElement>('.page canvas')
    .filter((canvas) => isSeen(canvas) && isInside(canvas))
    .map((canvas) => ({
      list: drawnOn(canvas),
      size: canvas.getBoundingClientRect(),
      panel: canvas.closest('.panel') ?? canvas.closest('.curve') ?? canvas,
    }));

/** Returns what scene and pictures say: words, and letters in canvases. */
export function saidOnScreen(): string[] {
  const lines = findAll('.scene-words *, .plates *, .curves *')
    .filter(isSeen)
    .flatMap((one) => [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE))
    .map(({ textContent }) => textContent ?? '');
  return [...lines, ...pictures().flatMap(({ list }) => textsOf(list))];
}

/** Returns a panel's title, keys and the letters of its pictures, but no verdict. */
function wordsOf(panel: Element): string {
  const lines = [...panel.querySelectorAll('*')]
    .filter((one) => isSeen(one) && isInside(one) && !one.closest('.verdict'))
    .flatMap((one) => [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE))
    .map(({ textContent }) => textContent);
  const letters = pictures()
    .filter((picture) => picture.panel === panel)
    .flatMap(({ list }) => textsOf(list));
  return [...lines, ...letters].join('\n').toLowerCase();
}

/** Returns what is wrong with a mark on the screen; null if it is drawn, large enough, and has its word beside it. */
function faultOf(name: MarkName, language: Language): string | null {
  const { roles, isArea, isPlain }: NamedMark = NAMED_MARKS[name];
  const drawn = pictures()
    .map(({ list, size, panel }) => ({ sizes: sizesOf(list, roles, size), panel }))
    .filter(({ sizes }) => sizes.length > 0);
  if (drawn.length === 0) return `${name} is not drawn`;
  const large = drawn.filter(({ sizes }) =>
    sizes.some(({ width, height }) =>
      isArea ? Math.min(width, height) > MARKER : Math.max(width, height) > SEEN,
    ),
  );
  if (large.length === 0) return `${name} is no larger than a point`;
  const word = markWord(name, createTranslate(language)).toLowerCase();
  if (isPlain || large.some(({ panel }) => wordsOf(panel).includes(word))) return null;
  return `${name} has no label “${word}”`;
}

/** Steps by which an end is looked for, so that no run is longer than it must. */
const ENDS_BY = [200, 2_000, 20_000];

async function seekEnd({ session, seek }: Mounted, { last }: Scene): Promise<void> {
  for (const k of last == null ? ENDS_BY : [last]) if (!isSceneOver(session.store.getState())) await seek(k);
}

/** A scene in one of its languages. */
interface Told {
  readonly language: Language;
  readonly scene: Scene;
}

/**
 * Returns the marks that the open scene's texts name and that are not on the screen when the text is: those of question and sentence at the
 * start, of `after` at the bookmark or else the end, of `end` at the end. Those of notes and `moment` must be there at one of these.
 */
export async function undrawnMarks(mounted: Mounted, told: readonly Told[]): Promise<string[]> {
  const lost: string[] = [];
  const kept = new Set<string>();
  const named = (...texts: (string | undefined)[]) => marksIn(texts.map((text) => text ?? ''));
  const ofSpeaker = ({ notes, moment }: Scene) => named(notes, moment);
  const speaks = told.some(({ scene }) => ofSpeaker(scene).length > 0);

  async function look(place: string, of: (scene: Scene) => MarkName[], go: () => Promise<void>) {
    if (!speaks && told.every(({ scene }) => of(scene).length === 0)) return;
    await go();
    for (const { language, scene } of told) {
      mounted.session.change({ lang: language });
      await idle();
      for (const name of of(scene)) {
        const fault = faultOf(name, language);
        if (fault) lost.push(`${place}, ${language}: ${fault}`);
      }
      for (const name of ofSpeaker(scene)) if (!faultOf(name, language)) kept.add(`${language}: ${name}`);
    }
    mounted.session.change({ lang: 'en' });
    await idle();
  }

  const { scene } = told[0]!;
  const goToEnd = () => seekEnd(mounted, scene);
  const goOn = () => (scene.bookmark === null ? goToEnd() : mounted.seek(scene.bookmark));
  await look('start', ({ question, sentence }) => named(question, sentence), idle);
  await look('after', ({ after }) => named(after), goOn);
  if (scene.end !== undefined) await look('end', ({ end }) => named(end), goToEnd);
  for (const { language, scene } of told)
    for (const name of ofSpeaker(scene))
      if (!kept.has(`${language}: ${name}`)) lost.push(`notes, ${language}: ${name} is never there`);
  return lost;
}
