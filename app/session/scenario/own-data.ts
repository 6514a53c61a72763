import { CATALOG, DEFAULT_PROBLEM, type ProblemId, scenarioParams } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import type { Values } from '../../../engine/params.ts';
import { choiceOf, NO_CHOICE, type TableChoice } from '../../../engine/scenario/file-choice.ts';
import { leavesDataOut } from '../../../engine/scenario/leaves-data-out.ts';
import { type Notice, notice } from '../../../engine/scenario/notice.ts';
import { adjusted, openingScenario, type Scenario, withDefaults } from '../../../engine/scenario/scenario.ts';
import type { OwnSource } from '../../../workers/protocol.ts';
import type { Session } from '../session.ts';
import type { AppStore } from '../store.ts';
import { keepValues } from './keep-values.ts';
import { forgetOwnTable } from './own-table-name.ts';

/** A session's files, and the link that waits for one. */
export interface OwnFiles extends Pick<Session, 'nameOwn' | 'meetOwn' | 'openAwaited'> {
  /** Returns the file for a link without its data, read as the link says; null if none is needed or known. */
  fileOf(scenario: Scenario): OwnSource | null;
  /** Requests a link's file. The open scenario stays; a fresh page shows the opening scene. */
  waitFor(scenario: Scenario, notices: readonly Notice[]): void;
  /** Stops waiting, because something else was opened or changed. */
  forgetAwaited(): void;
  /** Returns a file's scenario. Without a file, its values are the whole data. */
  scenarioOf(own: OwnSource | null, values: Values): Scenario;
  /** Keeps the file for links without its data. */
  keep(own: OwnSource): void;
}

/** Returns the problem that a file opens: the shown one if it takes files, else the default. */
export function openedBy(shown: ProblemId): ProblemId {
  const { ownMeans, ownMatrices }: ProblemCard = CATALOG[shown];
  return 'features' in scenarioParams(shown) || ownMeans || ownMatrices ? shown : DEFAULT_PROBLEM;
}

export function createOwnFiles(
  store: AppStore,
  { load, notify }: Pick<Session, 'load' | 'notify'>,
): OwnFiles {
  let count = 0;
  /** The latest file, for links without their data. */
  let latest: OwnSource | null = null;

  const now = () => store.getState();
  const nameOwn = (blob: Blob, choice: TableChoice = NO_CHOICE) => ({ serial: ++count, blob, choice });

  function keep(own: OwnSource): void {
    latest = own;
    forgetOwnTable();
  }

  return {
    nameOwn,
    meetOwn(table) {
      latest = nameOwn(table);
    },
    fileOf(scenario) {
      if (!latest || !leavesDataOut(scenario)) return null;
      const choice = choiceOf(scenario.values, CATALOG[scenario.problem]);
      if (JSON.stringify(choice) !== JSON.stringify(latest.choice)) latest = nameOwn(latest.blob, choice);
      return latest;
    },
    waitFor(scenario, notices) {
      const asked = [...notices, notice('file-wanted', 'data')];
      if (now().opened) notify(asked);
      else {
        load(keepValues(openingScenario(), scenario.values, 'opened'), { notices: asked });
      }
      store.setState({ awaited: scenario });
    },
    forgetAwaited() {
      if (!now().awaited) return;
      store.setState({ awaited: null, notices: now().notices.filter(({ code }) => code !== 'file-wanted') });
    },
    openAwaited(own) {
      keep(own);
      load(now().awaited!, { own });
    },
    scenarioOf(own, values) {
      const shown = now().scenario.problem;
      if (!own) return adjusted(withDefaults(shown, values)).scenario;
      return withDefaults(openedBy(shown), { ...values, features: 'csv' });
    },
    keep,
  };
}
