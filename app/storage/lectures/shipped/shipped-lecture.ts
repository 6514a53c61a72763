import type { End } from '../../../../engine/contract.ts';
import type { Scene } from '../../../session/lecture.ts';

/** Ends of both sides, if both end; tests compare the words. */
type Ends = `${End} ${End}`;

/** Language-independent part of a scene. */
export type SceneSetting = Pick<Scene, 'scenario' | 'frame'> &
  Partial<Pick<Scene, 'bookmark' | 'guess' | 'parts'>> &
  Required<Pick<Scene, 'minutes'>> & {
    readonly ends?: Ends;
    /** Set if no end comes, or too late. */
    readonly last?: number;
  };

/** In teaching order. */
export type SceneSettings<Name extends string> = Readonly<Record<Name, SceneSetting>>;

/** Words in one language; a missing scene is a type error. */
export interface LectureWords<Name extends string> {
  readonly title: string;
  /** Notes by line; "Say:", "Ask:" or "Do:" begin bullets. */
  readonly scenes: Readonly<
    Record<
      Name,
      Pick<Scene, 'title' | 'question' | 'sentence' | 'after' | 'end' | 'moment'> & {
        readonly notes: readonly string[];
      }
    >
  >;
}
