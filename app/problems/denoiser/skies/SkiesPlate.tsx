import './words.en.ts';
import './skies.css';
import { useCallback } from 'react';
import type { SkiesReading } from '../../../../engine/problems/denoiser/types.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { NumberChoice } from '../../kit/NumberChoice.tsx';
import { type PlateSize, SweepPlate } from '../../kit/sweep/SweepPlate.tsx';
import { SweepTable } from '../../kit/sweep/SweepTable.tsx';
import { useSweep } from '../../kit/sweep/use-sweep.ts';
import { imageOf } from '../denoiser-info.ts';
import { KNOWN_SKIES, SKIES_OFFERED, SKIES_ROUNDS, skiesAsked, skiesKey } from './asked.ts';
import { createSkies, describeSkies, shownSkies, skiesInput } from './drawing.ts';
import { skyAt } from './plot.ts';

const COUNT = 'skies.count';

const describe = async () => describeSkies;

/** A click opens a sky. */
export function SkiesPlate() {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const { palette } = useThemeContext();
  const right = useApp((state) => imageOf(state)?.right ?? null);
  const seed = useApp(({ scenario }) => scenario.values.seed as number);
  const skies = useApp(({ scenario }) => scenario.values.skies as number);
  const from = useApp((state) => skiesAsked(state).from);
  const known = useApp(KNOWN_SKIES.of);
  const key = useApp(skiesKey);
  const { isRunning, run, stop } = useSweep<SkiesReading>('skies', key);
  const pictureOf = useCallback((pointed: number | null) => createSkies(pointed), []);
  if (!right) return null;
  const shown = shownSkies(right, { seed, skies, rounds: SKIES_ROUNDS, from, known }, t);
  const done = known?.told.length ?? 0;

  async function play(): Promise<void> {
    const at = store.getState();
    const asked = skiesAsked(at);
    await run(asked, (told) => KNOWN_SKIES.set(store, { asked, told }, at));
  }

  return (
    <SweepPlate
      name="skies"
      label={t('skies.label')}
      pictureOf={pictureOf}
      describe={describe}
      parts={done}
      partAt={(size: PlateSize, x, y) =>
        skyAt(skiesInput(shown, { size, drawStyle: { scale: size.scale, palette } }), x, y)
      }
      read={shown.read}
      onOpen={(sky) => session.change({ seed: known!.told[sky]!.seed })}
      hint={shown.hint}
      progress={
        known && { done, of: known.asked.skies, words: t('skies.progress', { done, of: known.asked.skies }) }
      }
      isRunning={isRunning}
      onRun={() => void play()}
      onStop={stop}
      words={{
        run: t('skies.run', { skies }),
        again: t('skies.run', { skies }),
        stop: t('skies.stop'),
        table: t('skies.table'),
      }}
      table={(onClose) => (
        <SweepTable title={t('skies.label')} head={shown.head} rows={shown.rows()} onClose={onClose} />
      )}
    >
      <NumberChoice
        name="skies"
        words={COUNT}
        numbers={[...new Set([...SKIES_OFFERED, skies])].sort((a, b) => a - b)}
        chosen={skies}
      />
    </SweepPlate>
  );
}
