import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { find, findAll, idle, mount } from '../../shell/mount.test.tsx';
import { EnsembleDrawer } from './EnsembleDrawer.tsx';

const LINK = '#v=1&problem=one-neuron&n=8&seed=3&runs=300&limit=500&audit=1&startlaw=unit';

const open = (link: string) => mount(<EnsembleDrawer onClose={() => undefined} />, link);
const inside = page.getByRole('complementary');
const openedRun = () => find('.opened-run').textContent;
const firstRun = inside.getByRole('button', { name: /^Run \d+:/ }).first();

/** Runs what the drawer says, unless a test before has: the browser keeps it. */
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
  // What was there before is no mistake.
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

test('the field of the workers can be cleared', async () => {
  await open(LINK);
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
