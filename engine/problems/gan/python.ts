/// <reference path="../../python/python.d.ts" />
import type { SideName } from '../../contract.ts';
import { pythonList, pythonNumber } from '../../python/literals.ts';
import type { PythonAsked, PythonRun } from '../../python/python-run.ts';
import type { GameValues } from './card.ts';
import gan from './gan.py?raw';
import type { GameInstance } from './instance.ts';

const SIDES = ['left', 'right'] as const satisfies readonly SideName[];

/** Counts one pass over the weights per noise sample. */
export function passes({ generators }: GameInstance): number {
  return generators?.left.data.n ?? 1;
}

export function writeRun(instance: GameInstance, values: GameValues, { steps }: PythonAsked): PythonRun {
  const { info } = instance;
  const isPlane = info.level === 'plane';
  return {
    about: [
      'Twin Descent: a game of two players. A generator descends, a discriminator climbs.',
      '',
      isPlane
        ? 'Prints k,side,w,d,mse and the spectral radius of a round.'
        : 'Prints k,side,mse and the certified floor of each width.',
      '',
      "Sums run in the page's order, so that its numbers agree to the last bit.",
    ],
    modules: [gan],
    lines: [
      `steps = ${steps}  # rounds`,
      `mu = ${pythonNumber(values.mu)}  # step of the discriminator`,
      ...(isPlane ? planeLines(instance, values) : generatorLines(instance, values)),
    ],
  };
}

/** Writes the given step, else c over a scale. */
function stepOf({ step, c }: GameValues, scale: string, isConvex = false): string {
  return step === null || isConvex ? `step_length(${pythonNumber(c)}, ${scale})` : pythonNumber(step);
}

function planeLines({ info, sides }: GameInstance, values: GameValues): string[] {
  const start = new Float64Array(2);
  sides.left.iterate().read(start);
  const rounds = SIDES.flatMap((side) => {
    const { rule, rho } = info.sides[side];
    return [`${side} = play(players, "${rule}", w, d, eta, mu, rho=${pythonNumber(rho)}, rounds=steps)`];
  });
  const factors = SIDES.map((side) => {
    const { rule, rho } = info.sides[side];
    return `print("# ${side}: factor =", factor("${rule}", eta, mu, ${pythonNumber(rho)}))`;
  });
  return [
    `eta = ${stepOf(values, '1')}  # step of the generator`,
    `players = Players(np.ones((1, 1)), np.array(${pythonList(info.mean)}, dtype=float), cut=False)`,
    `w, d = np.array([[${pythonNumber(start[0]!)}]], dtype=float), np.array([${pythonNumber(start[1]!)}], dtype=float)`,
    ...rounds,
    'print_game(left, right, ("w", "d"))',
    ...factors,
  ];
}

function generatorLines(instance: GameInstance, values: GameValues): string[] {
  const { info, generators } = instance;
  const { left, right } = generators!;
  const isOther = left !== right;
  const names = { left: ['V', 'W'], right: isOther ? ['V2', 'W2'] : ['V', 'W'] } as const;
  const made = info.level === 'network' ? drawn(values, isOther) : twoWeights(instance);
  const played = SIDES.map((side) => {
    const { kind, rule, rho } = info.sides[side];
    const [V, W] = names[side];
    const isConvex = kind === 'convex';
    const eta = stepOf(values, isConvex ? `column_norm(${V})` : `game_scale(z, ${V})`, isConvex);
    const players = isConvex ? `Players(${V}, x)` : `Network(z, ${V}, x)`;
    const start = isConvex ? `Network(z, ${V}, x).hidden(${W})[0][:, None]` : W;
    return [
      `eta = ${eta}`,
      `${side} = play(${players}, "${rule}", ${start}, d, eta, mu, ${pythonNumber(rho)}, steps)`,
    ];
  });
  return [
    ...made,
    'd = np.zeros(len(x))  # the discriminator at the start',
    ...played.flat(),
    'print_game(left, right)',
    'print_floor("left", V, x)',
    ...(isOther ? [`print_floor("right", V2, x)`] : []),
  ];
}

function drawn({ seed, m, width, width2, dz, n, xmean }: GameValues, isOther: boolean): string[] {
  const draw = (k: number) => `draw_game(${seed}, m=${m}, k=${k}, dz=${dz}, n=${n})`;
  return [
    `z, V, x, W = ${draw(width)}`,
    ...(isOther ? [`_, V2, _, W2 = ${draw(width2)}`] : []),
    ...(xmean?.length === m ? [`x = np.array(${pythonList(xmean)}, dtype=float)`] : []),
  ];
}

function twoWeights({ generators }: GameInstance): string[] {
  const { left, right } = generators!;
  return [
    'z = np.array([[-1.0], [1.0]])',
    `x = np.array(${pythonList(left.data.mean)}, dtype=float)`,
    `V, V2 = np.array([${pythonList(left.data.columns)}], dtype=float), np.array([${pythonList(right.data.columns)}], dtype=float)`,
    `W = W2 = np.array([${pythonList(left.data.weights)}], dtype=float).T`,
  ];
}
