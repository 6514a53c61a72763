import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createLocalEngine, withSmallGrids } from '../../workers/local-engine.ts';
import { during } from '../session/busy.ts';
import { createSession } from '../session/create-session.ts';
import { App } from '../shell/App.tsx';
import { button, find, findAll, mount, text } from '../shell/mount.test.tsx';

const LINK = '#v=1&problem=gan&level=plane&zz=1&k=20';

test('a run on a long way shows its step 0 and its notices, says how far it is, and stops where it is told', async () => {
  let asked = 0;
  let end = (_: null) => {};
  // Keeps the page busy until it resolves.
  const held = new Promise<null>((resolve) => {
    end = resolve;
  });
  const session = createSession(() =>
    createLocalEngine((call) =>
      call.name === 'advance' && ++asked > 3 ? held : during(withSmallGrids(call, 8)),
    ),
  );
  await mount(<App />, LINK, { session, isApp: true, waits: false });
  await expect.element(page.getByText(/^step \d+ of 20/)).toBeVisible();
  expect(text('step')).toBe('0');
  await expect.element(page.getByRole('status', { name: 'Adjusted input' })).toHaveTextContent('zz');
  expect(findAll('main h2').map((title) => title.textContent)).not.toContain('Non-convex loss');
  await expect.element(button('Play')).toBeEnabled();
  const { frontier } = session.store.getState();
  expect(frontier).toBeGreaterThan(0);
  await button('Stop here').click();
  await expect.poll(() => text('step')).toBe(String(frontier));
  expect(page.getByText(/ of 20/).elements()).toHaveLength(0);
  end(null);
});

test('nothing is told of another problem while the first one is prepared', async () => {
  let open = () => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  const session = createSession(() =>
    createLocalEngine(async (call) => {
      if (call.name === 'open') await wait;
      return during(withSmallGrids(call, 8));
    }),
  );
  await mount(<App />, LINK, { session, isApp: true, waits: false });
  const told: string[] = [];
  const observer = new MutationObserver(() => told.push(find('[data-testid="live"]').textContent ?? ''));
  observer.observe(find('[data-testid="live"]'), { childList: true, characterData: true, subtree: true });
  await expect.poll(() => findAll('.opening').length).toBe(1);
  open();
  await expect.poll(() => told.at(-1) ?? '').toMatch(/^Round 20\./);
  observer.disconnect();
  for (const words of told) expect(words).not.toMatch(/Non-convex|relaxation/i);
});
