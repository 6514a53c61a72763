import { symbol, texNumber } from '../../i18n/tex.ts';
import type { Line, Topic } from '../../session/explanation.ts';

const STAR = symbol('plant', 'w^\\star');
const SLOPE = { left: symbol('slope-left', '\\nabla f'), right: symbol('slope-right', '\\nabla g') } as const;

/** Dependencies of the formulae. */
export interface NeuronFacts {
  readonly leak: number;
  readonly blend: number;
  readonly noise: 'none' | 'inside' | 'outside' | 'unknown';
  /** A plant exists; the labels are exactly the plant's. */
  readonly hasPlant: boolean;
  readonly planted: boolean;
  readonly negative: boolean;
  readonly population: boolean;
  readonly standardised: boolean;
}

export function neuronTopics(facts: NeuronFacts): (Topic | 'rule')[] {
  const topics: (Topic | 'rule')[] = [
    dataTopic(facts),
    lossTopic(facts),
    relaxationTopic(facts),
    regulariserTopic(facts),
    'rule',
    inequalityTopic(facts),
  ];
  // With infinitely many samples the sums are means in closed form.
  return facts.population ? [populationTopic(), ...topics] : topics;
}

function activation({ leak }: NeuronFacts): Line {
  return leak > 0
    ? {
        tex: `\\sigma(t)=\\begin{cases}t & t>0\\\\ s\\,t & t\\le 0\\end{cases}\\qquad s=${texNumber(leak)}`,
        say: 'explain.say.leak',
      }
    : { tex: '\\sigma(t)=\\max(t,0)', say: 'explain.say.relu' };
}

function dataTopic(facts: NeuronFacts): Topic {
  const labels = {
    none: `y_i=\\sigma(a_i^{\\top}${STAR})`,
    inside: `y_i=\\sigma(a_i^{\\top}${STAR}+\\varepsilon_i)`,
    outside: `y_i=\\sigma(a_i^{\\top}${STAR})+\\varepsilon_i`,
    unknown: '',
  }[facts.hasPlant ? facts.noise : 'unknown'];
  return {
    id: 'data',
    lines: [
      {
        tex: facts.population
          ? 'a\\sim\\mathcal N(0,I),\\qquad z=a^{\\top}w'
          : `A=\\begin{pmatrix}a_1^{\\top}\\\\ \\vdots\\\\ a_n^{\\top}\\end{pmatrix}\\in\\mathbb R^{n\\times d},\\qquad ${symbol('samples', 'z=Aw')}`,
        say: facts.population ? 'explain.say.dataInfinite' : 'explain.say.data',
      },
      activation(facts),
      ...(labels === ''
        ? [{ say: 'explain.say.ownLabels' } as const]
        : [
            {
              tex: facts.population ? labels.replaceAll('_i', '') : labels,
              say: facts.noise === 'none' ? 'explain.say.labelsExact' : 'explain.say.labels',
            } as const,
          ]),
      ...(facts.standardised ? [{ say: 'explain.say.standardised' } as const] : []),
    ],
  };
}

function lossTopic({ leak, population }: NeuronFacts): Topic {
  const sum = population ? '\\tfrac12\\,\\mathbb E' : '\\frac1{2n}\\sum_{i=1}^{n}';
  const mean = population ? '\\mathbb E' : '\\frac1n\\sum_{i=1}^{n}';
  const a = population ? 'a' : 'a_i';
  const y = population ? 'y' : 'y_i';
  return {
    id: 'loss',
    lines: [
      { tex: `f(w)=${sum}\\,\\bigl(\\sigma(${a}^{\\top}w)-${y}\\bigr)^2` },
      {
        tex: `\\begin{aligned}${SLOPE.left}(w)=\\ &${mean}\\,\\sigma'(${a}^{\\top}w)\\\\ &\\quad\\cdot\\bigl(\\sigma(${a}^{\\top}w)-${y}\\bigr)\\,${a}\\end{aligned}`,
        say: leak > 0 ? 'explain.say.slopeLeak' : 'explain.say.slope',
      },
    ],
  };
}

function relaxationTopic({ leak, blend, population, negative, planted }: NeuronFacts): Topic {
  const mean = population ? '\\mathbb E' : '\\frac1n\\sum_{i=1}^{n}';
  const [a, y, z] = population ? ['a', 'y', 'z'] : ['a_i', 'y_i', 'z_i'];
  const value: Line =
    leak > 0
      ? {
          tex: `\\begin{aligned}g(w)&=${mean}\\,\\Phi(${z})-${y}${z}+\\Phi^*(${y}),\\\\ \\Phi(t)&=\\tfrac12 t^2\\ (t>0),\\quad \\tfrac{s}{2}t^2\\ (t\\le0)\\end{aligned}`,
          say: 'explain.say.fenchel',
        }
      : {
          tex: population
            ? `g(w)=\\tfrac12\\,\\mathbb E\\bigl(\\sigma(z)^2-2yz+y^2\\bigr)`
            : '\\begin{aligned}g(w)=\\frac1{2n}\\Bigl(&\\lVert\\sigma(Aw)\\rVert^2\\\\ &-2\\,y^{\\top}Aw+\\lVert y\\rVert^2\\Bigr)\\end{aligned}',
          say: 'explain.say.relaxed',
        };
  return {
    id: 'relaxation',
    lines: [
      value,
      {
        tex: `${SLOPE.right}(w)=${mean}\\,\\bigl(\\sigma(${a}^{\\top}w)-${y}\\bigr)\\,${a}`,
        say: 'explain.say.slopeRight',
        standing: 'proved',
      },
      { say: 'explain.say.noCost', standing: 'abstract' },
      { say: 'explain.say.convex', standing: 'proved' },
      ...(planted
        ? [
            { say: 'explain.say.sameZero', standing: 'proved' } as const,
            { say: 'explain.say.preserves', standing: 'abstract' } as const,
          ]
        : []),
      ...(negative && leak === 0 ? [{ say: 'explain.say.mayFall', standing: 'proved' } as const] : []),
      ...(blend < 1
        ? [{ tex: `f_b=(1-b)\\,f+b\\,g,\\qquad b=${texNumber(blend)}`, say: 'explain.say.blend' } as const]
        : []),
    ],
  };
}

function regulariserTopic({ leak, negative, population }: NeuronFacts): Topic {
  const mean = population ? '\\mathbb E' : '\\frac1n\\sum_{i=1}^{n}';
  const [a, y, i] = population ? ['a', 'y', ''] : ['a_i', 'y_i', '_i'];
  if (leak === 0)
    return {
      id: 'regulariser',
      lines: [
        {
          tex: `g(w)=f(w)+${mean}\\,${y}\\,\\underbrace{\\max(-${a}^{\\top}w,0)}_{${population ? '>0\\text{@explain.tex.off}' : symbol('dead', '>0\\text{@explain.tex.off}')}}`,
          say: negative ? 'explain.say.identityNegative' : 'explain.say.identity',
          standing: 'proved',
        },
        { say: 'explain.say.asRegulariser', standing: 'abstract' },
      ],
    };
  const lines: Line[] = [
    {
      tex: '\\begin{aligned}g_i-f_i&=(1-s)\\Bigl(\\tfrac{s}{2}m_i^2+y_i m_i\\Bigr),\\\\ m_i&=\\max(-z_i,0)\\qquad(y_i\\ge0)\\end{aligned}',
      say: 'explain.say.identityLeak',
      standing: 'proved',
    },
  ];
  if (negative)
    lines.push({
      tex: `\\begin{aligned}&g${i}-f${i}=\\begin{cases}\\frac{1-s}{2s}\\,(s z_i-y_i)^2 & z_i\\le0\\\\[4pt] \\frac{1-s}{2s}\\,y_i^2 & z_i>0\\end{cases}\\\\ &(y_i<0)\\end{aligned}`,
      say: 'explain.say.identityLeakNegative',
      standing: 'proved',
    });
  return { id: 'regulariser', lines };
}

function inequalityTopic(facts: NeuronFacts): Topic {
  const { leak, population, hasPlant, planted, blend, noise } = facts;
  if (!hasPlant) return { id: 'inequality', lines: [{ say: 'explain.say.noPlant' }] };
  const over = (which: string) =>
    population ? `\\mathbb E\\;\\mathbf 1[${which}]\\,` : `\\frac1n\\sum_{${which}}`;
  const difference = `\\Delta(w)=\\bigl\\langle w-${STAR},\\;${symbol('difference', '\\nabla g-\\nabla f')}\\bigr\\rangle`;
  const [z, y, home] = population ? ['z', 'y', 'z^\\star'] : ['z_i', 'y_i', 'z_i^\\star'];
  /** With a leak the sum is too long for one line of a drawer. */
  const onNewLine = leak > 0 ? '\\\\ &\\quad\\cdot' : '';
  const told = (tex: string) => `\\begin{aligned}\\Delta(w)=\\ &${tex}\\end{aligned}`;
  const value =
    leak > 0
      ? `(1-s)\\,${over(`${z}\\le0`)}\\bigl(\\sigma(${z})-${y}\\bigr)${onNewLine}\\bigl(${z}-${home}\\bigr)`
      : `${over(`${z}\\le0<${y}`)}\\;${y}\\,\\bigl(${y}-${z}\\bigr)`;
  const lines: Line[] = [{ tex: difference, say: 'explain.say.pull' }];
  if (planted) {
    lines.push({
      tex: told(`${value}\\;\\ge\\;0`),
      say: leak > 0 ? 'explain.say.proofLeak' : 'explain.say.proof',
      standing: 'proved',
    });
  } else
    lines.push({
      tex: told(
        `${leak > 0 ? '(1-s)\\,' : ''}${over(`${z}\\le0`)}\\bigl(${leak > 0 ? `s\\,${z}` : ''}-${y}\\bigr)${onNewLine}\\bigl(${z}-${home}\\bigr)`,
      ),
      say: noise === 'inside' ? 'explain.say.noiseInside' : 'explain.say.noiseOutside',
      standing: 'measured',
    });
  if (blend < 1) lines.push({ say: 'explain.say.pullBlend' });
  lines.push({ say: 'explain.say.firstOrder', standing: 'measured' });
  lines.push({ say: 'explain.say.always', standing: 'abstract' });
  return { id: 'inequality', lines };
}

function populationTopic(): Topic {
  return {
    id: 'population',
    lines: [
      { tex: `g(w)=\\tfrac14\\,\\lVert w-${STAR}\\rVert^2`, say: 'explain.say.bowl', standing: 'proved' },
      {
        tex: `\\begin{aligned}f(w)=\\ &\\tfrac14\\lVert w\\rVert^2+\\tfrac14\\lVert ${STAR}\\rVert^2\\\\ &-\\tfrac{1}{2\\pi}\\lVert w\\rVert\\lVert ${STAR}\\rVert\\\\ &\\quad\\cdot\\bigl(\\sin t+(\\pi-t)\\cos t\\bigr)\\end{aligned}`,
        say: 'explain.say.angle',
        standing: 'proved',
      },
      {
        tex: `\\begin{aligned}${SLOPE.left}(w)=\\ &\\tfrac12 w-\\tfrac1{2\\pi}\\Bigl(\\lVert ${STAR}\\rVert\\sin t\\,\\tfrac{w}{\\lVert w\\rVert}\\\\ &+(\\pi-t)\\,${STAR}\\Bigr)\\end{aligned}`,
        say: 'explain.say.flow',
        standing: 'proved',
      },
    ],
  };
}
