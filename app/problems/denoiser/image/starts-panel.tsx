import './more-words.en.ts';
import './image.css';
import type { TwoStartsReading } from '../../../../engine/problems/denoiser/types.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { sweepPanel } from '../../kit/panel.tsx';
import { SweepPlate } from '../../kit/sweep/SweepPlate.tsx';
import { SweepTable } from '../../kit/sweep/SweepTable.tsx';
import { useSweep } from '../../kit/sweep/use-sweep.ts';
import { imageOf, nameOf } from '../denoiser-info.ts';
import {
  createStarts,
  describeStarts,
  KNOWN_STARTS,
  ROUNDS,
  roundWords,
  startsHint,
  startsKey,
  startsRows,
} from './starts-drawing.ts';
import { roundAt } from './starts-plot.ts';

const describe = async () => describeStarts;

function StartsPlate() {
  const { store } = useSession();
  const t = useTranslate();
  const info = useApp(imageOf);
  const told = useApp(KNOWN_STARTS.of);
  const key = useApp(startsKey);
  const { isRunning, run, stop } = useSweep<TwoStartsReading>('two-starts', key);
  if (!info) return null;

  async function play(): Promise<void> {
    const at = store.getState();
    await run({ rounds: ROUNDS }, (found) => found && KNOWN_STARTS.set(store, found, at));
  }

  return (
    <SweepPlate
      name="two-starts"
      label={t('image.starts.title')}
      pictureOf={createStarts}
      describe={describe}
      parts={told ? told.done + 1 : 0}
      partAt={(size, x, y) => (told ? roundAt({ ...size, span: ROUNDS, last: told.done }, x, y) : null)}
      read={(round) => (told ? roundWords(info, told, round, t) : '')}
      hint={startsHint(info, told, t)}
      progress={
        told && {
          done: told.done,
          of: ROUNDS,
          words: t('image.starts.progress', { done: told.done, of: ROUNDS }),
        }
      }
      isRunning={isRunning}
      onRun={() => void play()}
      onStop={stop}
      words={{
        run: t('image.starts.run'),
        again: t('image.starts.again'),
        stop: t('image.starts.stop'),
        table: t('image.starts.table'),
      }}
      table={(onClose) => (
        <SweepTable
          title={t('image.starts.title')}
          head={[t('axis.step'), nameOf(info, 'left', t), nameOf(info, 'right', t), t('image.starts.bound')]}
          rows={startsRows(told)}
          onClose={onClose}
        />
      )}
    />
  );
}

export const STARTS = sweepPanel({
  ...{ name: 'starts', Body: StartsPlate, aspect: 0.6, narrow: 0.7 },
  ...{ create: () => createStarts(null), tell: describeStarts },
  title: (_, t) => t('image.starts.title'),
});
