import '../index.ts';
import '../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import type { IteratingSide, SideName } from '../../../engine/contract.ts';
import { GAN as CARD } from '../../../engine/problems/gan/card.ts';
import { motionOf } from '../../../engine/problems/gan/plane/map.ts';
import { regionOf } from '../../../engine/problems/gan/plane/regions.ts';
import { problem } from '../../../engine/problems/gan/problem.ts';
import { GAME_RULES } from '../../../engine/problems/gan/rules.ts';
import type { GameInfo, GeneratorSide, PlaneSide } from '../../../engine/problems/gan/types.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { DisplayList, TextMark } from '../../charts/display-list.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { lossNumber } from '../../session/loss-number.ts';
import { type Canvas, drawNow, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { loadView, type Panel } from '../../session/view.ts';
import { gameAt } from './game-at.ts';
import { GAME, generatorsOf } from './game-info.ts';
import { describeCone } from './network/describe-cone.ts';
import { describeNeurons } from './network/describe-neurons.ts';
import { neuronsInput, neuronWords } from './network/neurons-drawing.ts';
import { createRegions } from './plane/region-drawing.ts';
import { planePanel } from './plane/view.ts';
import { regionPlane } from './region-geometry.ts';
import { weightsPanel } from './two-weights/view.ts';
import { GAN } from './view.ts';

const t = createTranslate('en');
const zh = createTranslate('zh');
const SIDES: readonly SideName[] = ['left', 'right'];
const canvas: Canvas = {
  size: { width: 440, height: 440 },
  drawStyle: { scale: 1, palette: PALETTES.light },
  t,
};
await loadView('gan');

const infoOf = (game: Snapshot) => game.store.getState().opened!.info as GameInfo;
const generatorAt = (game: Snapshot, side: SideName) => infoOf(game).sides[side] as GeneratorSide;
const textsOf = (list: DisplayList): TextMark[] =>
  list.flatMap((mark) =>
    mark.kind === 'clip' || mark.kind === 'group' ? textsOf(mark.marks) : mark.kind === 'text' ? [mark] : [],
  );
const verdict = (of: Snapshot, side: SideName, say = t) => GAN.verdict(of, of.store.getState(), side, say);
const linkAt = (more: string, k?: number) => {
  const { values } = parseLink(`#v=1&problem=gan${more}`).scenario;
  return gameAt(values, k ?? values.k);
};

describe('dead neurons', () => {
  it.each([
    [
      '&n=3&seed=28&k=1000',
      'left',
      /^Stopped: neurons? .* (is|are) dead, and the others? cannot reach the mean \(proved\)\.$/,
    ],
    ['&n=3&seed=1&k=1000', 'left', /^Stopped: all neurons are dead \(proved\)\.$/],
    [
      '&n=3&seed=43&k=1000',
      'left',
      /^Stopped: neurons? .* dead, and the others? cannot reach the mean \(proved\)\.$/,
    ],
    ['&level=two-weights&start=0,0&k=100', 'right', /^Stopped: all neurons are dead \(proved\)\.$/],
    ['&level=two-weights&start=0,0', 'right', /^Ready, but all neurons are dead \(proved\)\.$/],
    [
      '&level=two-weights&xmean=0.5&start=0,1&k=50',
      'right',
      /^Still moving, but neuron 1 is dead, and the other cannot reach the mean \(proved\)\.$/,
    ],
  ] as const)('%s: the sentence names them, and why has the bound', (link, side, words) => {
    const game = linkAt(link);
    expect(verdict(game, side)).toMatch(words);
    expect(verdict(game, side, zh)).toMatch(/死亡/);
    const { why, ended } = GAN.footing(game, game.store.getState(), side, t);
    expect(why).toMatch(/^No noise sample switches a dead neuron on/);
    expect(ended).toBe(verdict(game, side).startsWith('Stopped'));
  });

  it('a game that no round moves any more says how far it has come, though not all that hold it are dead', () => {
    const game = linkAt('&rule=extragradient&n=1&m=3&seed=3&c=0.5&mu=0.4&k=2000');
    expect(verdict(game, 'left')).toMatch(
      /^Stopped, [\d.]+ % above its proved floor: no round moves it \(proved\)\.$/,
    );
    expect(verdict(game, 'right')).toMatch(/^Stopped: \d+ of 12 neurons are dead, .* cannot reach the mean/);
    for (const side of ['left', 'right'] as const) expect(verdict(game, side, zh)).toMatch(/^已停止/);
  });

  /** Games in which neurons die. */
  const GAMES = GAME_RULES.flatMap((rule) =>
    [1, 4, 28].map((seed) => ({ n: 3, seed, rule, ...(seed === 4 && { versus: 'convex' }) })),
  );

  it('“can match the mean” is said where that is within reach alone; “dead” of what never comes back', () => {
    const said = { match: 0, cannot: 0, dead: 0, silent: 0, zero: 0 };
    for (const given of GAMES) {
      const later = gameAt(given, 600);
      for (const k of [0, 2, 4, 9, 15, 40, 600]) {
        const game = gameAt(given, k);
        const state = game.store.getState();
        const told = GAME.now(state, 'players')!;
        const input = neuronsInput(
          { asks: false, info: generatorsOf(state), told, left: '', right: '' },
          canvas,
          null,
        )!;
        for (const side of SIDES) {
          const words = verdict(game, side);
          const { trajectories } = game;
          const reach = trajectories[side].series.reach![Math.min(k, trajectories[side].count - 1)]!;
          const { certificate, kind, rule } = generatorAt(game, side);
          const floor = certificate.reachable ? 0 : certificate.floor;
          if (/can match|matches/.test(words)) {
            expect(reach).toBe(0);
            said.match++;
          }
          expect(/cannot reach/.test(words), `${JSON.stringify(given)} ${k} ${words}`).toBe(
            reach > floor && /^(Still|Stopped|Ready)/.test(words) && !/(its|all) neurons?/.test(words),
          );
          if (/cannot reach/.test(words)) said.cannot++;
          const { hidden } = input.sides[side]!;
          const { dimension, iterates, count } = later.trajectories[side];
          const dz = kind === 'convex' ? 1 : 2;
          for (let j = 0; j < hidden.length; j++) {
            const read = neuronWords(state, { side, j }, t);
            const now = game.trajectories[side];
            const own = (of: typeof now, row: number) =>
              Array.from(of.iterates.subarray(row * dimension + j * dz, row * dimension + (j + 1) * dz));
            if (/: dead/.test(read)) {
              said.dead++;
              expect(own(later.trajectories[side], count - 1)).toEqual(own(now, now.count - 1));
              expect(iterates.length).toBeGreaterThan(0);
            }
            expect(/: (dead|silent|at zero)/.test(read)).toBe(hidden[j] === 0);
            if (/: silent/.test(read)) said.silent++;
            if (/: at zero/.test(read)) said.zero++;
            expect(/: at zero/.test(read)).toBe(hidden[j] === 0 && kind === 'convex');
            expect(/: silent/.test(read)).toBe(hidden[j] === 0 && kind !== 'convex' && rule === 'optimistic');
          }
        }
        const whole = describeNeurons(game, state, t);
        if (given.rule === 'optimistic') expect(whole).not.toMatch(/ dead/);
        if (given.versus) expect(whole).toMatch(/ at zero\.$/);
        expect(input.names.off.includes('dead')).toBe(
          SIDES.some((side) => {
            const { kind, rule } = generatorAt(game, side);
            return (
              kind !== 'convex' && rule !== 'optimistic' && Array.from(input.sides[side]!.silent).includes(1)
            );
          }),
        );
      }
    }
    for (const [name, times] of Object.entries(said)) expect(times, name).toBeGreaterThan(0);
  });
});

describe('the regions of two rules', () => {
  const planes = GAME_RULES.flatMap((rule) =>
    GAME_RULES.flatMap((rule2) =>
      [0.2, 0.5, 1.3].map((mu) => ({ rule, rule2, mu, versus: 'rule', rho: 0.5 })),
    ),
  );
  const given = [
    ...planes,
    ...CARD.presets
      .map(({ values }) => values as object)
      .filter((values) => 'level' in values && values.level === 'plane'),
  ];

  it('what is written along a line holds there of the rule that it names, and of both where it names none', () => {
    let labels = 0;
    for (const more of given) {
      const { values } = createScenario('gan', { ...more, level: 'plane' } as never);
      const { info } = problem.prepare(values, null);
      const sides = info.sides as Record<SideName, PlaneSide>;
      for (const window of [
        { eta: 1, rho: 1 },
        { eta: 5, rho: 5 },
      ]) {
        const of = (side: SideName) => regionOf(sides[side].rule, sides[side].mu, window);
        const state = {
          info,
          ...{ read: { window, told: { left: of('left'), right: of('right') } }, window, asks: false },
        };
        const list = createRegions().draw(state as never, canvas);
        const plane = regionPlane(window, canvas.size, 1);
        for (const { x, y, text, rotate = 0 } of textsOf(list).filter(({ text }) =>
          /on this line/.test(text),
        )) {
          const turn = (rotate * Math.PI) / 180;
          // The line is below its name.
          const [eta, rho] = plane.toData(x - 9 * Math.sin(turn), y + 9 * Math.cos(turn));
          const named = SIDES.filter((side) =>
            text.startsWith(t(`gan.rule.${sides[side].rule}`).toLowerCase()),
          );
          if (named.length === 0) expect(sides.left.rule, text).toBe(sides.right.rule);
          for (const side of named.length > 0 ? named : SIDES) {
            const near = [-0.004, 0, 0.004].map((by) =>
              motionOf({ ...sides[side], eta: eta * (1 + by), rho: Math.max(0, rho) * (1 + by) }),
            );
            // On the border the game does neither; it arrives on one side only.
            expect(
              new Set([...near, ...beside(sides[side], eta, Math.max(0, rho), window)]).size,
              text,
            ).toBeGreaterThan(1);
          }
          labels++;
        }
      }
    }
    expect(labels).toBeGreaterThan(40);
  });

  function beside(side: PlaneSide, eta: number, rho: number, window: { eta: number; rho: number }) {
    const steps = [-0.02, 0.02];
    return steps.flatMap((by) =>
      steps.map((up) =>
        motionOf({
          ...side,
          eta: Math.max(1e-9, eta + by * window.eta),
          rho: Math.max(0, rho + up * window.rho),
        }),
      ),
    );
  }
});

describe('how a game of the plane ends, from every start or almost every one', () => {
  it('“from almost every start” is said where some start does otherwise: along a line that a round keeps', () => {
    const kinds = new Set<string>();
    for (const rule of GAME_RULES)
      for (const [c, mu, rho] of [
        [1.5, 0.2, 0.5],
        [0.2, 0.2, 0],
        [3, 3, 0.5],
        [1, 3, 1.5],
        [1, 0.5, 0.5],
        [0.5, 4, 1],
        [0.5, 1, 1.5],
      ] as const) {
        if (rule === 'best' && rho === 0) continue;
        const values = { level: 'plane', rule, c, mu, rho, versus: 'brake' } as const;
        const game = gameAt(values, 0);
        const words = verdict(game, 'left');
        if (!/^(Spirals out|Diverges|Cycles|Will stop)/.test(words)) continue;
        const of = infoOf(game).sides.left as PlaneSide;
        // Distances agree up to a constant factor, from starts all around and on preserved lines.
        const turns = [...Array.from({ length: 90 }, (_, i) => (Math.PI * i) / 90), ...keptBy(values)];
        const away = turns.map(
          (turn) => Math.hypot(...placeAfter(values, turn, ROUNDS)) / of.factor ** ROUNDS,
        );
        const spread = Math.max(...away) / Math.min(...away);
        const isAll = !words.includes('almost every');
        kinds.add(isAll ? 'all' : 'almost');
        if (isAll) expect(spread, `${rule} ${c} ${mu} ${rho}: ${words}`).toBeLessThan(1e3);
        else expect(spread, `${rule} ${c} ${mu} ${rho}: ${words}`).toBeGreaterThan(20);
      }
    expect([...kinds].sort()).toEqual(['all', 'almost']);
  });

  const ROUNDS = 12;

  /** Returns (w - x, d) after some rounds from the unit circle around the saddle (1, 0). */
  function placeAfter(values: object, turn: number, rounds: number): readonly [number, number] {
    const start = [1 + Math.cos(turn), Math.sin(turn)];
    const scenario = createScenario('gan', { ...values, start } as never);
    const side = problem.prepare(scenario.values, null).sides.left as IteratingSide;
    const game = side.iterate();
    const state = new Float64Array(2);
    for (let k = 0; k < rounds; k++) game.step();
    game.read(state);
    return [state[0]! - 1, state[1]!];
  }

  /** Angles of the eigenvectors of a round. */
  function keptBy(values: object): number[] {
    const [[a, c], [b, d]] = [placeAfter(values, 0, 1), placeAfter(values, Math.PI / 2, 1)];
    const root = Math.sqrt(((a - d) / 2) ** 2 + b * c);
    if (Number.isNaN(root)) return [];
    return [root, -root].map((by) => {
      const value = (a + d) / 2 + by;
      return b !== 0 ? Math.atan2(value - a, b) : Math.atan2(c, value - d);
    });
  }

  it('of a start on such a line no end is promised that it does not come to', () => {
    const game = linkAt('&level=plane&rule=best&versus=rule&rule2=simultaneous&rho=0.5&c=1.5&start=1,2');
    expect(verdict(game, 'left')).toMatch(
      /^Diverges from almost every start \(proved\): distance × 2 per round/,
    );
    expect(
      verdict(
        linkAt('&level=plane&rule=best&versus=rule&rule2=simultaneous&rho=0.5&c=1.5&start=1,2', 3),
        'left',
      ),
    ).toMatch(/^Within a millionth of the saddle/);
  });
});

describe('what the lines of a map are stands on it', () => {
  const kit = {
    drawStyle: canvas.drawStyle,
    draw: (create: () => Picture<object>, snapshot: Snapshot) => drawNow(create(), snapshot, canvas),
  };
  const written = (panel: Panel, game: Snapshot) =>
    textsOf(panel.picture!.draw(kit as never, game, canvas.size)).map(({ text }) => text);

  it.each(GAME_RULES)('of the plane: the path of rounds where there is one (%s)', (rule) => {
    const game = gameAt({ level: 'plane', rule, rho: 0.5 }, 3);
    const lines = { optimistic: 'where the first round points', best: 'where one round points' };
    const words = { ...lines, simultaneous: '', alternating: '', extragradient: '' }[rule];
    expect(written(planePanel('left'), game)).toContain(`lines: ${words || 'where rounds lead'}`);
  });

  it.each([0, 0.5, 1, 3])(
    'of two weights: Phi, and what it is of the mse that is read out (rho = %s)',
    (rho) => {
      const given = { level: 'two-weights', rho } as const;
      const game = gameAt(given, 0);
      const label = written(weightsPanel('right'), game).find((text) => text.startsWith('contours'))!;
      const [, times = '1'] = /^contours: Φ = mse(?:\/(.*))?$/.exec(label)!;
      const { weights } = problem.prepare(createScenario('gan', given).values, null).sides.right.fields!;
      const [w1, w2] = game.trajectories.right.iterates;
      expect(weights!.height!(w1!, w2!) * Number(times)).toBeCloseTo(
        game.trajectories.right.series.loss![0]!,
        12,
      );
      expect(game.store.getState().scenario.values.rho).toBe(rho);
    },
  );
});

describe('an mse of nearly nothing', () => {
  it('is the same number in the read-out and in words', () => {
    const game = gameAt({ m: 5, dz: 5, n: 50, width: 8, width2: 100, seed: 7, c: 2 }, 100);
    const number = lossNumber(game, 'right');
    expect(number).toMatch(/ × 10⁻/);
    expect(describeCone('right')(game, game.store.getState(), t)).toContain(`mse ${number}`);
  });
});
