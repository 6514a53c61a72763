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
 * Keeps the page in the language that the scenario asks for. What it returns is fulfilled when the first one is there: words
 * that are painted before would flash. A language that cannot be loaded gives way to English, and a notice says so. Where the
 * scenario leaves the choice to the browser, a change of the browser's languages is followed.
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
      // Another may have been chosen while this one was on its way.
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
  // Not by the language itself: the browser's list of them would be read with every frame of a run.
  store.subscribe(
    ({ scenario }) => scenario.values.lang,
    () => void during(follow()),
  );
  addEventListener('languagechange', () => {
    if (wanted() !== store.getState().language) void during(follow());
  });
  return follow();
}
