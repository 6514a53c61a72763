import '../../../i18n/all-words.ts';
import { expect, it } from 'vitest';
import { LANGUAGE_NAMES } from '../../../../engine/scenario/languages.ts';
import { withMarkWords } from '../../../features/lecture/named-marks.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { loadShipped } from '../find-lecture.ts';
import { SHIPPED_IDS } from './ids.ts';
import { KNOWN_WORDS, unknownWordsIn } from './known.ts';

const NOTHING = { letters: '', terms: [] } as const;

it('finds letters and terms, but no words of one letter', () => {
  expect(unknownWordsIn('A step on f is a gain: σᵢ, t* and Δ(w).', 'en', NOTHING)).toEqual([
    'f',
    'σ',
    't',
    'Δ',
    'w',
  ]);
  expect(unknownWordsIn('I’d say it’s a 10k run of the dead neuron’s gradients.', 'en', NOTHING)).toEqual([
    'dead',
    'gradient',
  ]);
  expect(unknownWordsIn('梯度为零，β 已死亡', 'zh', { letters: 'β', terms: ['dead'] })).toEqual(['gradient']);
});

// Pictures and panels: app/features/lecture/scenes.browser.test.tsx.
it.each(SHIPPED_IDS)('%s: no text has a letter or a term that the lecture does not list', async (id) => {
  for (const language of LANGUAGE_NAMES)
    for (const [k, scene] of (await loadShipped(id, language)).scenes.entries()) {
      const { title, question, sentence, after, end, moment } = withMarkWords(
        scene,
        createTranslate(language),
      );
      for (const text of [title, question, sentence, after, end, moment])
        expect
          .soft(
            unknownWordsIn((text ?? '').replace(/\{\{.*?\}\}/g, '#'), language, KNOWN_WORDS[id]),
            `${id} ${k + 1} ${language}: ${text}`,
          )
          .toEqual([]);
    }
});
