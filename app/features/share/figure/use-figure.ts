import { useEffect, useState } from 'react';
import { shallow } from 'zustand/shallow';
import type { createBlockTaker } from '../../../figure/block-images.ts';
import { createFigureMaker, type FigureChoice } from '../../../figure/make-figure.ts';
import type { ReadyFigure } from '../../../figure/write-figure.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { presentLink } from '../../../session/bind-link.ts';
import { createLater, during } from '../../../session/busy.ts';
import { useApp, useSession } from '../../../session/session-context.tsx';
import { snapshotAt } from '../../../session/snapshot-at.ts';
import type { AppState } from '../../../session/store.ts';
import { viewOf } from '../../../session/view.ts';

/** Quiet time before a figure follows what is shown, in milliseconds: grids come coarse to fine. */
const SETTLE = 150;

/** The same while the run plays behind the dialog: each figure costs as much as a picture of the page. */
const SETTLE_PLAYING = 2000;

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
  state.projections,
  state.readings,
  state.scenario,
  state.autoView,
];

/** The figure of what is shown, made anew when that or the choice changes; null before there is anything. */
export function useFigure(choice: FigureChoice, lang: string, t: Translate): ReadyFigure | null {
  const session = useSession();
  const { part, width, background, caption } = choice;
  const solid = useApp((state) => state.scenario.values.solid === true && viewOf(state).maps !== null);
  const [blocks, setBlocks] = useState<{ readonly make: typeof createBlockTaker } | null>(null);
  const [figure, setFigure] = useState<ReadyFigure | null>(null);
  useEffect(() => {
    if (!solid) return;
    // Where it cannot be had the figure has the maps.
    during(import('../../../figure/block-images.ts')).then(
      ({ createBlockTaker }) => setBlocks({ make: createBlockTaker }),
      () => undefined,
    );
  }, [solid]);
  useEffect(() => {
    const taker = solid ? (blocks?.make ?? null) : null;
    const makeFigure = createFigureMaker({ part, width, background, caption }, { lang, t, blocks: taker });
    const make = () => {
      const state = session.store.getState();
      if (!state.opened) return;
      const link = new URL(presentLink(session), location.href).href;
      setFigure(makeFigure(snapshotAt(session, state.k), link));
    };
    const later = createLater(make);
    make();
    const unsubscribe = session.store.subscribe(
      watch,
      () => later.start(session.store.getState().playing ? SETTLE_PLAYING : SETTLE),
      { equalityFn: shallow },
    );
    return () => {
      later.stop();
      unsubscribe();
    };
  }, [session, part, width, background, caption, lang, t, solid, blocks]);
  return figure;
}
