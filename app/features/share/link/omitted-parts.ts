import type { AppState } from '../../../session/store.ts';
import type { LinkChoices, LinkSection } from './link-parts.ts';

/** Begins the name of a lecture that only this browser stores, and a lecture that a link carries whole. */
const STORED = 'my.';
const PACKED = 'z.';

/** What somebody who opens the link does not get, as data; the messages word it (`share.out`). */
export type OmittedPart =
  | { readonly what: 'data' }
  | { readonly what: 'stored-lecture' }
  | { readonly what: LinkSection }
  | { readonly what: 'steps'; readonly steps: number }
  | { readonly what: 'undo'; readonly changes: number }
  | { readonly what: 'guess' }
  | { readonly what: 'presenting' }
  | { readonly what: 'tone' }
  | { readonly what: 'camera' }
  | { readonly what: 'rest' };

/** What a link of these choices leaves out of what the page has now; what weighs most comes first. */
export function omittedParts(state: AppState, { without }: LinkChoices): readonly OmittedPart[] {
  const { values } = state.scenario;
  const out: OmittedPart[] = [];
  if (values.features === 'csv' && values.data === '') out.push({ what: 'data' });
  if (String(values.lecture).startsWith(STORED) && !without.has('lecture'))
    out.push({ what: 'stored-lecture' });
  for (const what of without) out.push({ what });
  if (state.frontier > 0) out.push({ what: 'steps', steps: state.frontier });
  if (state.undoable > 0) out.push({ what: 'undo', changes: state.undoable });
  if (state.guesses.left.length + state.guesses.right.length > 0) out.push({ what: 'guess' });
  if (state.presenting || state.notes || state.laser) out.push({ what: 'presenting' });
  if (state.tone) out.push({ what: 'tone' });
  if (values.solid && !without.has('map')) out.push({ what: 'camera' });
  out.push({ what: 'rest' });
  return out;
}

/** Whether the link carries a whole lecture, and so what its author wrote for nobody's eyes but the speaker's. */
export function carriesNotes(state: AppState, { without }: LinkChoices): boolean {
  return String(state.scenario.values.lecture).startsWith(PACKED) && !without.has('lecture');
}
