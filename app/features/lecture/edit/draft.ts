import type { Lecture, Scene } from '../../../session/lecture.ts';
import { LIMITS } from '../../../storage/lectures/document.ts';

export interface DraftScene {
  readonly key: number;
  readonly scene: Scene;
}

/** Lecture in the editor; 1 scene to a document's limit. */
export interface Draft {
  readonly title: string;
  readonly scenes: readonly DraftScene[];
}

export function draftOf({ title, scenes }: Lecture): Draft {
  return { title, scenes: scenes.map((scene, key) => ({ key, scene })) };
}

export function lectureOf({ title, scenes }: Draft): Lecture {
  return { title, scenes: scenes.map(({ scene }) => scene) };
}

export function isFull({ scenes }: Draft): boolean {
  return scenes.length >= LIMITS.scenes;
}

function newKey({ scenes }: Draft): number {
  return Math.max(-1, ...scenes.map(({ key }) => key)) + 1;
}

/** Inserts a scene at an index from 0 unless the lecture is full. */
export function addScene(draft: Draft, at: number, scene: Scene): Draft {
  if (isFull(draft)) return draft;
  return { ...draft, scenes: draft.scenes.toSpliced(at, 0, { key: newKey(draft), scene }) };
}

/** Removes a scene, but never the last. */
export function removeScene(draft: Draft, key: number): Draft {
  if (draft.scenes.length === 1) return draft;
  return { ...draft, scenes: draft.scenes.filter((item) => item.key !== key) };
}

export function changeScene(draft: Draft, key: number, changes: Partial<Scene>): Draft {
  const changed = (item: DraftScene) =>
    item.key === key ? { key, scene: { ...item.scene, ...changes } } : item;
  return { ...draft, scenes: draft.scenes.map(changed) };
}

/** Moves a scene to an index from 0, clamped. */
export function moveScene(draft: Draft, key: number, to: number): Draft {
  const from = draft.scenes.findIndex((item) => item.key === key);
  const place = Math.min(draft.scenes.length - 1, Math.max(0, to));
  if (from < 0 || from === place) return draft;
  return { ...draft, scenes: draft.scenes.toSpliced(from, 1).toSpliced(place, 0, draft.scenes[from]!) };
}
