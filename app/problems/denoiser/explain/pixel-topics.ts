import type { SideName } from '../../../../engine/contract.ts';
import type { PixelSide, PixelsInfo, PixelTerms, Point } from '../../../../engine/problems/denoiser/types.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import { texNumber } from '../../../i18n/tex.ts';
import type { Line, Topic } from '../../../session/explanation.ts';
import { lines, toldSides } from '../../kit/explain/told-sides.ts';
import type { WriteSymbol } from '../denoiser-marks.ts';
import { PAPERS, PROX, whyTopic } from './told-topics.ts';

/** Explained rounds with their formula prefixes. */
type Rounds = readonly { readonly side: SideName; readonly label: string; readonly of: PixelTerms }[];

export function pixelTopics(info: PixelsInfo, rounds: Rounds, symbol: WriteSymbol): Topic[] {
  return [
    roundTopic(info, rounds, symbol),
    PROX,
    bestTopic(info, symbol),
    landscapeTopic(),
    capTopic(info, symbol),
    hullTopic(info, symbol),
    ruleTopic(info),
    whyTopic(false, symbol('rests', 'x_\\star')),
    discTopic(info, rounds, symbol),
    restsTopic(info, symbol),
    PRICE,
    PAPERS,
  ];
}

const point = (at: Point, digits = 4) => `(${at.map((value) => texNumber(value + 0, digits)).join(',\\,')})`;

/** Returns a line for each side, or one for both if equal. */
const sidesOf = ({ sides }: PixelsInfo) =>
  toldSides(
    (side) => sides[side],
    ({ cap, largestSlope }) => `${cap} ${largestSlope}`,
  );

function roundTopic({ phi, y, step, c }: PixelsInfo, rounds: Rounds, symbol: WriteSymbol): Topic {
  const shown = rounds.flatMap(({ side, label, of: { before, z, after } }) => [
    `&${label}${symbol(side, 'x')}=${point(before)}`,
    `&\\quad z=${point(z)}`,
    `&\\quad x^+=${point(after)}`,
  ]);
  return {
    id: 'dnRound',
    lines: [
      {
        tex: lines(
          `&y=\\Phi\\,${symbol('truth', 'x_{\\mathrm{true}}')},\\quad f(x)=\\tfrac12(\\Phi x-y)^2`,
          '&z=x-\\tfrac cL\\,\\Phi^{\\top}(\\Phi x-y),\\quad L=\\lVert\\Phi\\rVert^2',
          `&x^+=T(x)=(${symbol('denoiser', 'D(z_1)')},\\,D(z_2))`,
        ),
        say: 'explain.say.dnRoundPixels',
      },
      { say: 'explain.say.dnSides' },
      {
        tex: lines(
          `&\\Phi=${point(phi)},\\quad ${symbol('line', `\\Phi x=${texNumber(y)}`)}`,
          `&c=${texNumber(c)},\\quad c/L=${texNumber(step)}`,
          ...shown,
        ),
      },
    ],
  };
}

function bestTopic({ spread, sigma, largestSlope }: PixelsInfo, symbol: WriteSymbol): Topic {
  const v = spread * spread + sigma * sigma;
  const isFree = largestSlope > 1;
  return {
    id: 'dnBest',
    lines: [
      {
        tex: lines(
          '&x\\sim\\tfrac12\\mathcal N(0,s^2)+\\tfrac12\\mathcal N(1,s^2)',
          '&z=x+\\sigma\\varepsilon,\\quad v=s^2+\\sigma^2',
          `&${symbol('denoiser', 'D(z)')}=\\mathbb E[x\\mid z]=\\frac{s^2z+\\sigma^2r(z)}v`,
          '&r(z)=1/\\bigl(1+e^{-(z-1/2)/v}\\bigr)',
        ),
        say: 'explain.say.dnBest',
        standing: 'proved',
      },
      {
        tex: lines(
          "&M=\\max D'=\\frac{s^2}v+\\frac{\\sigma^2}{4v^2}",
          '&M\\le1\\ \\Leftrightarrow\\ s^2+\\sigma^2\\ge\\tfrac14',
          `&s=${texNumber(spread)},\\quad\\sigma=${texNumber(sigma)}`,
          `&s^2+\\sigma^2=${texNumber(v)}${isFree ? '<' : '\\ge'}\\tfrac14`,
          `&M=${texNumber(largestSlope)}`,
        ),
        say: 'explain.say.dnThreshold',
        standing: 'proved',
      },
    ],
  };
}

const landscapeTopic = (): Topic => ({
  id: 'dnLandscape',
  lines: [
    {
      tex: lines(
        '&D=\\operatorname{prox}_h',
        '&h(D(z))=-\\sigma^2\\log p(z)',
        '&\\quad-\\tfrac12(z-D(z))^2+\\mathrm{const}',
      ),
      say: 'explain.say.dnIsProx',
      standing: 'proved',
    },
    {
      tex: 'F(x)=\\tfrac cL\\,f(x)+h(x_1)+h(x_2)',
      say: 'explain.say.dnLandscape',
      standing: 'proved',
    },
    { say: 'explain.say.dnOfC' },
  ],
});

function capTopic({ sides: { right }, largestSlope }: PixelsInfo, symbol: WriteSymbol): Topic {
  const { cap, crossing } = right;
  return {
    id: 'dnCap',
    lines: [
      {
        tex: lines(
          `&D_\\kappa(z)=\\tfrac12+${symbol('tangent', '\\kappa')}\\,(z-\\tfrac12)`,
          '&\\qquad|z-\\tfrac12|\\le z_\\kappa-\\tfrac12',
          '&D_\\kappa(z)=D(z)\\quad\\text{@explain.tex.dnBeyond}',
        ),
        say: 'explain.say.dnCap',
        standing: 'proved',
      },
      cap === null || crossing === null
        ? { say: 'explain.say.dnCapIdle', standing: 'proved' }
        : {
            tex: `\\kappa=${texNumber(cap)}<M=${texNumber(largestSlope)},\\quad z_\\kappa=${texNumber(crossing, 5)}`,
          },
      { say: 'explain.say.dnCapWhy', standing: 'proved' },
    ],
  };
}

function hullTopic({ sides: { right } }: PixelsInfo, symbol: WriteSymbol): Topic {
  const { box, segment } = right;
  const here: Line[] = box
    ? [
        {
          tex: lines(
            `&${symbol('box', '[1-z_1,\\,z_1]^2')},\\quad z_1=${texNumber(box[1], 7)}`,
            ...(segment
              ? [
                  `&${symbol('rests', 'x_\\star')}\\colon\\ ${segment.map((end) => point(end)).join('\\,\\text{–}\\,')}`,
                ]
              : []),
          ),
        },
      ]
    : [];
  return {
    id: 'dnHull',
    lines: [
      { say: 'explain.say.dnHull', standing: 'proved' },
      ...here,
      { say: 'explain.say.dnSegment', standing: 'proved' },
      { say: 'explain.say.dnFromEverywhere', standing: 'proved' },
    ],
  };
}

function ruleTopic(info: PixelsInfo): Topic {
  const { c } = info;
  const rows = sidesOf(info).map(({ label, of: { largestSlope, guaranteedBelow } }) => {
    const bound = texNumber(guaranteedBelow);
    return `&${label}M=${texNumber(largestSlope)},\\ \\ c=${texNumber(c)}${c < guaranteedBelow ? '<' : '\\ge'}${bound}`;
  });
  return {
    id: 'dnRule',
    lines: [
      {
        tex: lines(
          '&F(x^+)\\le F(x)',
          '&\\quad-\\tfrac12\\bigl(1+\\tfrac1M-c\\bigr)\\lVert x^+-x\\rVert^2',
          '&c<1+\\tfrac1M\\ \\Rightarrow\\ \\text{@explain.tex.dnNoCycle}',
        ),
        say: 'explain.say.dnRule',
        standing: 'proved',
      },
      { tex: lines(...rows) },
      { say: 'explain.say.dnRuleWhy', standing: 'proved' },
      {
        tex: "T'=M(1-c)=-1\\ \\Leftrightarrow\\ c=1+\\tfrac1M",
        say: 'explain.say.dnSharp',
        standing: 'proved',
      },
      { say: 'explain.say.dnBorn', standing: 'measured' },
      { say: 'explain.say.dnSufficient', standing: 'measured' },
    ],
  };
}

function discTopic(info: PixelsInfo, rounds: Rounds, symbol: WriteSymbol): Topic {
  const told = (['left', 'right'] as const).flatMap((side) => {
    const { rate }: PixelSide = info.sides[side];
    if (rate === null) return [];
    const radius = rounds.find((one) => one.side === side)?.of.radius ?? Number.NaN;
    const now = Number.isFinite(radius) ? `,\\ \\ \\rho=${texNumber(radius)}` : '';
    return [`&\\text{@explain.tex.${side}}q=${texNumber(rate)}${now}`];
  });
  return {
    id: 'dnDisc',
    lines: [
      {
        tex: lines('&\\lVert T(a)-T(b)\\rVert\\le q\\,\\lVert a-b\\rVert', '&q=\\kappa\\,\\max(1,|c-1|)'),
        say: 'explain.say.dnContracts',
        standing: 'proved',
      },
      {
        tex: lines(
          `&\\lVert x_k-${symbol('rests', 'x_\\star')}\\rVert\\le ${symbol('disc', '\\rho_k')}`,
          '&\\rho_k=\\frac q{1-q}\\lVert x_k-x_{k-1}\\rVert',
        ),
        say: 'explain.say.dnDisc',
        standing: 'proved',
      },
      told.length > 0 ? { tex: lines(...told) } : { say: 'explain.say.dnNoDisc', standing: 'proved' },
    ],
  };
}

const KINDS = ['stable', 'saddle', 'flipping', 'repelling'] as const;

function restsTopic({ phi, sides }: PixelsInfo, symbol: WriteSymbol): Topic {
  const rows = (['left', 'right'] as const).flatMap((side) => {
    const { rests } = sides[side];
    if (!rests) return [];
    const counted = KINDS.map((kind) => [kind, rests.filter((one) => one.kind === kind).length] as const)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `\\text{@explain.tex.dn.${kind}}\\,${count}`);
    const sum = rests.reduce((total, { index }) => total + index, 0);
    return [
      `&\\text{@explain.tex.${side}}${counted.join(',\\ ')}`,
      `&\\qquad\\textstyle\\sum\\operatorname{sign}\\det(I-DT)=${sum}`,
    ];
  });
  return {
    id: 'dnRests',
    lines: [
      {
        tex: lines(
          `&${symbol('rests', 'x_i')}=D(z_i),\\quad i=1,2`,
          '&D(z_i)-z_i=\\tfrac cL\\,\\Phi_i\\,t,\\quad t=\\Phi x-y',
        ),
        say: phi.includes(0) ? 'explain.say.dnUnmeasured' : 'explain.say.dnRests',
        standing: 'proved',
      },
      { say: 'explain.say.dnKinds', standing: 'proved' },
      {
        tex: '\\sum_{x_\\star}\\operatorname{sign}\\det\\bigl(I-DT(x_\\star)\\bigr)=1',
        say: 'explain.say.dnDegree',
        standing: 'proved',
      },
      ...(rows.length > 0 ? [{ tex: lines(...rows) }] : []),
      ...(['left', 'right'] as const).flatMap((side): Line[] =>
        sides[side].rests ? [] : [{ say: dynamicKey('explain.say.dnSegmentOf', side), standing: 'proved' }],
      ),
    ],
  };
}

const PRICE: Topic = {
  id: 'dnPrice',
  lines: [
    { say: 'explain.say.dnThree', standing: 'measured' },
    { say: 'explain.say.dnCycle', standing: 'measured' },
    { say: 'explain.say.dnWide', standing: 'measured' },
  ],
};
