import './all-words.ts';
import { expect, test } from 'vitest';
import { LANGUAGE_NAMES, LANGUAGES } from '../../engine/scenario/languages.ts';
import { chooseLanguage } from './choose-language.ts';
import { loadLanguage } from './language.ts';
import { createTranslate } from './messages.ts';

test.each([
  [['zh-CN', 'zh', 'en-US', 'en'], 'zh'],
  [['zh-SG'], 'zh'],
  [['zh-Hans-HK'], 'zh'],
  [['zh'], 'zh'],
  [['is-IS', 'is', 'zh-CN'], 'zh'],
  [['en-GB', 'zh-CN'], 'en'],
  [['is-IS', 'is'], 'en'],
  [[], 'en'],
  // Traditional Chinese with the bare tags that browsers add: English is preferred unless nothing else matches.
  [['zh-TW', 'zh', 'en-US', 'en'], 'en'],
  [['zh-Hant', 'en'], 'en'],
  [['zh-HK', 'zh', 'fr'], 'zh'],
  [['zh-TW'], 'zh'],
  [['zh-TW', 'zh-CN', 'en'], 'zh'],
  [['not a tag', '', 'x', 'zh-CN'], 'zh'],
] as const)('who reads %j gets %s', (wanted, language) => {
  expect(chooseLanguage(wanted)).toBe(language);
});

test('every language is called by its own name, in every language, and its words can be loaded', async () => {
  for (const language of LANGUAGE_NAMES) {
    await loadLanguage(language);
    const t = createTranslate(language);
    expect(t('play.play')).not.toBe('');
    for (const other of LANGUAGE_NAMES)
      expect((t as (key: string) => string)(`choice.lang.${other}`)).toBe(LANGUAGES[other].name);
  }
  expect(createTranslate('zh')('play.play')).toBe('播放');
});
