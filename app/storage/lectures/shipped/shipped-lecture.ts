import type { End } from '../../../../engine/contract.ts';
import type { Scene } from '../../../session/lecture.ts';

/** Ends of the left and right side, if both end; tests compare the scene's words with them. */
type Ends = `${End} ${End}`;

/** The language-independent part of a scene. */
export type SceneSetting = Pick<Scene, 'scenario' | 'frame'> &
  Partial<Pick<Scene, 'bookmark' | 'guess'>> &
  Required<Pick<Scene, 'minutes'>> & { readonly ends?: Ends };

/** By scene name, in teaching order. */
export type SceneSettings<Name extends string> = Readonly<Record<Name, SceneSetting>>;

/** Words of a lecture in one language; a missing scene is a type error. */
export interface LectureWords<Name extends string> {
  readonly title: string;
  /** Notes by line; lines that begin with "Say:", "Ask:" or "Do:" are bullets. */
  readonly scenes: Readonly<
    Record<
      Name,
      Pick<Scene, 'title' | 'question' | 'sentence' | 'after' | 'end'> & { readonly notes: readonly string[] }
    >
  >;
}
