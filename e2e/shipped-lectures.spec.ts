import type { Page } from '@playwright/test';
import { factsIn, fillWords, namedSteps } from '../app/features/lecture/fill-words.ts';
import { words as markWordsZh } from '../app/features/lecture/mark-words.zh.ts';
import { nameMarks } from '../app/features/lecture/named-marks.ts';
import { linesOf } from '../app/features/lecture/present/bullets.ts';
import { setNumberLanguage } from '../app/i18n/format.ts';
import { createTranslate } from '../app/i18n/messages.ts';
import { addWords } from '../app/i18n/words.ts';
import type { Lecture, Scene } from '../app/session/lecture.ts';
import { loadShipped } from '../app/storage/lectures/find-lecture.ts';
import { SHIPPED_IDS } from '../app/storage/lectures/shipped/ids.ts';
import { findFacts } from '../engine/facts/scenario-facts.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { LANGUAGES, type Language } from '../engine/scenario/languages.ts';
import { parseLink } from '../engine/scenario/scenario.ts';
import { runsAll } from '../scripts/tier.mjs';
import type { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './test.ts';

addWords('zh', markWordsZh);

/** Filled texts, because some numbers take a second. */
const known = new Map<string, string[]>();

/** Returns a scene's texts with the engine's numbers. */
async function filled(scene: Scene, language: Language): Promise<string[]> {
  const key = JSON.stringify([scene, language]);
  const texts = known.get(key) ?? (await fill(scene, language));
  known.set(key, texts);
  return texts;
}

async function fill(scene: Scene, language: Language): Promise<string[]> {
  const { problem, values } = parseLink(scene.scenario).scenario;
  const texts = [scene.question, scene.sentence, scene.notes];
  const steps = namedSteps(scene);
  const facts = findFacts(await loadProblem(problem), values, factsIn(texts, steps));
  setNumberLanguage(LANGUAGES[language].tag);
  const t = createTranslate(language);
  return texts.map((text) => nameMarks(fillWords(text, facts, steps), t));
}

const filledText = async (scene: Scene, text: string) =>
  (await filled({ ...scene, sentence: text }, 'en'))[1]!;

const words = (page: Page) => page.locator('.scene-words');
const stepOf = ({ scenario }: Scene) => String(parseLink(scenario).scenario.values.k);

async function expectScene(page: Page, lecture: Lecture, k: number, language: Language): Promise<void> {
  const scene = lecture.scenes[k]!;
  const [question, sentence, notes] = await filled(scene, language);
  await expect(words(page).getByRole('heading', { level: 2 })).toHaveText(question!);
  await expect(page.getByTestId('step')).toHaveText(stepOf(scene));
  // Other engines may be busy with pictures.
  await expect(words(page).locator('.sentence')).toHaveText(sentence!);
  // A bullet's prefix is above all lines of its kind.
  for (const { words: line } of linesOf(notes!)) await expect(page.locator('.notes')).toContainText(line);
}

/** Plays a scene to its end, checks its words, and returns to its start, where it asks again. */
async function expectEnd(explorer: ExplorerPage, scene: Scene): Promise<void> {
  const { page } = explorer;
  if (scene.bookmark !== null) await page.keyboard.press('m');
  else {
    await explorer.setSpeed(1000);
    await explorer.play.click();
  }
  const { problem, values } = parseLink(scene.scenario).scenario;
  const last = scene.bookmark ?? scene.last ?? findFacts(await loadProblem(problem), values, ['end']).end;
  // Play continues until the last of many starts has ended (e2e/crowd.spec.ts).
  await explorer.idle();
  if (values.crowd) expect(Number(await explorer.step.textContent())).toBeGreaterThanOrEqual(last!);
  else await expect(explorer.step).toHaveText(String(last));
  if (scene.bookmark === null)
    await expect(words(page).getByRole('heading', { level: 2 })).toHaveText(
      await filledText(scene, scene.end!),
    );
  if (scene.after !== undefined)
    await expect(words(page).locator('.sentence')).toHaveText(await filledText(scene, scene.after));
  await page.keyboard.press('Home');
  await expect(words(page).locator('.sentence')).toHaveText((await filled(scene, 'en'))[1]!);
}

/** Scenes per test: a lecture took half a minute. */
const AT_ONCE = 5;

// One in `npm test`: app/storage/lectures/shipped checks all numbers and ends in Node.
for (const id of runsAll ? SHIPPED_IDS : SHIPPED_IDS.filter((id) => id === 'hills')) {
  const { length } = (await loadShipped(id, 'en')).scenes;
  for (let from = 0; from < length; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, length) - 1;
    test(`${id}, scenes ${from + 1} to ${to + 1}: each asks first, and tells its end when it is there; every number is the engine’s`, async ({
      explorer,
      page,
    }) => {
      const lecture = await loadShipped(id, 'en');
      await page.goto(`/#v=1&lecture=${id}&scene=${from + 1}`);
      await explorer.ready();
      await page.getByRole('button', { name: 'Speaker notes' }).click();
      for (let k = from; k <= to; k++) {
        if (k > from) await page.keyboard.press('PageDown');
        // `npm test` plays the first and last.
        if (!runsAll && k > from && k < to) {
          await expect(page.getByTestId('step')).toHaveText(stepOf(lecture.scenes[k]!));
          continue;
        }
        await expectScene(page, lecture, k, 'en');
        await expect(explorer.notices).toHaveCount(0);
        const scene = lecture.scenes[k]!;
        await expectEnd(explorer, scene);
      }
      if (to + 1 < length) return;
      await page.keyboard.press('PageDown');
      await expectScene(page, lecture, to, 'en');
      await page.keyboard.press('PageUp');
      await expectScene(page, lecture, to - 1, 'en');
    });
  }
}

// Sentences have the engine's numbers above, panels its digits in links.spec.ts.
test('the numbers in a sentence are those that the panels show when the run has ended', {
  tag: '@all',
}, async ({ explorer, page }) => {
  const [scene] = (await loadShipped('stuck', 'en')).scenes;
  const { problem, values } = parseLink(scene!.scenario).scenario;
  const facts = findFacts(await loadProblem(problem), values, [
    'end',
    'left.loss',
    'left.distance',
    'right.within',
  ]);
  await page.goto('/#v=1&lecture=stuck');
  await explorer.ready();
  await explorer.setSpeed(1000);
  await explorer.play.click();
  await expect(explorer.step).toHaveText(String(scene!.bookmark));
  await explorer.play.click();
  await expect(explorer.step).toHaveText(String(facts.end));
  const { loss } = await explorer.digits('left');
  expect(loss).toBe(facts['left.loss']);
  await expect(explorer.verdict('right')).toContainText(`step ${facts['right.within']}`);
});

test('a scene’s words are in the language of the page, and follow it', async ({ explorer, page }) => {
  await page.goto('/#v=1&lecture=stuck&lang=zh');
  const [question, sentence] = await filled((await loadShipped('stuck', 'zh')).scenes[0]!, 'zh');
  await expect(words(page).getByRole('heading', { level: 2 })).toHaveText(question!);
  await expect(words(page).locator('.sentence')).toHaveText(sentence!);
  expect(explorer.complaints).toEqual([]);
});
