import './words.en.ts';
import { useCallback } from 'react';
import type { SweepReading } from '../../../../engine/problems/federated/types.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { HOW_OFTEN } from '../../../session/view.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { CHOSEN } from '../../kit/state/view-state.ts';
import { type PlateSize, SweepPlate } from '../../kit/sweep/SweepPlate.tsx';
import { SweepTable } from '../../kit/sweep/SweepTable.tsx';
import { useSweep } from '../../kit/sweep/use-sweep.ts';
import { networkOf } from '../federated-info.ts';
import { offerOf, SWEEPS, type SweepName } from '../offers.ts';
import { askedOf, KNOWN, sweepKey } from './asked.ts';
import { createSweep, sweepInput, tellSweep } from './drawing.ts';
import { shownSweep } from './pictures.ts';
import { partAt } from './plot.ts';

export { tellSweep };

/** Runs a sweep on demand; shows picture and table. */
function SweepPanel({ name }: { name: SweepName }) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const { palette } = useThemeContext();
  const info = useApp(networkOf);
  const known = useApp(KNOWN[name].of);
  const key = useApp((state) => sweepKey(name, state));
  const bare = useApp(({ scenario }) => scenario.values.profile === 'projector');
  const { isRunning, run, stop } = useSweep<SweepReading>('sweep', key);
  const pictureOf = useCallback((pointed: number | null) => createSweep(name, pointed), [name]);
  const describe = useCallback(async () => tellSweep(name), [name]);
  if (!info) return null;
  const shown = shownSweep(name, info, known, t, bare);
  const of = known ? known.asked.points.length * known.asked.seeds : 0;
  const done = known?.told.done ?? 0;
  const offer = name === 'narrow' ? null : offerOf(name, info);

  async function play(): Promise<void> {
    const asked = askedOf(name, info!);
    const at = store.getState();
    const from = at.scenario.values.seed as number;
    await run(asked, (told) => KNOWN[name].set(store, { from, asked, told }, at));
  }

  return (
    <SweepPlate
      name={`sweep-${name}`}
      label={t(`fed.sweep.title.${name}`)}
      pictureOf={pictureOf}
      describe={describe}
      parts={shown.picture.parts.length}
      partAt={(size: PlateSize, x, y) =>
        partAt(sweepInput(shown, { size, drawStyle: { scale: size.scale, palette } }), x, y)
      }
      read={shown.read}
      hint={shown.hint}
      progress={known && { done, of, words: t('fed.sweep.progress', { done, of }) }}
      isRunning={isRunning}
      onRun={() => void play()}
      onStop={stop}
      words={{
        run: t('fed.sweep.run'),
        again: t('fed.sweep.again'),
        stop: t('fed.sweep.stop'),
        table: t('fed.sweep.table'),
      }}
      table={(onClose) => (
        <SweepTable
          title={t(`fed.sweep.title.${name}`)}
          head={shown.head}
          rows={shown.rows()}
          onClose={onClose}
        />
      )}
    >
      {offer && (
        <Button
          data-testid={`sweep-${name}-often`}
          onClick={() => {
            session.change(offer);
            dispatchEvent(new Event(HOW_OFTEN));
          }}
          words={t('header.ensemble')}
        />
      )}
    </SweepPlate>
  );
}

/** Shows the chosen sweep; the key makes each its own component. */
export function Sweep() {
  const name = useApp((state) => SWEEPS.find((one) => one === CHOSEN.of(state)));
  return name && <SweepPanel key={name} name={name} />;
}

export const SHOWN = Object.fromEntries(SWEEPS.map((name) => [name, () => createSweep(name, null)]));
