import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS } from '../../../engine/catalog.ts';
import { CHECK, character } from '../../../engine/fixtures/arbitraries.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { formatLink, parseLink } from '../../../engine/scenario/scenario.ts';
import type { Lecture, Scene } from '../../session/lecture.ts';
import { LIMITS } from './document.ts';
import { findLecture } from './find-lecture.ts';
import { fitsLink, MAX_PACKED_LECTURE, packLecture, unpackLecture } from './pack-lecture.ts';

const LINKS = PROBLEM_IDS.flatMap((problem) =>
  CATALOG[problem].presets.map(({ id }) => formatLink(presetScenario(problem, id))),
);

const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength / 8, 60) }),
    fc.string({ unit: character, maxLength: 30 }),
    // Text fields may contain a lone surrogate.
    fc.constantFrom(
      '',
      '\ud800',
      '<b>&amp;</b>',
      '{{left.loss@40}}',
      '"\\\n\u2028',
      '__proto__',
      'x'.repeat(maxLength),
    ),
  );

const scene: fc.Arbitrary<Scene> = fc.record({
  title: text(LIMITS.title),
  sentence: text(LIMITS.sentence),
  notes: text(LIMITS.notes),
  question: text(LIMITS.question),
  scenario: fc.constantFrom(...LINKS),
  bookmark: fc.option(fc.integer({ min: 0, max: 100_000 })),
  guess: fc.boolean(),
});

const lecture: fc.Arbitrary<Lecture> = fc.record({
  title: text(LIMITS.title),
  scenes: fc.array(scene, { minLength: 1, maxLength: 5 }),
});

describe('a packed lecture', () => {
  it('goes through a link, percent-encoded or not, and is the same', () => {
    fc.assert(
      fc.property(lecture, fc.integer({ min: 1, max: 5 }), (given, wanted) => {
        const packed = packLecture(given);
        expect(packed).toMatch(/^z\.[A-Za-z0-9\-_.]*$/);
        const link = `#v=1&lecture=${packed}&scene=${wanted}`;
        for (const address of [link, `https://example.org/x/#${encodeURIComponent(link.slice(1))}`]) {
          const { scenario, notices } = parseLink(address);
          expect(notices).toEqual([]);
          expect(scenario.values.scene).toBe(wanted);
          expect(unpackLecture(scenario.values.lecture as string)).toEqual({ lecture: given, notices: [] });
        }
      }),
      { ...CHECK, numRuns: 100 },
    );
  });

  it('is read where a link names it; one that was cut or changed is none', async () => {
    const given: Lecture = {
      title: 'A lecture',
      scenes: [
        {
          title: 'One',
          sentence: '',
          notes: '',
          question: '',
          scenario: LINKS[0]!,
          bookmark: 3,
          guess: true,
        },
      ],
    };
    const packed = packLecture(given);
    expect(await findLecture(packed)).toEqual(given);
    expect(await findLecture(packed.slice(0, -9))).toBeNull();
    expect(await findLecture('z.')).toBeNull();
    expect(await findLecture('nobody')).toBeNull();
  });

  it('tells whether a link carries it', () => {
    expect(fitsLink('z'.repeat(MAX_PACKED_LECTURE))).toBe(true);
    expect(fitsLink('z'.repeat(MAX_PACKED_LECTURE + 1))).toBe(false);
    expect(parseLink(`#v=1&lecture=${'z'.repeat(MAX_PACKED_LECTURE)}`).notices).toEqual([]);
  });

  it('with long notes is still one, and is too long for a link', () => {
    const notes = (scene: number) =>
      Array.from({ length: 600 }, (_, j) =>
        Math.sqrt(600 * scene + j + 2)
          .toFixed(4)
          .slice(-5),
      ).join(' ');
    const given: Lecture = {
      title: 'Long',
      scenes: Array.from({ length: 100 }, (_, i) => ({
        title: `Scene ${i + 1}`,
        sentence: '',
        notes: notes(i),
        question: '',
        scenario: LINKS[i % LINKS.length]!,
        bookmark: null,
        guess: false,
      })),
    };
    const packed = packLecture(given);
    expect(fitsLink(packed)).toBe(false);
    expect(JSON.stringify(unpackLecture(packed)) === JSON.stringify({ lecture: given, notices: [] })).toBe(
      true,
    );
  });
});
