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

const MOST_WEIGHTS = 64;

export interface SideReport {
  /** Engine's status (engine/run/status.ts); `moving` before its last step. */
  readonly status: string;
  readonly endedAt: number | null;
  /** Rest point of a one-neuron side off the plant. */
  readonly place: 'spurious' | 'valley' | 'origin' | null;
  readonly loss: number;
  /** Distance to the plant or its substitute; NaN without either. */
  readonly distance: number;
  /** Null for more than 64 weights. */
  readonly iterate: readonly number[] | null;
}

export interface StateReport {
  readonly link: string;
  readonly problem: string;
  readonly step: number;
  readonly playing: boolean;
  /** opening: a run is loading; lost: its engine has stopped. */
  readonly phase: AppState['phase'];
  readonly left: SideReport;
  readonly right: SideReport;
  /** Corrected values by link key, in the embed's language. */
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
