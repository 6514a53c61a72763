import { defaultOf, formatParam, sameValue } from '../../params.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import { FEDERATED, type FedValues } from './card.ts';

/** Lists those not at their defaults. */
export function withoutEffect(
  keys: readonly (keyof FedValues)[],
  values: FedValues,
  beside: string,
): Notice[] {
  return keys.flatMap((key) => {
    const value = values[key];
    return sameValue(value, defaultOf(FEDERATED.params[key], values))
      ? []
      : [notice('without-effect', key, beside, formatParam(value).slice(0, 40))];
  });
}

/** Returns min(N, n), with a notice if that is fewer. */
export function clientsFor(
  n: number,
  clients: number,
): { readonly count: number; readonly notices: Notice[] } {
  const count = Math.min(clients, n);
  const expected = { say: 'range', min: '1', max: String(n) } as const;
  const notices = count < clients ? [notice('clamped', 'clients', expected, String(clients))] : [];
  return { count, notices };
}

/** Skips keys that a file fixes. */
export function noticesOf(values: FedValues, settled: readonly string[]): Notice[] {
  const { level, quad, features, start } = values;
  const idle = Object.entries(FEDERATED.params).flatMap(([key, spec]) =>
    'when' in spec && !spec.when(values) && !settled.includes(key) ? [key as keyof FedValues] : [],
  );
  const beside = level === 'plane' ? `level=plane, quad=${quad}` : `level=network, features=${features}`;
  const wrong = level === 'plane' && start !== null && start.length !== 2;
  return [
    ...withoutEffect(idle, values, beside),
    ...(wrong ? [notice('vector-length', 'start', '2', String(start.length))] : []),
  ];
}
