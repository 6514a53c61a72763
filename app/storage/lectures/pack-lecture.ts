// biome-ignore lint/style/noRestrictedImports: packing is text in, text out; the page packs a lecture as the engine packs a table.
import { packText, unpackText } from '../../../engine/data/pack.ts';
import { VIEW_PARAMS } from '../../../engine/scenario/view-params.ts';
import type { Lecture } from '../../session/lecture.ts';
import { type LectureReading, readDocument, writeDocument } from './document.ts';

export const MAX_PACKED_LECTURE = VIEW_PARAMS.lecture.maxLength;

/** Packs a lecture into letters, digits and `-_.`, perhaps beyond a link's limit. */
export function packLecture(lecture: Lecture): string {
  return packText(writeDocument(lecture));
}

/** True if a link can carry it. */
export function fitsLink(packed: string): boolean {
  return packed.length <= MAX_PACKED_LECTURE;
}

/** Unpacks with a document's checks; null if damaged or over 4 MB unpacked. */
export function unpackLecture(packed: string): LectureReading | null {
  const document = unpackText(packed);
  return document === null ? null : readDocument(document);
}
