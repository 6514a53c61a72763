import { useStore } from 'zustand';
import { type LectureEditorState, lectureEditor } from './lecture-editor.ts';

export function useLectureEditor<T>(select: (state: LectureEditorState) => T): T {
  return useStore(lectureEditor.store, select);
}
