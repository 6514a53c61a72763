import './mark-words.en.ts';
import type { MarkRole } from '../../charts/marks/roles.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import type { Scene } from '../../session/lecture.ts';
import type { words } from './mark-words.en.ts';

/** A drawn thing that texts name; `mark-words` has its word. */
export interface NamedMark {
  /** Roles in a picture's display list. */
  readonly roles: readonly MarkRole[];
  /** True if its extent has a meaning: it must be larger than a point's marker. */
  readonly isArea?: true;
  /** True if the shape says the word, so that it needs no label. */
  readonly isPlain?: true;
}

const CURVES = ['curve-left', 'curve-right'] as const;

type NameIn<Key> = Key extends `named.${infer Name}` ? Name : never;

export type MarkName = NameIn<keyof typeof words>;

/** By name in `{{mark:name}}`; each has a word in `mark-words`. */
export const NAMED_MARKS = {
  arrow: { roles: ['arrows', 'weights-left', 'weights-right'], isPlain: true },
  band: { roles: ['band'], isPlain: true },
  circle: { roles: ['band-edge', 'iso-line'], isPlain: true },
  column: { roles: ['weights-left', 'weights-right'] },
  cone: { roles: ['regions'], isArea: true },
  contour: { roles: ['iso-line'], isPlain: true },
  deadZone: { roles: ['dead-zone'], isArea: true },
  disc: { roles: ['disc'], isArea: true, isPlain: true },
  ellipse: { roles: ['orbit'], isArea: true, isPlain: true },
  floor: { roles: ['bound', 'minimum'] },
  gap: { roles: CURVES },
  polygon: { roles: ['hinges-left', 'hinges-right'], isPlain: true },
  pull: { roles: ['loss'], isArea: true },
  saddle: { roles: ['saddle'] },
  sector: { roles: ['kinks', 'dead-zone'], isPlain: true },
  star: { roles: ['star'], isPlain: true },
} as const satisfies Readonly<Record<MarkName, NamedMark>>;

export const MARK_NAMES = Object.keys(NAMED_MARKS) as MarkName[];

const TEXTS = ['title', 'question', 'sentence', 'after', 'end', 'notes', 'moment'] as const;

/** `{{mark:name}}`: the mark's word; `{{mark:name|words}}`: words of the sentence's own. */
const PLACE = /\{\{\s*mark:([\w-]+)\s*(?:\|([^{}]*))?\}\}/g;

const isNamed = (name: string): name is MarkName => Object.hasOwn(NAMED_MARKS, name);

export const markWord = (name: MarkName, t: Translate): string => t(dynamicKey('named', name));

/** Returns the marks that texts name, each once, without unknown ones. */
export const marksIn = (texts: readonly string[]): MarkName[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(PLACE)].map(([, name]) => name!)).filter(isNamed)),
];

/** Returns the places whose mark no picture has. */
export const unknownMarksIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.match(/\{\{\s*mark:.*?\}\}/g) ?? [])
    .filter((whole) => marksIn([whole]).length === 0);

/** Replaces named marks by their words; unknown ones stay. */
export const nameMarks = (text: string, t: Translate): string =>
  text.replace(PLACE, (whole, name: string, written?: string) =>
    isNamed(name) ? written?.trim() || markWord(name, t) : whole,
  );

/** Returns a scene's texts, as far as it has them, with the words of the marks. */
export const withMarkWords = <Texts extends Partial<Scene>>(scene: Texts, t: Translate): Texts => ({
  ...scene,
  ...Object.fromEntries(
    TEXTS.flatMap((name) => (scene[name] === undefined ? [] : [[name, nameMarks(scene[name], t)]])),
  ),
});
