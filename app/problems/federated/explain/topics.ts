import type { FedInfo, PlaneInfo, PlaneTerms, Point } from '../../../../engine/problems/federated/types.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import { texNumber } from '../../../i18n/tex.ts';
import type { Line, Topic } from '../../../session/explanation.ts';
import { lines, toldSides } from '../../kit/explain/told-sides.ts';
import { digitsOf } from '../factor-words.ts';
import { symbolsOf, type WriteSymbol } from '../fed-marks.ts';
import { networkTopics } from './network-topics.ts';
import { PAPER, PLAYGROUND, roundTopic, settingsTex } from './round-topic.ts';

/** `round`: the left side's shown round, for its curvatures. */
export function fedTopics(info: FedInfo, round: PlaneTerms | null): Topic[] {
  const symbol = symbolsOf(info);
  if (info.level === 'network') return networkTopics(info, symbol);
  return [
    lossTopic(symbol),
    roundTopic(symbol, settingsRows(info)),
    surrogateTopic(symbol),
    curvatureTopic(round),
    restTopic(info, symbol),
    biasTopic(info, symbol),
    speedTopic(info, symbol),
    rightTopic(info, symbol),
    { id: 'fedPapers', lines: [PAPER, PLAYGROUND] },
  ];
}

const pointTex = (point: Point): string => `(${point.map((value) => texNumber(value + 0)).join(',\\,')})`;

const lossTopic = (symbol: WriteSymbol): Topic => ({
  id: 'fedLosses',
  lines: [
    {
      tex: lines(
        `&F_c(\\theta)=\\tfrac12(\\theta-${symbol('minima', 'b_c')})^{\\top}H_c(\\theta-b_c)`,
        `&F=\\frac1N\\sum_{c=1}^NF_c,\\quad ${symbol('best', 't^\\star')}=\\arg\\min F`,
      ),
      say: 'explain.say.fedLosses',
    },
  ],
});

function settingsRows({ sides }: PlaneInfo): string[] {
  const told = toldSides(
    (side) => sides[side],
    ({ local, clients }) => `${local} ${clients.count}`,
  );
  return told.map(({ label, of }) => settingsTex(label, { ...of, count: of.clients.count }));
}

const surrogateTopic = (symbol: WriteSymbol): Topic => ({
  id: 'fedSurrogate',
  lines: [
    {
      tex: lines(
        '&P_c=I-(I-\\eta H_c)^K',
        '&\\theta_c-\\theta=-P_c\\,(\\theta-b_c)',
        `&${symbol('surrogate', 'F_K')}(\\theta)=\\frac1N\\sum_c\\tfrac12(\\theta-b_c)^{\\top}P_c(\\theta-b_c)`,
        '&\\theta^+=\\theta-s\\,\\nabla F_K(\\theta)',
      ),
      say: 'explain.say.fedSurrogate',
      standing: 'proved',
    },
    { say: 'explain.say.fedConvex', standing: 'proved' },
  ],
});

/** Most clients whose curvatures are listed. */
const MOST_CLIENTS = 4;

function curvatureTopic(round: PlaneTerms | null): Topic {
  const rows = round?.clients.slice(0, MOST_CLIENTS).map(({ curvatures, shares }, c) => {
    const arrows = curvatures.map((value, at) => `${texNumber(value)}\\mapsto${texNumber(shares[at]!)}`);
    return `&c=${c + 1}\\colon\\ ${arrows.join(',\\ \\ ')}`;
  });
  return {
    id: 'fedCurvature',
    lines: [
      {
        tex: '\\lambda\\ \\mapsto\\ p(\\lambda)=1-(1-\\eta\\lambda)^K',
        say: 'explain.say.fedCurvature',
        standing: 'proved',
      },
      ...(rows ? [{ tex: lines(...rows) }] : []),
    ],
  };
}

function restTopic({ sides }: PlaneInfo, symbol: WriteSymbol): Topic {
  const { rest, limit } = sides.left;
  return {
    id: 'fedRest',
    lines: [
      {
        tex: `${symbol('rest', '\\theta_K')}=\\Bigl(\\sum_cP_c\\Bigr)^{-1}\\sum_cP_c\\,${symbol('minima', 'b_c')}`,
        say: 'explain.say.fedRest',
        standing: 'proved',
      },
      {
        tex: `\\theta_K\\ \\to\\ ${symbol('limit', '\\theta_\\infty')}=\\Bigl(\\sum_c\\Pi_c\\Bigr)^{-1}\\sum_c\\Pi_c\\,b_c`,
        say: 'explain.say.fedLimit',
        standing: 'proved',
      },
      rest
        ? {
            tex: lines(
              `&${symbol('rest', '\\theta_K')}=${pointTex(rest)}`,
              ...(limit ? [`&${symbol('limit', '\\theta_\\infty')}=${pointTex(limit)}`] : []),
            ),
          }
        : { say: 'explain.say.fedNoRest', standing: 'proved' },
    ],
  };
}

function biasTopic({ mean, sides: { left } }: PlaneInfo, symbol: WriteSymbol): Topic {
  return {
    id: 'fedBias',
    lines: [
      {
        tex: `\\theta_K=t^\\star\\ \\Leftrightarrow\\ \\sum_cP_c\\,(b_c-${symbol('best', 't^\\star')})=0`,
        say: 'explain.say.fedNoBias',
        standing: 'proved',
      },
      {
        tex: lines(
          `&${symbol('best', 't^\\star')}=${pointTex(mean.at)},\\quad F(t^\\star)=${texNumber(mean.least)}`,
          ...(left.rest
            ? [
                `&\\lVert\\theta_K-t^\\star\\rVert=${texNumber(left.bias)}`,
                `&F(\\theta_K)-F(t^\\star)=${texNumber(left.excess)}`,
              ]
            : []),
        ),
      },
      { say: 'explain.say.fedServers', standing: 'proved' },
      { say: 'explain.say.fedMoreBias', standing: 'measured' },
      { say: 'explain.say.fedLessBias', standing: 'measured' },
    ],
  };
}

function speedTopic({ sides }: PlaneInfo, symbol: WriteSymbol): Topic {
  const told = toldSides(
    (side) => sides[side],
    ({ factors, method }) => `${factors} ${method}`,
  );
  const { right } = sides;
  const radius: Line[] =
    right.method === 'scaffold'
      ? [
          {
            tex: `r=${texNumber(right.slowest, digitsOf(right.slowest, 4))}`,
            say: 'explain.say.fedRadius',
            standing: 'proved',
          },
          right.bound === null
            ? { say: 'explain.say.fedUncertified' }
            : {
                tex: lines(
                  '&V=\\lVert\\theta-t^\\star\\rVert^2/s+\\frac1N\\sum_c\\lVert K\\eta\\,(d_c-\\nabla F_c(t^\\star))\\rVert^2',
                  `&r\\le\\sqrt{1-m}=${texNumber(right.bound, digitsOf(right.bound, 4))}`,
                ),
                say: 'explain.say.fedCertified',
                standing: 'proved',
              },
        ]
      : [];
  return {
    id: 'fedSpeed',
    lines: [
      {
        tex: lines(
          '&\\bar P=\\frac1N\\sum_cP_c',
          `&\\theta^+-${symbol('rest', '\\theta_K')}=(I-s\\bar P)(\\theta-\\theta_K)`,
          '&1-s\\operatorname{eig}\\bar P\\colon',
          ...told.flatMap(({ label, of: { factors } }) =>
            factors
              ? [`&\\quad${label}${factors.map((one) => texNumber(one, digitsOf(one, 4))).join(',\\ ')}`]
              : [],
          ),
        ),
        say: 'explain.say.fedSpeed',
        standing: 'proved',
      },
      ...[true, false].flatMap((shrinks): Line[] => {
        // SCAFFOLD's distance may grow before it shrinks.
        const some = told.filter(
          ({ of }) => Number.isFinite(of.expected) === shrinks && !(shrinks && of.method === 'scaffold'),
        );
        if (some.length === 0) return [];
        const rows = some.map(({ label, of: { slowest, expected } }) =>
          shrinks
            ? `&${label}\\ln10^{-3}/\\ln${texNumber(slowest, digitsOf(slowest, 4))}=${texNumber(expected, 3)}`
            : `&${label}${texNumber(slowest)}\\ge1`,
        );
        const say = dynamicKey('explain.say.fedExpected', String(shrinks));
        return [{ tex: lines(...rows), say, standing: 'proved' }];
      }),
      ...radius,
      { say: 'explain.say.fedTrade', standing: 'measured' },
      { say: 'explain.say.fedFree', standing: 'measured' },
    ],
  };
}

const RIGHTS = {
  rounds: 'F_1=\\eta\\,F,\\quad\\theta^+=\\theta-s\\,\\eta\\,\\nabla F(\\theta)',
  work: 'P=I-(I-\\eta\\bar H)^K,\\quad\\bar H=\\frac1N\\sum_cH_c',
  equal: lines('&\\bar H=\\frac1N\\sum_cH_c', '&\\bar b_c=t^\\star+\\bar H^{-1}H_c\\,(b_c-t^\\star)'),
  scaffold: lines(
    '&\\theta_c\\leftarrow\\theta_c-\\eta\\,(\\nabla F_c(\\theta_c)-d_c)',
    '&d_c=c_c-\\bar c,\\quad c_c^+=d_c+(\\theta-\\theta_c)/(K\\eta)',
    '&\\theta^+=\\theta-s\\bar P(\\theta-\\rho),\\quad\\rho\\to t^\\star,\\ d_c\\to\\nabla F_c(t^\\star)',
  ),
  prox: lines(
    '&\\theta_c\\leftarrow\\theta_c-\\eta\\,(\\nabla F_c(\\theta_c)+\\mu(\\theta_c-\\theta))',
    '&p_\\mu(\\lambda)=\\frac{\\lambda}{\\lambda+\\mu}\\bigl(1-(1-\\eta(\\lambda+\\mu))^K\\bigr)',
  ),
} as const;

const rightTopic = ({ versus }: PlaneInfo, symbol: WriteSymbol): Topic => ({
  id: 'fedRight',
  lines: [
    {
      tex: RIGHTS[versus].replace('t^\\star', symbol('best', 't^\\star')),
      say: dynamicKey('explain.say.fedRight', versus),
      standing: 'proved',
    },
  ],
});
