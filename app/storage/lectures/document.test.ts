import '../../i18n/all-words.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK } from '../../../engine/fixtures/arbitraries.ts';
import { describeNotice } from '../../../engine/scenario/describe-notice.ts';
import { createTranslate } from '../../i18n/messages.ts';
import type { Lecture, Scene } from '../../session/lecture.ts';
import { LIMITS, MAX_FILE, readDocument, readFile, writeDocument } from './document.ts';
import { packLecture, unpackLecture } from './pack-lecture.ts';

const t = createTranslate('en');

const SCENE: Scene = {
  title: 'Two landscapes',
  sentence: 'Eight points on a hinge.',
  notes: 'Let the room point.\nThen press Play.',
  question: 'Where will each end?',
  scenario: '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=12',
  bookmark: 40,
  guess: true,
};

const LECTURE: Lecture = { title: 'A lecture', scenes: [SCENE, { ...SCENE, bookmark: null, guess: false }] };

const documentWith = (changes: object) =>
  JSON.stringify({ ...JSON.parse(writeDocument(LECTURE)), ...changes });

const sceneWith = (changes: object) => documentWith({ scenes: [SCENE, { ...SCENE, ...changes }] });

function said(document: string): string {
  const reading = readDocument(document);
  return 'problem' in reading ? t('lecture.message', { what: 'refused', problem: reading.problem }) : 'taken';
}

describe('a lecture', () => {
  it('is read as it was written, with and without indent', () => {
    for (const indent of [0, 2])
      expect(readDocument(writeDocument(LECTURE, indent))).toEqual({ lecture: LECTURE, notices: [] });
  });

  it('needs of a scene no more than its title and its link', () => {
    const { title, scenario } = SCENE;
    expect(readDocument(documentWith({ scenes: [{ title, scenario }] }))).toEqual({
      lecture: {
        title: 'A lecture',
        scenes: [{ title, scenario, sentence: '', notes: '', question: '', bookmark: null, guess: false }],
      },
      notices: [],
    });
  });

  it('takes a sentence for afterwards and a part that is framed, and does without', () => {
    const more: Scene = {
      ...SCENE,
      after: 'It came to rest.',
      end: 'Both arrived.',
      moment: 'One is stuck.',
      frame: 'curve2',
    };
    const reading = readDocument(writeDocument({ title: 'A lecture', scenes: [more, SCENE] }));
    expect(reading).toEqual({ lecture: { title: 'A lecture', scenes: [more, SCENE] }, notices: [] });
    expect(unpackLecture(packLecture({ title: 'A lecture', scenes: [more, SCENE] }))).toEqual(reading);
    // Documents without the new fields are written unchanged.
    expect(JSON.parse(writeDocument(LECTURE)).scenes[0]).toEqual(SCENE);
    expect(said(sceneWith({ after: 3 }))).toBe('Scene 2, after: expected text; got 3.');
    expect(said(sceneWith({ end: 3 }))).toBe('Scene 2, end: expected text; got 3.');
    expect(said(sceneWith({ moment: [] }))).toBe('Scene 2, moment: expected text; got [].');
    expect(said(sceneWith({ frame: 'middle' }))).toBe(
      'Scene 2, frame: expected the name of a panel to highlight (one of left, right, third, curve1, curve2, curve3); got "middle".',
    );
  });

  it('takes planned minutes, and does without', () => {
    const more: Scene = { ...SCENE, minutes: 2.5 };
    expect(readDocument(writeDocument({ title: 'A lecture', scenes: [more, SCENE] }))).toEqual({
      lecture: { title: 'A lecture', scenes: [more, SCENE] },
      notices: [],
    });
    for (const [minutes, got] of [
      [0, '0'],
      [601, '601'],
      ['3', '"3"'],
    ])
      expect(said(sceneWith({ minutes }))).toBe(
        `Scene 2, minutes: expected a number of minutes, above 0 and at most 600; got ${got}.`,
      );
  });

  it('takes parts and when they enter; says which entry it ignores, and keeps the rest', () => {
    const parts = { floor: 'end', knob: 'on', excess: 'off', verdict: 'bookmark' } as const;
    const lecture = { title: 'A lecture', scenes: [{ ...SCENE, parts }, SCENE] };
    expect(readDocument(writeDocument(lecture))).toEqual({ lecture, notices: [] });
    expect(unpackLecture(packLecture(lecture))).toEqual({ lecture, notices: [] });
    const told = (wrong: unknown) => {
      const reading = readDocument(sceneWith({ parts: wrong }));
      if ('problem' in reading) throw new Error(reading.problem.code);
      return [
        reading.lecture.scenes[1]!.parts,
        ...reading.notices.map(({ scene, notice }) => `${scene} ${describeNotice(notice)}`),
      ];
    };
    expect(told({ floor: 'later', knob: 'on', left: 1 })).toEqual([
      { knob: 'on' },
      '2 parts.floor: expected one of on, off, bookmark, end; got "later", which was ignored.',
      '2 parts.left: expected one of on, off, bookmark, end; got "1", which was ignored.',
    ]);
    expect(told('knob')).toEqual([undefined, '2 parts: expected {…}; got "knob", which was ignored.']);
    expect(told(null)).toHaveLength(2);
  });

  it('takes texts as long as their limits, and no longer', () => {
    for (const field of ['title', 'sentence', 'after', 'end', 'question', 'notes', 'moment'] as const) {
      expect(said(sceneWith({ [field]: 'x'.repeat(LIMITS[field]) }))).toBe('taken');
      expect(said(sceneWith({ [field]: 'x'.repeat(LIMITS[field] + 1) }))).toContain(
        `Scene 2, ${field}: expected at most`,
      );
    }
  });

  it('takes 1 to 100 scenes', () => {
    expect(said(documentWith({ scenes: Array(100).fill(SCENE) }))).toBe('taken');
    expect(said(documentWith({ scenes: Array(101).fill(SCENE) }))).toBe('Expected 1 to 100 scenes; got 101.');
    expect(said(documentWith({ scenes: [] }))).toBe('Expected 1 to 100 scenes; got 0.');
  });

  it.each([
    ['x,y\n1,2', 'Expected a lecture as JSON; the file begins with "x,y\\n1,2".'],
    ['', 'Expected a lecture as JSON; the file begins with "".'],
    ['[]', 'Expected a lecture (its "format" is "twin-descent-lecture"); got nothing.'],
    ['7', 'Expected a lecture (its "format" is "twin-descent-lecture"); got 7.'],
    [
      documentWith({ format: 'slides' }),
      'Expected a lecture (its "format" is "twin-descent-lecture"); got "slides".',
    ],
    [documentWith({ v: 2 }), 'The lecture has version 2; this page reads version 1.'],
    [documentWith({ v: '1' }), 'v: expected the number of the version; got "1".'],
    [documentWith({ title: null }), 'title: expected text; got null.'],
    [documentWith({ scenes: { a: 1 } }), 'scenes: expected a list of scenes; got {"a":1}.'],
    [documentWith({ scenes: [SCENE, 3] }), 'Scene 2: expected a scene, in braces; got 3.'],
    [sceneWith({ title: undefined }), 'Scene 2, title: expected text; got nothing.'],
    [sceneWith({ notes: ['a'] }), 'Scene 2, notes: expected text; got ["a"].'],
    [sceneWith({ guess: 'yes' }), 'Scene 2, guess: expected true or false; got "yes".'],
    [
      sceneWith({ bookmark: 1.5 }),
      'Scene 2, bookmark: expected a whole number from 0 to 1,000,000, or null; got 1.5.',
    ],
    [
      sceneWith({ bookmark: -1 }),
      'Scene 2, bookmark: expected a whole number from 0 to 1,000,000, or null; got -1.',
    ],
    [
      sceneWith({ bookmark: '40' }),
      'Scene 2, bookmark: expected a whole number from 0 to 1,000,000, or null; got "40".',
    ],
    [
      sceneWith({ scenario: 'hello' }),
      'Scene 2, scenario: expected a link to this page (#v=1&problem=…); got "hello".',
    ],
    [
      sceneWith({ scenario: '' }),
      'Scene 2, scenario: expected a link to this page (#v=1&problem=…); got "".',
    ],
    [
      sceneWith({ scenario: '#v=1&lecture=stuck' }),
      'Scene 2, scenario: expected a link to a scenario; got a link to a lecture, "#v=1&lecture=stuck".',
    ],
  ])('that is none says what was expected and what came (%#)', (document, sentence) => {
    expect(said(document)).toBe(sentence);
  });

  it('has the links of its scenes written anew, and tells what they had that was not taken', () => {
    const scenario =
      'https://example.org/x/#v=1&n=8&nonsense=1&blend=-7&theme=dark&lecture=stuck&scene=2&problem=one-neuron';
    const reading = readDocument(sceneWith({ scenario }));
    if ('problem' in reading) throw new Error(reading.problem.code);
    expect(reading.lecture.scenes[1]!.scenario).toMatch(/^#v=1&problem=one-neuron&n=8&blend=0$/);
    expect(reading.notices.map(({ scene, notice }) => [scene, notice.code, notice.key])).toEqual([
      [2, 'unknown-key', 'nonsense'],
      [2, 'clamped', 'blend'],
    ]);
  });

  it('refuses a link that is longer than any that is read', () => {
    expect(said(sceneWith({ scenario: `#v=1&data=${'z'.repeat(80_000)}` }))).toBe(
      'Scene 2, scenario: expected at most 80,000 characters; got 80,009.',
    );
  });

  it('refuses a file by its size, before it is read', async () => {
    const file = {
      size: MAX_FILE + 1,
      text: () => {
        throw new Error('read');
      },
    } as unknown as Blob;
    const reading = await readFile(file);
    expect(reading).toMatchObject({ problem: { code: 'too-large' } });
    const { problem } = reading as { problem: never };
    expect(t('lecture.message', { what: 'refused', problem })).toBe('The file is 2.1 MB; the limit is 2 MB.');
  });

  it('says that a file cannot be read', async () => {
    const file = { size: 10, text: () => Promise.reject(new Error('gone')) } as unknown as Blob;
    expect(await readFile(file)).toMatchObject({ problem: { code: 'unreadable' } });
    expect(await readFile(new Blob([writeDocument(LECTURE)]))).toMatchObject({ lecture: LECTURE });
  });

  it('never throws, whatever JSON comes', () => {
    const scene = fc.record(
      {
        title: fc.oneof(fc.string(), fc.jsonValue()),
        scenario: fc.oneof(fc.string(), fc.jsonValue(), fc.constant(SCENE.scenario)),
        notes: fc.jsonValue(),
        bookmark: fc.jsonValue(),
        parts: fc.jsonValue(),
        guess: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const document = fc.oneof(
      fc.jsonValue(),
      fc.record({
        format: fc.constant('twin-descent-lecture'),
        v: fc.constant(1),
        title: fc.string(),
        scenes: fc.oneof(fc.jsonValue(), fc.array(fc.oneof(scene, fc.jsonValue()))),
      }),
    );
    fc.assert(
      fc.property(document, (value) => {
        expect(said(JSON.stringify(value))).not.toMatch(/undefined|\[object/);
      }),
      CHECK,
    );
    expect(said('['.repeat(100_000))).toContain('Expected a lecture');
  });
});
