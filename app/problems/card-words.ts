import './two-layer/words.en.ts';
import type { ProblemCard } from '../../engine/contract.ts';
import { addWords, hasWord } from '../i18n/words.ts';

import.meta.glob('./*/card-words.en.ts', { eager: true });

/** Adds the cards' own names for keys without a page word; a key without either stays readable as itself. */
export function nameCards(cards: Readonly<Record<string, ProblemCard>>): void {
  for (const { id, params, presets, words = {} } of Object.values(cards)) {
    for (const [key, word] of Object.entries(words)) name(key, word);
    name(`problem.${id}`, id);
    for (const [key, spec] of Object.entries(params)) {
      name(`param.${spec.called ?? key}`, key);
      for (const option of spec.kind === 'choice' ? spec.options : [])
        name(`choice.${spec.called ?? key}.${option}`, option);
    }
    for (const preset of presets) name(`preset.${preset.id}.title`, preset.id);
  }
}

/** Names a key without a word; a word added later replaces it. */
function name(key: string, word: string): void {
  if (!hasWord('en', key)) addWords('en', { [key]: word });
}
