import '../chance-words.en.ts';
import './tally.css';
import { useCallback } from 'react';
import type { TallyReading } from '../../../../engine/problems/shuffle/types.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { NumberChoice } from '../../kit/NumberChoice.tsx';
import { type PlateSize, SweepPlate } from '../../kit/sweep/SweepPlate.tsx';
import { SweepTable } from '../../kit/sweep/SweepTable.tsx';
import { useSweep } from '../../kit/sweep/use-sweep.ts';
import { shuffleOf } from '../shuffle-info.ts';
import { STARTS, TALLY, tallyKey } from './asked.ts';
import { createTally, describeTally, shownTally, tallyInput } from './drawing.ts';
import { rowAt } from './plot.ts';

const describe = async () => describeTally;

/** Counts, on demand, how many starts of each side end at a best permutation. */
export function TallyPlate() {
  const { store } = useSession();
  const t = useTranslate();
  const { palette } = useThemeContext();
  const info = useApp(shuffleOf);
  const starts = useApp(({ scenario }) => scenario.values.starts as number);
  const known = useApp(TALLY.of);
  const key = useApp(tallyKey);
  const { isRunning, run, stop } = useSweep<TallyReading>('tally', key);
  const pictureOf = useCallback((pointed: number | null) => createTally(pointed), []);
  if (!info) return null;
  const shown = shownTally(info, starts, known, t);

  async function play(): Promise<void> {
    const at = store.getState();
    await run(null, (told) => TALLY.set(store, told, at));
  }

  return (
    <SweepPlate
      name="tally"
      label={t('shuffle.tally.label')}
      pictureOf={pictureOf}
      describe={describe}
      parts={2}
      partAt={(size: PlateSize, _, y) =>
        rowAt(tallyInput(shown, { size, drawStyle: { scale: size.scale, palette } }), y)
      }
      read={shown.read}
      hint={shown.hint}
      progress={
        known && {
          done: known.done,
          of: 2 * known.starts,
          words: t('shuffle.tally.progress', { done: known.done, of: 2 * known.starts }),
        }
      }
      isRunning={isRunning}
      onRun={() => void play()}
      onStop={stop}
      words={{
        run: t('shuffle.tally.run'),
        again: t('shuffle.tally.again'),
        stop: t('shuffle.tally.stop'),
        table: t('shuffle.tally.table'),
      }}
      table={(onClose) => (
        <SweepTable
          title={t('shuffle.tally.label')}
          head={shown.head}
          rows={shown.rows()}
          onClose={onClose}
        />
      )}
    >
      <NumberChoice
        name="starts"
        words="shuffle.tally.starts"
        numbers={[...new Set([...STARTS, starts])].sort((a, b) => a - b)}
        chosen={starts}
      />
    </SweepPlate>
  );
}
