import type { Vector } from '../../../engine/contract.ts';
import type { SideUpdate } from '../../../workers/protocol.ts';

export const takePlaces = (all: Float64Array, places: readonly number[]): Vector =>
  Float64Array.from(places, (place) => all[place]!);

/** Restricts a side's update to some weights; other entries stay. */
export function partOfUpdate<Side extends SideUpdate>(own: Side, places: readonly number[]): Side {
  const take = (all: Float64Array): Vector => takePlaces(all, places);
  const maybe = (all: Float64Array | null) => all && take(all);
  const memory = (of: Side['before']) =>
    of && {
      ...(of.velocity && { velocity: take(of.velocity) }),
      ...(of.means && { means: { first: take(of.means.first), second: take(of.means.second) } }),
    };
  return {
    ...own,
    weights: take(own.weights),
    gradient: take(own.gradient),
    asked: own.asked && { ...own.asked, at: take(own.asked.at), gradient: take(own.asked.gradient) },
    before: memory(own.before),
    after: memory(own.after),
    next: maybe(own.next),
    original: { weights: take(own.original.weights), next: maybe(own.original.next) },
    descents: { left: take(own.descents.left), right: take(own.descents.right) },
  };
}
