import { LANGUAGES, type Language } from '../../engine/scenario/languages.ts';
import { notice } from '../../engine/scenario/notice.ts';
import { languageOf } from '../i18n/choose-language.ts';
import { setNumberLanguage } from '../i18n/format.ts';
import { loadLanguage } from '../i18n/language.ts';
import { createTranslate } from '../i18n/messages.ts';
import { during } from './busy.ts';
import { pageTitle } from './scenario/problem-name.ts';
import type { Session } from './session.ts';

/**
 * Keeps the page in the scenario's language, else the browser's. Resolves once the first has loaded, so that no text flashes. If loading
 * fails, falls back to English with a notice.
 */
export function bindLanguage({ store, notify }: Session): Promise<void> {
  const wanted = () => languageOf(store.getState().scenario.values.lang);

  function speak(language: Language): void {
    document.documentElement.lang = LANGUAGES[language].tag;
    setNumberLanguage(LANGUAGES[language].tag);
    store.setState({ language });
  }

  async function follow(): Promise<void> {
    const language = wanted();
    try {
      await loadLanguage(language);
      // Another may have been chosen meanwhile.
      if (wanted() === language) speak(language);
    } catch {
      if (wanted() !== language) return;
      speak('en');
      notify([notice('no-language', 'lang', '', LANGUAGES[language].name)]);
    }
  }

  store.subscribe(
    ({ scenario, language }) => pageTitle(scenario.problem, createTranslate(language)),
    (title) => {
      document.title = title;
    },
    { fireImmediately: true },
  );
  // Not `languageOf`, which would read the browser's list every frame.
  store.subscribe(
    ({ scenario }) => scenario.values.lang,
    () => void during(follow()),
  );
  addEventListener('languagechange', () => {
    if (wanted() !== store.getState().language) void during(follow());
  });
  return follow();
}
