import type { DescendingSide, Instance, Landscape, PairInstance, Side, SideName } from '../contract.ts';

/** Returns both sides of an instance; those of a pair descend on its losses. */
export function sidesOf(instance: Instance): Readonly<Record<SideName, Side>> {
  if (instance.sides) return instance.sides;
  const { dimension, start, smoothness, scaling, plant } = instance;
  const side = (landscape: Landscape): DescendingSide => ({
    dimension,
    start,
    stepUnit: smoothness,
    landscape,
    scaling,
    goal: plant,
    rest: 'gain',
  });
  return { left: side(instance.left), right: side(instance.right) };
}

export function descends(side: Side): side is DescendingSide {
  return 'landscape' in side;
}

/** Returns the instance as a pair of losses over the same weights. Throws RangeError otherwise. */
export function pairOf(instance: Instance): PairInstance {
  if (instance.sides)
    throw new RangeError('expected two losses over the same weights; got two sides of their own');
  return instance;
}

/** Returns the same instance from other starts, with c's unit there; an iterating side keeps its start, and a pair has one. */
export function withStarts<I extends Instance>(
  instance: I,
  from: Readonly<Record<SideName, Pick<DescendingSide, 'start' | 'stepUnit'>>>,
): I {
  if (!instance.sides) return { ...instance, start: from.left.start, smoothness: from.left.stepUnit };
  const { left, right } = instance.sides;
  const moved = (side: Side, { start, stepUnit }: (typeof from)['left']): Side =>
    descends(side) ? { ...side, start, stepUnit } : side;
  return { ...instance, sides: { left: moved(left, from.left), right: moved(right, from.right) } };
}
