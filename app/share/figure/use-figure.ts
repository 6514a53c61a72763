import { useEffect, useState } from 'react';
import { shallow } from 'zustand/shallow';
import { type FigureChoice, makeFigure, type ReadyFigure } from '../../figure/make-figure.ts';
import { presentLink } from '../../link/bind-link.ts';
import type { Translate } from '../../messages/messages.ts';
import { momentAt } from '../../state/moment.ts';
import type { AppState } from '../../state/store.ts';
import { useSession } from '../../views/session-context.tsx';

/** Quiet time before a figure follows what is shown, in milliseconds: grids come coarse to fine. */
const SETTLE = 150;

const watch = (state: AppState) => [
  state.k,
  state.version,
  state.opened,
  state.grid,
  state.references,
  state.structure,
  state.slice,
  state.basins,
  state.pull,
  state.slopes,
  state.shadows,
  state.network,
  state.scenario,
  state.autoView,
];

/** The figure of what is shown, made anew when that or the choice changes; null before there is anything. */
export function useFigure(choice: FigureChoice, lang: string, t: Translate): ReadyFigure | null {
  const session = useSession();
  const { part, width, background, caption } = choice;
  const [figure, setFigure] = useState<ReadyFigure | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const make = () => {
      timer = undefined;
      const state = session.store.getState();
      if (!state.opened) return;
      const link = new URL(presentLink(session), location.href).href;
      const moment = momentAt(session, state.k);
      setFigure(makeFigure(moment, { part, width, background, caption }, { link, lang, t, blocks: null }));
    };
    make();
    const unsubscribe = session.store.subscribe(
      watch,
      () => {
        timer ??= setTimeout(make, SETTLE);
      },
      { equalityFn: shallow },
    );
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [session, part, width, background, caption, lang, t]);
  return figure;
}
