import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import { texNumber } from '../../../i18n/tex.ts';
import type { Line, Topic } from '../../../session/explanation.ts';
import { lines } from '../../kit/explain/told-sides.ts';
import { digitsOf, saidBand } from '../factor-words.ts';
import type { WriteSymbol } from '../fed-marks.ts';
import { PAPER, PLAYGROUND, roundTopic, settingsTex } from './round-topic.ts';

export function networkTopics(info: NetworkInfo, symbol: WriteSymbol): Topic[] {
  return [
    modelTopic(symbol),
    roundTopic(symbol, [settingsTex('', info)]),
    tangentTopic(symbol),
    kernelTopic(info, symbol),
    weightedTopic(info, symbol),
    bandTopic(info, symbol),
    lazyTopic(symbol),
    {
      id: 'fedBoth',
      lines: [
        { say: 'explain.say.fedNarrowWins', standing: 'measured' },
        { say: 'explain.say.fedSquareLoses', standing: 'measured' },
      ],
    },
    { id: 'fedDealt', lines: [{ say: 'explain.say.fedDealt', standing: 'measured' }] },
    {
      id: 'fedPapers',
      lines: [PAPER, { say: 'explain.say.fedFollowUp', standing: 'abstract' }, PLAYGROUND],
    },
  ];
}

const modelTopic = (symbol: WriteSymbol): Topic => ({
  id: 'fedModel',
  lines: [
    {
      tex: lines(
        `&${symbol('left', 'f')}(x)=\\frac1{\\sqrt m}\\sum_{r=1}^ma_r\\max(w_r^{\\top}x,0)`,
        `&${symbol('residuals', 'u_i')}=f(x_i)-${symbol('samples', 'y_i')},\\quad F_c=\\tfrac12\\sum_{i\\in S_c}u_i^2`,
      ),
      say: 'explain.say.fedModel',
    },
  ],
});

const tangentTopic = (symbol: WriteSymbol): Topic => ({
  id: 'fedTangent',
  lines: [
    {
      tex: lines(
        `&${symbol('right', 'f_{\\mathrm{lin}}')}(x)=f_0(x)+\\nabla f_0(x)^{\\top}(\\theta-\\theta_0)`,
        `&${symbol('kernel', 'H_{ij}')}=\\kappa(x_i,x_j)=\\nabla f_0(x_i)^{\\top}\\nabla f_0(x_j)`,
        "&\\kappa(x,x')=\\frac{x^{\\top}x'}m\\ \\times",
        "&\\qquad\\#\\{r\\colon w_r^{\\top}x>0,\\ w_r^{\\top}x'>0\\}",
      ),
      say: 'explain.say.fedTangent',
      standing: 'proved',
    },
    { say: 'explain.say.fedSameUntil', standing: 'proved' },
  ],
});

function kernelTopic({ samples: n, width: m, local }: NetworkInfo, symbol: WriteSymbol): Topic {
  return {
    id: 'fedKernel',
    lines: [
      {
        tex: lines(
          '&q(\\lambda)=\\frac{1-(1-\\eta\\lambda)^K}\\lambda,\\quad q(0)=K\\eta',
          `&G=\\operatorname{diag}\\bigl(q(${symbol('kernel', 'H_{11}')}),\\dots,q(H_{NN})\\bigr)`,
          `&${symbol('residuals', 'u')}^+=u-s\\,Mu,\\quad M=\\tfrac1NHG`,
        ),
        say: 'explain.say.fedKernel',
        standing: 'proved',
      },
      {
        tex: `n^2=${n ** 2},\\quad K\\,n\\,m=${local * n * m}`,
        say: 'explain.say.fedCost',
        standing: 'proved',
      },
      {
        tex: lines(
          `&${symbol('right', 'f_{\\mathrm{lin}}')}(x)=f_0(x)+\\sum_i\\kappa(x,x_i)\\,\\alpha_i`,
          '&\\alpha_0=0,\\quad\\alpha^+=\\alpha-\\tfrac sN\\,G\\,u',
        ),
        say: 'explain.say.fedOffData',
        standing: 'proved',
      },
    ],
  };
}

function weightedTopic({ rest, samples: n, rank, smallest }: NetworkInfo, symbol: WriteSymbol): Topic {
  const isFull = rank === n;
  const numbers = isFull
    ? `\\lambda_{\\mathrm{min}}(H)=${texNumber(smallest)}`
    : lines(
        `&\\operatorname{rank}H=${rank}<n=${n}`,
        ...(rest
          ? [
              `&\\tfrac12\\lVert u\\rVert^2=${texNumber(rest.loss)},\\ \\min=${texNumber(rest.leastSquares)}`,
              `&\\text{@explain.tex.excess}=${texNumber(rest.excess)}`,
            ]
          : []),
      );
  return {
    id: 'fedWeighted',
    lines: [
      {
        tex: `\\min_u\\ \\tfrac12\\,${symbol('residuals', 'u')}^{\\top}G\\,u,\\quad u\\in b+\\operatorname{range}${symbol('kernel', 'H')}`,
        say: 'explain.say.fedWeighted',
        standing: 'proved',
      },
      {
        tex: numbers,
        say: dynamicKey('explain.say.fedWeighted', rest ? (isFull ? 'full' : 'short') : 'none'),
        standing: 'proved',
      },
      { say: 'explain.say.fedTooNarrow', standing: 'measured' },
      { say: 'explain.say.fedNarrowEnds', standing: 'measured' },
    ],
  };
}

function bandTopic({ bracket, factor, eta, largest, server }: NetworkInfo, symbol: WriteSymbol): Topic {
  const band = bracket && bracket[1] < 1 ? saidBand(bracket, 5) : null;
  const here: Line = band
    ? {
        tex: `${band.low}\\le${symbol('band', texNumber(factor, band.digits))}\\le${band.high}`,
        say: 'explain.say.fedBandHere',
        standing: 'proved',
      }
    : {
        tex: lines(
          `&q_0=${texNumber(eta * largest)},\\quad s=${texNumber(server)}`,
          `&\\max|1-s\\,\\operatorname{eig}M|=${texNumber(factor, digitsOf(factor, 5))}`,
        ),
        say: dynamicKey('explain.say.fedNoBand', bracket === null ? 'steps' : 'singular'),
        standing: 'proved',
      };
  return {
    id: 'fedBand',
    lines: [
      {
        tex: lines(
          '&q_0=\\eta L_{\\mathrm{max}}\\le1,\\quad s\\le1,\\quad H>0\\colon',
          `&1-\\frac{s\\,\\eta K\\lambda_{\\mathrm{min}}(H)}N\\ \\le\\ ${symbol('band', '1-s\\mu')}`,
          '&\\quad\\le\\ 1-\\frac{s\\,\\lambda_{\\mathrm{min}}(H)}{N\\,L_{\\mathrm{max}}}\\bigl(1-(1-q_0)^K\\bigr)',
        ),
        say: 'explain.say.fedBand',
        standing: 'proved',
      },
      here,
      { say: 'explain.say.fedFalls', standing: 'proved' },
      { say: 'explain.say.fedShare', standing: 'proved' },
      { say: 'explain.say.fedCollapse', standing: 'measured' },
      { say: 'explain.say.fedBeyond', standing: 'measured' },
    ],
  };
}

const lazyTopic = (symbol: WriteSymbol): Topic => ({
  id: 'fedLazy',
  lines: [
    {
      tex: `${symbol('gap', '\\lVert\\Delta u\\rVert')}=\\lVert u_{\\mathrm{net}}-u_{\\mathrm{lin}}\\rVert`,
      say: 'explain.say.fedGap',
      standing: 'measured',
    },
    { say: 'explain.say.fedFlipped', standing: 'measured' },
  ],
});
