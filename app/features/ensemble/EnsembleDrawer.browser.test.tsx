import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { find, findAll, idle, mount } from '../../shell/mount.test.tsx';
import { EnsembleDrawer } from './EnsembleDrawer.tsx';

const LINK = '#v=1&problem=one-neuron&n=8&seed=3&runs=300&limit=500&audit=1&startlaw=unit';

const open = (link: string) => mount(<EnsembleDrawer onClose={() => undefined} />, link);
const inside = page.getByRole('complementary');
const openedRun = () => find('.opened-run').textContent;
const firstRun = inside.getByRole('button', { name: /^Run \d+:/ }).first();

const openForm = () => inside.getByTestId('ensemble-form').click();

/** Runs the ensemble unless the browser still has it from an earlier test. */
async function run(): Promise<void> {
  if (firstRun.elements().length === 0) await inside.getByTestId('ensemble-run').click();
  await expect.element(firstRun).toBeVisible();
  await idle();
}

async function type(field: ReturnType<typeof page.getByLabelText>, words: string): Promise<void> {
  await field.fill(words);
  (field.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

test('opening a run can be undone', async () => {
  const { link } = await open(LINK);
  await run();
  await firstRun.click();
  await expect.poll(link).not.toContain('&seed=3&');
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(link).toContain('&seed=3&');
});

test('where a link locks what makes a run, none is opened in part', async () => {
  const { link } = await open(`${LINK}&lock=seed`);
  await run();
  await firstRun.click();
  await idle();
  expect(link()).toContain('&seed=3&');
  expect(link()).not.toContain('pseed');
  expect(openedRun()).toBe('');
});

test('places with a space between are two, and what is no axis is refused in a sentence', async () => {
  const { link } = await open('#v=1&problem=one-neuron&runs=10&limit=5&xkey=n&xat=6,12');
  await inside.getByRole('tab', { name: 'Phase diagram' }).click();
  await openForm();
  const field = inside.getByLabelText('Horizontal values, comma-separated');
  await type(field, '8 4');
  await expect.element(field).toHaveValue('4,8');
  await expect.poll(link).toContain('xat=4,8');
  await type(field, '4; 8');
  await expect
    .element(inside.getByRole('alert'))
    .toHaveTextContent('Expected at most 64 numbers, separated by commas or spaces; got “4; 8”');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field).toHaveAccessibleDescription(/Expected at most 64 numbers/);
  expect(link()).toContain('xat=4,8');
  // The previous value is valid again.
  await type(field, '4,8');
  await expect.element(inside.getByRole('alert')).not.toBeInTheDocument();
  await expect.element(field).toHaveAttribute('aria-invalid', 'false');
});

test('numbers out of range are refused in a sentence that says the range', async () => {
  const { link } = await open(LINK);
  await run();
  const field = inside.getByLabelText('Open run number (0 to 299)');
  for (const typed of ['99999', '300', '-1', '1.5', 'abc', '']) {
    await field.fill(typed);
    await inside.getByRole('button', { name: 'Open', exact: true }).click();
    const sentence = `Expected a whole number from 0 to 299; got ${typed === '' ? 'none' : `“${typed}”`}.`;
    await expect
      .poll(() => findAll('.drawer [role="alert"]').map((one) => one.textContent))
      .toEqual([sentence]);
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field).toHaveAccessibleDescription(sentence);
  }
  expect(link()).toContain('&seed=3&');
  await type(field, '299');
  await expect.element(inside.getByRole('alert')).not.toBeInTheDocument();
  await expect.poll(openedRun).toContain('Run 299 is now in the main view');

  await openForm();
  const workers = inside.getByLabelText(/^Parallel workers/);
  const before = (workers.element() as HTMLInputElement).value;
  await type(workers, '9999');
  await expect
    .element(inside.getByRole('alert'))
    .toHaveTextContent(/^Expected a whole number from 1 to \d+; got “9999”\.$/);
  await expect.element(workers).toHaveAccessibleDescription(/Expected/);
  await type(workers, before);
  await expect.element(inside.getByRole('alert')).not.toBeInTheDocument();
});

test('the form is one line that the keyboard opens, and it stays open in the other part', async () => {
  await open('#v=1&problem=one-neuron&runs=10&limit=5&xkey=n&xat=6,12');
  const line = inside.getByTestId('ensemble-form');
  const isOpen = () => (find('.ensemble-form') as HTMLDetailsElement).open;
  await expect.element(line).toHaveTextContent('10 runs, at most 5 steps each; new: data, star, start');
  expect(isOpen()).toBe(false);
  (line.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(isOpen).toBe(true);
  await inside.getByRole('tab', { name: 'Phase diagram' }).click();
  expect(isOpen()).toBe(true);
  await expect.element(inside.getByLabelText(/^Parallel workers/)).toBeVisible();
});

test('the answer comes first: its sentence, and a strip of the runs whose words have the counts', async () => {
  await open(LINK);
  await run();
  const counted = findAll('[data-testid="ensemble-success"] tbody tr td:first-of-type').map((one) =>
    Number(one.textContent),
  );
  const told = findAll('.strip canvas[role="img"]').map((one) => one.getAttribute('aria-label') ?? '');
  expect(told[0]).toContain(`Left (non-convex), run by run: ${counted[0]} at the star`);
  expect(told[1]).toContain(`Right (relaxation), run by run: ${counted[1]} at the star`);
  const sentence = find('.answer-sentence').textContent ?? '';
  expect(sentence).toMatch(/^In 300 random problems the left found a perfect fit in /);
  const shares = [...sentence.matchAll(/([\d.]+)\s%/g)].map((match) => Number(match[1]));
  for (const [i, words] of told.entries()) {
    const perfect = Number(/(\d+) another perfect fit/.exec(words)?.[1] ?? 0);
    expect(Math.abs(shares[i]! - (100 * (counted[i]! + perfect)) / 300)).toBeLessThanOrEqual(0.5);
  }
  // The answer comes first.
  expect(find('#ensemble-part').firstElementChild).toBe(find('.answer'));
});

test('pointing at an outcome shows its first run in the maps, and a press keeps it', async () => {
  const outcome = inside.getByRole('button', { name: /^\d+ another perfect fit$/ }).first();
  const { session } = await open(LINK);
  await run();
  const seedShown = () => session.store.getState().scenario.values.seed;
  await outcome.hover();
  await expect.poll(seedShown).not.toBe(3);
  const seed = seedShown();
  await userEvent.unhover(outcome);
  await expect.poll(seedShown).toBe(3);
  await outcome.click();
  await expect.poll(seedShown).toBe(seed);
  await expect.poll(openedRun).toBe(`Run ${(seed as number) - 3} is now in the main view. Undo to go back.`);
  await userEvent.unhover(outcome);
  await idle();
  expect(seedShown()).toBe(seed);
});

test('results of another problem are folded under its name, and open again', async () => {
  const { session } = await open(LINK);
  await run();
  session.openProblem('gan');
  await idle();
  const other = inside.getByTestId('ensemble-other');
  await expect.element(other).toHaveTextContent(/^Results of another scenario or criterion: /);
  expect(find('.answer-sentence').checkVisibility()).toBe(false);
  await other.getByText('Results of another scenario').click();
  expect(find('.answer-sentence').checkVisibility()).toBe(true);
  await inside.getByRole('button', { name: 'Show that scenario' }).click();
  await expect.poll(() => session.store.getState().scenario.problem).toBe('one-neuron');
  await idle();
  expect(findAll('[data-testid="ensemble-other"]')).toHaveLength(0);
  expect(find('.answer-sentence').checkVisibility()).toBe(true);
});

const DIAGRAM = '#v=1&problem=one-neuron&seed=3&runs=10&limit=50&xkey=n&xat=6,12&ykey=d&yat=2,3&k=4';

async function openDiagram() {
  const mounted = await open(DIAGRAM);
  await inside.getByRole('tab', { name: 'Phase diagram' }).click();
  if (findAll('[data-testid="diagram"]').length === 0) await inside.getByTestId('ensemble-run').click();
  await expect.element(inside.getByTestId('diagram')).toBeVisible();
  await idle();
  const { store } = mounted.session;
  const values = () => store.getState().scenario.values;
  return { ...mounted, store, values };
}

const restOnLastCell = () =>
  inside.getByRole('img', { name: 'Left: share that arrives' }).hover({ position: { x: 180, y: 30 } });

test('resting on a cell replays a run of it; leaving brings back what was shown, and the address keeps it meanwhile', async () => {
  const { store, values, link } = await openDiagram();
  const before = link();
  const { undoable } = store.getState();
  await restOnLastCell();
  await expect.poll(() => store.getState().held !== null).toBe(true);
  expect([values().n, values().d]).toEqual([12, 3]);
  expect(link()).toBe(before);
  await expect
    .element(inside.getByRole('status').filter({ hasText: 'n = 12' }))
    .toHaveTextContent('The maps replay its first run.');
  await inside.getByRole('tab', { name: 'Ensemble' }).hover();
  await expect.poll(() => store.getState().held).toBe(null);
  await idle();
  expect(store.getState().playing).toBe(false);
  expect(link()).toBe(before);
  expect(store.getState().undoable).toBe(undoable);
  expect(store.getState().toast).toBe(null);
});

test('a click keeps the run as one change, and opens the ensemble of its cell', async () => {
  const { store, link, session } = await openDiagram();
  const before = link();
  const { undoable } = store.getState();
  await restOnLastCell();
  await expect.poll(() => store.getState().held !== null).toBe(true);
  await inside.getByRole('img', { name: 'Left: share that arrives' }).click({ position: { x: 180, y: 30 } });
  await expect.element(inside.getByText('A cell of the phase diagram: n = 12, d = 3.')).toBeVisible();
  session.pause();
  expect(store.getState().held).toBe(null);
  expect(link()).toContain('n=12');
  expect(store.getState().undoable).toBe(undoable + 1);
  session.undo();
  await idle();
  expect(link()).toBe(before);
});

test('what is changed while a run is looked at stays changed, and undo goes back from it to the run', async () => {
  const { store, link, session } = await openDiagram();
  await restOnLastCell();
  await expect.poll(() => store.getState().held !== null).toBe(true);
  session.change({ seed: 99 });
  expect(store.getState().held).toBe(null);
  await inside.getByRole('tab', { name: 'Ensemble' }).hover();
  await idle();
  expect(link()).toContain('seed=99');
});

test('a diagram is refined, and keeps the runs that are there', async () => {
  const { link } = await openDiagram();
  const progress = () => find('[data-testid="ensemble-progress"]').textContent;
  await inside.getByTestId('ensemble-refine-runs').click();
  await expect.poll(progress).toContain('80 runs');
  await inside.getByTestId('ensemble-refine-cells').click();
  await expect.poll(progress).toContain('120 runs');
  await expect.poll(link).toMatch(/runs=20&.*xat=6,9,12&/);
  await idle();
  // Other tests expect the small diagram.
  await inside.getByRole('button', { name: 'Delete' }).click();
});

test('where no axes are chosen one press runs seven cells by seven of fifty runs', async () => {
  const { link } = await open('#v=1&problem=one-neuron&limit=1');
  await inside.getByRole('tab', { name: 'Phase diagram' }).click();
  await inside.getByRole('button', { name: 'Run n/d against d: 7 × 7 cells of 50 runs' }).click();
  await expect.poll(() => find('[data-testid="ensemble-progress"]').textContent).toContain('2,450 runs');
  expect(link()).toContain('runs=50');
  await idle();
  await inside.getByRole('button', { name: 'Delete' }).click();
});

test('the field of the workers can be cleared', async () => {
  await open(LINK);
  await openForm();
  const field = inside.getByLabelText(/^Parallel workers/);
  const value = () => (field.element() as HTMLInputElement).value;
  const before = value();
  await field.fill('');
  (field.element() as HTMLElement).focus();
  await userEvent.keyboard('8');
  expect(value()).toBe('8');
  await userEvent.keyboard('{Enter}');
  await expect.poll(value).toBe('8');
  await field.fill('');
  (field.element() as HTMLElement).blur();
  await expect.poll(value).toBe('8');
  expect(before).toMatch(/^\d+$/);
});

const ONE_AXIS =
  '#v=1&problem=vector-output&features=words&sizes=2,3&neurons=4&beta=0.05&runs=10&limit=40&xkey=neurons&xat=4,8';

test('over one axis the shares are a chart below the line of their bound, read by keyboard', async () => {
  await open(ONE_AXIS);
  await inside.getByRole('tab', { name: 'Phase diagram' }).click();
  await inside.getByTestId('ensemble-run').click();
  await expect
    .poll(() => find('[data-testid="ensemble-progress"]').textContent)
    .toMatch(/20 runs in|of 20 runs/);
  await expect.element(inside.getByRole('img', { name: 'Share that arrives' })).toBeVisible();
  await expect.element(inside.getByText(/Dotted: in the long run no larger share/)).toBeVisible();
  (find('.phase-panels') as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  // (1 - (3/4)^8) (1 - (7/8)^8), rounded up.
  await expect
    .element(inside.getByRole('status').filter({ hasText: 'Hidden neurons m = 8' }))
    .toHaveTextContent('left at most 59.1 % (proved)');
  await userEvent.keyboard('{Enter}');
  await expect.element(inside.getByTestId('ensemble-most')).toHaveTextContent('at most 59.1 % of the runs');
  await idle();
  await inside.getByRole('button', { name: 'Back to the diagram' }).click();
  await inside.getByRole('button', { name: 'Delete' }).click();
});

test('where sides are compared the first 50 runs answer, and go on to all; each bar is a run', async () => {
  await open('#v=1&problem=two-layer&m=3&n=12&runs=60&limit=20');
  await inside.getByRole('button', { name: 'Run the first 50' }).click();
  const sentence = () => find('.answer-sentence').textContent;
  const more = inside.getByRole('button', { name: 'Go on to 60 runs' });
  await expect.element(more).toBeVisible();
  await expect.poll(sentence).toMatch(/^In 50 random problems the left came within 1\s%/);
  expect(find('.outcomes').textContent).toMatch(/count as ties: the right is better in \d+, the left in \d+/);
  await expect
    .element(inside.getByTestId('ensemble-pairs'))
    .toHaveTextContent(/^Each bar is one run, sorted/);
  await more.click();
  await expect.poll(sentence).toMatch(/^In 60 random problems/);
  await expect.element(more).not.toBeInTheDocument();
});
