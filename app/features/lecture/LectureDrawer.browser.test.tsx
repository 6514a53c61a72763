import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ProblemPage } from '../../problems/kit/Page.tsx';
import { countColours, find, findAll, idle, mount, text } from '../../shell/mount.test.tsx';
import { Question } from '../../shell/Question.tsx';
import '../../shell/words.en.ts';
import { LiveRegion } from '../../ui/notices/LiveRegion.tsx';
import { LectureDrawer } from './LectureDrawer.tsx';
import { PresenterBar } from './PresenterBar.tsx';

const OPENING = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3';
const SCENE = { title: 'One', scenario: `${OPENING}&k=10` };
const lectureOf = (title: string, ...scenes: object[]) => ({
  format: 'twin-descent-lecture',
  v: 1,
  title,
  scenes,
});

function Lectures() {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <main>
        <Question />
        <ProblemPage />
      </main>
      <PresenterBar />
      {isOpen && <LectureDrawer onClose={() => setOpen(false)} />}
      <LiveRegion />
    </>
  );
}

/** Opens the list of lectures; leaves an editor that a previous test left open. */
async function open(link = OPENING) {
  const mounted = await mount(<Lectures />, link);
  if (button('All lectures').elements().length > 0) await button('All lectures').click();
  await expect.element(button('New lecture')).toBeVisible();
  return mounted;
}

const drawer = page.getByRole('complementary', { name: 'Lectures' });
const button = (name: string | RegExp) => drawer.getByRole('button', { name, exact: true });
const field = (name: string) => drawer.getByRole('textbox', { name, exact: true });
const said = () => findAll('.drawer [role="status"]').at(-1)!.textContent;
const titles = () => findAll('.draft-title').map((title) => title.textContent);
const question = () => find('.question h2, .scene-words h2').textContent;

async function take(document: unknown): Promise<void> {
  const contents = typeof document === 'string' ? document : JSON.stringify(document);
  await userEvent.upload(
    find('.drawer input[type=file]'),
    new File([contents], 'x.lecture.json', { type: 'application/json' }),
  );
}

async function unfold(scene: number): Promise<void> {
  const fold = button(`Edit scene ${scene}`);
  if (fold.element().getAttribute('aria-expanded') === 'false') await fold.click();
}

async function edit(scene: number, name: string, words: string): Promise<void> {
  await unfold(scene);
  await field(name).fill(words);
}

/** Creates a lecture whose scenes pause at steps 10, 20, ..., the first without bookmark. */
async function build(seek: (k: number) => Promise<void>, ...names: string[]): Promise<void> {
  await button('New lecture').click();
  await expect.poll(() => titles().length).toBe(1);
  for (const [index, name] of names.entries()) {
    if (index > 0) {
      await seek(10 * index);
      await button('Add current view as a scene').click();
    }
    await edit(index + 1, 'Title', name);
  }
  await expect.poll(titles).toEqual(names);
}

test('the page follows what is edited: words, order and link of the scene that it shows', async () => {
  const { seek, link, session } = await open();
  const k = () => session.store.getState().k;
  await build(seek, 'Alpha', 'Beta');
  await button('Open scene 2, Beta').click();
  // A new scene has the page's question, start 0 and the page's step as pause.
  await expect.poll(question).toBe('Same data, same start, same step size. Where will each one end up?');
  // Only the step shows that the scene has opened.
  await expect.poll(k).toBe(0);
  await edit(2, 'Question (large)', 'And now?');
  await expect.poll(question).toBe('And now?');
  await button('Move scene 2 up').click();
  await expect.poll(link).not.toContain('scene=2');
  expect(question()).toBe('And now?');
  await unfold(1);
  expect((field('Pause at step').element() as HTMLInputElement).value).toBe('10');

  await seek(15);
  await unfold(1);
  await button('Replace with current view').click();
  await button('Open scene 2, Alpha').click();
  await expect.poll(k).toBe(0);
  await button('Open scene 1, Beta').click();
  await expect.poll(k).toBe(15);
});

test('a file that is no lecture is refused in a sentence, and text is never markup', async () => {
  await open();
  const before = button(/^Edit “/).elements().length;
  const refused: [unknown, string][] = [
    ['x,y\n1,2\n', 'Expected a lecture as JSON; the file begins with "x,y\\n1,2".'],
    [{ ...lectureOf('Given', SCENE), v: 7 }, 'The lecture has version 7; this page reads version 1.'],
    [lectureOf('Given', SCENE, { ...SCENE, guess: 3 }), 'Scene 2, guess: expected true or false; got 3.'],
    [
      lectureOf('Given', { ...SCENE, scenario: 'nowhere' }),
      'Scene 1, scenario: expected a link to this page (#v=1&problem=…); got "nowhere".',
    ],
    ['"'.repeat(2_000_001), 'The file is 2.1 MB; the limit is 2 MB.'],
  ];
  for (const [document, sentence] of refused) {
    await take(document);
    await expect.poll(said).toBe(sentence);
  }
  expect(button(/^Edit “/).elements()).toHaveLength(before);

  const markup = '<img src=x onerror=alert(1)>';
  await take(lectureOf(markup, { ...SCENE, title: markup, scenario: `${OPENING}&blind=1` }));
  await expect.poll(said).toContain(`“${markup}” imported.`);
  expect(said()).toContain('Scene 1: Unknown key "blind": it was ignored.');
  await button(`Edit “${markup}”`).click();
  await button(`Open scene 1, ${markup}`).click();
  await expect.poll(question).toBe(markup);
  expect(findAll('img')).toEqual([]);
});

test('the form says why a text has no number: no bookmark, no value in the scenario, no such name', async () => {
  await open();
  const own = '#v=1&features=csv&data=stopping-distance&bias=1&std=1&start=1,0&k=100';
  const sentence = '{{right.distance@mark}} {{left.basin}} {{nothing}}';
  await take(lectureOf('No number', { ...SCENE, scenario: own, sentence }));
  await button('Edit “No number”').click();
  await unfold(1);
  const unknown = () => findAll('.scene-unknown p').map((one) => one.textContent);
  await expect
    .poll(unknown)
    .toEqual([
      'Unknown number, so the text stays as written: {{nothing}}',
      'This needs a bookmark, but the scene has none, so the text stays as written: {{right.distance@mark}}',
      expect.stringMatching(/^This scene has no such number, so “–” is shown; .*: \{\{left\.basin\}\}$/),
    ]);
  await field('Pause at step').fill('5');
  // Without a plant there is no distance to it.
  await expect
    .poll(unknown)
    .toEqual([
      expect.stringMatching(/\{\{nothing\}\}$/),
      expect.stringMatching(
        /^This scene has no such number, .*: \{\{right\.distance@mark\}\} \{\{left\.basin\}\}$/,
      ),
    ]);
});

test('a sentence for afterwards and a frame are written in the form, and shown when they are due', async () => {
  const { seek, session } = await open();
  await build(seek, 'Alpha');
  await edit(1, 'Text beside the question', 'Where will it be?');
  await edit(1, 'Text after the bookmark or at the end', 'At {{step@mark}} of {{end}}.');
  await field('Pause at step').fill('5');
  await drawer.getByRole('combobox', { name: 'Highlight a panel' }).selectOptions('second curve');
  await edit(1, 'Moment, in the notes', 'One is {{left.end}}.');
  await button('Open').click();
  const moment = () => session.store.getState().lecture?.scenes[0];
  await expect.poll(moment).toHaveProperty('moment', 'One is {{left.end}}.');
  const sentence = () => find('.scene-words .sentence').textContent;
  await expect.poll(() => findAll('.scene-words .sentence').length).toBe(1);
  await expect.poll(sentence).toBe('Where will it be?');
  const framed = () =>
    findAll('.panel, .curves > *')
      .filter((part) => getComputedStyle(part, '::after').borderTopStyle === 'solid')
      .map((part) => part.dataset.testid);
  await expect.poll(framed).toEqual(['curve-distance']);
  const height = () => find('.scene-words').getBoundingClientRect().height;
  const before = height();
  await seek(5);
  await expect.poll(sentence).toMatch(/^At 5 of \d+\.$/);
  await expect.poll(() => text('live-after')).toMatch(/^At 5 of \d+\.$/);
  expect(height()).toBe(before);
  await seek(4);
  await expect.poll(sentence).toBe('Where will it be?');
  expect(text('live-after')).toBe('');
});

test('each scene has its own colour scale, axis and auto-stop, whatever the page had', async () => {
  const { link } = await open(`${OPENING}&scale=own`);
  const own = 'axis=evaluations&autostop=0';
  await take(
    lectureOf('Own axes', { ...SCENE, scenario: `${OPENING}&${own}` }, { ...SCENE, title: 'Plain' }),
  );
  await button('Open “Own axes”').click();
  await expect.poll(link).toContain('axis=evaluations');
  expect(link()).toContain('autostop=0');
  expect(link()).not.toContain('scale=own');
  await userEvent.keyboard('{PageDown}');
  await expect.poll(question).toBe('Plain');
  expect(link()).toContain('scene=2');
  expect(link()).not.toMatch(/axis=|autostop=|scale=/);
});

test('the focus is in the editor as soon as a scene is deleted: Control+Z, pressed at once, takes it back', async () => {
  await open();
  await take(lectureOf('Taken back', SCENE, { ...SCENE, title: 'Two' }));
  await button('Edit “Taken back”').click();
  await unfold(2);
  await expect.element(button('Delete scene')).toBeEnabled();
  const remove = button('Delete scene').element() as HTMLElement;
  remove.click();
  expect(titles()).toEqual(['One']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Open scene 1, One');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(titles).toEqual(['One', 'Two']);
});

test('the title of a new lecture is selected, so that typing replaces it; each scene shows its maps, and a code its link', async () => {
  const { seek } = await open();
  await seek(12);
  await button('New lecture').click();
  await expect.element(field('Name of the lecture')).toHaveFocus();
  await userEvent.keyboard('Mine');
  await expect.element(field('Name of the lecture')).toHaveValue('Mine');
  const pictures = findAll('.scene-item .scene-maps canvas') as HTMLCanvasElement[];
  expect(pictures).toHaveLength(2);
  // A page is idle between a map's answer and its drawing.
  await expect.poll(() => Math.min(...pictures.map(countColours))).toBeGreaterThan(20);
  await button('QR code').click();
  await expect.poll(() => findAll('dialog.room-code svg.qr').length).toBe(1);
  expect(find('dialog.room-code').textContent).toContain('QR code of “Mine”');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => findAll('dialog.room-code').length).toBe(0);
  // An existing title is kept.
  await button('All lectures').click();
  await button('Edit “Mine”').click();
  await expect.element(field('Name of the lecture')).toHaveFocus();
  await userEvent.keyboard(' too');
  await expect
    .poll(() => (field('Name of the lecture').element() as HTMLTextAreaElement).value)
    .toMatch(/Mine/);
});

test('the form lists the parts of a scene as check boxes, and when each appears; an unknown part is named', async () => {
  const { session } = await open();
  await take(lectureOf('Parts', { ...SCENE, parts: { knob: 'on', flor: 'end' } }));
  await button('Edit “Parts”').click();
  await button('Open scene 1, One').click();
  const { store } = session;
  const offered =
    'left, right, data, excess, distance, gradient, labels, marks, ground, letters, knob, titles, readouts, verdict, terms';
  await expect
    .poll(() => store.getState().notices.map(({ key, expected, got }) => [key, expected, got]))
    .toEqual([['parts.flor', offered, 'flor']]);
  await unfold(1);
  find('.scene-parts summary').focus();
  await userEvent.keyboard('{Enter}');
  const box = (name: string) => drawer.getByRole('checkbox', { name, exact: true });
  await expect.element(box('Main slider')).toBeChecked();
  await expect.element(box('Data and fits')).toBeChecked();
  await box('Data and fits').click();
  await idle();
  expect(findAll('.panel').map(({ dataset }) => dataset.testid)).toEqual(['left', 'right']);
  await drawer.getByRole('combobox', { name: 'When it appears: Verdicts', exact: true }).selectOptions('end');
  await box('Main slider').click();
  await expect
    .poll(() => store.getState().lecture?.scenes[0]?.parts)
    .toEqual({ knob: 'off', flor: 'end', data: 'off', verdict: 'end' });
  await idle();
  expect(findAll('.scene-words .knob, [data-testid="verdict-left"]')).toEqual([]);
  // A part that looks as it does without a list is not listed.
  await box('Data and fits').click();
  await expect
    .poll(() => store.getState().lecture?.scenes[0]?.parts)
    .toEqual({ knob: 'off', flor: 'end', verdict: 'end' });
});
