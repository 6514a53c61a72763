import '../../i18n/all-words.ts';
import '../../problems/index.ts';
import { expect, it } from 'vitest';
import { PROBLEM_IDS } from '../../../engine/catalog.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { type AppState, createAppStore } from '../../session/store.ts';
import { loadFirstView } from '../../session/view.ts';
import { accountOf } from './LiveRegion.tsx';

it.each(PROBLEM_IDS)(
  '%s: nothing is told before it is opened, least of all by another problem',
  async (id) => {
    await loadFirstView();
    const state: AppState = {
      ...createAppStore().getState(),
      scenario: parseLink(`#v=1&problem=${id}`).scenario,
    };
    const other = PROBLEM_IDS.find((one) => one !== id)!;
    for (const opened of [null, {} as never])
      for (const openedProblem of opened ? [other] : [id, other])
        expect(accountOf({} as never, { ...state, opened, openedProblem }, createTranslate('en'))).toBe('');
  },
);
