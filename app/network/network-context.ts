import { createContext, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../views/session-context.tsx';
import { createNetworkPictures, type NetworkPictures, type NetworkState } from './network-pictures.ts';

export const NetworkContext = createContext<NetworkPictures | null>(null);

export function useNetworkPictures(): NetworkPictures {
  const pictures = useContext(NetworkContext);
  if (!pictures) throw new Error('expected a NetworkView above this component; got none');
  return pictures;
}

/** Reads a slice of what is known of the networks and renders anew where it changes. */
export function useNetwork<T>(select: (state: NetworkState) => T): T {
  return useStore(useNetworkPictures().store, select);
}

/** The pictures of this view, for as long as it is shown. */
export function useOwnPictures(): NetworkPictures | null {
  const session = useSession();
  const [pictures, setPictures] = useState<NetworkPictures | null>(null);
  useEffect(() => {
    const made = createNetworkPictures(session);
    setPictures(made);
    return made.dispose;
  }, [session]);
  return pictures;
}
