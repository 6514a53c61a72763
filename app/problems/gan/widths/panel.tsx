import '../chance-words.en.ts';
import type { WidthsReading } from '../../../../engine/problems/gan/types.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { sweepPanel } from '../../kit/panel.tsx';
import { type PlateSize, SweepPlate } from '../../kit/sweep/SweepPlate.tsx';
import { useSweep } from '../../kit/sweep/use-sweep.ts';
import { createWidths, shownFacts, tellWidths, widthsInput, widthsState, widthWords } from './drawing.ts';
import { SWEEP, sweepFor, widthsKey } from './facts.ts';
import { widthAt } from './plot.ts';
import { WidthsTable } from './WidthsTable.tsx';

const describe = async () => tellWidths;

/** Shows the exact law and, on demand, a sweep of games. */
function WidthsPanel() {
  const { store } = useSession();
  const t = useTranslate();
  const { palette } = useThemeContext();
  const known = useApp(SWEEP.of);
  const info = useApp((state) => widthsState(state).info);
  const key = useApp(({ scenario }) => widthsKey(scenario.values));
  const from = useApp(({ scenario }) => scenario.values.seed as number);
  const { isRunning, run, stop } = useSweep<WidthsReading>('widths', key);
  const facts = info ? shownFacts(info, known) : [];
  const games = known?.told.finals.length ?? 0;
  const done = known?.told.done ?? 0;

  async function play(): Promise<void> {
    if (!info) return;
    const asked = sweepFor(info);
    const at = store.getState();
    await run(asked, (told) => SWEEP.set(store, { asked, told }, at));
  }

  const partAt = (size: PlateSize, x: number) =>
    info && widthAt({ ...size, palette, ...widthsInput(info, known, null, t) }, x);

  return (
    <SweepPlate
      name="widths"
      label={t('aria.gan.widths')}
      pictureOf={createWidths}
      describe={describe}
      parts={facts.length}
      partAt={partAt}
      read={(part) => widthWords(facts[part]!, t)}
      hint={t('gan.widths.hint', { games: known?.asked.seeds ?? 0, from })}
      progress={known && { done, of: games, words: t('gan.widths.progress', { done, games }) }}
      isRunning={isRunning}
      onRun={() => void play()}
      onStop={stop}
      words={{
        run: t('gan.widths.run'),
        again: t('gan.widths.again'),
        stop: t('gan.widths.stop'),
        table: t('gan.widths.table'),
      }}
      table={(onClose) => <WidthsTable facts={facts} onClose={onClose} />}
    />
  );
}

export const WIDTHS = sweepPanel({
  ...{ name: 'widths', Body: WidthsPanel, narrow: 1 },
  ...{ create: createWidths, tell: tellWidths },
  title: (_, t) => t('gan.widths'),
});
