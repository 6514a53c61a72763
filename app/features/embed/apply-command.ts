import { type ProblemId, scenarioParams, startLength } from '../../../engine/catalog.ts';
import type { ReadColumns } from '../../../engine/contract.ts';
import type { ParamValue, Values } from '../../../engine/params.ts';
import { type Notice, notice } from '../../../engine/scenario/notice.ts';
import {
  formatLink,
  parseLink,
  readValues,
  valueAt,
  withDefaults,
} from '../../../engine/scenario/scenario.ts';
import type { Session } from '../../session/session.ts';
import { openFragment } from './open-fragment.ts';
import type { Command } from './protocol.ts';

/** Notices whose corrected value is usable. */
const USABLE: readonly Notice['code'][] = ['clamped', 'unknown-names'];

/** Vectors of length d. */
const OF_WEIGHTS = ['start', 'plant'] as const;

/**
 * Reads values as a link does, but keeps the current value over a default or a vector drawn from a seed. `lengthOf`: number of weights,
 * null while unknown.
 */
export function readSetValues(
  problem: ProblemId,
  given: ReadonlyMap<string, string | null>,
  lengthOf: (values: Values) => number | null = () => null,
): { readonly values: Values; readonly notices: readonly Notice[] } {
  const specs = scenarioParams(problem);
  const notices: Notice[] = [];
  const texts = new Map([...given].filter((pair): pair is [string, string] => pair[1] !== null));
  const read = readValues(specs, texts, notices);
  const good: Record<string, ParamValue> = {};
  for (const [key, text] of given) {
    if (!Object.hasOwn(specs, key)) {
      if (text === null) readValues(specs, new Map([[key, '']]), notices);
      continue;
    }
    if (text === null) good[key] = specs[key]!.default;
    else if (notices.every((found) => found.key !== key || USABLE.includes(found.code)))
      good[key] = read[key]!;
  }
  // The link's parser validates windows and names of controls.
  const checked = parseLink(formatLink(withDefaults(problem, good)));
  const values = Object.fromEntries(Object.keys(good).map((key) => [key, valueAt(checked.scenario, key)!]));
  for (const { key, code } of checked.notices) if (!USABLE.includes(code)) delete values[key];
  const length = lengthOf(values);
  for (const key of OF_WEIGHTS) {
    const vector = values[key];
    if (length === null || !Array.isArray(vector) || vector.length === length) continue;
    delete values[key];
    notices.push(notice('vector-length', key, String(length), String(vector.length)));
  }
  return {
    values,
    notices: [...notices, ...checked.notices].map((found) =>
      USABLE.includes(found.code) || found.code === 'unknown-key' ? found : { ...found, kept: true },
    ),
  };
}

/** Returns the own data's columns; null if other data is opened or loading. */
function readColumns(session: Session, changed: Values): ReadColumns | null {
  const { opened, phase, target } = session.store.getState();
  if (!opened || phase !== 'ready' || target !== null) return null;
  if (['features', 'data', 'bias', 'n'].some((key) => Object.hasOwn(changed, key))) return null;
  return { columns: opened.samples.dimension, hasOnes: opened.samples.hasOnes };
}

/** Carries out a parent's command. A link's limits bind the reader only. */
export function applyCommand(session: Session, command: Command): void {
  const { playing, scenario } = session.store.getState();
  switch (command.type) {
    case 'play':
      if (!playing) session.bypassLimits(session.goOn);
      return;
    case 'pause':
      session.pause();
      return;
    case 'step':
      session.bypassLimits(() => session.step(command.n));
      return;
    case 'set': {
      const { values, notices } = readSetValues(scenario.problem, command.values, (read) =>
        startLength(scenario.problem, { ...scenario.values, ...read }, readColumns(session, read)),
      );
      const { k, ...others } = values;
      session.dismissNotices();
      session.bypassLimits(() => {
        session.change(others);
        if (k !== undefined) session.seek(k as number);
      });
      if (notices.length > 0) session.notify(notices);
      return;
    }
    case 'load':
      openFragment(session, command.fragment);
      return;
    case 'report':
  }
}
