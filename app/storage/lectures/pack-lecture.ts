// biome-ignore lint/style/noRestrictedImports: packing is text in, text out; the page packs a lecture as the engine packs a table.
import { packText, unpackText } from '../../../engine/data/pack.ts';
import { VIEW_PARAMS } from '../../../engine/scenario/view-params.ts';
import type { Lecture } from '../../session/lecture.ts';
import { type LectureReading, readDocument, writeDocument } from './document.ts';

/** Characters of a packed lecture that a link carries. */
export const MAX_PACKED_LECTURE = VIEW_PARAMS.lecture.maxLength;

/** The whole lecture in characters that survive in a link (letters, digits, `-_.`); it may be longer than a link carries. */
export function packLecture(lecture: Lecture): string {
  return packText(writeDocument(lecture));
}

/** Whether a link carries a packed lecture. */
export function fitsLink(packed: string): boolean {
  return packed.length <= MAX_PACKED_LECTURE;
}

/** Reads a packed lecture with all checks of a document; null where it is damaged or unfolds to more than 4 MB. */
export function unpackLecture(packed: string): LectureReading | null {
  const document = unpackText(packed);
  return document === null ? null : readDocument(document);
}
