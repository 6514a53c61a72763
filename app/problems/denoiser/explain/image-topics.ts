import type { SideName } from '../../../../engine/contract.ts';
import type { ImageInfo, ImageTerms } from '../../../../engine/problems/denoiser/types.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import { texNumber } from '../../../i18n/tex.ts';
import type { Line, Topic } from '../../../session/explanation.ts';
import { lines } from '../../kit/explain/told-sides.ts';
import type { WriteSymbol } from '../denoiser-marks.ts';
import { SKIES } from '../sky-tally.ts';
import { PAPERS, PROX, whyTopic } from './told-topics.ts';

/** Explained rounds with their formula prefixes. */
type Rounds = readonly { readonly side: SideName; readonly label: string; readonly of: ImageTerms }[];

export function imageTopics(info: ImageInfo, rounds: Rounds, symbol: WriteSymbol): Topic[] {
  return [
    roundTopic(info, symbol),
    aloneTopic(symbol),
    PROX,
    denoisersTopic(info),
    firmTopic(info),
    rateTopic(info, rounds, symbol),
    whyTopic(info.isPositive, 'x_\\star'),
    witnessTopic(rounds, symbol),
    cleanTopic(symbol),
    whoTopic(),
    EXAMPLES,
    PAPERS,
  ];
}

function roundTopic(info: ImageInfo, symbol: WriteSymbol): Topic {
  const { mask, visibilities, c, strength, isPositive, isFirm } = info;
  return {
    id: 'dnRound',
    lines: [
      {
        tex: lines(
          `&${symbol('measured', 'Y')}=m\\cdot\\mathcal F(x_{\\mathrm{true}}+\\text{@explain.tex.dnNoise}),\\quad L=1`,
          `&z=${symbol('left', 'x')}-c\\,\\mathcal F^{-1}\\bigl(m\\cdot\\mathcal Fx-Y\\bigr)`,
          isPositive ? '&x^+=\\max\\bigl(0,\\,t\\,D(z/t)\\bigr)' : '&x^+=t\\,D(z/t)',
        ),
        say: 'explain.say.dnRoundImage',
      },
      { say: isFirm ? 'explain.say.dnSides' : 'explain.say.dnSidesBroken' },
      {
        tex: lines(
          `&\\textstyle\\sum m=${visibilities}\\ \\text{@explain.tex.dnOf}\\ ${mask.length}`,
          `&c=${texNumber(c)},\\quad t=${texNumber(strength)}`,
        ),
        say: isPositive ? 'explain.say.dnStrength' : 'explain.say.dnStrengthSigned',
      },
      { say: 'explain.say.dnSimple' },
    ],
  };
}

const aloneTopic = (symbol: WriteSymbol): Topic => ({
  id: 'dnAlone',
  lines: [
    {
      tex: `\\hat z=\\begin{cases}(1-c)\\,\\hat x+c\\,${symbol('measured', 'Y')}&m=1\\\\ \\hat x&m=0\\end{cases}`,
      say: 'explain.say.dnAlone',
      standing: 'proved',
    },
    { say: 'explain.say.dnPilesUp', standing: 'proved' },
    { say: 'explain.say.dnPiled', standing: 'measured' },
  ],
});

const denoisersTopic = ({ right, threshold }: ImageInfo): Topic => ({
  id: 'dnDenoisers',
  lines: [
    { tex: 'D(z)=z-\\operatorname{net}(z)', say: 'explain.say.dnNet' },
    right === 'ridge'
      ? { tex: 'D(z)=z-W^{\\top}\\varphi(Wz)', say: 'explain.say.dnRidge' }
      : {
          tex: `D(z)=\\Psi^{\\top}\\operatorname{shrink}_\\tau(\\Psi z),\\quad\\tau=${texNumber(threshold)}`,
          say: 'explain.say.dnHandmade',
        },
    { say: 'explain.say.dnPsnr', standing: 'measured' },
    { say: 'explain.say.dnCost', standing: 'measured' },
  ],
});

/** Explains the first two steps of the certificate (section 17.5). */
function firmTopic({ right, certificate }: ImageInfo): Topic {
  const { largestGain, smallestGain, slopes, broken } = certificate;
  if (right === 'handmade')
    return {
      id: 'dnFirm',
      lines: [
        {
          tex: "\\Psi^{\\top}\\Psi=I,\\quad 0\\le\\operatorname{shrink}'\\le1",
          say: 'explain.say.dnFirmHandmade',
          standing: 'proved',
        },
      ],
    };
  const [least, most] = slopes;
  const gain = `\\max G=${texNumber(largestGain, 7)}`;
  const between = `${texNumber(least, 3)}\\le\\varphi'\\le${texNumber(most, 3)}`;
  if (broken.length > 0)
    return {
      id: 'dnFirm',
      lines: [
        { tex: lines(`&${gain}`, `&${between}`), say: 'explain.say.dnBroken', standing: 'proved' },
        ...broken.map(
          ({ law, found, bound }): Line => ({
            tex: `${texNumber(found, 7)}${law === 'least-slope' ? '<' : '>'}${texNumber(bound)}`,
            say: dynamicKey('explain.say.dnBroken', law),
            standing: 'proved',
          }),
        ),
      ],
    };
  return {
    id: 'dnFirm',
    lines: [
      { say: 'explain.say.dnRecomputed' },
      {
        tex: lines(
          '&G(k)=\\textstyle\\sum_j|\\hat w_j(k)|^2\\colon\\ \\operatorname{eig}(W^{\\top}W)',
          `&\\min G=${texNumber(smallestGain)}`,
          `&${gain}\\le1`,
        ),
        say: 'explain.say.dnGain',
        standing: 'proved',
      },
      {
        tex: lines(
          `&\\epsilon=${texNumber(least, 3)}\\le\\varphi'\\le${texNumber(most, 3)}`,
          "&D'=I-W^{\\top}\\operatorname{diag}(\\varphi')W",
          "&0\\preceq D'\\preceq I-\\epsilon\\,W^{\\top}W",
        ),
        say: 'explain.say.dnFirm',
        standing: 'proved',
      },
      { say: 'explain.say.dnGrid', standing: 'measured' },
    ],
  };
}

function whyNoRate({ isFirm, right, c, comesToRest }: ImageInfo): string {
  if (!isFirm) return 'broken';
  if (right === 'ridge') return c > 2 ? 'long' : 'flat';
  if (comesToRest) return 'handmade';
  return c < 2 ? 'zero' : 'long';
}

function rateTopic(info: ImageInfo, rounds: Rounds, symbol: WriteSymbol): Topic {
  const { rate, measuresZeroAlone } = info;
  const zero: Line[] = measuresZeroAlone ? [{ say: 'explain.say.dnZeroAlone' }] : [];
  if (rate === null)
    return {
      id: 'dnRate',
      lines: [{ say: dynamicKey('explain.say.dnNoRate', whyNoRate(info)), standing: 'proved' }, ...zero],
    };
  const radius = rounds.find(({ side }) => side === 'right')?.of.radius ?? Number.NaN;
  return {
    id: 'dnRate',
    lines: [
      {
        tex: lines('&q=\\max_k|1-c\\,m(k)|\\,\\sqrt{1-\\epsilon\\,G(k)}', `&q=${texNumber(rate, 5)}<1`),
        say: 'explain.say.dnRate',
        standing: 'proved',
      },
      {
        tex: lines(
          `&\\lVert x_k-x_\\star\\rVert\\le${symbol('radius', '\\rho_k')}=\\frac q{1-q}\\lVert x_k-x_{k-1}\\rVert`,
          `&\\frac q{1-q}=${texNumber(rate / (1 - rate))}${Number.isFinite(radius) ? `,\\quad\\rho=${texNumber(radius)}` : ''}`,
        ),
        say: 'explain.say.dnRadius',
        standing: 'proved',
      },
      ...zero,
      { say: 'explain.say.dnLoose', standing: 'measured' },
      { say: 'explain.say.dnRounding', standing: 'measured' },
    ],
  };
}

function witnessTopic(rounds: Rounds, symbol: WriteSymbol): Topic {
  const rows = rounds
    .filter(({ of: { ratio } }) => Number.isFinite(ratio))
    .map(({ label, of: { ratio } }) => `&${label}${texNumber(ratio)}`);
  return {
    id: 'dnWitness',
    lines: [
      {
        tex: lines(
          `&${symbol('ratio', '\\text{@explain.tex.dnRatio}')}=\\frac{\\lVert D(z_k)-D(z_{k-1})\\rVert}{\\lVert z_k-z_{k-1}\\rVert}`,
        ),
        say: 'explain.say.dnWitness',
        standing: 'proved',
      },
      ...(rows.length > 0 ? [{ tex: lines(...rows) }] : []),
      { say: 'explain.say.dnWitnesses', standing: 'measured' },
      { say: 'explain.say.dnNoHarm', standing: 'measured' },
    ],
  };
}

const cleanTopic = (symbol: WriteSymbol): Topic => ({
  id: 'dnClean',
  lines: [
    {
      tex: lines(
        `&r=${symbol('dirty', '\\mathcal F^{-1}Y')}\\text{@explain.tex.dnAtFirst}`,
        '&i=\\arg\\max|r|,\\quad a=0.1\\,r_i/b_0',
        '&r\\leftarrow r-a\\,b_{\\cdot-i}',
      ),
      say: 'explain.say.dnClean',
    },
  ],
});

function skiesTex(measured: number): string {
  const named = ['Left', 'Right', 'Ahead'].map((name) => `\\text{@explain.tex.dn${name}}`);
  const rows = SKIES.filter(({ share }) => share === measured).map(
    ({ c, t, medians: [left, right], ahead }) => [
      String(c),
      String(t),
      left.toFixed(1),
      right.toFixed(1),
      String(ahead),
    ],
  );
  const all = [[`${100 * measured}\\,\\%\\colon\\ c`, 't', ...named], ...rows];
  return `\\begin{array}{rrrrr}${all.map((row) => row.join('&')).join('\\\\ ')}\\end{array}`;
}

/** Section 17.8. */
const whoTopic = (): Topic => ({
  id: 'dnWho',
  lines: [
    { say: 'explain.say.dnNotBetter' },
    { tex: skiesTex(0.15) },
    { tex: skiesTex(0.3), say: 'explain.say.dnSkies', standing: 'measured' },
    { say: 'explain.say.dnAhead', standing: 'measured' },
    { say: 'explain.say.dnFails', standing: 'measured' },
    { say: 'explain.say.dnStopped', standing: 'measured' },
    { say: 'explain.say.dnSlow', standing: 'measured' },
    { say: 'explain.say.dnBehind', standing: 'measured' },
  ],
});

const EXAMPLES: Topic = {
  id: 'dnExamples',
  lines: [
    { say: 'explain.say.dnFalls', standing: 'measured' },
    { say: 'explain.say.dnTwo', standing: 'measured' },
    { say: 'explain.say.dnLeftWins', standing: 'measured' },
    { say: 'explain.say.dnStrengths', standing: 'measured' },
    { say: 'explain.say.dnDefault', standing: 'measured' },
    { say: 'explain.say.dnRestless', standing: 'measured' },
  ],
};
