import { texNumber } from '../../../i18n/tex.ts';
import type { Line, Topic } from '../../../session/explanation.ts';
import { lines } from '../../kit/explain/told-sides.ts';
import type { WriteSymbol } from '../fed-marks.ts';

export const roundTopic = (symbol: WriteSymbol, settings: readonly string[]): Topic => ({
  id: 'fedRound',
  lines: [
    {
      tex: lines(
        '&\\theta_c\\leftarrow\\theta',
        `&${symbol('locals', '\\theta_c')}\\leftarrow\\theta_c-\\eta\\,\\nabla F_c(\\theta_c),\\quad K\\ \\text{@explain.tex.times}`,
        `&${symbol('average', '\\bar\\theta')}=\\frac1N\\sum_c\\theta_c`,
        '&\\theta^+=\\theta+s\\,(\\bar\\theta-\\theta)',
      ),
      say: 'explain.say.fedRound',
    },
    { tex: lines(...settings) },
  ],
});

/** Writes K, eta, s and N with their values. */
export const settingsTex = (
  label: string,
  { local, eta, server, count }: { local: number; eta: number; server: number; count: number },
): string => `&${label}K=${local},\\ \\eta=${texNumber(eta)},\\ s=${texNumber(server)},\\ N=${count}`;

export const PAPER: Line = { say: 'explain.say.fedPaper', standing: 'abstract' };
export const PLAYGROUND: Line = { say: 'explain.say.fedPlayground', standing: 'abstract' };
