import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { GROWTH } from '../../problems/federated/plane/growth.ts';
import { find, findAll, idle, pixels, text } from '../../shell/mount.test.tsx';
import { expectMarks } from './expect-marks.test.tsx';
import { open, openStep, overlay, SIDES, step, symbol, term, walk } from './explained.test.tsx';

/** Further problems; `npm test` covers one neuron, the lift and a game (ExplainDrawer.browser.test.tsx). */
const circle = () => find<HTMLCanvasElement>('[data-testid="circle"] canvas');

test('symbols of two layers light their marks on the circle', async () => {
  await open('#v=1&problem=two-layer&neurons=5&k=2');
  await expect.element(page.getByTestId('topic-program')).toBeVisible();
  await expect.element(page.getByTestId('topic-certificate')).toBeVisible();
  const picture = () => pixels(circle());
  const plain = picture();
  await expectMarks(['left', 'right', 'plant', 'band'], picture);
  await symbol('band').click();
  await page.getByRole('heading', { name: 'Explanation' }).hover();
  await idle();
  const band = picture();
  expect(band === plain).toBe(false);
  await symbol('band').click();
  await userEvent.hover(find('#explain-part [data-mark="band"]'));
  await expect.poll(() => picture() === band).toBe(true);
});

test('two layers are walked by keyboard: descent beside a round of the program', async () => {
  const { session, digits, seek } = await openStep('#v=1&problem=two-layer&neurons=5&k=2');
  expect(step()).toBe('2');
  for (const side of SIDES) expect(term('before', side)).toEqual([digits(side).loss]);
  const [next] = term('after', 'left');
  const [solved] = term('after', 'right');
  // Outputs are visible during the walk only.
  const outputs = () => findAll('[data-testid="output"] canvas') as HTMLCanvasElement[];
  const picture = () => pixels(circle(), ...outputs(), overlay('left'));
  const plain = picture();
  await walk();
  const titles = [
    ['1 of 5: forward', 'the program’s network'],
    ['2 of 5: residuals', 'right: residuals'],
    ['3 of 5: which samples are off', 'the dual curve against the band'],
    ['4 of 5: gradient', 'new blocks, by a soft threshold'],
    ['5 of 5: step', 'all blocks at once, and a new bound'],
  ] as const;
  const seen = new Set([plain]);
  for (const [left, right] of titles) {
    await expect.poll(() => text('stage')).toBe(left);
    expect(text('stage-right')).toContain(right);
    await expect.poll(() => seen.has(picture())).toBe(false);
    await idle();
    seen.add(picture());
    if (left !== titles[4][0]) await userEvent.keyboard('{ArrowRight}');
    expect(session.store.getState().k).toBe(2);
  }
  // The step's table shows the objective after the solve.
  const row = findAll('[data-testid="numbers-right"] tr').find((one) => /^objective/.test(one.textContent!));
  expect(Number(row!.querySelector<HTMLElement>('td:last-of-type')!.dataset.value)).toBe(solved);
  await userEvent.keyboard('{ArrowRight}');
  await idle();
  expect(session.store.getState().k).toBe(3);
  expect(digits('left').loss).toBe(next);
  expect(digits('right').loss).toBe(solved);
  // Choosing another neuron shows its numbers.
  const neuron = page.getByLabelText('Neuron', { exact: true }).first();
  await neuron.selectOptions('4');
  await expect.poll(() => text('stage-left')).toContain('to neuron 4');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByTestId('stage')).not.toBeInTheDocument();
  await seek(2);
  await neuron.selectOptions('1');
  await expect.poll(() => picture() === plain).toBe(true);
});

test('a round of federated averaging is walked from the broadcast to the server step', async () => {
  const { session, digits } = await openStep('#v=1&problem=federated&server=0.5&k=1');
  const picture = () => pixels(overlay('left'), overlay('right'));
  const plain = picture();
  const next = { left: term('fedNext', 'left'), right: term('fedNext', 'right') };
  await symbol('best').hover();
  await expect.poll(() => picture() !== plain).toBe(true);
  await page.getByRole('heading', { name: 'Explanation' }).hover();
  await expect.poll(() => picture() === plain).toBe(true);
  await walk();
  const seen = new Set([plain]);
  for (const [at, name] of ['broadcast', 'local steps', 'average', 'server step'].entries()) {
    await expect.poll(() => text('stage')).toBe(`${at + 1} of 4: ${name}`);
    await idle();
    await expect.poll(() => seen.has(picture())).toBe(false);
    seen.add(picture());
    // The paths are fully drawn.
    expect(GROWTH.of(session.store.getState())).toBe(1);
    await userEvent.keyboard('{ArrowRight}');
  }
  await idle();
  expect(session.store.getState().k).toBe(2);
  for (const side of SIDES) expect(digits(side).iterate).toEqual(next[side]);
});
