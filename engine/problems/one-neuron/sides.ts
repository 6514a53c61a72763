import type { Landscape } from '../../contract.ts';
import { unwhitened, type Whitening, whiten } from '../../kernels/whitening.ts';
import { createArrangement } from '../../landscapes/arrangement.ts';
import { onSectors } from '../../landscapes/on-sectors.ts';
import type { PlanarLoss } from '../../landscapes/planar-loss.ts';
import { surveySamples } from './data/survey.ts';
import { createNeuronLoss, type NeuronLossInput } from './loss.ts';
import { descentMethod } from './method.ts';
import { createPlantedSums } from './population/planted-sums.ts';
import { createPlanarLoss } from './sector-loss.ts';

export type Follow = (direct: Landscape, input: NeuronLossInput) => Landscape;

/**
 * Creates landscapes on the same samples by blend. `plant` is given if the labels are its own; `follow` for sizes with a lazy landscape.
 *
 * Sectors are in whitened units, but descent uses the units it moves in, because links promise its digits; columns that are not `even`
 * (unevenColumns) would lose digits there, and are summed one by one.
 */
export function createSides(
  input: Omit<NeuronLossInput, 'blend'>,
  plant: Float64Array | null,
  follow: Follow | null = null,
  even = true,
  covariance: Float64Array | null = null,
): (blend: number) => Landscape {
  const { features, labels, dimension } = input;
  const whitening = once(() => whiten(features));
  const planarOf = once(() => sectorsIn(whitening()));
  const followedOf = once(() => (whitening().identity ? planarOf() : sectorsIn(unwhitened(features))));
  const method = even || dimension !== 2 ? descentMethod(labels.length, dimension) : 'direct';

  const survey = once(() => surveySamples(features, labels, dimension, covariance));
  const made = new Map<number, Landscape>();

  function sectorsIn(units: Whitening): (blend: number) => PlanarLoss {
    const arrangement = createArrangement(units.features, labels);
    const home = plant && new Float64Array(2);
    if (home) units.toScaled(home, plant);
    const planted = home && createPlantedSums(arrangement, home);
    return (blend) => createPlanarLoss({ ...input, blend }, arrangement, home, planted, units);
  }

  function make(blend: number): Landscape {
    const whole = { ...input, blend };
    const planar = once(() => (dimension === 2 ? planarOf()(blend) : null));
    const direct = createNeuronLoss(whole, planar, survey());
    if (method === 'sectors')
      return onSectors(direct, whitening().identity ? planar()! : followedOf()(blend));
    if (method === 'direct') return direct;
    if (!follow) throw new Error('expected a landscape to follow lazily; got none');
    return follow(direct, whole);
  }

  return (blend) => {
    // Keeps the left, and the right's latest blend.
    const known = made.get(blend) ?? make(blend);
    for (const other of made.keys()) if (other !== 0) made.delete(other);
    made.set(blend, known);
    return known;
  };
}

export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
