import './i18n/all-words.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEEP,
  DEEP_OBJECT,
  hostileGallery,
  hostileLecture,
  MARKUP,
} from '../engine/fixtures/hostile-files.ts';
import { BOMBS, packBytes } from '../engine/fixtures/hostile-links.ts';
import { parseLink } from '../engine/scenario/scenario.ts';
import { LIMITS as SAVED } from './features/share/saved/saved.ts';
import { readSavedFile } from './features/share/saved/saved-document.ts';
import { createTranslate } from './i18n/messages.ts';
import { LIMITS, MAX_FILE, readDocument, readFile } from './storage/lectures/document.ts';
import { findLecture, noticesOfScene } from './storage/lectures/find-lecture.ts';
import { packLecture, unpackLecture } from './storage/lectures/pack-lecture.ts';

const SEED = 20_261_125;
const t = createTranslate('en');
const OK = '#v=1&problem=one-neuron&n=9';

describe('hostile lectures', () => {
  it.each([1, 2, 3, 4])(
    '100 drawn ones, part %i: within their bounds, or refused in a sentence',
    async (part) => {
      const seen = { taken: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(hostileLecture, async (text) => {
          const reading = await readFile(new Blob([text]));
          if ('problem' in reading) {
            seen.refused++;
            expect(reading.problem.code).not.toBe('unreadable');
            expect(t('lecture.message', { what: 'refused', problem: reading.problem })).toMatch(/\.$/);
            return;
          }
          seen.taken++;
          const { scenes } = reading.lecture;
          expect(scenes.length).toBeLessThanOrEqual(LIMITS.scenes);
          for (const scene of scenes) {
            expect(scene.title.length).toBeLessThanOrEqual(LIMITS.title);
            expect(parseLink(scene.scenario).notices).toEqual([]);
          }
          // Written and packed, the lecture reads the same.
          expect(unpackLecture(packLecture(reading.lecture))).toEqual({
            lecture: reading.lecture,
            notices: [],
          });
        }),
        { seed: SEED + part, numRuns: 100 },
      );
      expect(seen.taken).toBeGreaterThan(5);
      expect(seen.refused).toBeGreaterThan(5);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it('nested too deep to be told is refused in words, also where a link carries it', () => {
    for (const deep of [DEEP, DEEP_OBJECT])
      for (const document of [
        deep,
        `{"format":${deep}}`,
        `{"format":"twin-descent-lecture","v":1,"title":${deep}}`,
      ]) {
        expect(readDocument(document)).toHaveProperty('problem');
        expect(unpackLecture(packBytes(new TextEncoder().encode(document)))).toHaveProperty('problem');
      }
  });

  it('too large is refused by its size, before any of it is read', async () => {
    const large = { size: MAX_FILE + 1, text: () => expect.unreachable('it was read') } as unknown as Blob;
    expect(await readFile(large)).toMatchObject({ problem: { code: 'too-large' } });
    expect(unpackLecture(BOMBS.lecture)).toBeNull();
  });

  it('what a packed scene had that was not taken as it came is named when it opens', async () => {
    const document = JSON.stringify({
      format: 'twin-descent-lecture',
      v: 1,
      title: 'Given',
      scenes: [
        { title: 'One', scenario: OK },
        { title: 'Two', scenario: `${OK}&c=1e99&zoom=3` },
      ],
    });
    const lecture = (await findLecture(packBytes(new TextEncoder().encode(document))))!;
    expect(noticesOfScene(lecture, 1)).toEqual([]);
    expect(noticesOfScene(lecture, 2).map(({ code }) => code)).toEqual(['clamped', 'unknown-key']);
  });
});

describe('hostile galleries', () => {
  it.each([1, 2, 3, 4])('100 drawn ones, part %i: each entry taken or named', async (part) => {
    const seen = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(hostileGallery, async (text) => {
        const reading = await readSavedFile(new Blob([text]));
        if ('problem' in reading) {
          seen.refused++;
          expect(reading.problem.code).not.toBe('unreadable');
          expect(t('saved.said', { what: 'refused', problem: reading.problem })).toMatch(/\.$/);
          return;
        }
        seen.taken += reading.entries.length;
        for (const { name, thumbnail, savedAt } of reading.entries) {
          expect(name.length).toBeLessThanOrEqual(SAVED.name);
          expect(thumbnail).toMatch(/^$|^data:image\/png;base64,/);
          expect(() => new Date(savedAt).toISOString()).not.toThrow();
        }
        for (const one of reading.refused) expect(t('saved.refusal', one)).toMatch(/\.$/);
      }),
      { seed: SEED + part, numRuns: 100 },
    );
    expect(seen.taken).toBeGreaterThan(5);
    expect(seen.refused).toBeGreaterThan(5);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('of more entries than are kept none is looked at', async () => {
    const file = `{"format":"twin-descent-saved","v":1,"saved":[${'0,'.repeat(500_000)}0]}`;
    const reading = await readSavedFile(new Blob([file]));
    expect(reading).toEqual({ problem: { code: 'too-many', got: '500001' } });
    const large = { size: SAVED.file + 1, text: () => expect.unreachable('it was read') } as unknown as Blob;
    expect(await readSavedFile(large)).toMatchObject({ problem: { code: 'too-large' } });
  });

  it('no thumbnail is anything but a small picture', async () => {
    for (const thumbnail of ['data:image/svg+xml;base64,PHN2Zz4=', 'https://a.b/c.png', ...MARKUP]) {
      const saved = [{ name: 'One', link: OK, thumbnail, savedAt: 1 }];
      const reading = await readSavedFile(
        new Blob([JSON.stringify({ format: 'twin-descent-saved', v: 1, saved })]),
      );
      expect(reading).toMatchObject({ entries: [{ name: 'One', thumbnail: '' }] });
    }
  });
});
