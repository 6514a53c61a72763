import type { ShuffleInfo, Threshold } from '../../../../engine/problems/shuffle/types.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import { texNumber } from '../../../i18n/tex.ts';
import type { Line, Topic } from '../../../session/explanation.ts';
import { lines } from '../../kit/explain/told-sides.ts';
import type { Steps } from '../explain-marks.ts';
import { lineOf } from '../shuffle-info.ts';
import { symbolsOf, type WriteSymbol } from '../shuffle-marks.ts';
import { layersTopic, PAPERS, projectionTopic, rampTopic, roundingTopic, whoTopic } from './told-topics.ts';
import { triangleTopic, twoTopic } from './triangle-topics.ts';

/** Topics of docs/mathematics.md, section 16, with numbers of the shown steps. */
export function shuffleTopics(info: ShuffleInfo, steps: Steps): Topic[] {
  const symbol = symbolsOf(info);
  return [
    sidesTopic(info, symbol),
    costTopic(info, symbol),
    penaltyTopic(info, steps, symbol),
    trapsTopic(info, symbol),
    exactTopic(info),
    stepTopic(info),
    boundTopic(info, steps, symbol),
    ...(info.triangle ? [triangleTopic(info, info.triangle, symbol)] : []),
    ...(info.n === 3 && !info.triangle ? [twoTopic(steps)] : []),
    projectionTopic(info),
    roundingTopic(info, steps, symbol),
    rampTopic(info),
    whoTopic(info),
    ...(info.layers ? [layersTopic()] : []),
    PAPERS,
  ];
}

function sidesTopic({ triangle }: ShuffleInfo, symbol: WriteSymbol): Topic {
  const [at, set] = triangle ? ['x', '\\Delta'] : ['M', '\\mathcal B_n'];
  return {
    id: 'shuffleSides',
    lines: [
      {
        tex: lines(
          `&\\text{@explain.tex.left}\\min_{${symbol('left', at)}\\in${set}}E(${at}),\\ \\ ${symbol('rounded', 'X')}=\\arg\\max_X\\langle X,${at}\\rangle`,
          `&\\text{@explain.tex.right}\\min_{${symbol('right', at)}\\in${set}}E(${at})+\\lambda\\,P(${at})`,
        ),
        say: triangle ? 'explain.say.shuffleSidesTriangle' : 'explain.say.shuffleSides',
      },
    ],
  };
}

/** Section 16.1; layers 16.9; triangle 16.4. */
function costTopic({ smoothness, lambda, layers, triangle }: ShuffleInfo, symbol: WriteSymbol): Topic {
  const cost: Line[] = layers
    ? [
        {
          tex: lines(
            '&y=W_2\\,\\Pi\\,\\max(W_1x,0),\\quad x\\sim\\mathcal N(0,I)',
            "&E(M)=\\operatorname{tr}(DSD^{\\top}),\\quad D=W_2'M-W_2\\Pi",
            '&S_{kl}=\\frac{|w_k||w_l|}{2\\pi}\\bigl(\\sin t+(\\pi-t)\\cos t\\bigr)',
          ),
          say: 'explain.say.shuffleLayersCost',
        },
        { say: 'explain.say.shuffleLayersConvex', standing: 'proved' },
      ]
    : [
        { tex: 'E(M)=\\lVert AM-MB\\rVert_F^2', say: 'explain.say.shuffleCost' },
        { say: 'explain.say.shuffleConvex', standing: 'proved' },
      ];
  const gradient = layers
    ? [
        "&\\nabla E=2W_2'^{\\top}DS",
        "&L=2\\,\\max\\operatorname{eig}(W_2'^{\\top}W_2')\\,\\max\\operatorname{eig}(S)",
      ]
    : triangle
      ? ['&L=2\\,\\max\\operatorname{eig}(Q)']
      : [
          '&\\nabla E=2(AR-RB),\\quad R=AM-MB',
          '&L=2\\max_{i,j}(\\alpha_i-\\beta_j)^2,\\ \\ \\alpha,\\beta\\colon\\operatorname{eig}A,\\operatorname{eig}B',
        ];
  return {
    id: 'shuffleCost',
    lines: [
      ...cost,
      ...(triangle ? [threeLine(triangle.quadratic, triangle.allSix, symbol)] : []),
      {
        tex: lines(...gradient, `&L=${texNumber(smoothness)},\\quad\\lambda=${texNumber(lambda)}`),
        say: triangle ? 'explain.say.shuffleSmoothTriangle' : 'explain.say.shuffleSmooth',
        standing: 'proved',
      },
    ],
  };
}

function threeLine(quadratic: ArrayLike<number>, allSix: readonly number[], symbol: WriteSymbol): Line {
  const rows = [0, 3, 6].map((at) => [0, 1, 2].map((k) => texNumber(quadratic[at + k]! + 0)).join('&'));
  const corners = [0, 4, 8].map((at) => texNumber(quadratic[at]! + 0));
  return {
    tex: lines(
      `&M=x_0\\,${symbol('corners', 'I')}+x_1\\,${symbol('corners', 'C')}+x_2\\,${symbol('corners', 'C^2')}`,
      `&E=x^{\\top}Qx,\\quad Q=\\begin{pmatrix}${rows.join('\\\\ ')}\\end{pmatrix}`,
      `&E(I),E(C),E(C^2)=${corners.join(',\\ ')}`,
      `&\\text{@explain.tex.shuffleSix}\\,${allSix.map((cost) => texNumber(cost)).join(',\\ ')}`,
    ),
    say: 'explain.say.shuffleThree',
    standing: 'proved',
  };
}

/** Rounds to 0. */
const clean = (value: number) => (Math.abs(value) < 1e-12 ? 0 : value);

/** Section 16.2. */
function penaltyTopic({ triangle }: ShuffleInfo, steps: Steps, symbol: WriteSymbol): Topic {
  const shown = steps.map(({ label, of: { before } }) => {
    const told = [before.distance / 2, before.penalty, before.distance].map((value) =>
      texNumber(clean(value)),
    );
    return `&${label}${told.join('\\le')}`;
  });
  return {
    id: 'shufflePenalty',
    lines: [
      {
        tex: lines(
          '&P(M)=\\sum_i(1-\\lVert M_{i\\cdot}\\rVert)',
          '&\\qquad\\quad+\\sum_j(1-\\lVert M_{\\cdot j}\\rVert)',
          ...(triangle ? ['&P(x)=6\\,(1-\\lVert x\\rVert)'] : []),
          `&\\tfrac12\\lVert M-${symbol('rounded', 'X')}\\rVert_1\\le ${symbol('lengths', 'P(M)')}\\le\\lVert M-X\\rVert_1`,
        ),
        say: 'explain.say.shuffleDistance',
        standing: 'proved',
      },
      ...(shown.length > 0 ? [{ tex: lines(...shown) }] : []),
    ],
  };
}

/** By the column of the first row's 1. */
const CORNERS = ['I', 'C', 'C^2'];

const MOST_ROWS = 6;

/** Returns all if few, else those of least and largest threshold and of least cost. */
function toldThresholds(all: readonly Threshold[]): readonly Threshold[] {
  if (all.length <= MOST_ROWS) return all;
  const by = (of: (one: Threshold) => number) =>
    all.reduce((least, one) => (of(one) < of(least) ? one : least));
  const told = [by(({ threshold }) => threshold), by(({ cost }) => cost), by(({ threshold }) => -threshold)];
  return [...new Set(told)];
}

/** Section 16.4 for the triangle, else 16.10. */
function trapsTopic({ thresholds, lambda, triangle }: ShuffleInfo, symbol: WriteSymbol): Topic {
  const rows = toldThresholds(thresholds).map(
    ({ permutation, cost, threshold }) =>
      `&${triangle ? CORNERS[permutation[0]!] : lineOf(permutation)}\\colon\\ E=${texNumber(cost)},\\ \\lambda_X=${texNumber(threshold + 0)}${lambda > threshold ? '<' : '\\ge'}\\lambda`,
  );
  const traps = thresholds.filter(({ threshold }) => lambda > threshold).length;
  // A single corner needs no count.
  const counted = `&\\#\\{X\\colon\\lambda_X<\\lambda\\}=${traps}\\ \\text{@explain.tex.shuffleOf}\\ ${thresholds.length}`;
  return {
    id: 'shuffleTraps',
    lines: [
      {
        tex: triangle
          ? `X=C^k\\colon\\quad\\lambda_X=\\max_{l\\ne k}\\frac{Q_{kk}-Q_{kl}}3`
          : `\\lambda_X=\\max_{Y\\ne ${symbol('rounded', 'X')}}\\frac{\\langle\\nabla E(X),X-Y\\rangle}{\\lVert Y-X\\rVert_1}`,
        say: triangle ? 'explain.say.shuffleTrapsTriangle' : 'explain.say.shuffleTraps',
        standing: 'proved',
      },
      ...(rows.length > 0
        ? [
            {
              tex: lines(
                `&\\lambda=${texNumber(lambda)}`,
                ...rows,
                ...(thresholds.length > 1 ? [counted] : []),
              ),
            },
          ]
        : []),
      { say: 'explain.say.shuffleAllTraps', standing: 'proved' },
    ],
  };
}

/** Section 16.3. */
function exactTopic({ exactFrom, lambda }: ShuffleInfo): Topic {
  const isAbove = exactFrom !== null && lambda > exactFrom;
  return {
    id: 'shuffleExact',
    lines: [
      {
        tex: lines(
          '&\\lambda>2\\max_X\\lambda_X\\ \\Rightarrow',
          '&\\quad\\arg\\min_M\\,(E+\\lambda P)=\\arg\\min_XE',
        ),
        say: 'explain.say.shuffleExact',
        standing: 'proved',
      },
      exactFrom === null
        ? { say: 'explain.say.shuffleExactMany' }
        : {
            tex: `2\\max_X\\lambda_X=${texNumber(exactFrom)},\\quad\\lambda=${texNumber(lambda)}`,
            say: dynamicKey('explain.say.shuffleExactHere', isAbove ? 'above' : 'below'),
            standing: 'proved',
          },
      { say: 'explain.say.shuffleExactOnly', standing: 'proved' },
    ],
  };
}

/** Section 16.5. */
function stepTopic({ step, smoothness, ramp, lambda, triangle }: ShuffleInfo): Topic {
  const at = triangle ? 'x' : 'M';
  const isSure = step * smoothness < 2 - 1e-9;
  return {
    id: 'shuffleStep',
    lines: [
      {
        tex: lines(
          `&${at}^+=\\operatorname{proj}\\bigl(${at}-\\tfrac cL(\\nabla E+\\lambda_k\\nabla P)\\bigr)`,
          triangle
            ? '&-\\nabla P=6x/\\lVert x\\rVert'
            : '&-\\nabla P_{ij}=\\frac{M_{ij}}{\\lVert M_{i\\cdot}\\rVert}+\\frac{M_{ij}}{\\lVert M_{\\cdot j}\\rVert}',
          ...(smoothness > 0 ? [`&c/L=${texNumber(step)}`] : []),
        ),
        say: 'explain.say.shuffleStep',
      },
      {
        tex: lines(
          `&F=E+\\lambda P,\\quad F(${at}^+)\\le F(${at})`,
          `&\\qquad-\\Bigl(\\frac Lc-\\frac L2\\Bigr)\\lVert ${at}^+-${at}\\rVert^2`,
        ),
        say: 'explain.say.shuffleMonotone',
        standing: 'proved',
      },
      ...(smoothness > 0 ? [] : [{ say: 'explain.say.shuffleStill', standing: 'proved' } as const]),
      ...(isSure ? [] : [{ say: 'explain.say.shuffleNotSure', standing: 'proved' } as const]),
      ...(ramp > 0 && lambda > 0 ? [{ say: 'explain.say.shuffleRises', standing: 'measured' } as const] : []),
      { say: 'explain.say.shuffleArrives', standing: 'proved' },
    ],
  };
}

function boundTopic({ best, triangle }: ShuffleInfo, steps: Steps, symbol: WriteSymbol): Topic {
  const [left] = steps;
  const at = triangle ? 'x' : 'M';
  return {
    id: 'shuffleBound',
    lines: [
      {
        tex: `E(X)\\ge E(${at})+${symbol('bound', `\\min_Y\\langle\\nabla E(${at}),Y-${at}\\rangle`)}`,
        say: triangle ? 'explain.say.shuffleBoundTriangle' : 'explain.say.shuffleBound',
        standing: 'proved',
      },
      ...(left?.side === 'left'
        ? [
            {
              tex: lines(
                `&\\text{@explain.tex.left}E=${texNumber(left.of.before.cost, 6)}`,
                `&\\text{@explain.tex.shuffleBound}\\,${texNumber(left.of.before.bound, 6)}`,
                ...(best ? [`&\\text{@explain.tex.shuffleBest}\\,${texNumber(best.cost, 6)}`] : []),
              ),
            },
          ]
        : []),
      { say: 'explain.say.shuffleMeet', standing: 'proved' },
      best
        ? { say: 'explain.say.shuffleListed', standing: 'proved' }
        : { say: 'explain.say.shuffleUnlisted' },
    ],
  };
}
