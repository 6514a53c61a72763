import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, find, findAll, idle, mount, text } from '../../shell/mount.test.tsx';
import { PlaybackBar } from '../../ui/PlaybackBar.tsx';
import { Knobs } from '../kit/Knob.tsx';
import { ProblemPage } from '../kit/Page.tsx';

const open = (more: string) =>
  mount(
    <>
      <main>
        <Knobs />
        <ProblemPage />
      </main>
      <PlaybackBar />
    </>,
    `#v=1&problem=gan${more.includes('forecast') ? '' : '&forecast=1&pictures=all'}${more}`,
  );

const plate = () => page.getByRole('img', { name: /^Where the game converges/ });

async function drag(side: 'left' | 'right', dx: number, dy: number): Promise<void> {
  const within = plate().element().getBoundingClientRect();
  const dot = find(`[data-testid="dot-${side}"]`).getBoundingClientRect();
  await userEvent.dragAndDrop(page.getByTestId(`dot-${side}`), plate(), {
    force: true,
    targetPosition: { x: dot.x + dot.width / 2 - within.x + dx, y: dot.y + dot.height / 2 - within.y + dy },
  });
  await idle();
}

test('the left dot drags: step and brake follow it, both pictures stay at their step, one undo takes it back', async () => {
  const { session, link } = await open('&level=plane&k=30');
  const state = () => session.store.getState();
  const facts = () => find('[data-testid="left"] .facts').textContent;
  expect(facts()).toBe('diverges, × 1.0198');
  await drag('left', 0, -80);
  const { rho, c, rho2 } = state().scenario.values;
  expect(c).toBe(0.2);
  expect(rho).toBeGreaterThan(0.2);
  expect(rho2).toBe(1);
  expect(facts()).toMatch(/^converges, × 0\.9/);
  expect(text('verdict-left')).toMatch(/^Spirals in \(proved\)/);
  expect(state().k).toBe(30);
  expect(link()).toContain(`rho=${rho}`);
  session.undo();
  await idle();
  expect(state().scenario.values.rho).toBe(0);
});

test('a dot stays where it is dropped, and the line below the map is then of the present game', async () => {
  const { session } = await open('&level=plane&k=3');
  const centre = () => {
    const { x, y, width, height } = find('[data-testid="dot-left"]').getBoundingClientRect();
    return [x + width / 2, y + height / 2] as const;
  };
  const from = centre();
  // To the end of the window: a window made for this step would differ.
  await drag('left', 150, -60);
  const [x, y] = centre();
  expect([Math.round((x - from[0] - 150) / 4), Math.round((y - from[1] + 60) / 4)]).toEqual([0, 0]);
  const { c, rho } = session.store.getState().scenario.values as { c: number; rho: number };
  expect(c).toBeGreaterThan(0.4);
  const read = () => /^η (\S+), ρ ([^:]+): (.*)$/.exec(text('read-region')) ?? [];
  await expect.poll(() => Math.abs(Number(read()[1]) - c)).toBeLessThan(0.02);
  expect(Math.abs(Number(read()[2]) - rho)).toBeLessThan(0.04);
  // The pointer rests; another discriminator's step changes the region under it.
  const before = read()[3];
  session.change({ mu: 0.05 });
  await idle();
  await expect.poll(() => read()[3]).not.toBe(before);
  // A step set elsewhere makes a new window.
  session.change({ c: 0.02 });
  await idle();
  expect(centre()[0]).toBeLessThan(x);
  const plate = find('.regions').getBoundingClientRect();
  expect((centre()[0] - plate.x) / plate.width).toBeGreaterThan(0.15);
});

test('the right dot writes its own brake, and a step that is given stays the one that counts', async () => {
  const { session } = await open('&level=plane&step=0.2');
  const values = () => session.store.getState().scenario.values;
  await drag('right', 40, 40);
  expect(values().step).toBeGreaterThan(0.2);
  expect(values().c).toBe(0.2);
  expect(values().rho).toBe(0);
  expect(values().rho2).toBeLessThan(1);
});

test('arrow keys move a dot, and the pointer reads how both would end elsewhere', async () => {
  const { session } = await open('&level=plane&versus=rule&rule2=extragradient&k=3');
  const values = () => session.store.getState().scenario.values;
  expect(page.getByTestId('dot-right').elements()).toHaveLength(0);
  find('[data-testid="dot-left"]').focus();
  await userEvent.keyboard('{ArrowUp}');
  await idle();
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await idle();
  expect(values().rho).toBe(0.01);
  expect(values().c).toBe(0.3);
  // The dot took the keys: the run did not move.
  expect(session.store.getState().k).toBe(3);
  expect(find('[data-testid="dot-left"]').getAttribute('aria-label')).toMatch(/step 0\.3, damping 0\.01/);
  await plate().hover({ position: { x: 200, y: 100 } });
  await expect
    .poll(() => text('read-region'))
    .toMatch(/^η \S+, ρ \S+: Simultaneous: \w+, × \S+; Extragradient: converges, × /);
});

test('a width’s floor stands on the curve, and what width buys takes the neurons’ place', async () => {
  await open('&k=10');
  const labels = () => findAll('main [role="img"]').map((one) => one.getAttribute('aria-label') ?? '');
  await expect.poll(labels).toContainEqual(expect.stringMatching(/proved floor, width 3: 1\.68916\./));
  await expect.element(page.getByRole('heading', { name: 'Neurons' })).toBeVisible();
  await button('How much width is enough?').click();
  await idle();
  await expect.element(page.getByRole('heading', { name: 'How much width is enough?' })).toBeVisible();
  await button('Neurons').click();
  await expect.element(page.getByTestId('neurons')).toBeVisible();
});

test('before Play the idea shows both sides, and more pictures bring the region', async () => {
  const { session } = await open('&level=plane&forecast=0&pictures=first');
  await expect.poll(() => findAll('[data-testid^="idea-"]')).toHaveLength(2);
  expect(['left', 'right'].map((side) => text(`verdict-${side}`))).toEqual(['Ready.', 'Ready.']);
  expect(findAll('[data-testid="more"]')).toHaveLength(0);
  session.change({ pictures: 'all' });
  await idle();
  expect(findAll('[data-testid="more"]')).toHaveLength(1);
});

test('the main knob turns the mean of two weights, a vector of one number', async () => {
  const { session, link } = await open('&level=two-weights');
  const knob = page.getByRole('slider', { name: 'From x = −1 to x = 1' });
  expect(knob.element().getAttribute('aria-valuetext')).toBe('-0.5');
  knob.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await idle();
  expect(session.store.getState().scenario.values.xmean).toEqual([-0.48]);
  expect(link()).toContain('xmean=-0.48');
});
