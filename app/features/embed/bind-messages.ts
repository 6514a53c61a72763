import { shallow } from 'zustand/shallow';
import { createTranslate } from '../../i18n/messages.ts';
import { createLater } from '../../session/busy.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { applyCommand } from './apply-command.ts';
import { describeState } from './describe-state.ts';
import { PROTOCOL_VERSION, SOURCE } from './limits.ts';
import { isTrouble, type Partner, readCommand } from './protocol.ts';

/** Least time between two state messages, in ms. */
const PACE = 100;

export interface Messages {
  /** Sends the best height if it changed. */
  setHeight(height: number): void;
  passOnKey(event: KeyboardEvent): void;
  end(): void;
}

/** Parts of the state that trigger a message. */
const watch = ({ k, playing, phase, version, scenario, notices, runNotices, structure }: AppState) =>
  [k, playing, phase, version, scenario, notices, runNotices, structure] as const;

/**
 * Exchanges messages with the parent window only: with `?parent=`'s origin, else with the first that sends a command (until then, any
 * parent gets states). They contain only what the parent put here and what a reader does with it (docs/embed.md).
 */
export function bindMessages(session: Session, partner: Partner, frame: Window = window): Messages {
  const { store } = session;
  const { parent } = frame;
  if (parent === frame || partner === 'none')
    return { setHeight: () => undefined, passOnKey: () => undefined, end: () => undefined };
  let origin = partner === 'any' ? '*' : partner.origin;
  /** Only accepted origin; null before the first command. */
  let heard = partner === 'any' ? null : partner.origin;
  let height = 0;
  let isReady = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  const later = createLater(tellState);

  function tell(type: string, fields: object = {}): void {
    parent.postMessage({ source: SOURCE, version: PROTOCOL_VERSION, type, ...fields }, origin);
  }

  function tellState(): void {
    later.stop();
    toldAt = performance.now();
    tell('state', describeState(session));
  }

  function tellReady(): void {
    tell('ready');
    if (height > 0) tell('height', { height });
    tellState();
  }

  /** Sends at most ten states per second, always including the last. */
  function changed(): void {
    if (!isReady) {
      if (store.getState().phase === 'opening') return;
      isReady = true;
      tellReady();
      return;
    }
    later.start(Math.max(0, PACE - elapsed(toldAt)));
  }

  function hear(event: MessageEvent): void {
    if (event.source !== parent || (heard !== null && event.origin !== heard)) return;
    const command = readCommand(event.data);
    if (!command) return;
    if (heard === null) {
      heard = event.origin;
      // Opaque origins (files, sandboxes) can be accepted, but not addressed.
      if (heard !== 'null') origin = heard;
    }
    if (isTrouble(command)) {
      const words = createTranslate(store.getState().language)('embed.trouble', command);
      tell('error', { code: command.code, of: command.of, words });
      return;
    }
    if (command.type === 'report') {
      if (isReady) tellReady();
      return;
    }
    applyCommand(session, command);
    // Answer even if nothing changed.
    if (isReady) changed();
  }

  const unsubscribe = store.subscribe(watch, changed, { equalityFn: shallow, fireImmediately: true });
  frame.addEventListener('message', hear);
  return {
    setHeight(wanted) {
      if (wanted === height) return;
      height = wanted;
      if (isReady) tell('height', { height });
    },
    passOnKey({ key, code, shiftKey, ctrlKey, altKey, metaKey, repeat }) {
      tell('key', { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat });
    },
    end() {
      unsubscribe();
      later.stop();
      frame.removeEventListener('message', hear);
    },
  };
}
