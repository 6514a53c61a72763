import './card-words.ts';
import { expect, it } from 'vitest';
import { CATALOG, DEFAULT_PROBLEM, PROBLEM_IDS } from '../../engine/catalog.ts';
import type { ProblemCard } from '../../engine/contract.ts';
import { hasWord } from '../i18n/words.ts';

// Words of the page itself, without those of any view.
import.meta.glob('../{features,figure,i18n,pictures,session,shell,storage,ui}/**/*words.en.ts', {
  eager: true,
});

it.each(PROBLEM_IDS.filter((id) => id !== DEFAULT_PROBLEM))(
  'the menu has the names of %s before its view has loaded',
  (id) => {
    const { presets, words = {} }: ProblemCard = CATALOG[id];
    const keys = presets.flatMap((preset) =>
      preset.words ? [] : [`preset.${preset.id}.title`, `preset.${preset.id}.sentence`],
    );
    const missing = [`problem.${id}`, `question.${id}`, ...keys].filter(
      (key) => !hasWord('en', key) && !words[key],
    );
    expect(missing, 'expected these in card-words.en.ts').toEqual([]);
  },
);
