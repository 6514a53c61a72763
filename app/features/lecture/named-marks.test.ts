import '../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_NAMES, type Language } from '../../../engine/scenario/languages.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { loadShipped } from '../../storage/lectures/find-lecture.ts';
import { SHIPPED_IDS } from '../../storage/lectures/shipped/ids.ts';
import { MARK_NAMES, type MarkName, marksIn, markWord, nameMarks, unknownMarksIn } from './named-marks.ts';

/** Words that contain a mark's word and mean something else, or say that it is not there. */
const EVERYDAY: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:the circle of directions|(?:no|not a) (?:dead zone|floor)|circles? forever|or circle|damping pulls)\b/gi,
  zh: /排列|列出|系列|圆碗|圆饼|方向之圆|没有(?:死区|下界)|不证明任何下界|不画下界/g,
};

/** Marks whose words a lecture still uses without naming the mark. */
const AWAITED: Readonly<Record<string, readonly MarkName[]>> = {
  hills: ['star'],
  stuck: ['deadZone', 'pull', 'sector', 'star'],
  always: ['gap', 'star'],
  players: ['column', 'cone', 'floor', 'star'],
  price: ['disc'],
};

/** Returns the marks whose word a text uses without naming the mark; the longest word first, so that an ellipse is no circle. */
function undeclaredIn(text: string, language: Language): MarkName[] {
  const t = createTranslate(language);
  let rest = text.replace(/\{\{.*?\}\}/g, '§').replace(EVERYDAY[language], '§');
  const byLength = MARK_NAMES.toSorted((a, b) => markWord(b, t).length - markWord(a, t).length);
  return byLength.filter((name) => {
    const word = markWord(name, t);
    const pattern = language === 'zh' ? new RegExp(word, 'g') : new RegExp(`\\b${word}s?\\b`, 'gi');
    const before = rest;
    rest = rest.replace(pattern, '§');
    return rest !== before;
  });
}

const t = createTranslate('en');

describe('the things that texts name', () => {
  it('have the word of their label, or the sentence’s own', () => {
    expect(nameMarks('Above the {{mark:floor}}: two {{ mark:star | stars }}.', t)).toBe(
      'Above the floor: two stars.',
    );
    expect(nameMarks('{{mark:floor}}', createTranslate('zh'))).toBe('下界');
    expect(marksIn(['{{mark:star}} {{mark:star|Star}} {{mark:moon}}'])).toEqual(['star']);
  });

  it('stay as written if no picture has them', () => {
    expect(nameMarks('{{mark:moon}} {{mark:toString}}', t)).toBe('{{mark:moon}} {{mark:toString}}');
    expect(unknownMarksIn(['{{mark:moon}} {{mark:}} {{mark:star}}'])).toEqual(['{{mark:moon}}', '{{mark:}}']);
  });

  it('each have a word of their own in every language', () => {
    for (const language of LANGUAGE_NAMES) {
      const words = MARK_NAMES.map((name) => markWord(name, createTranslate(language)));
      expect(new Set(words).size).toBe(MARK_NAMES.length);
    }
  });

  it.each(SHIPPED_IDS)('%s: no text uses such a word without naming the mark', async (id) => {
    for (const language of LANGUAGE_NAMES)
      for (const [k, scene] of (await loadShipped(id, language)).scenes.entries())
        for (const field of ['question', 'sentence', 'after', 'end', 'moment'] as const) {
          const found = undeclaredIn(scene[field] ?? '', language);
          expect
            .soft(
              found.filter((name) => !AWAITED[id]?.includes(name)),
              `${id} ${k + 1} ${language}, ${field}: ${scene[field]}`,
            )
            .toEqual([]);
        }
  });
});
