import type { Instance, SideName } from '../../contract.ts';
import { createRun, type RunValues } from '../../run/create-run.ts';
import type { TableRequest, TableShape } from '../kinds.ts';
import { column, type ExportTable, type TableColumn } from '../table.ts';
import { stepNotes } from './run-tables.ts';
import { walkSteps } from './steps.ts';

/** Returns the shapes of both tables: numbers per step with the step itself (`recorded`), and those of both states. */
export function sidesShapes(recorded: number, states: number): Record<'trajectories' | 'curves', TableShape> {
  return {
    trajectories: { columns: recorded + states, rows: { perStep: 1 }, steps: 'asked' },
    curves: { columns: recorded, rows: { perStep: 1 }, steps: 'asked' },
  };
}

/**
 * Makes a table of steps of two separate sides, a row per step: each side's series by name, and its state if `states` requests it, in
 * columns that `called` may name.
 */
export function sidesTable(
  instance: Instance,
  values: RunValues,
  request: Pick<TableRequest, 'last' | 'every'>,
  states: boolean,
  called: (side: SideName) => readonly TableColumn[] = () => [],
): ExportTable {
  const start = createRun(instance, values).first();
  const walk = walkSteps(instance, values, request);
  const shapeOf = (side: SideName) => ({
    side,
    own: called(side),
    names: Object.keys(start[side].series),
    width: states ? start[side].width : 0,
  });
  const shapes = [shapeOf('left'), shapeOf('right')];
  return {
    what: `${states ? 'states and curves' : 'curves'} of both sides: a row a step`,
    notes: stepNotes(request),
    columns: [
      column('k', 'the step; 0 is the start', 'steps'),
      ...shapes.flatMap(({ side, own, names, width }): TableColumn[] => [
        ...names.map((name) => column(`${side}_${name}`, `${name} of the ${side} side`)),
        ...Array.from({ length: width }, (_, j) =>
          own[j]
            ? { ...own[j], name: `${side}_${own[j].name}` }
            : column(`${side}_${j + 1}`, `number ${j + 1} of the ${side} side's state`),
        ),
      ]),
    ],
    *body() {
      for (const step of walk.steps())
        yield step && [
          step.k,
          ...shapes.flatMap(({ side, names, width }) => [
            ...names.map((name) => step[side]?.series[name] ?? Number.NaN),
            ...Array.from({ length: width }, (_, j) => step[side]?.iterate[j] ?? Number.NaN),
          ]),
        ];
    },
    ends: walk.ends,
  };
}
