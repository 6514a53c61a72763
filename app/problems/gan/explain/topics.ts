import type { Ellipse, GameInfo, GameRound, PlaneSide } from '../../../../engine/problems/gan/types.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import { texNumber } from '../../../i18n/tex.ts';
import type { Line, Topic } from '../../../session/explanation.ts';
import { lines, proved, toldSides } from '../../kit/explain/told-sides.ts';
import { symbolsOf, type WriteSymbol } from '../game-marks.ts';
import { generatorTopics } from './generator-topics.ts';
import { conditionRows, eigenvaluesTex } from './rule-rows.ts';
import { placeOf, type Rounds } from './told-sides.ts';

export function gameTopics(info: GameInfo, rounds: Rounds): Topic[] {
  const symbol = symbolsOf(info);
  return [
    gameTopic(info, symbol),
    rulesTopic(info),
    ...(info.level === 'plane' ? planeTopics(info, symbol) : generatorTopics(info, rounds, symbol)),
  ];
}

function gameTopic({ level }: GameInfo, symbol: WriteSymbol): Topic {
  if (level === 'plane')
    return {
      id: 'players',
      lines: [
        { tex: `L(w,d)=d\\,(${symbol('saddle', 'x')}-w)-\\tfrac\\rho2\\,d^2`, say: 'explain.say.gamePlane' },
        proved('explain.say.gamePlaneSlopes', 'G_d=x-w-\\rho d,\\quad G_w=d'),
      ],
    };
  return {
    id: 'players',
    lines: [
      {
        tex: lines(
          `L(W,d)&=${symbol('discriminator', 'd')}^{\\top}e-\\tfrac\\rho2\\lVert d\\rVert^2,\\quad e=${symbol('plant', 'x')}-g(W)`,
          `g(W)&=\\frac1n\\sum_{i=1}^n${symbol('cloud', 'V\\max(Wz_i,0)')}`,
        ),
        say: 'explain.say.gameNetwork',
      },
      proved(
        'explain.say.gameGradients',
        'G_d&=e-\\rho d',
        `G_{w_j}&=(${symbol('columns', 'v_j')}^{\\top}d)\\,\\zeta_j,\\quad\\zeta_j=\\frac1n\\!\\sum_{w_j^{\\top}z_i>0}\\!z_i`,
        'w_j^{\\top}G_{w_j}&=(v_j^{\\top}d)\\,h_j',
        'h_j&=\\frac1n\\sum_i\\max(w_j^{\\top}z_i,0)',
      ),
    ],
  };
}

/** TeX of each rule, for a generator with numbers w. */
const rulesOf = (w: string): Readonly<Record<GameRound['rule'], string>> => {
  const [from, into] = [`G_{${w}}(${w},d)`, `${w}&\\leftarrow ${w}+\\eta\\,`];
  return {
    simultaneous: lines(`${into}${from}`, `d&\\leftarrow d+\\mu\\,G_d(${w},d)`),
    alternating: lines(`d&\\leftarrow d+\\mu\\,G_d(${w},d)`, `${into}${from}`),
    extragradient: lines(
      `${w}'&=${w}+\\eta\\,${from}`,
      `d'&=d+\\mu\\,G_d(${w},d)`,
      `${into}G_{${w}}(${w}',d')`,
      `d&\\leftarrow d+\\mu\\,G_d(${w}',d')`,
    ),
    optimistic: lines(
      `${into}\\bigl(2G_{${w}}-G_{${w}}^{\\text{@explain.tex.before}}\\bigr)`,
      'd&\\leftarrow d+\\mu\\,\\bigl(2G_d-G_d^{\\text{@explain.tex.before}}\\bigr)',
    ),
    best: lines(`d&\\leftarrow e/\\rho`, `${into}${from}`),
  };
};

function rulesTopic(info: GameInfo): Topic {
  const rules = rulesOf(info.level === 'plane' ? 'w' : 'W');
  const told = toldSides(
    (side) => info.sides[side],
    ({ rule, eta, mu, rho, kind }) => `${rule} ${eta} ${mu} ${rho} ${kind}`,
  );
  const names = [...new Set(told.map(({ of }) => of.rule))];
  return {
    id: 'gameRules',
    lines: [
      ...names.map(
        (rule): Line => ({
          tex: rules[rule],
          say: dynamicKey('explain.say.gameRule', rule),
          ...(rule === 'best' && { standing: 'proved' }),
        }),
      ),
      {
        tex: lines(
          ...told.map(
            ({ label, of: { kind, eta, mu, rho } }) =>
              `&${label}\\eta${kind === 'convex' ? '_h' : ''}=${texNumber(eta)},\\ \\mu=${texNumber(mu)},\\ \\rho=${texNumber(rho)}`,
          ),
        ),
      },
    ],
  };
}

function ellipseTex({ a, b, c, level }: Ellipse, symbol: WriteSymbol): string {
  const cross = b === 0 ? '' : `${b < 0 ? '-' : '+'}${texNumber(Math.abs(b))}\\,(w-x)\\,d`;
  return lines(
    `&${symbol('ellipse', `${texNumber(a)}\\,(w-x)^2${cross}`)}`,
    `&${symbol('ellipse', `+${texNumber(c)}\\,d^2=${texNumber(level)}`)}`,
  );
}

function planeTopics({ sides }: GameInfo, symbol: WriteSymbol): Topic[] {
  const told = toldSides(
    (side) => sides[side] as PlaneSide,
    ({ rule, eta, mu, rho }) => `${rule} ${eta} ${mu} ${rho}`,
  );
  const verdicts = told.flatMap(({ label, of }): Line[] => {
    const { rule, eta, factor, motion, ellipse } = of;
    const [p, q] = placeOf(of, eta);
    return [
      proved(
        dynamicKey('explain.say.game', motion),
        `&${label}${eigenvaluesTex(rule)}`,
        `&p=${texNumber(p)},\\ q=${texNumber(q)}`,
        ...conditionRows(rule, p, q),
        `&s=\\max|\\lambda|=${texNumber(factor, Math.abs(factor - 1) < 1e-5 ? 10 : 6)}`,
      ),
      ...(ellipse ? [proved('explain.say.gameEllipse', ellipseTex(ellipse, symbol))] : []),
    ];
  });
  return [
    {
      id: 'gameRotation',
      lines: [
        proved(
          'explain.say.gameRound',
          '&B=\\begin{pmatrix}0&\\eta\\\\-\\mu&-\\mu\\rho\\end{pmatrix},\\quad p=\\eta\\mu,\\ q=\\mu\\rho',
          '&b^2+q\\,b+p=0',
        ),
        ...verdicts,
      ],
    },
    {
      id: 'gameBrake',
      lines: [
        proved('explain.say.gameBrake', '\\det(I+B)=1+p-q'),
        proved('explain.say.gameGrowth', 'E=\\mu(w-x)^2+\\eta d^2,\\quad E\\to(1+p)\\,E'),
        proved('explain.say.gameNoBrake'),
      ],
    },
  ];
}
