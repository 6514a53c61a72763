import type { LectureProblem, SceneNotice } from '../../../storage/lectures/document.ts';
import type { StoredLecture } from '../../../storage/lectures/lecture-store.ts';

export type EditorMessage =
  | { readonly what: 'moved'; readonly title: string; readonly place: number; readonly scenes: number }
  | { readonly what: 'added' | 'updated' | 'duplicated' | 'removed'; readonly title: string }
  | { readonly what: 'withoutData' | 'undone' | 'redone' | 'lastScene' | 'full' | 'nothing' }
  | { readonly what: 'deleted'; readonly deleted: StoredLecture }
  | { readonly what: 'imported'; readonly title: string; readonly notices: readonly SceneNotice[] }
  | { readonly what: 'refused'; readonly problem: LectureProblem }
  | { readonly what: 'copied'; readonly characters: number }
  | { readonly what: 'tooLong' | 'noCode'; readonly characters: number; readonly limit: number }
  | { readonly what: 'conflict'; readonly title: string; readonly copy: string }
  | { readonly what: 'renewed' | 'elsewhere' | 'free' | 'gone'; readonly title: string }
  | { readonly what: 'exported'; readonly name: string };
