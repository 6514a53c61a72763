import { useStore } from 'zustand';
import { type WorkshopState, workshop } from './workshop.ts';

/** Reads a part of the workshop and renders anew where it changes. */
export function useWorkshop<T>(select: (state: WorkshopState) => T): T {
  return useStore(workshop.store, select);
}
