import type { MessageKey, Translate } from '../../i18n/messages.ts';
import type { AppState } from '../../session/store.ts';

/** True for a projector: its type is large, so words are short. */
export const isBare = ({ scenario }: Pick<AppState, 'scenario'>): boolean =>
  scenario.values.profile === 'projector';

/** Translates a computed key with its facts. */
export const say = (t: Translate, key: MessageKey, facts: object): string =>
  (t as (key: MessageKey, facts: object) => string)(key, facts);
