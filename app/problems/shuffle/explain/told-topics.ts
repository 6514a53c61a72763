import type { ShuffleInfo } from '../../../../engine/problems/shuffle/types.ts';
import { texNumber } from '../../../i18n/tex.ts';
import type { Topic } from '../../../session/explanation.ts';
import { lines } from '../../kit/explain/told-sides.ts';
import type { Steps } from '../explain-marks.ts';
import { lineOf } from '../shuffle-info.ts';
import type { WriteSymbol } from '../shuffle-marks.ts';
import { WHO } from '../who-shares.ts';

/** Section 16.6. */
export const projectionTopic = ({ triangle }: ShuffleInfo): Topic => ({
  id: 'shuffleProjection',
  lines: triangle
    ? [
        {
          tex: lines('&\\operatorname{proj}(y)_k=\\max(y_k-\\tau,0)', '&\\sum_k\\max(y_k-\\tau,0)=1'),
          say: 'explain.say.shuffleSorting',
          standing: 'proved',
        },
      ]
    : [
        {
          tex: lines(
            '&\\operatorname{proj}(V)=\\max(V+r1^{\\top}+1c^{\\top},0)',
            '&\\min_{r,c}\\ \\tfrac12\\lVert\\max(\\cdot,0)\\rVert_F^2-\\textstyle\\sum r-\\sum c',
          ),
          say: 'explain.say.shuffleDual',
          standing: 'proved',
        },
        { say: 'explain.say.shuffleNewton', standing: 'abstract' },
        { say: 'explain.say.shuffleDykstra', standing: 'measured' },
      ],
});

export function roundingTopic({ triangle }: ShuffleInfo, steps: Steps, symbol: WriteSymbol): Topic {
  const shown = steps.map(({ label, of: { before } }) => {
    const { permutation, cost, tie, tiedCosts } = before.rounded;
    if (!tie) return `&${label}X=${lineOf(permutation)},\\ E=${texNumber(cost)}`;
    const costs = [...new Set((tiedCosts ?? []).map((one) => texNumber(one)))];
    return `&${label}\\text{@explain.tex.shuffleTie}${costs.length > 0 ? `,\\ E=${costs.join('\\,\\text{–}\\,')}` : ''}`;
  });
  return {
    id: 'shuffleRounding',
    lines: [
      {
        tex: triangle
          ? `${symbol('rounded', 'X')}=C^k,\\quad k=\\arg\\max_kx_k`
          : `${symbol('rounded', 'X')}=\\arg\\max_X\\langle X,M\\rangle`,
        say: triangle ? 'explain.say.shuffleRoundingTriangle' : 'explain.say.shuffleRounding',
        standing: 'proved',
      },
      ...(shown.length > 0 ? [{ tex: lines(...shown) }] : []),
      { say: 'explain.say.shuffleTie' },
      { say: 'explain.say.shuffleTied', standing: 'measured' },
    ],
  };
}

export const rampTopic = ({ ramp, lambda }: ShuffleInfo): Topic => ({
  id: 'shuffleRamp',
  lines: [
    {
      tex: lines(
        '&\\lambda_k=\\lambda\\min(1,\\,k/\\mathrm{ramp})',
        `&\\lambda=${texNumber(lambda)},\\quad\\mathrm{ramp}=${ramp}${ramp === 0 ? '\\colon\\ \\lambda_k=\\lambda' : ''}`,
      ),
      say: 'explain.say.shuffleRamp',
    },
    { say: 'explain.say.shuffleRampToo', standing: 'measured' },
    { say: 'explain.say.shuffleRampCopy', standing: 'measured' },
    { say: 'explain.say.shuffleRampWins', standing: 'measured' },
  ],
});

/** Writes the table of who wins on which law. */
function whoTex(): string {
  const head = ['Relaxed', 'Once', 'Slow'].map((name) => `\\text{@explain.tex.shuffle${name}}`);
  const rows = WHO.map(({ graphs, n, noise, shares }) => {
    const law = `\\text{@explain.tex.shuffle.${graphs}}\\,${n}${noise === null ? '' : `,\\,${noise}`}`;
    return [law, ...shares.map((share) => share.toFixed(1))];
  });
  return `\\begin{array}{lrrr}${[['', ...head], ...rows].map((row) => row.join('&')).join('\\\\ ')}\\end{array}`;
}

/** Section 16.8. */
export const whoTopic = ({ triangle }: ShuffleInfo): Topic => ({
  id: 'shuffleWho',
  lines: [
    { tex: whoTex(), say: 'explain.say.shuffleWhoTable', standing: 'measured' },
    { say: 'explain.say.shuffleWhoOnce', standing: 'measured' },
    { say: 'explain.say.shuffleWhoRamp', standing: 'measured' },
    { say: 'explain.say.shuffleWhoStarts', standing: 'measured' },
    ...(triangle ? [{ say: 'explain.say.shuffleWhoTriangle', standing: 'measured' } as const] : []),
  ],
});

/** Section 16.9. */
export const layersTopic = (): Topic => ({
  id: 'shuffleLayers',
  lines: [
    { say: 'explain.say.shuffleNotTheirs' },
    { say: 'explain.say.shuffleLayersWin', standing: 'measured' },
  ],
});

export const PAPERS: Topic = {
  id: 'shufflePapers',
  lines: [
    { say: 'explain.say.shufflePaper', standing: 'abstract' },
    { say: 'explain.say.shuffleOurs' },
    { say: 'explain.say.shuffleFriendly', standing: 'abstract' },
  ],
};
