import { useEffect, useMemo, useState } from 'react';
import { scenarioParams } from '../../../engine/catalog.ts';
import { RATIO } from '../../../engine/ensemble/axes.ts';
import type { Sweep } from '../../../engine/ensemble/sweep.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { useSession } from '../../session/session-context.tsx';
import { cellScenario } from './diagram/cell-scenario.ts';
import { sharedEnsembles } from './use-ensembles.ts';

/** Bound evaluations per interval of an axis. */
const PARTS = 8;

/** Returns the bound's places along the only axis: cells and points between; `at` is a fractional cell index. */
export function boundPlaces(sweep: Sweep): { readonly at: number; readonly scenario: Scenario }[] {
  const { key, at: cells } = sweep.axes[0]!;
  const isWhole = scenarioParams(sweep.scenario.problem)[key]?.kind === 'integer';
  const places = cells.flatMap((place, i) => {
    const width = (cells[i + 1] ?? place) - place;
    const between = Array.from({ length: key === RATIO ? 1 : PARTS }, (_, part) => (part * width) / PARTS);
    const found = new Set(between.map((by) => (isWhole ? Math.round(place + by) : place + by)));
    return [...found].flatMap((value) => {
      const by = width === 0 ? 0 : (value - place) / width;
      return by < 1 ? [{ at: i + by, value }] : [];
    });
  });
  const fine = { ...sweep, axes: [{ key, at: places.map(({ value }) => value) }] };
  return places.map(({ at }, i) => ({ at, scenario: cellScenario(fine, i) }));
}

/** Returns the bound as polylines [at, share, ...]. */
export function boundLines(
  places: readonly { readonly at: number }[],
  shares: readonly (number | null)[],
): number[][] {
  const lines: number[][] = [];
  let isOpen = false;
  for (const [i, share] of shares.entries()) {
    if (share !== null) {
      if (!isOpen) lines.push([]);
      lines.at(-1)!.push(places[i]!.at, share);
    }
    isOpen = share !== null;
  }
  return lines;
}

/** Returns all cells' bounds in a one-axis sweep, with lines; null if nothing is proved. */
export async function boundOf(sweep: Sweep, engine: EngineClient) {
  const places = boundPlaces(sweep);
  const shares = await engine.ensemble.mostArrive(places.map(({ scenario }) => scenario));
  if (shares.every((share) => share === null)) return null;
  const cells = sweep.axes[0]!.at.map((_, cell) => shares[places.findIndex(({ at }) => at === cell)]!);
  return { cells, lines: boundLines(places, shares) };
}

/** Returns the query engine's answer; null until then and on failure. */
export function useAsked<T>(ask: ((engine: EngineClient) => Promise<T>) | null): T | null {
  const ensembles = sharedEnsembles(useSession());
  const [found, setFound] = useState<{ readonly ask: unknown; readonly told: T } | null>(null);
  useEffect(() => {
    ask?.(ensembles.queryEngine()).then(
      (told) => setFound({ ask, told }),
      () => undefined,
    );
  }, [ensembles, ask]);
  return found?.ask === ask ? found.told : null;
}

export function useBound(sweep: Sweep) {
  return useAsked(
    useMemo(
      () => (sweep.axes.length === 1 ? (engine: EngineClient) => boundOf(sweep, engine) : null),
      [sweep],
    ),
  );
}

/** Returns the proved upper bound on the left's share of arrivals, or null. */
export function useMostArrive(scenario: Scenario): number | null {
  const shares = useAsked(
    useMemo(() => (engine: EngineClient) => engine.ensemble.mostArrive([scenario]), [scenario]),
  );
  return shares?.[0] ?? null;
}
