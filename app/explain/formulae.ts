import type { SideName } from '../../engine/contract.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { MarkName } from '../plot/extra-marks.ts';

/** How a statement is known. */
export type Standing = 'proved' | 'measured' | 'abstract';

/** One line of the mathematics: a formula (TeX), a sentence, or both. */
export interface Line {
  /** Words within it stand by their message key: `\text{@explain.tex.with}`. */
  readonly tex?: string;
  readonly say?: MessageKey;
  readonly standing?: Standing;
}

export interface Topic {
  readonly id: TopicName;
  readonly lines: readonly Line[];
}

export type TopicName =
  | 'data'
  | 'loss'
  | 'relaxation'
  | 'regulariser'
  | 'rule'
  | 'inequality'
  | 'population'
  | 'network'
  | 'program'
  | 'certificate'
  | 'collapse'
  | 'lift';

/** How a side moves, with its numbers. */
export interface RuleFacts {
  readonly rule: string;
  /** Absolute step length, and as a multiple of 1/L; `given`: it was set as an absolute length. */
  readonly step: number;
  readonly c: number;
  readonly given: boolean;
}

/** What the formulae depend on. */
export interface FormulaFacts {
  readonly problem: string;
  /** L */
  readonly smoothness: number;
  readonly rules: Readonly<Record<SideName, RuleFacts>>;
  /** Whether both sides move alike. */
  readonly same: boolean;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly batch: number;
  readonly leak: number;
  readonly blend: number;
  readonly noise: 'none' | 'inside' | 'outside' | 'unknown';
  /** Whether there is a plant, and whether the labels are exactly its. */
  readonly hasPlant: boolean;
  readonly planted: boolean;
  readonly negative: boolean;
  readonly population: boolean;
  readonly standardised: boolean;
  /** Of two layers: whether the right side is the program; whether the output weights are trained; free biases; which program. */
  readonly solved: boolean;
  readonly trained: boolean;
  readonly constant: boolean;
  readonly program: 'exact' | 'hinges' | 'sampled';
}

/** A number in TeX, to four digits. */
export function texNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return '\\text{–}';
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(digits));
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) {
    const [mantissa, power] = rounded.toExponential().split('e');
    return `${mantissa}\\cdot10^{${Number(power)}}`;
  }
  return String(rounded);
}

/** A symbol that has its mark on the plot: in its colour, with its own underline, found by its name. */
export function symbol(mark: MarkName, tex: string): string {
  return `\\htmlClass{symbol ${mark}}{\\htmlData{mark=${mark}}{${tex}}}`;
}

/** What each side's weights are called at step k and after it; the sides of a lift are over other weights. */
const ITERATES: Readonly<Record<string, Readonly<Record<SideName, (k: string) => string>>>> = {
  'one-neuron': { left: (k) => `w_{${k}}^{f}`, right: (k) => `w_{${k}}^{g}` },
  lift: { left: (k) => `(u,\\alpha)_{${k}}`, right: (k) => `(v,w)_{${k}}` },
  'two-layer': { left: (k) => `\\theta_{${k}}`, right: (k) => `\\theta_{${k}}^{g}` },
};

const SLOPES: Readonly<Record<string, Readonly<Record<SideName, string>>>> = {
  'one-neuron': { left: '\\nabla f', right: '\\nabla g' },
  lift: { left: '\\nabla F', right: '\\nabla P' },
  'two-layer': { left: '\\nabla F', right: '\\nabla F_b' },
};

const STAR = symbol('plant', 'w^\\star');
const SLOPE: Readonly<Record<SideName, string>> = {
  left: symbol('slope-left', '\\nabla f'),
  right: symbol('slope-right', '\\nabla g'),
};

function slopeName(side: SideName, { problem, blend }: FormulaFacts): string {
  const blended = side === 'right' && problem === 'one-neuron' && blend < 1;
  return symbol(`slope-${side}`, blended ? '\\nabla f_b' : SLOPES[problem]![side]);
}

/** A symbol by itself, without a mark of its own; null where a word says it. */
export function symbolTex(mark: MarkName, problem: string, blended: boolean): string | null {
  const iterates = ITERATES[problem]!;
  const slopes = SLOPES[problem]!;
  const right = problem === 'one-neuron' && blended ? '\\nabla f_b' : slopes.right;
  switch (mark) {
    case 'left':
    case 'right':
      return iterates[mark]('k');
    case 'plant':
      return 'w^\\star';
    case 'slope-left':
      return slopes.left;
    case 'slope-right':
      return right;
    case 'difference':
      return `${right}-${slopes.left}`;
    case 'samples':
      return 'z=Aw';
    default:
      return null;
  }
}

/** The topics for the problem that is shown, as it is set now. */
export function topicsOf(facts: FormulaFacts): Topic[] {
  if (facts.problem === 'lift') return [liftTopic(), ruleTopic(facts)];
  if (facts.problem === 'two-layer') return networkTopics(facts);
  const topics = [
    dataTopic(facts),
    lossTopic(facts),
    relaxationTopic(facts),
    regulariserTopic(facts),
    ruleTopic(facts),
    inequalityTopic(facts),
  ];
  // Over infinitely many samples the sums are means in closed form, and that comes first.
  return facts.population ? [populationTopic(), ...topics] : topics;
}

function activation({ leak }: FormulaFacts): Line {
  return leak > 0
    ? {
        tex: `\\sigma(t)=\\begin{cases}t & t>0\\\\ s\\,t & t\\le 0\\end{cases}\\qquad s=${texNumber(leak)}`,
        say: 'explain.say.leak',
      }
    : { tex: '\\sigma(t)=\\max(t,0)', say: 'explain.say.relu' };
}

function dataTopic(facts: FormulaFacts): Topic {
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

function lossTopic({ leak, population }: FormulaFacts): Topic {
  const sum = population ? '\\tfrac12\\,\\mathbb E' : '\\frac1{2n}\\sum_{i=1}^{n}';
  const mean = population ? '\\mathbb E' : '\\frac1n\\sum_{i=1}^{n}';
  const a = population ? 'a' : 'a_i';
  const y = population ? 'y' : 'y_i';
  return {
    id: 'loss',
    lines: [
      { tex: `f(w)=${sum}\\,\\bigl(\\sigma(${a}^{\\top}w)-${y}\\bigr)^2` },
      {
        tex: `${SLOPE.left}(w)=${mean}\\,\\sigma'(${a}^{\\top}w)\\,\\bigl(\\sigma(${a}^{\\top}w)-${y}\\bigr)\\,${a}`,
        say: leak > 0 ? 'explain.say.slopeLeak' : 'explain.say.slope',
      },
    ],
  };
}

function relaxationTopic({ leak, blend, population, negative, planted }: FormulaFacts): Topic {
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
            : 'g(w)=\\frac1{2n}\\Bigl(\\lVert\\sigma(Aw)\\rVert^2-2\\,y^{\\top}Aw+\\lVert y\\rVert^2\\Bigr)',
          say: 'explain.say.relaxed',
          standing: 'abstract',
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
      { say: 'explain.say.convex', standing: 'proved' },
      ...(planted ? [{ say: 'explain.say.sameZero', standing: 'proved' } as const] : []),
      ...(negative && leak === 0 ? [{ say: 'explain.say.mayFall', standing: 'proved' } as const] : []),
      ...(blend < 1
        ? [
            {
              tex: `f_b=(1-b)\\,f+b\\,g,\\qquad b=${texNumber(blend)}`,
              say: 'explain.say.blend',
            } as const,
          ]
        : []),
    ],
  };
}

function regulariserTopic({ leak, negative, population }: FormulaFacts): Topic {
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
      tex: `g_i-f_i=(1-s)\\Bigl(\\tfrac{s}{2}m_i^2+y_i m_i\\Bigr)\\quad (y_i\\ge0),\\qquad m_i=\\max(-z_i,0)`,
      say: 'explain.say.identityLeak',
      standing: 'proved',
    },
  ];
  if (negative)
    lines.push({
      tex: `g${i}-f${i}=\\begin{cases}\\frac{1-s}{2s}\\,(s z_i-y_i)^2 & z_i\\le0\\\\[4pt] \\frac{1-s}{2s}\\,y_i^2 & z_i>0\\end{cases}\\quad (y_i<0)`,
      say: 'explain.say.identityLeakNegative',
      standing: 'proved',
    });
  return { id: 'regulariser', lines };
}

function ruleTopic(facts: FormulaFacts): Topic {
  // The program of two layers is solved in rounds: only its left side moves by a rule.
  const one = facts.problem === 'two-layer' && facts.solved;
  const sides: readonly SideName[] = one ? ['left'] : ['left', 'right'];
  const lines: Line[] = [];
  for (const side of sides) lines.push({ tex: ruleTex(side, facts) });
  // Of infinitely many samples a mini-batch is the whole.
  const says = sides.map((side) => {
    const { rule } = facts.rules[side];
    return RULE_SAYS[facts.population && rule === 'sgd' ? 'gd' : (rule as keyof typeof RULE_SAYS)];
  });
  for (const say of new Set(says)) lines.push({ say });
  lines.push(...stepLines(facts, one));
  return { id: 'rule', lines };
}

const RULE_SAYS = {
  gd: 'explain.say.gd',
  heavyball: 'explain.say.heavyball',
  nesterov: 'explain.say.nesterov',
  adam: 'explain.say.adam',
  sgd: 'explain.say.sgd',
} as const satisfies Record<string, MessageKey>;

/** The rule of a side in its symbols. */
function ruleTex(side: SideName, facts: FormulaFacts): string {
  const name = ITERATES[facts.problem]![side];
  const w = symbol(side, name('k'));
  const next = symbol(side, name('k+1'));
  const slope = slopeName(side, facts);
  const { rule } = facts.rules[side];
  const v = 'v_k';
  const { momentum, beta1, beta2, batch } = facts;
  const projected = (tex: string) =>
    facts.problem === 'lift' && side === 'right' ? `\\max\\bigl(${tex},\\,0\\bigr)` : tex;
  if (rule === 'heavyball')
    return `\\begin{aligned}v_{k+1}&=${texNumber(momentum)}\\,${v}-\\eta\\,${slope}(${w})\\\\ ${next}&=${projected(`${w}+v_{k+1}`)}\\end{aligned}`;
  if (rule === 'nesterov')
    return `\\begin{aligned}v_{k+1}&=${texNumber(momentum)}\\,${v}-\\eta\\,${slope}\\bigl(${w}+${texNumber(momentum)}\\,${v}\\bigr)\\\\ ${next}&=${projected(`${w}+v_{k+1}`)}\\end{aligned}`;
  if (rule === 'adam')
    return `\\begin{aligned}m_{k+1}&=${texNumber(beta1)}\\,m_k+${texNumber(1 - beta1)}\\,${slope}(${w})\\\\ u_{k+1}&=${texNumber(beta2)}\\,u_k+${texNumber(1 - beta2)}\\,${slope}(${w})^2\\\\ ${next}&=${projected(`${w}-\\eta\\,\\frac{\\hat m_{k+1}}{\\sqrt{\\hat u_{k+1}}+10^{-8}}`)}\\end{aligned}`;
  if (rule === 'sgd' && !facts.population)
    return `${next}=${projected(`${w}-\\frac{\\eta}{\\lvert B_k\\rvert}\\sum_{i\\in B_k}${slope}_i(${w})`)},\\qquad \\lvert B_k\\rvert\\le ${batch}`;
  return `${next}=${projected(`${w}-\\eta\\,${slope}(${w})`)}`;
}

function stepLines(facts: FormulaFacts, one: boolean): Line[] {
  const { rules, smoothness, same, problem } = facts;
  const length = (side: SideName): string => {
    const { step, c, given } = rules[side];
    return given
      ? `\\eta=${texNumber(step)}\\;\\bigl(=${texNumber(c)}/L\\bigr)`
      : `\\eta=\\frac cL=\\frac{${texNumber(c)}}{${texNumber(smoothness)}}=${texNumber(step)}`;
  };
  const lines: Line[] =
    same || one
      ? [{ tex: length('left') }]
      : [
          { tex: `\\text{@explain.tex.left}${length('left')}` },
          { tex: `\\text{@explain.tex.right}${length('right')}` },
        ];
  if (problem !== 'one-neuron') return [...lines, { say: 'explain.say.scale' }];
  lines.push({
    tex: facts.population ? 'L=1' : 'L=\\lambda_{\\max}(A^{\\top}A)/n',
    say: facts.population ? 'explain.say.smoothPopulation' : 'explain.say.smooth',
  });
  lines.push({ say: 'explain.say.safe', standing: 'proved' });
  return lines;
}

function inequalityTopic(facts: FormulaFacts): Topic {
  const { leak, population, hasPlant, planted, blend, noise } = facts;
  if (!hasPlant) return { id: 'inequality', lines: [{ say: 'explain.say.noPlant' }] };
  const over = (which: string) =>
    population ? `\\mathbb E\\;\\mathbf 1[${which}]\\,` : `\\frac1n\\sum_{${which}}`;
  const difference = `\\Delta(w)=\\bigl\\langle w-${STAR},\\;${symbol('difference', '\\nabla g-\\nabla f')}\\bigr\\rangle`;
  const [z, y, home] = population ? ['z', 'y', 'z^\\star'] : ['z_i', 'y_i', 'z_i^\\star'];
  const value =
    leak > 0
      ? `(1-s)\\,${over(`${z}\\le0`)}\\bigl(\\sigma(${z})-${y}\\bigr)\\bigl(${z}-${home}\\bigr)`
      : `${over(`${z}\\le0<${y}`)}\\;${y}\\,\\bigl(${y}-${z}\\bigr)`;
  const lines: Line[] = [{ tex: difference, say: 'explain.say.pull' }];
  if (planted) {
    lines.push({
      tex: `\\Delta(w)=${value}\\;\\ge\\;0`,
      say: leak > 0 ? 'explain.say.proofLeak' : 'explain.say.proof',
      standing: 'proved',
    });
  } else
    lines.push({
      tex: `\\Delta(w)=${leak > 0 ? '(1-s)\\,' : ''}${over(`${z}\\le0`)}\\bigl(${leak > 0 ? `s\\,${z}` : ''}-${y}\\bigr)\\bigl(${z}-${home}\\bigr)`,
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
        tex: `\\begin{aligned}f(w)=\\tfrac14\\lVert w\\rVert^2+\\tfrac14\\lVert ${STAR}\\rVert^2&\\\\ {}-\\tfrac{1}{2\\pi}\\lVert w\\rVert\\lVert ${STAR}\\rVert&\\bigl(\\sin t+(\\pi-t)\\cos t\\bigr)\\end{aligned}`,
        say: 'explain.say.angle',
        standing: 'proved',
      },
      {
        tex: `${SLOPE.left}(w)=\\tfrac12 w-\\tfrac1{2\\pi}\\Bigl(\\lVert ${STAR}\\rVert\\sin t\\,\\tfrac{w}{\\lVert w\\rVert}+(\\pi-t)\\,${STAR}\\Bigr)`,
        say: 'explain.say.flow',
        standing: 'proved',
      },
    ],
  };
}

function networkTopics(facts: FormulaFacts): Topic[] {
  const network: Topic = {
    id: 'network',
    lines: [
      {
        tex: `\\operatorname{net}(x)=\\sum_{j=1}^{m}\\alpha_j\\,\\max(w_j^{\\top}x,0)${facts.constant ? '+b_0' : ''}`,
      },
      {
        tex: facts.constant
          ? 'F=\\frac1{2n}\\lVert \\operatorname{net}(A)-y\\rVert^2+\\frac\\beta2\\sum_{j=1}^{m}\\bigl(u_j^2+\\alpha_j^2\\bigr)'
          : 'F=\\frac1{2n}\\lVert \\max(AW,0)\\,\\alpha-y\\rVert^2+\\frac\\beta2\\bigl(\\lVert W\\rVert^2+\\lVert\\alpha\\rVert^2\\bigr)',
        say: facts.constant
          ? 'explain.say.freeBias'
          : facts.trained
            ? 'explain.say.network'
            : 'explain.say.networkKept',
      },
    ],
  };
  const collapse: Topic = {
    id: 'collapse',
    lines: [
      {
        tex: 'F+\\frac bn\\sum_{j=1}^{m}\\alpha_j\\,y^{\\top}\\max(-Aw_j,0)',
        say: 'explain.say.collapse',
        standing: 'proved',
      },
      { say: 'explain.say.unchecked' },
    ],
  };
  const program: Topic = {
    id: 'program',
    lines: [
      facts.program === 'hinges'
        ? {
            tex: 'P=\\min\\ \\frac1{2n}\\Bigl\\lVert \\sum_i h_i\\,c_i+b_0-y\\Bigr\\rVert^2+\\beta\\sum_i\\lvert c_i\\rvert',
            say: 'explain.say.hinges',
            standing: 'proved',
          }
        : {
            tex: '\\begin{aligned}P=\\min\\ &\\frac1{2n}\\Bigl\\lVert\\sum_i D_iA(v_i-u_i)-y\\Bigr\\rVert^2+\\beta\\sum_i\\bigl(\\lVert v_i\\rVert+\\lVert u_i\\rVert\\bigr)\\\\ &(2D_i-I)Av_i\\ge0,\\quad(2D_i-I)Au_i\\ge0\\end{aligned}',
            say: facts.program === 'sampled' ? 'explain.say.sampled' : 'explain.say.program',
            ...(facts.program === 'sampled' ? {} : { standing: 'proved' as const }),
          },
    ],
  };
  const certificate: Topic = {
    id: 'certificate',
    lines: [
      {
        tex: '\\max_\\lambda\\ -\\frac n2\\lVert\\lambda\\rVert^2+\\lambda^{\\top}y\\quad\\text{@explain.tex.with}\\quad\\bigl\\lvert\\lambda^{\\top}\\max(Au,0)\\bigr\\rvert\\le\\beta\\ \\ \\text{@explain.tex.forAll}\\lVert u\\rVert=1',
        say: facts.program === 'sampled' ? 'explain.say.notCertified' : 'explain.say.certificate',
        ...(facts.program === 'sampled' ? {} : { standing: 'proved' as const }),
      },
    ],
  };
  return facts.solved
    ? [network, ruleTopic(facts), program, certificate, collapse]
    : [network, collapse, ruleTopic(facts), program, certificate];
}

function liftTopic(): Topic {
  return {
    id: 'lift',
    lines: [
      {
        tex: 'F(u,\\alpha)=\\tfrac12\\bigl(\\alpha\\max(u,0)-y\\bigr)^2+\\tfrac\\beta2\\bigl(u^2+\\alpha^2\\bigr)',
        say: 'explain.say.liftLeft',
      },
      {
        tex: 'P(v,w)=\\tfrac12(v-w-y)^2+\\beta\\,(v+w),\\qquad v,w\\ge0',
        say: 'explain.say.liftRight',
      },
      {
        tex: '\\min F=\\min P=\\begin{cases}\\beta y-\\tfrac12\\beta^2 & y>\\beta\\\\ \\tfrac12y^2 & y\\le\\beta\\end{cases}',
        say: 'explain.say.liftOptimum',
        standing: 'proved',
      },
    ],
  };
}

/** One update with its numbers in place of the symbols, which stand below; null where there are too many to be read. */
export function updateTex(
  side: SideName,
  problem: string,
  blended: boolean,
  {
    weights,
    move,
    step,
    next,
  }: {
    readonly weights: ArrayLike<number>;
    /** What is multiplied with the step; null where the rule is more than that. */
    readonly move: ArrayLike<number> | null;
    readonly step: number;
    readonly next: ArrayLike<number> | null;
  },
): string | null {
  if (weights.length > 3 || (!move && !next)) return null;
  const name = ITERATES[problem]![side];
  const column = (numbers: ArrayLike<number>, mark: MarkName | null, below: string) => {
    const rows = Array.from(numbers, (value) => texNumber(value)).join('\\\\');
    const named = `\\underbrace{\\begin{pmatrix}${rows}\\end{pmatrix}}_{${below}}`;
    return mark ? `\\htmlClass{symbol column ${mark}}{\\htmlData{mark=${mark}}{${named}}}` : named;
  };
  const from = column(weights, side, name('k'));
  const to = next ? column(next, side, name('k+1')) : '\\text{–}';
  if (move) {
    const slope: MarkName = `slope-${side}`;
    const times = `\\underbrace{${texNumber(step)}}_{\\eta}`;
    return `${from}-${times}\\,${column(move, slope, symbolTex(slope, problem, blended)!)}=${to}`;
  }
  const moved = Array.from(next!, (value, j) => value - weights[j]!);
  return `${from}+${column(moved, null, '\\text{@explain.tex.move}')}=${to}`;
}
