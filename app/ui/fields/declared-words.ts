import { CATALOG, PROBLEM_IDS, scenarioParams } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import { LANGUAGE_NAMES, type Language } from '../../../engine/scenario/languages.ts';
import { addWords } from '../../i18n/words.ts';

/** Returns the declarations' words for keys and presets, by message key. */
export function declaredWords(lang: Language): Readonly<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const problem of PROBLEM_IDS) {
    for (const [key, spec] of Object.entries(scenarioParams(problem))) {
      const own = spec.words?.[lang];
      if (own?.name !== undefined) words[`param.${key}`] = own.name;
      for (const [option, word] of Object.entries(own?.options ?? {}))
        words[`choice.${key}.${option}`] = word;
    }
    const { presets }: ProblemCard = CATALOG[problem];
    for (const { id, words: said } of presets)
      for (const [part, word] of Object.entries(said?.[lang] ?? {})) words[`preset.${id}.${part}`] = word;
  }
  return words;
}

for (const lang of LANGUAGE_NAMES) addWords(lang, declaredWords(lang));
