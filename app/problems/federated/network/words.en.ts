import { formatCount } from '../../../i18n/format.ts';
import { english, type Numbers, type Texts } from '../../../i18n/messages.ts';
import { createPlural } from '../../../i18n/plural.ts';

const plural = createPlural('en');

const steps = (count: number) =>
  `${formatCount(count)} local ${plural(count, { one: 'step', other: 'steps' })}`;

export interface CircleRead {
  readonly angle: string;
  readonly f: string;
  /** Sample at the angle; null between samples. */
  readonly sample: { readonly i: number; readonly client: string; readonly label: string } | null;
  /** K. */
  readonly local: number;
  /** The clients' models after their local steps; null if too many. */
  readonly locals: readonly { readonly name: string; readonly value: string }[] | null;
  readonly range: readonly [least: string, largest: string];
}

export interface KernelRead {
  readonly value: string;
  readonly samples: readonly [KernelSample, KernelSample];
}

export interface KernelSample {
  readonly i: number;
  readonly client: string;
}

export interface KernelFacts {
  readonly smallest: string;
  readonly rank: number;
  readonly n: number;
}

const kernelFacts = ({ smallest, rank, n }: KernelFacts) =>
  `λmin ${smallest}, rank ${formatCount(rank)} of ${formatCount(n)}`;

export const words = english({
  'fed.circle.angle': 'angle',
  'fed.circle.locals': ({ local }: { local: number }) => `clients after ${steps(local)}`,
  'fed.circle.label': 'label',
  'fed.circle.hint': 'Point at an angle to read both sides there.',
  'fed.circle.read': ({ angle, f, sample, local, locals, range }: CircleRead) => {
    const first = sample
      ? `client ${sample.client}, sample ${formatCount(sample.i)} at ${angle}: label ${sample.label}, f ${f}`
      : `angle ${angle}: f ${f}`;
    const each = locals
      ? locals.map(({ name, value }) => `${name} ${value}`).join(', ')
      : `between ${range[0]} and ${range[1]}`;
    return `${first}\nclients after ${formatCount(local)} ${plural(local, { one: 'step', other: 'steps' })}: ${each}`;
  },
  'aria.fed.circle': ({ side }: { side: string }) => `${side}: fitted curve over the circle`,
  'aria.fed.circle.surface': ({ side }: { side: string }) =>
    `${side}: fitted curve. Arrow keys go from sample to sample, with Shift in small steps.`,
  'alt.fed.circle': ({
    samples,
    clients,
    local,
    off,
    drift,
  }: Numbers<'samples' | 'clients' | 'local'> & Texts<'off' | 'drift'>) =>
    `${formatCount(samples)} samples of ${formatCount(clients)} ${plural(clients, { one: 'client', other: 'clients' })}. The curve misses a label by ${off} at most. After ${steps(local)} the clients’ curves lie up to ${drift} from it.`,
  'fed.kernel.title': 'Kernel H by client',
  'fed.kernel.hint': (of: KernelFacts) => `${kernelFacts(of)}. Point at an entry to read it.`,
  'fed.kernel.read': ({ value, samples: [one, other] }: KernelRead) =>
    one.i === other.i
      ? `H ${value}: sample ${formatCount(one.i)} of client ${one.client} with itself`
      : `H ${value}: samples ${formatCount(one.i)} (client ${one.client}) and ${formatCount(other.i)} (client ${other.client})`,
  'aria.fed.kernel': 'Kernel H of the linearisation, ordered by client',
  'aria.fed.kernel.surface': 'Kernel H, ordered by client. Arrow keys go from entry to entry.',
  'alt.fed.kernel': ({ within, across, ...of }: KernelFacts & { within: string; across: string | null }) =>
    `${kernelFacts(of)}. Entries within a client are ${within} on average${across === null ? '' : `, between clients ${across}`}.`,
  'fed.more': 'Third picture',
  'fed.sweep.title.gap': 'Gap against width',
  'fed.sweep.title.ratio': 'Rounds × K/N',
  'fed.sweep.title.deal': 'Sorted against shuffled',
  'fed.sweep.title.narrow': 'Too narrow to fit',
  'fed.loss.title': ({ factor }: { factor: string }) => `Loss (late: ×${factor} per round)`,
  'fed.loss.band': 'proved late slopes',
  'fed.loss.rest': 'limit',
  'fed.loss.least': 'minimum of the linearisation',
  'alt.fed.band': ({ factor, low, high }: { factor: string; low: string; high: string }) =>
    `Each round multiplies the slowest part of the linearisation’s residuals by ${factor}, between ${low} and ${high} (proved). Early on its loss may fall faster.`,
  'alt.fed.noBand': ({ factor }: { factor: string }) =>
    `Each round multiplies the linearisation’s remaining distance along its slowest direction by ${factor}; no rate is proved.`,
  'alt.fed.rest': ({ loss, least }: { loss: string; least: string }) =>
    `The linearisation stops at loss ${loss}; its minimum is ${least}.`,
  'fed.gap.drift': 'drift',
  'alt.fed.drift': ({ drift }: { drift: string }) =>
    `In the round that led here the clients’ weights drifted ${drift} apart.`,
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
