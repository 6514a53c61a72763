import type { Instance } from '../../contract.ts';
import type { NeuronValues } from '../../problems/one-neuron/make-data.ts';
import { descentMethod } from '../../problems/one-neuron/method.ts';
import { RANDOM, SUMS, smoothnessBlock } from './common-blocks.ts';
import { LINE_BLOCK, type OwnDataPart, ownDataBlock, standardBlock } from './data-blocks.ts';
import { pythonFlag, pythonList, pythonNumber } from './literals.ts';
import { descendBlock, PLAIN_UNITS, rulePart, stepExpressions } from './rule-blocks.ts';
import { joinScript, printBlock, type ScriptSource } from './script.ts';

/** Most columns, and most products, for which the page goes by Jacobi's rotations (`kernels/smoothness.ts`). */
const JACOBI = { columns: 64, products: 1e8 };

/** The loss of `problems/one-neuron/loss.ts`. */
const LOSS = `
class NeuronLoss:
    """f_b = (1 - b) f + b g: f the non-convex loss of one ReLU neuron, g its relaxation.

        f(w) = 1/(2n) sum (relu(a_i.w) - y_i)^2
        g(w) = f(w) + 1/n sum (what the matching loss of the ReLU exceeds f by)

    A sample is on where a_i.w > 0. Where it is off, its residual pulls with the factor \`off\`.
    """

    def __init__(self, b):
        self.b = b
        self.off = (1 - b) * leak + b

    def excess(self, z):
        """g_i - f_i, sample by sample."""
        if leak == 0:
            return np.where(z > 0, 0, leak * z * z / 2 - y * z)
        usual = np.where(z > 0, 0, (1 - leak) * ((leak * z * z) / 2 - y * z))
        off = ((1 - leak) / (2 * leak)) * (leak * z - y) * (leak * z - y)
        negative = np.where(z > 0, ((1 - leak) * y * y) / (2 * leak), off)
        return np.where(y >= 0, usual, negative)

    def evaluate(self, w):
        """The loss at w and its gradient."""
        z = products(A, w)
        residual = np.where(z > 0, z, leak * z) - y
        terms = (residual * residual) / 2
        if self.b != 0:
            terms = np.stack([terms, self.b * self.excess(z)], axis=1).ravel()
        slopes = np.where(z > 0, residual, residual * self.off)
        return total(terms) / n, total(slopes[:, None] * A) / n

    def batch_gradient(self, w, rows):
        """The mean gradient over some of the samples."""
        z = products(A[rows], w)
        residual = np.where(z > 0, z, leak * z) - y[rows]
        slopes = np.where(z > 0, residual, residual * self.off)
        return total(slopes[:, None] * A[rows]) / len(rows)
`;

/** The loss over infinitely many samples, `problems/one-neuron/population-loss.ts`. */
const POPULATION_LOSS = `
class PopulationLoss:
    """f_b over infinitely many standard normal samples; t is the angle from w to the plant.


        g(w) = |w - plant|^2 / 4
        f(w) = g(w) - |w| |plant| (sin t - t cos t) / (2 pi)        (Cho & Saul 2009)
    """

    def __init__(self, b):
        self.share = 0 if length(plant) == 0 else 1 - b

    def angle(self, w):
        """t, sin t and cos t: from half angles, so that small ones keep their digits."""
        if length(w) == 0 or self.share == 0:
            return math.pi, 0.0, -1.0
        unit = w / length(w)
        direction = plant / length(plant)
        apart = total((unit - direction) * (unit - direction))
        joint = total((unit + direction) * (unit + direction))
        p, q = math.sqrt(apart), math.sqrt(joint)
        return 2 * math.atan2(p, q), (p * q) / 2, (joint - apart) / 4

    def evaluate(self, w):
        """The loss at w and its gradient."""
        t, sine, cosine = self.angle(w)
        if t > 0.25:
            shortfall = sine - t * cosine
        else:  # t^3/3 - t^5/30 + ...: the difference would lose its digits
            s = t * t
            shortfall = t * s * (1 / 3 - s * (1 / 30 - s * (1 / 840 - s * (1 / 45360 - s / 3991680))))
        size, size_of_plant = length(w), length(plant)
        loss = total((w - plant) * (w - plant)) / 4 - self.share * size * size_of_plant * shortfall / (
            2 * math.pi
        )
        along = self.share * t / (2 * math.pi)
        back = 0 if size == 0 else self.share * size_of_plant * sine / (2 * math.pi * size)
        return loss, (w - plant) / 2 + along * plant - back * w
`;

/** The data of `problems/one-neuron/make-data.ts`. */
function cloudBlock({ features }: NeuronValues): string {
  const common =
    features === 'correlated'
      ? `        # A part common to all columns and one of each: every two columns have the correlation rho.
        common = math.sqrt(rho) * random.normal()
        A[i] = common + math.sqrt(1 - rho) * random.normals(d)`
      : '        A[i] = random.normals(d)';
  const after =
    features === 'circle'
      ? '\n        A[i] = A[i] / length(A[i])'
      : features === 'positive'
        ? '\n        A[i] = abs(A[i])'
        : '';
  return `
def make_features(random):
    """n rows of d numbers."""
    A = np.empty((n, d))
    for i in range(n):
${common}${after}
    return A
`;
}

const LABELS = `
def make_labels(A, random):
    """The labels of the plant. Noise is drawn after the features, so that its size does not change them."""
    y = np.empty(n)
    z = products(A, plant)
    for i in range(n):
        error = 0 if noise == 0 else noise * random.normal()
        if noise_inside:
            y[i] = relu(z[i] + error)
        else:
            y[i] = relu(z[i]) + error
    return y


def relu(z):
    return z if z > 0 else leak * z
`;

const PLANT = `
def draw_plant():
    """A direction of length 1."""
    direction = Random(plant_seed, 1).normals(d)
    return direction / length(direction)
`;

/** The whole script of one neuron. */
export function neuronScript(
  instance: Instance,
  values: NeuronValues & Readonly<Record<string, unknown>>,
  steps: number,
  source: ScriptSource,
  own: OwnDataPart,
): string {
  const { samples, dimension: d } = instance;
  const infinite = !Number.isFinite(samples.count);
  const { features } = values;
  const isOwn = features === 'csv' && !infinite;
  const isLine = features === 'line' && !infinite;
  const rules = rulePart(values, { solved: false, infinite });
  const plant = values.plant?.length === d ? pythonList(values.plant) : null;
  const start = values.start?.length === d ? pythonList(values.start) : null;
  const isMade = !isOwn && !infinite;
  const drawsData = isMade && (!isLine || values.spacing === 'uniform' || values.noise !== 0);
  const needsRandom = rules.draws || start === null || drawsData || (plant === null && !isOwn);
  const hasPlant = !isOwn || plant !== null;
  const standardised = values.std && !infinite;
  const n = samples.count;
  const lengths = stepExpressions(values, false);
  const jacobi = d <= JACOBI.columns && n * d * d <= JACOBI.products;

  const settings = [
    `steps = ${steps}  # steps of each side`,
    ...(infinite
      ? [`d = ${d}  # weights; there are infinitely many samples`]
      : [`n = ${n}  # samples`, `d = ${d}  # weights${samples.hasOnes ? ', the bias counted' : ''}`]),
    ...(!isMade
      ? []
      : [
          ...(isLine
            ? [`x_min, x_max = ${pythonNumber(values.xmin)}, ${pythonNumber(values.xmax)}`]
            : features === 'correlated'
              ? [`rho = ${pythonNumber(values.rho)}  # correlation of every two columns`]
              : []),
          `data_seed = ${values.seed}`,
          `noise = ${pythonNumber(values.noise)}  # standard deviation of what is added`,
          `noise_inside = ${pythonFlag(values.noisein)}  # whether it is added before the ReLU`,
        ]),
    ...(hasPlant && plant === null ? [`plant_seed = ${values.pseed}`] : []),
    ...(start === null ? [`start_seed = ${values.sseed}`] : []),
    ...(infinite ? [] : [`leak = ${pythonNumber(values.leak)}  # slope of the ReLU below zero`]),
    `blend = ${pythonNumber(values.blend)}  # the right side: 0 the non-convex loss, 1 the relaxation`,
    ...rules.settings,
  ];

  const data = isOwn
    ? [{ heading: 'The data', text: ownDataBlock(samples, own) }]
    : infinite
      ? []
      : [
          {
            heading: 'The data',
            text: [isLine ? LINE_BLOCK(values.spacing) : cloudBlock(values), LABELS].join('\n'),
          },
        ];
  const random = drawsData ? 'random' : 'None';
  const loss = infinite ? 'PopulationLoss' : 'NeuronLoss';
  const race = [
    ...(hasPlant
      ? [`plant = ${plant ? arrayOf(plant) : 'draw_plant()'}  # the weights that made the labels`]
      : []),
    `start = ${start ? arrayOf(start) : 'Random(start_seed, 2).normals(d)'}`,
    ...(drawsData ? ['random = Random(data_seed, 0)'] : []),
    ...(isMade ? [`A = make_features(${random})`, `y = make_labels(A, ${random})`] : []),
    ...(standardised ? ['A, mean, spread = standardise(A)'] : []),
    `L = ${infinite ? '1.0  # of standard normal features' : 'smoothness(A)'}`,
    `left = descend(${loss}(0), ${rules.left}, ${lengths.left})`,
    `right = descend(${loss}(blend), ${rules.right}, ${lengths.right})`,
  ].join('\n');

  return joinScript(source, {
    about: [
      'Twin Descent: one ReLU neuron, trained by gradient descent on its non-convex loss (left)',
      'and on a convex relaxation of it (right).',
      '',
      'It makes the same data, takes the same steps and prints all iterates and losses as CSV.',
      ...digitsOf(instance, jacobi),
    ],
    settings,
    blocks: [
      { heading: 'Sums', text: SUMS },
      ...(needsRandom ? [{ heading: 'Random numbers', text: RANDOM }] : []),
      ...data,
      ...(hasPlant && plant === null ? [{ heading: 'The plant', text: PLANT }] : []),
      { heading: 'Units', text: standardised ? standardBlock(samples.hasOnes) : PLAIN_UNITS },
      ...(infinite ? [] : [{ heading: 'The measure of a step', text: smoothnessBlock(jacobi) }]),
      { heading: 'The losses', text: infinite ? POPULATION_LOSS : LOSS },
      { heading: 'The update', text: rules.definitions },
      { heading: 'The race', text: descendBlock({ projects: false, anneals: false }) },
      { heading: 'Both sides', text: race },
      { heading: 'What comes out', text: printBlock(hasPlant ? 'plant' : null) },
    ],
  });
}

function arrayOf(list: string): string {
  return `np.array(${list}, dtype=float)`;
}

/** What can be said of the last digits. */
function digitsOf({ samples, dimension: d }: Instance, jacobi: boolean): string[] {
  if (!Number.isFinite(samples.count))
    return ['The numbers agree but for the last bits of an angle (math.atan2 is not the same everywhere).'];
  const method = descentMethod(samples.count, d);
  if (method !== 'direct')
    return [
      'The page has faster ways for so many samples, this script takes plain sums:',
      'the numbers agree to many digits, not to the last bit.',
    ];
  return [
    `Sums run in the page's order, so that the numbers agree to the last bit${jacobi ? '.' : ','}`,
    ...(jacobi ? [] : ['but for the last digits of L, and of what follows from them.']),
  ];
}
