import { useStore } from 'zustand';
import { type LectureEditorState, lectureEditor } from './lecture-editor.ts';

/** Reads a part of the lectureEditor and renders anew where it changes. */
export function useLectureEditor<T>(select: (state: LectureEditorState) => T): T {
  return useStore(lectureEditor.store, select);
}
