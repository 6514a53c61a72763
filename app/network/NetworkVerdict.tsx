import { useMemo } from 'react';
import { formatNumberShort, formatReadout } from '../messages/format.ts';
import { dynamicKey } from '../messages/messages.ts';
import { useApp, useSession, useTranslate } from '../views/session-context.tsx';
import { useNetwork, useNetworkPictures } from './network-context.ts';
import { countKept, leftVerdict, objectiveOf, pointTogether } from './network-facts.ts';
import { networkAt } from './network-pictures.ts';

/** How descent stands against what is proved, and what it is set to. */
export function LeftVerdict() {
  const session = useSession();
  const t = useTranslate();
  const known = useNetwork((state) => state);
  const words = useApp((state) => t('network.verdict', leftVerdict(session, state, known)));
  const ended = useApp(({ sides, k }) => sides.left.endedAt !== null && sides.left.endedAt <= k);
  const settings = useApp(({ opened }) => {
    if (!opened) return '';
    const { rule, step } = opened.settings.left;
    const short = (value: number) => formatNumberShort(Number(value.toPrecision(4)));
    return t('settings.line', {
      rule: t(dynamicKey('choice.rule', rule)),
      step: short(step),
      c: short(step * opened.smoothness),
      smoothness: short(opened.smoothness),
    });
  });
  const dead = useNetwork(({ reading }) => reading?.left.dead.reduce((sum, flag) => sum + flag, 0) ?? 0);
  const neurons = useApp(({ opened }) => opened?.network?.neurons ?? 0);
  const below = dead > 0 ? `${t('network.dead', { dead, neurons })} · ${settings}` : settings;
  return (
    <>
      <p className={`verdict left${ended ? ' ended' : ''}`} data-testid="verdict-left" title={words}>
        {words}
      </p>
      <p className="criterion" title={below}>
        {below}
      </p>
    </>
  );
}

/** How the program, or the relaxation, stands. */
export function RightVerdict() {
  const session = useSession();
  const t = useTranslate();
  const { store } = useNetworkPictures();
  const words = useApp((state) => {
    const { network } = state.opened ?? {};
    if (!network) return '';
    const flat = networkAt(session, 'right');
    const kept = countKept(flat, network.columns);
    if (!network.solved) {
      const objective = formatReadout(objectiveOf(session, state, 'right'));
      const together = state.k > 0 && pointTogether(flat, network.columns);
      return t('network.verdictRelaxed', { objective, kept, together });
    }
    const { status, endedAt, last } = state.sides.right;
    const k = Math.min(state.k, last);
    if (k === 0 && status !== 'optimal') return t('network.ready');
    const { objectives, bounds } = session.trajectories.right;
    const gap = objectives[k]! > 0 ? Math.max(0, objectives[k]! - bounds[k]!) / objectives[k]! : 0;
    const ended = endedAt !== null && endedAt <= state.k;
    return t('network.verdictProgram', { status: ended ? status : 'moving', gap, endedAt, kept });
  });
  const criterion = useMemo(() => t('network.criterion'), [t]);
  const solved = useApp(({ opened }) => opened?.network?.solved ?? true);
  const missing = useNetwork(({ optimum }) => optimum === null);
  return (
    <>
      <p
        className="verdict right"
        data-testid="verdict-right"
        title={words}
        data-ready={store.getState() !== null}
      >
        {words}
      </p>
      <p className="criterion">
        {solved ? (missing ? t('network.coming') : criterion) : t('network.honest')}
      </p>
    </>
  );
}
