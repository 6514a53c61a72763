import { formatCount } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';

export interface IdeaFacts {
  /** K. */
  readonly local: number;
  readonly clients: number;
}

const steps = (local: number) => (local === 1 ? 'one step' : `${formatCount(local)} steps`);

export const words = english({
  'fed.idea.alone': ({ client }: { client: string }) => `client ${client} alone`,
  'fed.idea.average': ({ clients }: { clients: number }) =>
    clients > 2 ? `average of all ${formatCount(clients)}` : 'their average',
  'fed.idea.lead': 'The first round.',
  'fed.idea.plane': ({ local, clients }: IdeaFacts) =>
    clients === 1
      ? `The only client walks ${steps(local)} down its own valley.`
      : `Each client walks ${steps(local)} down its own valley, without seeing the others’. The next round starts from the average of where they stop.`,
  'fed.idea.network': ({ local, clients }: IdeaFacts) =>
    clients === 1
      ? `The only client fits its labels for ${steps(local)}.`
      : `For ${steps(local)} each client fits its own labels (filled) and sees no others. The next round starts from the average.`,
  'aria.fed.idea': ({ local, clients, names }: IdeaFacts & { names: readonly string[] }) =>
    `The first round, of ${steps(local)} for each of ${formatCount(clients)} ${clients === 1 ? 'client' : 'clients'}: ${names.join(', ')}.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
