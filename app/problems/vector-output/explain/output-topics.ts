import type { OutputsInfo } from '../../../../engine/problems/vector-output/types.ts';
import { symbol, texNumber } from '../../../i18n/tex.ts';
import type { Line, Topic } from '../../../session/explanation.ts';

const U = symbol('left', 'u_j');
const V = symbol('left', 'v_j');
const BETA = symbol('band', '\\beta');
const ETA = '\\lVert R^{\\top}\\max(Au,0)\\rVert';

const lines = (...rows: string[]) => `\\begin{aligned}${rows.join('\\\\ ')}\\end{aligned}`;

export interface TopicFacts {
  /** True if the spiral's points follow its formula. */
  readonly isNoiseless: boolean;
}

/** Returns the topics for the kind of data and program. */
export function outputTopics(info: OutputsInfo, facts: TopicFacts): (Topic | 'rule')[] {
  const { program, columns, hasOnes, classes } = info;
  const isPlanar = columns === 2 && program === 'exact';
  return [
    NETWORK,
    'rule',
    programTopic(info),
    certificate(info),
    ...(program === 'closed' ? [closed(info), starts(info)] : [touches(info)]),
    SHARING,
    ...(isPlanar ? [COPOSITIVE] : []),
    ...(classes && columns === 2 && !hasOnes ? [wedges(info, facts)] : []),
    ...(program === 'closed' ? [] : [ROUNDS]),
    HOVERING,
  ];
}

const NETWORK: Topic = {
  id: 'outputs',
  lines: [
    { tex: `\\operatorname{net}(x)=\\sum_{j=1}^{m}\\max(${U}^{\\top}x,0)\\,${V}` },
    {
      tex: lines(
        'F=\\ &\\frac1{2n}\\lVert\\max(AU,0)\\,V-Y\\rVert^2',
        '&+\\frac\\beta2\\bigl(\\lVert U\\rVert^2+\\lVert V\\rVert^2\\bigr)',
      ),
      say: 'explain.say.outputs',
    },
  ],
};

function programTopic({ program }: OutputsInfo): Topic {
  return {
    id: 'outputsProgram',
    lines: [
      { tex: `P=\\min_{Z}\\ \\frac1{2n}\\lVert Z-Y\\rVert^2+${BETA}\\,N(Z)` },
      {
        tex: lines(
          `N(Z)=\\min\\ &\\sum_i\\lVert ${symbol('right', 'u_i')}\\rVert\\,\\lVert ${symbol('right', 'v_i')}\\rVert`,
          '&Z=\\sum_i\\max(Au_i,0)\\,v_i^{\\top}',
        ),
        say: 'explain.say.outputsProgram',
        standing: 'proved',
      },
      {
        tex: '\\lVert u\\rVert^2+\\lVert v\\rVert^2\\ge2\\,\\lVert u\\rVert\\,\\lVert v\\rVert',
        say: 'explain.say.outputsSame',
        standing: 'proved',
      },
      { say: 'explain.say.outputsPaper', standing: 'abstract' },
      ...(program === 'sampled' ? [{ say: 'explain.say.outputsSampled' } as const] : []),
    ],
  };
}

function certificate({ program, svdBound }: OutputsInfo): Topic {
  const isCertified = program !== 'sampled';
  return {
    id: 'certificate',
    lines: [
      {
        tex: `\\lVert L^{\\top}\\max(Au,0)\\rVert\\le${BETA}\\ \\ \\text{@explain.tex.forAll}\\lVert u\\rVert\\le1`,
        say: 'explain.say.outputsDual',
      },
      {
        tex: lines(
          '&\\langle L,Z\\rangle=\\sum_j\\langle L^{\\top}\\max(Au_j,0),v_j\\rangle\\le\\beta N(Z)',
          '&\\tfrac1{2n}\\lVert Z-Y\\rVert^2\\ge\\langle L,Y-Z\\rangle-\\tfrac n2\\lVert L\\rVert^2',
          '&\\Rightarrow\\ P\\ge\\langle L,Y\\rangle-\\tfrac n2\\lVert L\\rVert^2',
        ),
        say: isCertified ? 'explain.say.outputsWeak' : 'explain.say.outputsWeakSampled',
        standing: 'proved',
      },
      {
        tex: lines(
          'P\\ge\\ &\\sum_k\\Bigl[\\frac{\\min(s_k,\\tau)^2}{2n}+\\frac\\beta\\rho(s_k-\\tau)_+\\Bigr]',
          `&=${texNumber(svdBound)},\\quad\\tau=\\frac{n\\beta}\\rho`,
        ),
        say: 'explain.say.outputsSvd',
        standing: 'proved',
      },
    ],
  };
}

function touches({ program, columns, hasOnes, samples: n }: OutputsInfo): Topic {
  const eta: Line = {
    tex: `\\eta(u)=\\frac1n${ETA}\\le${BETA}`,
    say: 'explain.say.outputsTouch',
    standing: 'proved',
  };
  const planar: Line = {
    tex: '\\eta(u)^2=\\frac1{n^2}\\,u^{\\top}SS^{\\top}u,\\quad S=\\!\\!\\sum_{a_l^{\\top}u>0}\\!\\!a_l\\,R_l^{\\top}',
    say: 'explain.say.outputsSector',
    standing: 'proved',
  };
  const sphere: Line = {
    tex: `n(n-1)+2=${n * (n - 1) + 2}`,
    say: 'explain.say.outputsSphere',
    standing: 'proved',
  };
  const isExact = program === 'exact';
  return {
    id: 'outputsTouch',
    lines: [
      eta,
      ...(isExact && columns === 2 ? [planar] : []),
      ...(isExact && columns === 3 && hasOnes ? [sphere] : []),
    ],
  };
}

const SHARING: Topic = {
  id: 'outputsSharing',
  lines: [
    { tex: '\\max_k P_k\\le P\\le\\sum_k P_k', say: 'explain.say.outputsSharing', standing: 'proved' },
    { say: 'explain.say.outputsSharingSeen', standing: 'measured' },
  ],
};

const COPOSITIVE: Topic = {
  id: 'copositive',
  lines: [
    {
      tex: lines(
        `&T=E^{\\top}\\bigl(${BETA}^2I-SS^{\\top}\\bigr)E=\\begin{pmatrix}a&b\\\\b&c\\end{pmatrix}`,
        '&a\\ge0,\\quad c\\ge0,\\quad b+\\sqrt{ac}\\ge0',
      ),
      say: 'explain.say.copositive',
      standing: 'proved',
    },
    {
      tex: lines(
        '&ax^2+2bxy+cy^2=',
        '&\\bigl(\\sqrt a\\,x-\\sqrt c\\,y\\bigr)^2+2\\bigl(b+\\sqrt{ac}\\bigr)xy',
      ),
      say: 'explain.say.copositiveWhy',
      standing: 'proved',
    },
    {
      tex: lines(
        '\\Phi=\\ &\\tfrac12\\operatorname{tr}Y^{\\top}\\Bigl(nI+\\tfrac1\\beta\\sum_iD_iAC_iA^{\\top}D_i\\Bigr)^{-1}Y',
        '&+\\tfrac\\beta2\\sum_i\\operatorname{tr}C_i',
      ),
      say: 'explain.say.copositiveForm',
      standing: 'proved',
    },
    { say: 'explain.say.copositivePaper', standing: 'abstract' },
  ],
};

function sizesOf({ classes, outputs }: OutputsInfo): number[] {
  const sizes = new Array<number>(outputs).fill(0);
  for (const k of classes ?? []) sizes[k]!++;
  return sizes;
}

function closed(info: OutputsInfo): Topic {
  const edge = info.samples * info.beta;
  const each = sizesOf(info).map((size, k) => {
    const value = Math.sqrt(size);
    const target = Math.max(0, value - edge);
    return `s_{${k + 1}}&=\\sqrt{${size}}=${texNumber(value)}&&\\to\\ ${texNumber(target)}`;
  });
  return {
    id: 'outputsClosed',
    lines: [
      {
        tex: lines(
          '&Y=\\sum_ks_k\\,p_kq_k^{\\top},\\quad p_k\\ge0',
          `&Z=\\sum_k(s_k-n${BETA})_+\\,p_kq_k^{\\top}`,
          `&P=\\sum_k\\Bigl[\\frac{\\min(s_k,n\\beta)^2}{2n}+\\beta(s_k-n\\beta)_+\\Bigr]`,
        ),
        say: 'explain.say.outputsClosed',
        standing: 'proved',
      },
      {
        tex: lines(`n\\beta&=${texNumber(edge)}`, ...each),
        say: 'explain.say.outputsForgets',
        standing: 'proved',
      },
      { say: 'explain.say.outputsClosedPaper', standing: 'abstract' },
    ],
  };
}

function starts({ startShare, neurons, columns, samples }: OutputsInfo): Topic {
  const product = '\\prod_k\\bigl(1-(1-2^{-n_k})^m\\bigr)';
  return {
    id: 'outputsStarts',
    lines: [
      {
        tex:
          startShare === null
            ? product
            : lines(`&${product}`, `&=${texNumber(startShare)},\\quad m=${neurons}`),
        say: 'explain.say.outputsStarts',
        standing: 'proved',
      },
      { say: 'explain.say.outputsStartsSeen', standing: 'measured' },
      ...(columns > samples ? [{ say: 'explain.say.outputsRotated', standing: 'measured' } as const] : []),
    ],
  };
}

function wedges({ kind, samples, outputs }: OutputsInfo, { isNoiseless }: TopicFacts): Topic {
  const most = samples - (outputs - 1);
  return {
    id: 'outputsWedges',
    lines: [
      {
        tex: '\\operatorname{net}(t\\,x)=t\\operatorname{net}(x),\\quad t>0',
        say: 'explain.say.outputsWedges',
        standing: 'proved',
      },
      ...(kind === 'spiral' && isNoiseless && outputs > 1
        ? [
            {
              tex: `${samples}-${outputs - 1}=${most}`,
              say: 'explain.say.outputsSpiral',
              standing: 'proved',
            } as const,
          ]
        : []),
    ],
  };
}

const ROUNDS: Topic = {
  id: 'outputsRounds',
  lines: [
    {
      tex: lines(
        'J=\\ &\\frac1{2n}\\Bigl\\lVert\\sum_jG_jt_jv_j^{\\top}-Y\\Bigr\\rVert^2',
        '&+\\frac\\beta2\\sum_j\\bigl(\\lVert t_j\\rVert^2+\\lVert v_j\\rVert^2\\bigr)',
      ),
      say: 'explain.say.outputsNewton',
    },
    {
      tex: lines(
        '(Z,\\tau)\\leftarrow\\ &(1-\\gamma)(Z,\\tau)',
        '&+\\gamma\\bigl(c\\max(Au,0)\\,g^{\\top},\\,c\\bigr),\\quad c=\\frac{\\lVert Y\\rVert^2}{2n\\beta}',
      ),
      say: 'explain.say.outputsFrankWolfe',
    },
    { say: 'explain.say.outputsRoundsSeen', standing: 'measured' },
  ],
};

const HOVERING: Topic = {
  id: 'outputsHovering',
  lines: [
    { say: 'explain.say.outputsHovering' },
    { say: 'explain.say.outputsHoveringSeen', standing: 'measured' },
  ],
};
