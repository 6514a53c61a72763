import '../../ui/notices/notice-words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { verdictFacts } from '../../session/facts.ts';
import { shown } from '../../session/picture/shown.ts';
import { standingOf } from '../../session/run/standing.ts';
import { presentLink } from '../../session/scenario/bind-link.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { viewOf } from '../../session/view.ts';

/** Most weights of an iterate that a message carries. */
const MOST_WEIGHTS = 64;

/** How a side stands at the shown step, every digit. */
export interface SideReport {
  /** As the engine calls it (engine/run/status.ts); `moving` until the step at which it ended is shown. */
  readonly status: string;
  readonly endedAt: number | null;
  /** Where a side of one neuron came to rest off the plant. */
  readonly place: 'spurious' | 'valley' | 'origin' | null;
  readonly loss: number;
  /** To the plant, or to what stands in for it; NaN where there is neither. */
  readonly distance: number;
  /** The weights; null where there are more than 64. */
  readonly iterate: readonly number[] | null;
}

/** What an embed tells of itself. */
export interface StateReport {
  readonly link: string;
  readonly problem: string;
  readonly step: number;
  readonly playing: boolean;
  /** opening: a run is on its way · ready · lost: its engine has stopped. */
  readonly phase: AppState['phase'];
  readonly left: SideReport;
  readonly right: SideReport;
  /** What was not taken as it came, by link key, in words of the embed's language. */
  readonly notices: readonly { readonly key: string; readonly code: string; readonly words: string }[];
}

function describeSide(session: Session, side: SideName): SideReport {
  const state = session.store.getState();
  const { status, endedAt } = standingOf(state, session.trajectories, side);
  const { iterate, loss, distance } = shown(session, side);
  return {
    status,
    endedAt,
    place:
      endedAt !== null && viewOf(state).maps ? verdictFacts(state, session.trajectories, side).place : null,
    loss,
    distance,
    iterate: iterate.length <= MOST_WEIGHTS ? iterate : null,
  };
}

/** The state as it is shown; its link opens the full page. */
export function describeState(session: Session): StateReport {
  const state = session.store.getState();
  const t = createTranslate(state.language);
  return {
    link: presentLink(session, { embed: false, panels: '' }),
    problem: state.scenario.problem,
    step: state.k,
    playing: state.playing,
    phase: state.phase,
    left: describeSide(session, 'left'),
    right: describeSide(session, 'right'),
    notices: [...state.notices, ...state.runNotices].map((found) => {
      const { key, code } = found;
      return { key, code, words: t('notice', found) };
    }),
  };
}
