import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK } from '../../../../engine/fixtures/arbitraries.ts';
import type { Scene } from '../../../session/lecture.ts';
import { addScene, changeScene, draftOf, isFull, lectureOf, moveScene, removeScene } from './draft.ts';
import { commit, historyOf, redo, undo } from './history.ts';

const scene = (title: string): Scene => ({
  title,
  sentence: '',
  notes: '',
  question: '',
  scenario: '#v=1&problem=one-neuron',
  bookmark: null,
  guess: false,
});

const draft = (...titles: string[]) => draftOf({ title: 'L', scenes: titles.map(scene) });
const titles = (of: ReturnType<typeof draft>) => of.scenes.map((item) => item.scene.title).join('');

describe('a draft', () => {
  it('is moved, added to, changed and taken from', () => {
    const abc = draft('a', 'b', 'c');
    expect(titles(moveScene(abc, 0, 2))).toBe('bca');
    expect(titles(moveScene(abc, 2, 0))).toBe('cab');
    expect(titles(moveScene(abc, 1, 9))).toBe('acb');
    expect(moveScene(abc, 0, -1)).toBe(abc);
    expect(moveScene(abc, 7, 0)).toBe(abc);
    expect(titles(addScene(abc, 1, scene('x')))).toBe('axbc');
    expect(titles(removeScene(abc, 1))).toBe('ac');
    expect(titles(changeScene(abc, 1, { title: 'y' }))).toBe('ayc');
  });

  it('keeps at least one scene and at most a hundred', () => {
    const one = draft('a');
    expect(removeScene(one, 0)).toBe(one);
    const full = draft(...Array<string>(100).fill('a'));
    expect(isFull(full)).toBe(true);
    expect(addScene(full, 0, scene('x'))).toBe(full);
  });

  it('gives every scene a key of its own, which it keeps', () => {
    const action = fc.record({
      what: fc.constantFrom('add', 'move', 'remove'),
      at: fc.nat(9),
      to: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        let now = draft('a', 'b', 'c');
        for (const { what, at, to } of actions) {
          const before = now;
          const key = now.scenes[at % now.scenes.length]!.key;
          now =
            what === 'add'
              ? addScene(now, at, scene('x'))
              : what === 'move'
                ? moveScene(now, key, to)
                : removeScene(now, key);
          expect(new Set(now.scenes.map((item) => item.key)).size).toBe(now.scenes.length);
          for (const item of now.scenes) {
            const same = before.scenes.find((old) => old.key === item.key);
            if (same) expect(item.scene).toBe(same.scene);
          }
        }
        expect(lectureOf(now).scenes).toHaveLength(now.scenes.length);
      }),
      CHECK,
    );
  });
});

describe('steps back', () => {
  it('are at least fifty, each to what was before, and forth again', () => {
    let history = historyOf(0);
    for (let k = 1; k <= 120; k += 1) history = commit(history, k);
    for (let k = 119; k >= 60; k -= 1) {
      history = undo(history);
      expect(history.present).toBe(k);
    }
    for (let k = 61; k <= 120; k += 1) {
      history = redo(history);
      expect(history.present).toBe(k);
    }
    expect(redo(history).present).toBe(120);
  });

  it('take typing in one field back at once, and other changes apart', () => {
    let history = historyOf('');
    for (const text of ['a', 'ab', 'abc']) history = commit(history, text, 'title');
    history = commit(history, 'other', 'question');
    history = undo(history);
    expect(history.present).toBe('abc');
    // Typing after an undo is a separate change.
    history = commit(history, 'abcd', 'title');
    expect(undo(history).present).toBe('abc');
    expect(undo(undo(history)).present).toBe('');
    expect(undo(undo(undo(history))).present).toBe('');
  });

  it('forget what was taken back once something else is done', () => {
    const history = commit(undo(commit(historyOf('a'), 'b')), 'c');
    expect(redo(history).present).toBe('c');
    expect(undo(history).present).toBe('a');
    expect(commit(history, 'c')).toBe(history);
  });
});
