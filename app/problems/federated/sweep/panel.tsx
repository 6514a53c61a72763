import './words.en.ts';
import type { NetworkInfo, SweepReading } from '../../../../engine/problems/federated/types.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { HOW_OFTEN, type Panel } from '../../../session/view.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { isBare, say } from '../../kit/say.ts';
import { sweepPanel } from '../../kit/sweep/sweep-panel.tsx';
import { networkOf } from '../federated-info.ts';
import { offerOf, SWEEPS, type SweepName } from '../offers.ts';
import { askedOf, KNOWN, type KnownSweep } from './asked.ts';
import { shownSweep } from './pictures.ts';
import { drawSweep, partAt } from './plot.ts';

interface SweepState {
  readonly info: NetworkInfo | null;
  readonly known: KnownSweep | null;
  readonly bare: boolean;
}

/** Opens the ensembles with the sweep's axes. */
function Often({ name }: { name: SweepName }) {
  const session = useSession();
  const t = useTranslate();
  const info = useApp(networkOf);
  const offer = info && name !== 'narrow' && offerOf(name, info);
  if (!offer) return null;
  return (
    <Button
      data-testid={`sweep-${name}-often`}
      onClick={() => {
        session.change(offer);
        dispatchEvent(new Event(HOW_OFTEN));
      }}
      words={t('header.ensemble')}
    />
  );
}

const panel = (name: SweepName): Panel =>
  sweepPanel<SweepReading, SweepState>({
    ...{ name, testId: `sweep-${name}`, reading: 'sweep', known: KNOWN[name] },
    title: (_, t) => t(`fed.sweep.title.${name}`),
    ask: ({ info }) => askedOf(name, info!),
    select: (state) => ({ info: networkOf(state), known: KNOWN[name].of(state), bare: isBare(state) }),
    show({ info, known, bare }, t) {
      if (!info) return null;
      const shown = shownSweep(name, info, known, t, bare);
      const { picture, read } = shown;
      const last = picture.parts.length - 1;
      const told = known ? [...new Set([0, Math.floor(last / 2), last])].map(read) : [];
      const { hint } = shownSweep(name, info, known, t);
      return {
        ...shown,
        parts: picture.parts.length,
        alt: [`${t(`fed.sweep.title.${name}`)}.`, hint, ...told].join(' '),
        progress: known && { done: known.told.done, of: known.asked.points.length * known.asked.seeds },
        draw: ({ size, drawStyle }, pointed) => drawSweep({ ...size, ...drawStyle, ...picture, pointed }),
        partAt: ({ size, drawStyle }, x, y) => partAt({ ...size, ...drawStyle, ...picture }, x, y),
      };
    },
    word: (t, word, facts) => say(t, `fed.sweep.${word}`, facts),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Extra: () => <Often name={name} />,
  });

export const THIRDS: Readonly<Record<string, Panel>> = Object.fromEntries(
  SWEEPS.map((name) => [name, panel(name)]),
);
