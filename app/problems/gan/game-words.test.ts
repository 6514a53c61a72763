import '../index.ts';
import '../../i18n/all-words.ts';
import { describe, expect, it, test } from 'vitest';
import { CATALOG } from '../../../engine/catalog.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { PathMark } from '../../charts/display-list.ts';
import { figureStyle } from '../../figure/draw-style.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { numberAt, shownIterate } from '../../session/run/kept-steps.ts';
import { until } from '../../session/run/until.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { sessionsOf } from '../../session/stub/open-sessions.ts';
import { gameOf } from './game-info.ts';
import { REGIONS } from './plane/readings.ts';
import { tellRegions } from './plane/region-drawing.ts';
import { forecastWords } from './plane/told.ts';
import { GAN } from './view.ts';

const t = createTranslate('en');
const { open: openAsking, wait } = sessionsOf(
  'gan',
  ({ store }) => {
    const { phase, target, pictured, landscape } = store.getState();
    expect([phase, target, pictured === landscape]).toEqual(['ready', null, true]);
  },
  (session) => GAN.bind!(session),
);

const open = (more: string) => openAsking(`&forecast=1${more}`);

const both = (session: Session, of: (session: Session, side: 'left' | 'right') => string) =>
  (['left', 'right'] as const).map((side) => of(session, side));
const verdicts = (session: Session) =>
  both(session, (one, side) => GAN.verdict(one, one.store.getState(), side, t));
const titles = (session: Session) => both(session, (one, side) => GAN.title(one.store.getState(), side, t));
const forecasts = (session: Session) =>
  both(session, (one, side) => forecastWords(one.store.getState(), side, t));

it('a scene that still asks keeps the end of the plane to itself until its bookmark', async () => {
  const session = await openAsking('&level=plane');
  const scene = { title: '', question: '?', sentence: '', notes: '', guess: false };
  const lecture = {
    title: '',
    scenes: [{ ...scene, scenario: '#v=1&problem=gan&level=plane', bookmark: 50 }],
  };
  session.store.setState({ lecture });
  expect(forecasts(session)).toEqual(['', '']);
  expect(verdicts(session)).toEqual(['Ready.', 'Ready.']);
  expect(tellRegions(session, session.store.getState(), t)).toBe('');
  session.store.setState({ k: 50 });
  expect(forecasts(session)).toEqual(['diverges, × 1.0198', 'converges, × 0.9165']);
  expect(verdicts(session)[0]).toContain('1.0198');
});

describe('what differs stands in the titles', () => {
  it.each([
    ['', 'Width 3', 'Width 12'],
    ['&versus=brake&rho2=0.3', 'Damping ρ = 1', 'Damping ρ = 0.3'],
    ['&versus=rule', 'Simultaneous', 'Alternating'],
    ['&versus=best', 'Simultaneous', 'Best discriminator'],
    ['&versus=convex', 'Over the weights W', 'Convex in h'],
    ['&level=plane', 'Damping ρ = 0', 'Damping ρ = 1'],
    ['&level=plane&versus=rule&rule2=extragradient', 'Simultaneous', 'Extragradient'],
    ['&level=two-weights', 'One sign: columns 1, 1', 'Both signs: columns 1, −1'],
  ])('%s', async (more, left, right) => {
    const session = await open(more);
    expect(titles(session)).toEqual([left, right]);
    for (const side of ['left', 'right'] as const)
      expect(GAN.about!(session.store.getState(), side, t)).not.toBe('');
  });
});

describe('the plane says before the first round how it ends', () => {
  it.each([
    ['', 'diverges, × 1.0198', 'converges, × 0.9165'],
    ['&rho=0.2', 'cycles, × 1', 'converges, × 0.9165'],
    ['&rule=alternating', 'cycles, × 1', 'converges, × 0.8944'],
    ['&versus=rule&rule2=extragradient', 'diverges, × 1.0198', 'converges, × 0.9806'],
    // A corner: a double eigenvalue −1 without a second eigenvector.
    ['&rule=alternating&c=2&mu=2', 'diverges slowly', 'diverges, × 4.2361'],
    [
      '&rule=optimistic&c=0.3333333333333333&mu=1.3333333333333333&rho=1',
      'diverges slowly',
      'diverges slowly',
    ],
    // Not a corner, although its factor is near 1.
    ['&c=0.001&mu=0.0001', 'diverges, × 1.00000005', 'converges, × 0.99995'],
    // A line of fixed points.
    ['&rule=extragradient&c=0.5&mu=1&rho=1.5', 'stops off the saddle', 'converges, × 0.5'],
  ])('%s', async (more, left, right) => {
    const session = await open(`&level=plane${more}`);
    expect(session.store.getState().k).toBe(0);
    const [first, second] = forecasts(session);
    expect(first).toBe(left);
    expect(second).toBe(right);
  });

  test('every round where that is exact, else in the long run', async () => {
    const session = await open('&level=plane');
    expect(verdicts(session)).toEqual([
      'Spirals out (proved): distance × 1.0198 in every round.',
      'Spirals in (proved): distance × 0.9165 per round in the long run.',
    ]);
    expect(verdicts(await open('&level=plane&mu=0.1'))[0]).toMatch(/per round in the long run/);
    expect(verdicts(await open('&level=plane&profile=projector'))).toEqual([
      'Spirals out (proved).',
      'Spirals in (proved).',
    ]);
    expect(verdicts(await open('&level=plane&rule=alternating'))[0]).toBe(
      'Cycles on its orbit forever (proved).',
    );
  });

  test('a line of fixed points is no cycle: the game stops there', async () => {
    const session = await open('&level=plane&rule=extragradient&c=0.5&mu=1&rho=1.5&k=300');
    const { store } = session;
    const [w, d] = shownIterate(session, 'left');
    expect(Math.hypot(w! - 0, d! - 2)).toBeLessThan(1e-9);
    expect(verdicts(session)[0]).toBe('Will stop, from almost every start away from the saddle (proved).');
    expect(GAN.footing(session, store.getState(), 'left', t).why).toMatch(/stops on that line/);
  });

  test('very different steps: far out on the way back or around, and near the saddle on the way', async () => {
    // Around in six rounds, passing the saddle within a millionth.
    const around = '&level=plane&rule=alternating&c=1000000&mu=0.000001';
    expect(verdicts(await open(`${around}&k=1`))[0]).toBe('Within a millionth of the saddle at round 1.');
    // A d of 1 moves w by 1.5 million; the left cycles, the right arrives.
    const out = '&level=plane&rule=alternating&step=1500000&mu=0.000001&start=1,1&k=9';
    const stopped = 'Stopped at round 1: a million times as far, though it';
    expect(verdicts(await open(out))).toEqual([
      `${stopped} cycles in the long run (proved).`,
      `${stopped} converges in the long run (proved).`,
    ]);
  });

  test('the ends of a run: it arrives, it leaves', async () => {
    const session = await open('&level=plane&c=1&mu=1&k=200');
    expect(verdicts(session)[0]).toMatch(/^Stopped at round \d+, a million times as far\.$/);
    expect(verdicts(await open('&level=plane&versus=best&rho=0.5&k=60'))[1]).toMatch(
      /^Reached the saddle at round \d+\.$/,
    );
  });
});

describe('a network against its proved floor', () => {
  test('before the first round, after a hundred, at the end', async () => {
    const session = await open('');
    expect(verdicts(session)).toEqual([
      'Ready. Width 3 gets no lower than mse 1.69 (proved).',
      'Ready. Width 12 can match the mean.',
    ]);
    void session.seek(100);
    await wait(session);
    expect(verdicts(session)[0]).toBe('Still moving, 7 % above its proved floor.');
    void session.seek(200);
    await wait(session);
    expect(verdicts(session)[1]).toBe('Reached the mean at round 173.');
  });

  test('the convex side comes as near as it can', async () => {
    const session = await open('&versus=convex&k=600');
    expect(verdicts(session)[1]).toBe('As close as width 3 can get (proved).');
    expect(GAN.footing(session, session.store.getState(), 'right', t).why).toMatch(/vⱼ·d\* ≤ 0/);
  });

  test('ησ² is named where it exceeds the damping of a run that goes out of bounds', async () => {
    const session = await open('&m=5&dz=5&n=50&width=100&versus=brake&rho=0.1&seed=7&c=2&k=900');
    await until(() => expect(GAN.note!(session, 'left', t)).not.toBe(''));
    expect(verdicts(session)[0]).toMatch(
      /^Out of bounds at round 801: ησ² = 0\.2\d* exceeds the damping 0\.1\.$/,
    );
    expect(GAN.note!(session, 'left', t)).toMatch(/ ≥ damping 0\.1$/);
    expect(GAN.note!(session, 'right', t)).toMatch(/ < damping 1$/);
  });
});

describe('“it can match the mean” stands over no run that flies apart', () => {
  test('the wide game with weak damping, a hundred rounds on', async () => {
    const session = await open('&m=5&dz=5&n=50&seed=7&c=2&width=100&versus=brake&rho=0.1&k=100');
    expect(verdicts(session)[0]).toMatch(/^Farther than at the start: \d[\d.]* times its mse\.$/);
  });

  test.each(CATALOG.gan.presets.map(({ id }) => id))(
    '%s: in no round above the mse of the start',
    async (id) => {
      const session = await open('');
      session.load(presetScenario('gan', id));
      session.change({ forecast: true });
      await wait(session);
      for (const k of [1, 10, 50, 100, 200]) {
        void session.seek(k);
        await wait(session);
        for (const side of SIDES) {
          const [now, first] = [k, 0].map((step) => numberAt(session.trajectories[side], 'loss', step));
          const said = GAN.verdict(session, session.store.getState(), side, t);
          if (/it can match/.test(said))
            expect(now, `${id}, ${side}, round ${k}`).toBeLessThanOrEqual(first!);
          if (/Farther than/.test(said)) expect(now, `${id}, ${side}, round ${k}`).toBeGreaterThan(first!);
        }
      }
    },
  );
});

test('a level that is chosen opens its first preset; what arrives where is asked for', async () => {
  const session = await open('');
  session.change({ level: 'plane' });
  await wait(session);
  expect(titles(session)).toEqual(['Damping ρ = 0', 'Damping ρ = 1']);
  expect(session.store.getState().scenario.values.speed).toBe(20);
  await until(() =>
    expect(REGIONS.now(session.store.getState(), 'regions')?.told.left.polygon.length).toBeGreaterThan(4),
  );
  session.change({ level: 'two-weights' });
  await wait(session);
  expect(titles(session)[0]).toBe('One sign: columns 1, 1');
});

test('what is read of a game is of the game that is shown, whichever of its values has changed', async () => {
  const more = '&level=plane&versus=rule';
  const session = await open(more);
  const regions = (of: Session) => JSON.stringify(REGIONS.now(of.store.getState(), 'regions')?.told);
  await until(() => expect(regions(session)).toContain('polygon'));
  for (const [change, link] of [
    [{ mu: 0.05 }, '&mu=0.05'],
    [{ rule: 'optimistic' }, '&mu=0.05&rule=optimistic'],
    [{ rule2: 'extragradient' }, '&mu=0.05&rule=optimistic&rule2=extragradient'],
  ] as const) {
    session.change(change);
    await wait(session);
    const fresh = await open(`${more}${link}`);
    await until(() => expect(regions(fresh)).toContain('polygon'));
    await until(() => expect(regions(session)).toBe(regions(fresh)));
  }
  const network = await open('');
  network.change({ c: 2 });
  await wait(network);
  const push = (of: Session) => GAN.note!(of, 'left', t);
  const fresh = await open('&c=2');
  await until(() => expect(push(fresh)).not.toBe(''));
  await until(() => expect(push(network)).toBe(push(fresh)));
});

test('every width matches a mean of 0: the law says nothing of it', async () => {
  const session = await open('&xmean=0,0');
  expect(gameOf(session.store.getState())!.law).toHaveLength(0);
  expect(verdicts(session)[0]).toBe('Ready. Width 3 can match the mean.');
  expect(gameOf((await open('&xmean=0,1')).store.getState())!.law).toHaveLength(41);
});

test('numbers that overflow before the mean moves: out of bounds, not far away', async () => {
  const session = await open('&width=1&width2=1&n=1&rho=10&mu=1000&c=100&seed=3&k=300');
  expect(verdicts(session)[0]).toBe('Out of bounds at round 78.');
});

test('the dice write no seed where none has an effect', async () => {
  const plane = await open('&level=plane');
  const before = plane.store.getState().scenario;
  plane.reseed();
  expect(plane.store.getState().scenario).toBe(before);
  const network = await open('');
  network.reseed();
  expect(network.store.getState().scenario.values.seed).toBe(12);
});

it('the floors of the curve light up while the explanation points at them, and only then', async () => {
  const { store, trajectories } = await open('');
  const picture = GAN.curves[0]!.createPicture();
  const isLit = (highlight: string | null) => {
    store.setState({ extra: { highlight, stage: null } as AppState['extra'] });
    const list = picture.draw(picture.select({ store, trajectories }, t), {
      ...{ size: { width: 400, height: 144 }, drawStyle: figureStyle(1, true), t },
    });
    const wall = list.flatMap((mark) => (mark.kind === 'clip' ? mark.marks : [mark]));
    const line = wall.find((mark): mark is PathMark => mark.kind === 'path' && mark.role === 'bound');
    return line?.strokes?.length === 3;
  };
  expect(['floor', 'cone', 'floor', null].map(isLit)).toEqual([true, false, true, false]);
});
