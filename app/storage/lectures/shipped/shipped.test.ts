import '../../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_NAMES } from '../../../../engine/scenario/languages.ts';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { factsIn, namedSteps, unknownIn } from '../../../features/lecture/fill-words.ts';
import { unknownMarksIn, withMarkWords } from '../../../features/lecture/named-marks.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import type { Scene } from '../../../session/lecture.ts';
import { loadShipped } from '../find-lecture.ts';
import { SHIPPED_IDS } from './ids.ts';

const LECTURES = await Promise.all(
  SHIPPED_IDS.flatMap((id) =>
    LANGUAGE_NAMES.map(async (language) => ({ id, language, lecture: await loadShipped(id, language) })),
  ),
);
const SCENES = LECTURES.flatMap(({ id, language, lecture }) =>
  lecture.scenes.map(
    (scene, k) => [`${id} ${k + 1} ${language}`, withMarkWords(scene, createTranslate(language))] as const,
  ),
);

const textsOf = ({
  title,
  question,
  sentence,
  after = sentence,
  end = sentence,
  notes,
  moment = sentence,
}: Scene) => [title, question, sentence, after, end, notes, moment];

/** Matches facts of a run's end, not those a map shows from the start (basins, pull). */
const OF_AN_END =
  /^(left|right)\.(?!missed|basin|minima|valleys|stuck)|^ahead\.|^(?:runs|crowd)\.(?!count)|^(end|bound|gap|optimum|separate$|forgotten|startshare|start\.lacks|blend\.least|program\.rounds)/;

/** Counts words; 1.6 Chinese characters count as one. */
function wordsIn(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu);
  return characters ? characters.length / 1.6 : text.split(/\s+/).length;
}

describe('the lectures that ship', () => {
  it('have five to nine scenes, the same in every language', () => {
    for (const { id, lecture } of LECTURES) {
      expect(lecture.scenes.length, id).toBeGreaterThanOrEqual(5);
      expect(lecture.scenes.length, id).toBeLessThanOrEqual(9);
      const english = LECTURES.find((other) => other.id === id && other.language === 'en')!.lecture;
      const settings = ({ scenario, after, end, moment }: Scene) => [
        scenario,
        after !== undefined,
        end !== undefined,
        moment !== undefined,
      ];
      expect(lecture.scenes.map(settings)).toEqual(english.scenes.map(settings));
      expect(
        lecture.scenes.some(({ guess }) => guess) || ['optimal', 'outputs', 'players'].includes(id),
      ).toBe(true);
    }
  });

  it('have one moment each that people will retell, in one sentence', () => {
    for (const { id, lecture } of LECTURES) {
      const moments = lecture.scenes.flatMap(({ moment }) => moment ?? []);
      expect(moments, id).toHaveLength(1);
      expect(moments[0], id).toMatch(/^[^.。]{20,}[.。]$/);
    }
  });

  it.each(SCENES)('%s: its link is taken as it stands', (_, { scenario }) => {
    expect(parseLink(scenario).notices).toEqual([]);
    expect(scenario).not.toMatch(/lecture=|theme=|profile=|lang=/);
  });

  it.each(SCENES)('%s: says all it has to, in few words', (_, scene) => {
    for (const text of textsOf(scene)) expect(text).not.toBe('');
    expect(wordsIn(scene.notes)).toBeGreaterThanOrEqual(60);
    expect(wordsIn(scene.notes)).toBeLessThanOrEqual(150);
    const bullets = scene.notes.split('\n');
    expect(bullets.length).toBeGreaterThanOrEqual(3);
    expect(bullets.length).toBeLessThanOrEqual(5);
    for (const bullet of bullets) expect(bullet).toMatch(/^(?:Say|Ask|Do): |^[说问做]：/);
    // For 48-px letters on 1280 px.
    expect(scene.question.length).toBeLessThanOrEqual(46);
  });

  it.each(SCENES)('%s: types no number', (_, scene) => {
    for (const text of textsOf(scene)) expect(text.replace(/\{\{.*?\}\}/g, '')).not.toMatch(/\d/);
  });

  it.each(SCENES)('%s: asks before it tells where it comes to', (_, scene) => {
    const early = factsIn([scene.question, scene.sentence], namedSteps(scene));
    expect(early.filter((name) => OF_AN_END.test(name))).toEqual([]);
    // This text has a number, and a step from which it is shown.
    if (scene.after !== undefined) expect(scene.after).toContain('{{');
  });

  it.each(SCENES)('%s: every number is known by its name', (_, scene) => {
    expect(unknownIn(textsOf(scene), namedSteps(scene))).toEqual([]);
    expect(unknownMarksIn(textsOf(scene))).toEqual([]);
  });

  it.each(SCENES)('%s: its bookmark lies ahead', (_, scene) => {
    const { mark, now } = namedSteps(scene);
    if (mark !== null) expect(mark).toBeGreaterThan(now);
  });
});
