import { EmbedParent } from './embed-parent.ts';
import { type StaticHost, startStaticHost } from './static-host.ts';
import { expect, test } from './test.ts';

let host: StaticHost;
test.beforeAll(async () => {
  host = await startStaticHost({ keeps: true });
});
test.afterAll(() => host.close());

const LINK = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

/** Keys of a reveal.js deck with key codes. */
const DECK = [
  ['PageDown', 34],
  ['ArrowRight', 39],
  [' ', 32],
  ['n', 78],
  ['Escape', 27],
] as const;

test('a deck hears PageDown, arrows, Space, N and Esc after a click on a map or a button of an embed with keys=0', async ({
  page,
}) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html${LINK}&keys=0&speed=1`);
  await parent.holdDeck();
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  const names = { button: 'Step forward', slider: 'Step shown' };
  const places = [
    parent.frame.getByTestId('left').locator('.plate'),
    parent.frame.getByRole('button', { name: names.button }),
    parent.frame.getByRole('slider', { name: names.slider }),
  ];
  const heard: (readonly [string, number])[] = [];
  for (const place of places) {
    await place.click();
    await expect(page.locator('#embed')).toBeFocused();
    await parent.idle();
    const { step, playing } = (await parent.state())!;
    for (const [key] of DECK) await page.keyboard.press(key);
    heard.push(...DECK);
    await expect.poll(() => parent.deckHeard()).toEqual(heard);
    await parent.idle();
    expect(await parent.state()).toMatchObject({ step, playing });
  }
});

test('an embed keeps the keys that it uses and tells its parent of the others; a button reached with Tab is pressed even with keys=0', async ({
  page,
}) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html${LINK}&speed=1`);
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  await parent.frame.getByTestId('step').click();
  for (const key of ['ArrowRight', 'n', 'Home', 'PageDown', 'Control+z', 'Tab'])
    await page.keyboard.press(key);
  await parent.idle();
  expect((await parent.heard('key')).map(({ key }) => key)).toEqual(['n', 'PageDown', 'Control']);
  await parent.send('set', { values: { keys: false } });
  await parent.idle();
  await parent.frame.getByRole('button', { name: 'Play' }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(async () => (await parent.state())!.playing).toBe(true);
});
