import type { RestPoint, ShuffleInfo, TriangleInfo } from '../../../../engine/problems/shuffle/types.ts';
import { texNumber } from '../../../i18n/tex.ts';
import type { Line, Topic } from '../../../session/explanation.ts';
import { lines } from '../../kit/explain/told-sides.ts';
import type { Steps } from '../explain-marks.ts';
import { isBest } from '../shuffle-info.ts';
import type { WriteSymbol } from '../shuffle-marks.ts';

const pointTex = (at: readonly number[]): string =>
  `(${at.map((value) => texNumber(value + 0)).join(',\\,')})`;

const KINDS = [
  ['minimum', 'Minima'],
  ['saddle', 'Saddles'],
  ['maximum', 'Maxima'],
] as const;

function countTex(label: string, rests: readonly RestPoint[]): string {
  const counted = KINDS.map(([of, word]) => [word, rests.filter(({ kind }) => kind === of).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `\\text{@explain.tex.shuffle${word}}\\,${count}`);
  return `&${label}${counted.join(',\\ ')}`;
}

/** Section 16.4 of docs/mathematics.md. */
export function triangleTopic(
  { lambda, best, smoothness }: ShuffleInfo,
  { rests, convexUntil }: TriangleInfo,
  symbol: WriteSymbol,
): Topic {
  const [lowest] = rests.right;
  // If so, the list says more than the bound of exactness.
  const isBestCorner = lowest?.on === 'vertex' && isBest(lowest.cost, best);
  const list: Line =
    lambda > 0
      ? {
          tex: lines(
            `&s^2\\Bigl(\\tfrac13+\\sum_i\\frac{b_i^2}{(2q_i-s)^2}\\Bigr)=36\\lambda^2`,
            `&s=6\\lambda/\\lVert ${symbol('rests', 'x')}\\rVert`,
          ),
          say: 'explain.say.shuffleRests',
          standing: 'proved',
        }
      : { say: 'explain.say.shuffleRestsZero', standing: 'proved' };
  return {
    id: 'shuffleTriangle',
    lines: [
      list,
      {
        tex: lines(
          countTex('\\text{@explain.tex.left}', rests.left),
          countTex('\\text{@explain.tex.right}', rests.right),
        ),
      },
      ...(lowest
        ? [
            {
              tex: `x=${pointTex(lowest.at)},\\quad E+\\lambda P=${texNumber(lowest.value)}`,
              say: isBestCorner ? 'explain.say.shuffleLowestBest' : 'explain.say.shuffleLowest',
              standing: 'proved',
            } as const,
          ]
        : []),
      ...(rests.left.concat(rests.right).every(({ isolated }) => isolated)
        ? []
        : [{ say: 'explain.say.shuffleCircle', standing: 'proved' } as const]),
      {
        tex: `\\frac{\\min\\operatorname{eig}(T^{\\top}QT)}{3\\sqrt3}=${texNumber(convexUntil > 1e-12 * smoothness ? convexUntil : 0)}`,
        say: 'explain.say.shuffleConvexUntil',
        standing: 'proved',
      },
    ],
  };
}

/** Section 16.10. */
export function twoTopic(steps: Steps): Topic {
  const shown = steps.flatMap(({ label, of: { before } }) => {
    const [even, odd] = (before.planes?.gauges ?? []).map((gauge) => texNumber(gauge + 0));
    return even && odd ? [`&${label}${even}+${odd}\\le1`] : [];
  });
  return {
    id: 'shuffleTwo',
    lines: [
      {
        tex: 'M-J/3=p+q,\\quad\\langle p,q\\rangle=0',
        say: 'explain.say.shuffleTwo',
        standing: 'proved',
      },
      {
        tex: lines(
          '&M\\in\\mathcal B_3\\ \\Leftrightarrow\\ \\operatorname{gauge}p+\\operatorname{gauge}q\\le1',
          ...shown,
        ),
        say: 'explain.say.shuffleGauge',
        standing: 'proved',
      },
    ],
  };
}
