import type { ProblemCard } from '../../engine/contract.ts';
import { addWords, hasWord } from './words.ts';

/** Calls whatever of the cards has no word, neither here nor on its card, by its key: a page with a key on it can be used. */
export function nameTheRest(cards: Readonly<Record<string, ProblemCard>>): void {
  for (const { params, presets } of Object.values(cards)) {
    for (const [key, spec] of Object.entries(params)) {
      name(spec.message, key);
      for (const option of spec.kind === 'choice' ? spec.options : [])
        name(`choice.${key}.${option}`, option);
    }
    for (const { id } of presets) name(`preset.${id}.title`, id);
  }
}

function name(key: string, word: string): void {
  if (!hasWord('en', key)) addWords('en', { [key]: word });
}
