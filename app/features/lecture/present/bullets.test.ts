import { describe, expect, it } from 'vitest';
import { linesOf } from './bullets.ts';

describe('speaker notes', () => {
  it('are bullets where a line says what it is for, in either language', () => {
    expect(
      linesOf('Say: one neuron.\nask: where?\nDO : press Play.\n说：一个神经元。\n问：哪里？\n做：按播放。'),
    ).toEqual([
      { kind: 'say', words: 'one neuron.' },
      { kind: 'ask', words: 'where?' },
      { kind: 'do', words: 'press Play.' },
      { kind: 'say', words: '一个神经元。' },
      { kind: 'ask', words: '哪里？' },
      { kind: 'do', words: '按播放。' },
    ]);
  });

  it('stay the lines that they were where nothing is said', () => {
    expect(linesOf('Don’t explain yet.\n\nDo not say: always.')).toEqual([
      { kind: null, words: 'Don’t explain yet.' },
      { kind: null, words: 'Do not say: always.' },
    ]);
    expect(linesOf('')).toEqual([]);
  });
});
