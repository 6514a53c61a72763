import type { ProblemId } from '../../../../engine/catalog.ts';
import type { AppState } from '../../../session/store.ts';

export type Known = Pick<AppState, 'opened' | 'openedProblem'>;

/** Returns a reader of a problem's facts: null while another is open. */
export const infoOf =
  <Info>(problem: ProblemId) =>
  ({ opened, openedProblem }: Known): Info | null =>
    openedProblem === problem ? ((opened?.info ?? null) as Info | null) : null;

/** Narrows a reader to one level: null at the others. */
export const atLevel =
  <Info extends { readonly level: string }, Level extends Info['level']>(
    of: (state: Known) => Info | null,
    level: Level,
  ) =>
  (state: Known): Extract<Info, { readonly level: Level }> | null => {
    const info = of(state);
    return info?.level === level ? (info as Extract<Info, { readonly level: Level }>) : null;
  };
