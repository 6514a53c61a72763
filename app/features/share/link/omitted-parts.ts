import type { AppState } from '../../../session/store.ts';
import type { LinkChoices, LinkSection } from './link-parts.ts';

/** Name prefixes of stored lectures (in this browser only) and packed ones. */
const STORED = 'my.';
const PACKED = 'z.';

/** An omission, as data (message `share.out`). */
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

/** Lists a link's omissions, most important first. */
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

/** True if the link contains a whole lecture with the speaker's notes. */
export function carriesNotes(state: AppState, { without }: LinkChoices): boolean {
  return String(state.scenario.values.lecture).startsWith(PACKED) && !without.has('lecture');
}
