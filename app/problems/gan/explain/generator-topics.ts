import type { SideName } from '../../../../engine/contract.ts';
import type { GameInfo, GeneratorSide } from '../../../../engine/problems/gan/types.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import { texNumber } from '../../../i18n/tex.ts';
import type { Line, Topic } from '../../../session/explanation.ts';
import { lines, proved, toldSides } from '../../kit/explain/told-sides.ts';
import type { WriteSymbol } from '../game-marks.ts';
import { conditionRows } from './rule-rows.ts';
import { placeOf, type Rounds } from './told-sides.ts';

/** Most numbers of a vector written out. */
const MOST_NUMBERS = 4;

export function generatorTopics(info: GameInfo, rounds: Rounds, symbol: WriteSymbol): Topic[] {
  const generators = { left: info.sides.left as GeneratorSide, right: info.sides.right as GeneratorSide };
  const isDrawn = info.level === 'network';
  return [
    ...(isDrawn ? [] : [SIGNS]),
    coneTopic(symbol),
    certificateTopic(generators, symbol),
    ...(info.law.length > 0 ? [widthTopic(info, generators), REACHED] : []),
    restTopic(info, generators),
    stabilityTopic(generators, rounds, symbol),
    ...(info.versus === 'convex' ? [CONVEX] : []),
  ];
}

type Generators = Readonly<Record<SideName, GeneratorSide>>;

const SIGNS: Topic = {
  id: 'gameSigns',
  lines: [proved('explain.say.gameSigns', `\\lVert e\\rVert^2=\\Bigl(x-\\frac{|w_1|\\pm|w_2|}2\\Bigr)^2`)],
};

const coneTopic = (symbol: WriteSymbol): Topic => ({
  id: 'gameCone',
  lines: [
    proved(
      'explain.say.gameCone',
      '\\{g(W)\\}&=\\{Vh: h\\ge0\\}',
      `&=\\operatorname{cone}(${symbol('columns', 'v_1,\\dots,v_k')})`,
    ),
    proved(
      'explain.say.gameFloor',
      `\\min_W\\lVert ${symbol('plant', 'x')}-g(W)\\rVert^2=\\min_{h\\ge0}\\lVert x-Vh\\rVert^2`,
    ),
  ],
});

/** Numbers below this share of a vector's largest are rounding. */
const ROUNDING = 1e-12;

function vectorTex(values: ArrayLike<number>): string {
  const all = Array.from(values);
  const least = ROUNDING * Math.max(...all.map(Math.abs));
  const told = all.slice(0, MOST_NUMBERS).map((value) => texNumber(Math.abs(value) <= least ? 0 : value));
  return `(${told.join(',\\,')}${all.length > MOST_NUMBERS ? ',\\,\\dots' : ''})`;
}

/** Writes h*; if long, its nonzero entries. */
function mixtureTex(h: ArrayLike<number>): string {
  if (h.length <= MOST_NUMBERS) return `h^\\star=${vectorTex(h)}`;
  const used = Array.from(h, (value, j) => ({ value, j })).filter(({ value }) => value > 0);
  if (used.length === 0) return 'h^\\star=0';
  const told = used.slice(0, 2).map(({ value, j }) => `h^\\star_{${j + 1}}=${texNumber(value)}`);
  return `${told.join(',\\,')},\\ ${used.length > 2 ? '\\dots' : '\\text{@explain.tex.rest}0'}`;
}

/** Returns v_j.d of every column. */
export function pullsOf({ columns, width: k }: GeneratorSide, d: ArrayLike<number>): number[] {
  return Array.from({ length: k }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < d.length; i++) sum += columns[i * k + j]! * d[i]!;
    return sum;
  });
}

function certificateTopic(generators: Generators, symbol: WriteSymbol): Topic {
  const best = symbol('certificate', 'd^\\star');
  const least = symbol('floor', '\\lVert d^\\star\\rVert^2');
  const told = toldSides(
    (side) => generators[side],
    ({ certificate, rho }) => `${certificate.h} ${certificate.d} ${rho}`,
  );
  const sides = told.map(({ label, of }): Line => {
    const { h, d, floor, reachable } = of.certificate;
    const pulls = pullsOf(of, d);
    const isListed = h.length <= MOST_NUMBERS;
    const numbers = reachable
      ? [`&\\lVert x-Vh^\\star\\rVert^2=${texNumber(floor)}`]
      : [
          `&${best}=${vectorTex(d)}`,
          isListed
            ? `&V^{\\top}d^\\star=${vectorTex(pulls)}`
            : `&\\max_j v_j^{\\top}d^\\star=${texNumber(Math.max(...pulls))}`,
          `&${least}=${texNumber(floor)}`,
        ];
    const value = of.rho > 0 ? 'gameFarkas' : 'gameFarkasOnly';
    return {
      tex: lines(`&${label}${mixtureTex(h)}`, ...numbers),
      say: dynamicKey('explain.say', reachable ? 'gameReachable' : value),
      standing: 'proved',
    };
  });
  return {
    id: 'gameCertificate',
    lines: [
      proved(
        'explain.say.gameKkt',
        `&${best}=x-Vh^\\star,\\quad h^\\star\\ge0`,
        '&V^{\\top}d^\\star\\le0,\\quad h^{\\star\\top}V^{\\top}d^\\star=0',
        `&\\Rightarrow\\ \\lVert x-Vh\\rVert^2\\ge\\lVert d^\\star\\rVert^2-2\\,d^{\\star\\top}V(h-h^\\star)`,
        `&\\phantom{\\Rightarrow\\ \\lVert x-Vh\\rVert^2}\\ge${least}`,
      ),
      ...sides,
    ],
  };
}

function widthTopic({ mean }: GameInfo, generators: Generators): Topic {
  const m = mean.length;
  const told = toldSides(
    (side) => generators[side],
    ({ width }) => `${width}`,
  );
  const rows = told.map(
    ({ label, of: { width: k, reachableProbability: p } }) =>
      `&${label}k=${k}${k === 2 * m - 1 ? '=2m-1' : ''}\\colon\\ \\ P=${texNumber(p)}`,
  );
  return {
    id: 'gameWidth',
    lines: [
      proved(
        'explain.say.gameWidth',
        '&P=P\\bigl(\\operatorname{Bin}(k,\\tfrac12)\\ge m\\bigr)=2^{-k}\\sum_{j=m}^k\\binom kj',
        `&m=${m}`,
        ...rows,
      ),
      proved('explain.say.gameHalf'),
    ],
  };
}

const REACHED: Topic = {
  id: 'gameReached',
  lines: [
    { say: 'explain.say.gameReached', standing: 'measured' },
    { say: 'explain.say.gameSpeed', standing: 'measured' },
  ],
};

function restTopic({ surrounds }: GameInfo, { left, right }: Generators): Topic {
  const sided = (own: boolean, other: boolean) =>
    own && other ? 'both' : own ? 'left' : other ? 'right' : 'none';
  const rests = surrounds && [left, right].some(({ certificate, spans }) => !certificate.reachable && spans);
  return {
    id: 'gameRest',
    lines: [
      proved(
        'explain.say.gameRest',
        'w_j\\ne0\\ \\Rightarrow\\ w_j^{\\top}\\zeta_j=h_j>0\\ \\Rightarrow\\ \\zeta_j\\ne0',
      ),
      ...(surrounds === null ? [] : [proved(dynamicKey('explain.say.gameNoise', String(surrounds)))]),
      proved(dynamicKey('explain.say.gameRank', sided(left.spans, right.spans))),
      ...(rests ? [proved('explain.say.gameKink')] : []),
      { say: 'explain.say.gameRestless', standing: 'measured' },
      { say: 'explain.say.gameDead', standing: 'measured' },
    ],
  };
}

/** States stability near a saddle at the shown round; nothing for a convex side. */
function stabilityTopic(generators: Generators, rounds: Rounds, symbol: WriteSymbol): Topic {
  const networks = toldSides(
    (side) => ({ ...generators[side], push: rounds[side]?.push ?? Number.NaN }),
    ({ kind, rule, eta, mu, rho, push }) => `${kind} ${rule} ${eta} ${mu} ${rho} ${push}`,
  ).filter(({ of }) => of.kind === 'network');
  const live = networks
    .filter(({ of }) => Number.isFinite(of.push))
    .map(({ label, of }): Line => {
      const [p, q] = placeOf(of, of.push);
      return {
        tex: lines(
          `&${label}\\eta\\sigma_{\\mathrm{max}}^2=${texNumber(of.push)},\\ \\rho=${texNumber(of.rho)}`,
          `&p=${texNumber(p)},\\ q=${texNumber(q)}`,
          ...conditionRows(of.rule, p, q),
        ),
      };
    });
  return {
    id: 'gameStability',
    lines: [
      proved(
        'explain.say.gameStability',
        `&\\textstyle\\sum_j\\lVert\\zeta_j\\rVert^2\\,${symbol('columns', 'v_j')}v_j^{\\top}\\ \\ \\text{@explain.tex.eigenvalues}\\ \\sigma^2`,
        '&p=\\eta\\mu\\sigma^2,\\quad q=\\mu\\rho',
      ),
      ...live.map((line, at) =>
        at === live.length - 1
          ? { ...line, say: 'explain.say.gamePush' as const, standing: 'proved' as const }
          : line,
      ),
      proved(
        'explain.say.gameSafe',
        lines(
          '&\\sigma^2\\le L_g=\\lVert V\\rVert_2^2\\,\\lambda_{\\mathrm{max}}(Z^{\\top}Z/n)',
          ...networks.map(({ label, of: { eta, scale } }) => `&${label}\\eta L_g=${texNumber(eta * scale)}`),
        ),
      ),
      { say: 'explain.say.gamePaper', standing: 'abstract' },
    ],
  };
}

const CONVEX: Topic = {
  id: 'gameConvex',
  lines: [
    proved(
      'explain.say.gameConvex',
      '&\\min_{h\\ge0}\\max_d\\ d^{\\top}(x-Vh)-\\tfrac\\rho2\\lVert d\\rVert^2',
      '&h\\leftarrow\\max\\bigl(0,\\ h+\\eta_h\\,V^{\\top}d\\bigr),\\quad\\eta_h=c/\\lVert V\\rVert_2^2',
    ),
    proved('explain.say.gameConvexBest'),
  ],
};
