import type { End } from '../../../../engine/contract.ts';
import type { Scene } from '../../../session/lecture.ts';

/** How the left and the right side of a scene end, where both do: what its words say of their ends is held against it. */
type Ends = `${End} ${End}`;

/** What of a scene is the same in every language; without a bookmark or a guess there is none. */
export type SceneSetting = Pick<Scene, 'scenario' | 'frame'> &
  Partial<Pick<Scene, 'bookmark' | 'guess'>> &
  Required<Pick<Scene, 'minutes'>> & { readonly ends?: Ends };

/** By the scene's name, in the order in which they are given. */
export type SceneSettings<Name extends string> = Readonly<Record<Name, SceneSetting>>;

/** What is said, in one language: a scene that is missing is a type error. */
export interface LectureWords<Name extends string> {
  readonly title: string;
  /** The notes line by line; those that begin with "Say:", "Ask:" or "Do:" are bullets. */
  readonly scenes: Readonly<
    Record<
      Name,
      Pick<Scene, 'title' | 'question' | 'sentence' | 'after' | 'end'> & { readonly notes: readonly string[] }
    >
  >;
}
