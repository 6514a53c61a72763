import { useEffect, useState } from 'react';
import type { DisplayList } from '../plot/display-list.ts';
import type { AppState } from '../state/store.ts';
import { Drawing, type Size } from '../views/Drawing.tsx';
import { useNetworkPictures } from './network-context.ts';
import type { NetworkState } from './network-pictures.ts';

/** A drawing that is painted anew, besides, when what is known of the networks changes. */
export function NetworkDrawing({
  draw,
  watch,
  label,
}: {
  draw: (size: Size, known: NetworkState) => DisplayList;
  watch: (state: AppState) => readonly unknown[];
  label: string;
}) {
  const { store } = useNetworkPictures();
  const [known, setKnown] = useState(store.getState);
  useEffect(() => {
    setKnown(store.getState());
    return store.subscribe(setKnown);
  }, [store]);
  const [painter, setPainter] = useState(() => (size: Size) => draw(size, known));
  useEffect(() => setPainter(() => (size: Size) => draw(size, known)), [draw, known]);
  return <Drawing draw={painter} watch={watch} label={label} />;
}
