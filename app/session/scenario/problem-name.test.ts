import '../../i18n/all-words.ts';
import { expect, test } from 'vitest';
import { createTranslate } from '../../i18n/messages.ts';
import { pageTitle } from './problem-name.ts';

test('the title of the document, and of a PDF, names the problem that is shown', () => {
  const t = createTranslate('en');
  expect(pageTitle('one-neuron', t)).toBe('Twin Descent: one neuron, two landscapes');
  expect(pageTitle('two-layer', t)).toBe('Twin Descent: two layers');
  expect(pageTitle('lift', t)).toBe('Twin Descent: the lift');
});
