import { useId, useMemo, useState } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { CRITERIA } from '../../../engine/run/status.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { EnsembleSummary } from '../../../workers/protocol.ts';
import { formatCount, formatNumberShort } from '../../i18n/format.ts';
import { percent, pWords } from '../../i18n/format-tenth.ts';
import { stillPicture } from '../../session/picture/picture.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/look/theme-context.ts';
import { rateWords } from './diagram/cell-words.ts';
import {
  distanceWords,
  drawerScale,
  hasRounds,
  quantileDrawing,
  quantileRows,
  survivalDrawing,
  survivalGroups,
  survivalRows,
} from './ensemble-drawings.ts';
import { runWords, sideNames } from './ensemble-words.ts';
import type { Job } from './job/job.ts';
import { RunList } from './RunList.tsx';
import { readWhole, typedWords } from './read-typed.ts';
import { Refusal, TypedField } from './TypedField.tsx';

export interface CellProps {
  readonly job: Job;
  readonly cell: number;
  readonly summary: EnsembleSummary;
  readonly onOpen: (run: number) => void;
}

export function Results({ job, summary, onOpen }: Omit<CellProps, 'cell'>) {
  const t = useTranslate();
  const { palette, name } = useThemeContext();
  const drawStyle = useMemo(() => ({ palette, scale: drawerScale(name) }), [palette, name]);
  const { sweep } = job.runs;
  const { limit } = sweep.ensemble;
  const names = sideNames(sweep, t);
  const { hasTies } = runWords(sweep);
  const { both, onlyLeft, onlyRight, neither } = summary;
  const survivals = useMemo(
    () =>
      survivalGroups(sweep).map((sides) => ({
        sides,
        picture: stillPicture((canvas) => survivalDrawing(summary, sweep, canvas, sides)),
      })),
    [summary, sweep],
  );
  const countsRounds = hasRounds(sweep);
  const took = (side: SideName, count: number) =>
    !countsRounds
      ? formatCount(count)
      : side === 'left'
        ? t('ensemble.took.steps', { steps: count })
        : t('ensemble.took.rounds', { rounds: count });
  const quantiles = useMemo(
    () => stillPicture((canvas) => quantileDrawing(summary, sweep, canvas)),
    [summary, sweep],
  );
  const never = (side: SideName) => percent(1 - summary[side].arrived.runs / summary.runs);
  const survivalTold = t('ensemble.survival.told', {
    left: never('left'),
    right: never('right'),
    limit,
    hasRounds: countsRounds,
  });
  const quartiles = (side: SideName) =>
    quantileRows(summary[side].aways, [0.25, 0.5, 0.75]).map((row) => row.value);
  const quantilesTold = t('ensemble.quantiles.told', {
    left: quartiles('left').map((away) => distanceWords(away, t)),
    right: quartiles('right').map((away) => distanceWords(away, t)),
    leftDiverged: summary.left.statuses.diverged,
    rightDiverged: summary.right.statuses.diverged,
  });

  return (
    <>
      <h3>{t('ensemble.success')}</h3>
      <NumberTable
        title={t('ensemble.success')}
        testId="ensemble-success"
        head={[
          ...(['side', 'arrived', 'share', 'interval'] as const).map((name) => t(`ensemble.col.${name}`)),
          ...(hasTies ? [t('ensemble.col.ties')] : []),
          t(countsRounds ? 'ensemble.col.medianOf' : 'ensemble.col.median'),
        ]}
        classes={SIDES}
        rows={SIDES.map((side) => {
          const { arrived, ties, medianSteps } = summary[side];
          return [
            names[side],
            formatCount(arrived.runs),
            percent(arrived.runs / arrived.of),
            t('ensemble.interval', arrived.interval),
            ...(hasTies ? [rateWords(ties.runs, ties.of, t)] : []),
            medianSteps === null ? t('ensemble.overHalf') : took(side, medianSteps),
          ];
        })}
      />

      <h3>{t('ensemble.table')}</h3>
      <NumberTable
        title={t('ensemble.table')}
        testId="ensemble-two-by-two"
        head={['', t('ensemble.rightYes'), t('ensemble.rightNo'), t('ensemble.sum')]}
        rows={[
          [t('ensemble.leftYes'), ...[both, onlyLeft, both + onlyLeft].map(formatCount)],
          [t('ensemble.leftNo'), ...[onlyRight, neither, onlyRight + neither].map(formatCount)],
          [t('ensemble.sum'), ...[both + onlyRight, onlyLeft + neither, summary.runs].map(formatCount)],
        ]}
      />
      <p className="note">
        {t('ensemble.mcnemar', { p: pWords(summary.p), first: onlyLeft, second: onlyRight })}
      </p>

      <h3>{t('ensemble.survival')}</h3>
      {survivals.map(({ sides, picture }) => (
        <div key={sides[0]} className="chart">
          <Drawing picture={picture} drawStyle={drawStyle} label={survivalTold} />
        </div>
      ))}
      <p className="note">{survivalTold}</p>
      <details>
        <summary>{t('ensemble.numbers')}</summary>
        {survivals.map(({ sides }) => (
          <NumberTable
            key={sides[0]}
            title={t('ensemble.survival')}
            head={[
              t(countsRounds && sides[0] === 'right' ? 'ensemble.col.round' : 'ensemble.col.step'),
              ...sides.map((side) => names[side]),
            ]}
            rows={survivalRows(summary, limit).map((row) => [
              formatCount(row.at),
              ...sides.map((side) => percent(row[side])),
            ])}
          />
        ))}
      </details>

      <h3>{t('ensemble.quantiles')}</h3>
      <div className="chart">
        <Drawing picture={quantiles} drawStyle={drawStyle} label={quantilesTold} />
      </div>
      <p className="note">
        {quantilesTold}{' '}
        {hasTies
          ? t('ensemble.quantiles.ties')
          : t('ensemble.quantiles.stop', {
              loss: runWords(sweep).isOfSamples ? formatNumberShort(CRITERIA.global) : null,
            })}
      </p>
      <details>
        <summary>{t('ensemble.numbers')}</summary>
        <NumberTable
          title={t('ensemble.quantiles')}
          head={[t('ensemble.col.quantile'), names.left, names.right]}
          rows={quantileRows(summary.left.aways).map(({ part, value }, i) => [
            percent(part),
            distanceWords(value, t),
            distanceWords(quantileRows(summary.right.aways)[i]!.value, t),
          ])}
        />
      </details>

      <h3>{t('ensemble.worst')}</h3>
      {SIDES.map((side) => (
        <RunList
          key={side}
          title={t(`ensemble.worst.${side}`)}
          runs={summary[side].worst}
          words={(away) => distanceWords(away, t)}
          onOpen={onOpen}
        />
      ))}
      <OpenByNumber runs={sweep.ensemble.runs} onOpen={onOpen} />
    </>
  );
}

/** Shows rows of words, named by their first. If too wide, scrolls, by keyboard too. */
function NumberTable({
  title,
  testId,
  head,
  rows,
  classes,
}: {
  title: string;
  testId?: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  classes?: readonly string[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="scrolls" aria-label={title} tabIndex={0} data-arrows>
      <table data-testid={testId}>
        <thead>
          <tr>
            {head.map((word) =>
              word === '' ? (
                <td key="" />
              ) : (
                <th key={word} scope="col">
                  {word}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells], row) => (
            <tr key={name} className={classes?.[row]}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={head[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OpenByNumber({ runs, onOpen }: { runs: number; onOpen: (run: number) => void }) {
  const t = useTranslate();
  const id = useId();
  const [text, setText] = useState('0');
  const [bad, setBad] = useState<string | null>(null);
  return (
    <>
      <form
        className="control"
        onSubmit={(event) => {
          event.preventDefault();
          const run = readWhole(text, 0, runs - 1);
          setBad(run === null ? typedWords(text) : null);
          if (run !== null) onOpen(run);
        }}
      >
        <TypedField
          id={id}
          label={t('ensemble.number', { last: runs - 1 })}
          text={text}
          refused={bad !== null}
          numeric
          onText={setText}
        />
        <button type="submit">{t('ensemble.number.open')}</button>
      </form>
      <Refusal
        id={id}
        words={bad === null ? null : t('ensemble.whole', { least: 0, most: runs - 1, got: bad })}
      />
    </>
  );
}
