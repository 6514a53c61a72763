import { expect, test } from 'vitest';
import { writeText } from './write-text.ts';

/** An element with or without a text that counts writes. */
function counting(words: string) {
  const written = { nodes: 0, values: 0 };
  const text = (value: string) => ({
    get nodeValue() {
      return value;
    },
    set nodeValue(next: string) {
      written.values++;
      value = next;
    },
  });
  let child = words === '' ? null : text(words);
  const element = {
    get firstChild() {
      return child;
    },
    set textContent(next: string) {
      written.nodes++;
      child = next === '' ? null : text(next);
    },
  };
  return { element: element as unknown as Element, written, words: () => child?.nodeValue ?? '' };
}

test('numbers that change with every frame leave one node in place, and the same words are not written', () => {
  const { element, written, words } = counting('');
  for (let k = 0; k < 100; k++) for (const again of [k, k]) writeText(element, String(again));
  expect([words(), written]).toEqual(['99', { nodes: 1, values: 99 }]);
});

test('no words leave no node, as what is styled by being empty is', () => {
  const { element, words } = counting('12');
  writeText(element, '');
  expect([words(), element.firstChild]).toEqual(['', null]);
  writeText(null, 'nothing');
});
