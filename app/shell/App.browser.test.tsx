import { expect, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { spread } from '../../scripts/tier.mjs';
import { App } from './App.tsx';
import { button, find, findAll, idle, mount, openFromMenu, text } from './mount.test.tsx';

const OPENING = 'features=line&n=8&plant=1,0.2&start=-1.6,0.3';

const open = (link: string) => mount(<App />, `#v=1&${link}`, { isApp: true });
const press = (keys: string) => userEvent.keyboard(keys);
const focus = (name: string) => (button(name).element() as HTMLElement).focus();
const complementary = (name: string) => page.getByRole('complementary', { name });
const notices = page.getByRole('status', { name: 'Adjusted input' });
const drawn = (side: string) => page.getByTestId(side).getByRole('img');

async function settle(keys: string): Promise<void> {
  await press(keys);
  await idle();
}

test('hidden controls are gone, and what they told is still told', async () => {
  await open(`${OPENING}&c=1.5&k=7&hide=c,speed,scrub,problem,share,undo,projector,noise,presets,seed`);
  await button('More').click();
  await expect.element(button('Scenario')).toBeVisible();
  for (const name of ['Share', 'Undo', 'Projector', 'Examples'])
    expect(button(name).elements()).toHaveLength(0);
  expect(page.getByRole('slider', { name: 'Step shown' }).elements()).toHaveLength(0);
  expect(page.getByRole('combobox').elements()).toHaveLength(0);
  expect(text('step')).toBe('7');
  expect(text('speed')).toBe('20 steps/s');
  await expect.element(page.getByRole('banner')).toHaveTextContent('one neuron');
  expect(find('[data-testid="left"] .criterion').textContent).toContain('1.5/L');
  await openFromMenu('Scenario');
  const drawer = complementary('Scenario');
  await expect.element(drawer.getByTestId('readout-c')).toHaveTextContent(/^Step size c1\.5 \/L$/);
  expect(text('readout-noise')).toBe('Noise level s0');
  expect(text('readout-noisein')).toContain('off');
  expect(drawer.getByRole('textbox', { name: 'Step size c /L' }).elements()).toHaveLength(0);
  expect(drawer.getByRole('button', { name: /^Slope and bias/ }).elements()).toHaveLength(0);
});

test('a problem that counts rounds says so in the bar, at the curves and aloud: its steps are local ones', async () => {
  const { open: openLink } = await open('problem=federated&k=3');
  const OTHERS =
    /(?:local|server|larger|small|gradient|learned) steps?|walks \d+ steps|step sizes?|\d+ steps? alone|after (?:every|\d+) steps?/gi;
  for (const more of ['', '&level=network', '&profile=projector']) {
    await openLink(`#v=1&problem=federated&k=3${more}`);
    await openFromMenu('Scenario');
    await idle();
    const said = findAll('body *:not(style, script)').flatMap((one) => [
      ...Array.from(one.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.textContent! : '')),
      ...['aria-label', 'title', 'aria-description', 'aria-valuetext'].map(
        (name) => one.getAttribute(name) ?? '',
      ),
    ]);
    expect(said.filter((words) => /\bsteps?\b/i.test(words.replace(OTHERS, '')))).toEqual([]);
    expect(said.join('\n')).toMatch(/One round forward[\s\S]*\bround\b[\s\S]*rounds\/s/);
    // The live region speaks once a second, maybe after the page is idle.
    await expect.poll(() => text('live')).toMatch(/^Round 3\. /);
  }
  await openLink('#v=1&k=3');
  await expect.element(button('Step forward')).toBeVisible();
});

test('locked controls are shown, off, and say why; their keys and gestures too', async () => {
  const limits = 'play,steps,reset,scrub,speed,dice,place,undo,projector,layers,descent';
  const { digits, link } = await open(`${OPENING}&k=7&lock=${limits}`);
  await button('More').click();
  for (const name of ['Play', 'Step forward', 'Step back', 'Restart', 'New seed', 'Layers', 'Projector']) {
    await expect.element(button(name)).toBeDisabled();
    expect(button(name).element().getAttribute('title')).toMatch(/locked by this link/);
  }
  await expect.element(page.getByRole('slider', { name: 'Step shown' })).toBeDisabled();
  await expect.element(page.getByLabelText('Speed').first()).toBeDisabled();

  // Behind an open menu no key acts.
  await press('{Escape}');
  const before = digits('left');
  const locked = page.getByText('Locked by this link.');
  for (const key of [
    ' ',
    '{ArrowRight}',
    'r',
    'n',
    '+',
    '-',
    'p',
    '{Home}',
    '{Control>}z{/Control}',
    '{Alt>}k{/Alt}',
    '{Alt>}r{/Alt}',
  ]) {
    await press(key);
    await expect.element(locked, { message: key }).toBeVisible();
    expect(locked.elements(), key).toHaveLength(1);
  }
  await page
    .getByTestId('left')
    .getByRole('application')
    .click({ position: { x: 200, y: 80 } });
  find('[data-testid="start-left"]').focus();
  await press('{ArrowRight}');
  await userEvent.dragAndDrop(
    page.getByTestId('start-right'),
    page.getByTestId('right').getByRole('application'),
    { force: true, targetPosition: { x: 60, y: 60 } },
  );
  await idle();
  expect(digits('left')).toEqual(before);
  expect(link()).not.toContain('profile');

  await openFromMenu('Scenario');
  const drawer = complementary('Scenario');
  await expect.element(drawer.getByRole('textbox', { name: 'Step size c /L' })).toBeDisabled();
  await expect.element(drawer.getByRole('combobox', { name: 'Update rule' })).toBeDisabled();
  await expect.element(drawer.getByRole('textbox', { name: 'Samples n' })).toBeEnabled();
});

test('a name that no control has is named in a notice', async () => {
  await open(`${OPENING}&hide=speed,wings`);
  await expect.element(notices).toHaveTextContent('wings');
});

test('single keys go off one by one and all at once, and the link keeps it', async () => {
  // Auto-stop is off, so that playing is visible on slow machines.
  const { link } = await open(`${OPENING}&k=7&autostop=0`);
  await press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await help.getByRole('checkbox', { name: /^R restart/ }).click();
  await press('{Escape}');
  await expect.element(help).not.toBeInTheDocument();
  await settle('r');
  expect(text('step')).toBe('7');
  await press('{ArrowRight}');
  await expect.poll(() => text('step')).toBe('8');
  expect(link()).toContain('keysoff=r');

  await press('?');
  await help.getByRole('checkbox', { name: 'Single keys on' }).click();
  await press('{Escape}');
  await expect.element(help).not.toBeInTheDocument();
  await settle('{ArrowRight}?');
  expect(text('step')).toBe('8');
  expect(help.elements()).toHaveLength(0);
  await press('{Alt>}r{/Alt}');
  await expect.poll(() => text('step')).toBe('0');
  await press('{Alt>}k{/Alt}');
  await expect.element(button('Pause')).toBeVisible();
});

test('a dialog that has just been closed does not close the one that is opened next', async () => {
  await open(OPENING);
  await button('Share').click();
  await expect.element(page.getByRole('dialog', { name: 'Share and export' })).toBeVisible();
  find<HTMLDialogElement>('dialog').close();
  // Before the browser fires `close`.
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
  await idle();
  await expect.element(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  expect(page.getByRole('dialog').elements()).toHaveLength(1);
});

const rowsOf = () =>
  findAll('[data-testid="curve-table"] tbody tr').map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) =>
      Number(
        (cell.textContent ?? '')
          .replace(' × 10', 'e')
          .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)))
          .replace(/[−⁻]/g, '-')
          .replaceAll(',', ''),
      ),
    ),
  );

/** Rounds a value to the digits of the tables. */
function shownDigits(value: number): number {
  const size = Math.abs(value);
  if (size >= 1e5) return Number(value.toExponential(3));
  return Number(size !== 0 && size < 1e-4 ? value.toExponential(1) : value.toFixed(5));
}

test('a curve’s table has the engine’s numbers', async () => {
  await open(`${OPENING}&k=300`);
  const run = await commands.replay(OPENING, 300);
  await button('As a table: excess loss').click();
  const table = page.getByTestId('curve-table');
  await expect.element(table).toHaveTextContent('from 0 to 300');
  const rows = rowsOf();
  expect(rows.length).toBeLessThanOrEqual(60);
  expect(rows[0]![0]).toBe(0);
  expect(rows.at(-1)![0]).toBe(300);
  for (const [k, left, right] of rows) {
    expect(left).toBe(shownDigits(run.left.losses[k!]!));
    expect(right).toBe(shownDigits(run.right.losses[k!]!));
  }
});

test('a curve’s table of two layers has the bound that is proved', async () => {
  await open('problem=two-layer&n=20&neurons=4&k=20');
  await button('As a table: objective F').click();
  await expect
    .poll(() => findAll('[data-testid="curve-table"] thead th').map((one) => one.textContent))
    .toEqual(['step', 'descent', 'program', 'proved lower bound']);
  const network = rowsOf();
  expect(network).toHaveLength(21);
  for (const [, left, right, bound] of network) {
    expect(Number.isFinite(left)).toBe(true);
    expect(bound!).toBeLessThanOrEqual(right! + 1e-5);
  }
});

test('a map is told in words, and the words follow the run', async () => {
  const { digits, seek } = await open(`${OPENING}&k=40`);
  const { iterate, loss } = digits('left');
  const place = `(${iterate.map((x) => Number(x.toPrecision(4))).join(', ')})`.replaceAll('-', '−');
  const left = drawn('left');
  await expect
    .element(left)
    .toHaveAccessibleName(new RegExp(`after 40 steps at ${place.replace(/[()]/g, '\\$&')}`));
  await expect.element(left).toHaveAccessibleName(new RegExp(`loss ${loss.toPrecision(3)}`));
  await expect
    .element(left)
    .toHaveAccessibleName(/Dead zone, where no sample is active.*The weights are (in it|at its edge)/);
  await seek(76);
  await expect.element(drawn('right')).toHaveAccessibleName(/Reached the star at step 76/);
});

for (const [how, close] of [
  ['Escape', () => press('{Escape}')],
  [
    'Enter',
    async () => {
      focus('Close');
      await press('{Enter}');
    },
  ],
] as const)
  test(`what is closed gives the focus back: ${how}`, async () => {
    await open(`${OPENING}&k=40`);
    const inMenu = ['Layers', 'Your data', 'Scenario', 'Help'];
    const names = ['Your lectures, or build one…', 'Explain', 'Share', ...inMenu];
    const over = () => findAll('.drawer, dialog[open]');
    for (const name of spread([...names, 'As a table: excess loss'], how === 'Escape' ? 4 : 2)) {
      // The menu item is gone, so its menu's button gets the focus.
      const opener = inMenu.includes(name) ? 'More' : name.startsWith('Your lectures') ? 'Lectures' : name;
      focus(opener);
      await press('{Enter}');
      if (opener !== name) {
        await expect.element(button(name)).toBeVisible();
        focus(name);
        await press('{Enter}');
      }
      await expect.poll(() => over().length, { message: name }).toBe(1);
      await expect.poll(() => over()[0]!.contains(document.activeElement), { message: name }).toBe(true);
      await close();
      await expect.poll(() => over().length, { message: name }).toBe(0);
      await expect.element(button(opener), { message: `${name}, ${how}` }).toHaveFocus();
    }
  });

test('the black screen and a notice give the focus back', async () => {
  const { open: show } = await open(`${OPENING}&k=40`);
  focus('Step forward');
  await press('b');
  const isBlank = () => document.activeElement?.matches('.blank');
  await expect.poll(isBlank).toBe(true);
  await press('{Tab}');
  expect(isBlank()).toBe(true);
  await press('b');
  await expect.poll(() => findAll('.blank').length).toBe(0);
  await expect.element(button('Step forward')).toHaveFocus();
  await show(`#v=1&${OPENING}&n=1.5&k=3`);
  focus('Dismiss');
  await press('{Enter}');
  await expect.element(notices).not.toBeInTheDocument();
  await expect.element(button('Play')).toHaveFocus();
});

for (const [name, link] of [
  ['one neuron', `${OPENING}&k=40`],
  ['two layers', 'problem=two-layer&n=20&neurons=4&k=18'],
] as const)
  test(`every tab stop and every read-out has a role and a name: ${name}`, async () => {
    await open(link);
    const nameless = findAll(
      'main :is([tabindex="0"], output[data-testid^="loss"], output[data-testid^="within"], .curve output)',
    )
      .filter((one) => one.checkVisibility())
      .filter(
        (one) => !one.matches('[aria-label], [aria-labelledby]') || !one.matches('[role], output, button'),
      )
      .map((one) => one.outerHTML.slice(0, 120));
    expect(nameless).toEqual([]);
    expect(findAll('.curve').length).toBeGreaterThan(0);
  });
