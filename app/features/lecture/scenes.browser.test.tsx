import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { LANGUAGE_NAMES } from '../../../engine/scenario/languages.ts';
import { runsAll } from '../../../scripts/tier.mjs';
import { createTranslate } from '../../i18n/messages.ts';
import { tooLong } from '../../i18n/too-long.ts';
import type { Scene } from '../../session/lecture.ts';
import { App } from '../../shell/App.tsx';
import { expectNoSideways } from '../../shell/looks.test.tsx';
import { find, findAll, idle, mountForSeveral } from '../../shell/mount.test.tsx';
import { loadShipped } from '../../storage/lectures/find-lecture.ts';
import { OF_SCENES } from '../../storage/lectures/shipped/computed-numbers.ts';
import { SHIPPED_IDS } from '../../storage/lectures/shipped/ids.ts';
import { KNOWN_WORDS, unknownWordsIn } from '../../storage/lectures/shipped/known.ts';
import { fillWords, namedSteps } from './fill-words.ts';
import { controlsIn, keysNamed } from './named-controls.ts';
import { nameMarks } from './named-marks.ts';
import { saidOnScreen, undrawnMarks } from './undrawn-marks.test.tsx';

/** Laws over every scene of every shipped lecture, on the stage of a hall. */

const HALLS = [
  [1280, 720],
  [1366, 768],
  [1024, 768],
  [1920, 1080],
  [820, 1180],
] as const;

const PLACES = [true, false].flatMap((isOnStage) =>
  LANGUAGE_NAMES.map((language) => [isOnStage, language] as const),
);

const t = createTranslate('en');

let mounted: Awaited<ReturnType<typeof mountForSeveral>>;
beforeAll(async () => {
  await page.viewport(1280, 720);
  mounted = await mountForSeveral(<App />, '#v=1&lang=en', { isApp: true });
});
afterAll(async () => {
  await mounted.leave();
  await page.viewport(1280, 720);
});

const isSeen = (one: HTMLElement) => one.checkVisibility({ visibilityProperty: true });

const textIn = (one: HTMLElement) =>
  [...one.childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent!)
    .join(' ');

/** True for what was read aloud at another step, as in the scene before. */
function isOfAnotherStep(text: string): boolean {
  const step = /^(?:Step|Round) (\d+)\./.exec(text)?.[1];
  return step !== undefined && Number(step) !== mounted.session.store.getState().k;
}

/** Returns everything that is seen or read aloud, but for the scene's own words. */
function toldBeside({ sentence }: { sentence: string }): string[] {
  const own = '.scene-words h2, .sentences, .presenter, .notes';
  return findAll('.page *')
    .filter((one) => isSeen(one) && !one.closest(own))
    .flatMap((one) => [
      textIn(one),
      ...['aria-label', 'title', 'alt', 'aria-valuetext'].map((name) => one.getAttribute(name) ?? ''),
    ])
    .map((text) => text.replace(/(?<!\d)0 of \d+ reached|^ reached/g, ''))
    .filter((text) => !text.includes(sentence) && !isOfAnotherStep(text));
}

/** Words for an end. A dead zone, and a bound that the scene is about, are no ends. */
const ENDS =
  /\b(?:dead(?! zone)|stuck|stopped|at rest|reached|arrive[sd]|optimal|settled|swings|diverge[sd]|converge[sd]|spirals|cycles|a tie|certified)\b/g;

const endsIn = (text: string): string[] => text.toLowerCase().match(ENDS) ?? [];

const numbersIn = (text: string) =>
  [...text.replace(/(?<=\d),(?=\d{3}\b)/g, '').matchAll(/\d+(?:\.\d+)?(?:\s?%)?/g)].map(([one]) =>
    one.replace(/\s/g, ''),
  );

/** Shorter numbers are also ticks of axes. */
const isLong = (number: string) => number.replace(/[%.]|^[0.]+/g, '').length >= 3;

/** Returns the numbers and end words that only the scene's later texts have. */
function answerOf(id: string, scene: Scene) {
  const [, { numbers }] = Object.entries(OF_SCENES).find(
    ([key, of]) =>
      key.startsWith(`${id}/`) && of.scenario === scene.scenario && of.bookmark === scene.bookmark,
  )!;
  const steps = namedSteps(scene);
  const fill = (text = '') => nameMarks(fillWords(text, numbers as Record<string, number>, steps), t);
  const asked = fill(`${scene.title} ${scene.question} ${scene.sentence}`);
  const later = fill(`${scene.after ?? ''} ${scene.end ?? ''}`);
  const given = numbersIn(`${asked} ${scene.scenario} ${scene.bookmark}`);
  return {
    sentence: fill(scene.sentence),
    numbers: [...new Set(numbersIn(later))].filter((one) => isLong(one) && !given.includes(one)),
    words: [...new Set(endsIn(later))].filter((word) => !endsIn(asked).includes(word)),
  };
}

/** Buttons of the bars that the pointer calls, by the part of the page that they open. */
const BUTTONS: Readonly<Record<string, RegExp>> = { ensemble: /^More/, dice: /^New seed/ };

/** Returns the named controls that are not there or cannot be used. */
function missing(scene: Scene): string[] {
  const keys = keysNamed(scene);
  const fields = findAll('.scene-words .asked :is(.knob, .control)').filter((one) =>
    [...one.querySelectorAll<HTMLInputElement>('input, select')].every(
      (field) => isSeen(field) && !field.disabled,
    ),
  );
  const lost = controlsIn([scene.notes], scene).filter(
    (name) =>
      !keys.includes(name) &&
      !findAll<HTMLButtonElement>('button:enabled').some(({ title }) => BUTTONS[name]?.test(title)),
  );
  return fields.length >= keys.length ? lost : [...keys, ...lost];
}

/** Returns the titles, questions, facts and verdicts that are cut, outside, or covered at a corner or in the middle. */
function hidden(): string[] {
  const lines = findAll(
    '.scene-words h2 > span, .sentence, .panel-head h2, .panel-head output, .verdict > span, .curve h3',
  );
  return lines
    .filter((one) => isSeen(one) && one.textContent !== '' && isHidden(one))
    .map((one) => one.textContent!);
}

function isHidden(one: HTMLElement): boolean {
  const head = one.closest('.panel-head')?.getBoundingClientRect();
  // A number without room is absent as a whole.
  const box = one.getBoundingClientRect();
  if (one.matches('output') && head && (box.top + box.bottom) / 2 > head.bottom) return false;
  const range = document.createRange();
  range.selectNodeContents(one);
  for (const { left, right, top, bottom, width } of range.getClientRects()) {
    if (width === 0) continue;
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) return true;
    for (const x of [left + 1, (left + right) / 2, right - 1]) {
      const over = document.elementFromPoint(x, (top + bottom) / 2);
      // A title that is a menu lies under its field.
      if (over && !one.contains(over) && !over.contains(one) && !over.matches('.more-choice')) return true;
    }
  }
  return false;
}

for (const id of SHIPPED_IDS)
  test(`${id}: no scene shows its answer before it is played, the controls of its notes and the marks of its texts are there, and no title or number is hidden; at the desk nothing scrolls sideways`, async () => {
    const lectures = await Promise.all(
      LANGUAGE_NAMES.map(async (language) => ({ language, ...(await loadShipped(id, language)) })),
    );
    const { scenes } = lectures.find(({ language }) => language === 'en')!;
    for (const [k, scene] of scenes.entries()) {
      await mounted.open(`#v=1&lecture=${id}&scene=${k + 1}`);
      mounted.session.present(true);
      await idle();
      const name = `${id} ${k + 1}`;
      const answer = answerOf(id, scene);
      const all = toldBeside(answer);
      expect(find('.scene-words h2').textContent).toBe(nameMarks(scene.question, t));
      for (const number of answer.numbers)
        expect
          .soft(all.filter((text) => numbersIn(text).includes(number)).join('\n'), `${name}: ${number}`)
          .toBe('');
      for (const word of answer.words)
        expect
          .soft(all.filter((text) => endsIn(text).includes(word)).join('\n'), `${name}: ${word}`)
          .toBe('');
      expect.soft(all.flatMap(tooLong), name).toEqual([]);
      expect.soft(missing(scene), name).toEqual([]);
      // `npm test` looks at one hall a scene, by turns.
      for (const [width, height] of runsAll ? HALLS : [HALLS[k % HALLS.length]!]) {
        await page.viewport(width, height);
        await idle();
        expect.soft(hidden(), `${name} at ${width}x${height}`).toEqual([]);
      }
      await page.viewport(1280, 720);
      // `npm test` looks on the stage or at the desk, and in one language, by turns.
      for (const [isOnStage, language] of runsAll ? PLACES : [PLACES[k % PLACES.length]!]) {
        mounted.session.present(isOnStage);
        mounted.session.change({ lang: language });
        await idle();
        const said = saidOnScreen().flatMap((text) =>
          unknownWordsIn(text, language, KNOWN_WORDS[id]).map((word) => `${word}: ${text}`),
        );
        expect.soft(said, `${name}, ${isOnStage ? 'stage' : 'desk'}, ${language}`).toEqual([]);
      }
      mounted.session.present(true);
      mounted.session.change({ lang: 'en' });
      await idle();
      const told = lectures.map(({ language, scenes }) => ({ language, scene: scenes[k]! }));
      expect.soft(await undrawnMarks(mounted, told), name).toEqual([]);
      mounted.session.present(false);
      await expectNoSideways(mounted.session, name, k, 2);
      await page.viewport(1280, 720);
    }
  });
