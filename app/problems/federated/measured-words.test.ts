import { it } from 'vitest';
import { createRandom } from '../../../engine/kernels/random.ts';
import type { Values } from '../../../engine/params.ts';
import { problem } from '../../../engine/problems/federated/problem.ts';
import { drawClients } from '../../../engine/problems/federated/quadratic-clients.ts';
import { meanOfClients, restsOf } from '../../../engine/problems/federated/surrogate.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';

const prepared = (id: string, given: Values = {}) =>
  problem.prepare({ ...presetScenario('federated', id).values, ...given }, null);
function after(instance: ReturnType<typeof prepared>, rounds: number) {
  const [l, r] = [instance.sides.left.iterate(), instance.sides.right.iterate()];
  let gap = 0;
  for (let k = 0; k < rounds; k++) {
    l.step();
    r.step();
    gap = Math.max(gap, l.record().gap!);
  }
  return { left: l.record(), right: r.record(), gap };
}
const median = (v: number[]) => {
  const s = [...v].sort((a, b) => a - b);
  return (s[Math.floor(s.length / 2)]! + s[Math.ceil(s.length / 2) - 1]!) / 2;
};
it('numbers', () => {
  for (const K of [1, 2, 5, 20, 100]) {
    const i = prepared('fed-disagree', { local: K }).info;
    if (i.level === 'plane') console.log('@', K, i.sides.left.bias, i.sides.left.slowest);
  }
  for (const K of [1, 5, 20])
    console.log('@agree', K, after(prepared('fed-agree', { local: K }), 20).left.loss);
  for (const m of [16, 256, 1024]) console.log('@flip', m, after(prepared('fed-opening', { m }), 100).left);
  for (const paired of [true, false])
    for (const m of [16, 32, 64, 128, 256, 512, 1024])
      console.log(
        '@gap',
        paired,
        m,
        median(
          Array.from(
            { length: 12 },
            (_, s) => after(prepared('fed-opening', { m, paired, seed: 40 + s }), 30).gap,
          ),
        ),
      );
  for (const id of ['fed-narrow', 'fed-square', 'fed-wide']) {
    const a = after(prepared(id), 100);
    console.log('@', id, a.left.loss, a.right.loss, a.gap);
  }
  for (const K of [1, 5, 20, 100]) {
    const i = prepared('fed-too-narrow', { local: K }).info;
    if (i.level === 'network') console.log('@tn', K, i.rest!.loss, i.rest!.leastSquares);
  }
  const one = prepared('fed-opening', { clients: 1 }).info;
  if (one.level !== 'network') return;
  const eta = 0.25 / one.largest;
  for (const [N, K] of [
    [1, 1],
    [2, 2],
    [4, 4],
    [2, 1],
    [4, 2],
    [1, 5],
    [2, 10],
    [4, 20],
  ] as const) {
    const a = after(prepared('fed-opening', { clients: N, local: K, step: eta }), 60);
    console.log('@KN', N, K, a.left.loss, a.right.loss);
  }
  const arcs = prepared('fed-opening').info;
  if (arcs.level !== 'network') return;
  for (const split of ['arcs', 'shuffled'])
    for (const T of [1, 5, 10, 50])
      console.log(
        '@deal',
        arcs.eta,
        split,
        T,
        after(prepared('fed-opening', { split, step: arcs.eta }), T).left.loss,
      );
  for (const [K, T] of [
    [1, 500],
    [5, 200],
    [25, 100],
  ] as const)
    console.log(
      '@end',
      K,
      median(
        Array.from(
          { length: 8 },
          (_, s) => after(prepared('fed-opening', { m: 2, local: K, seed: 60 + s }), T).left.loss!,
        ),
      ),
    );
  for (const top of [60, 100, 300, 1000]) {
    let count = 0;
    const random = createRandom(1, 0);
    for (let q = 0; q < 3000; q++) {
      const clients = drawClients({ quad: 'drawn', clients: 2, seed: q + 1, start: null } as never).clients;
      void random;
      const mean = meanOfClients(clients);
      let L = 0;
      for (let c = 0; c < 2; c++) {
        const [a, b, , d] = clients.hessians.slice(4 * c, 4 * c + 4) as never as number[];
        L = Math.max(L, (a! + d!) / 2 + Math.hypot((a! - d!) / 2, b!));
      }
      const rests = restsOf(clients, mean, 0.9 / L, top) as unknown as Float64Array;
      const r = (rests as any).rests ?? rests;
      let before = 0,
        falls = false;
      for (let K = 0; K < top; K++) {
        const bias = Math.hypot(r[2 * K]! - mean.at[0], r[2 * K + 1]! - mean.at[1]);
        if (bias < before - 1e-9) falls = true;
        before = bias;
      }
      if (falls) count++;
    }
    console.log('@falls', top, count / 3000);
  }
});
