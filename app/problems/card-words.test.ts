import '../i18n/all-words.ts';
import { expect, it } from 'vitest';
import type { ProblemCard } from '../../engine/contract.ts';
import { shaping } from '../../engine/params.ts';
import { createTranslate, dynamicKey } from '../i18n/messages.ts';
import { nameCards } from './card-words.ts';

const bare: ProblemCard = {
  id: 'bare',
  arrival: () => 'best',
  compares: () => null,
  params: {
    tilt: {
      kind: 'number',
      default: 1,
      min: 0,
      max: 2,
      slider: 'linear',
      ...shaping('loss'),
    },
    c: {
      kind: 'number',
      default: 1,
      min: 0,
      max: 2,
      slider: 'linear',
      ...shaping('descent'),
    },
    shape: {
      kind: 'choice',
      default: 'round',
      options: ['round', 'flat'],
      ...shaping('loss'),
    },
  },
  opening: 'bare-first',
  presets: [{ id: 'bare-first', values: {} }],
};

it('a card without words is called by its keys; a word that is there stays', () => {
  const t = createTranslate('zh');
  const said = (...parts: string[]) => (t as (key: string) => string)(dynamicKey(...parts));
  expect(said('param', 'tilt')).toBe('');
  nameCards({ bare });
  expect(said('problem', 'bare')).toBe('bare');
  expect(said('param', 'tilt')).toBe('tilt');
  expect(said('choice', 'shape', 'flat')).toBe('flat');
  expect(said('preset', 'bare-first', 'title')).toBe('bare-first');
  expect(said('preset', 'bare-first', 'sentence')).toBe('');
  expect(said('app', 'title')).toBe('Twin Descent');
});

it('a card says what the page has no word for, and nothing else', () => {
  const t = createTranslate('en');
  nameCards({
    spoken: { ...bare, id: 'spoken', words: { 'question.spoken': 'Which?', 'app.title': 'Mine' } },
  });
  expect(t(dynamicKey('question', 'spoken') as 'app.title')).toBe('Which?');
  expect(t('app.title')).toBe('Twin Descent');
});
