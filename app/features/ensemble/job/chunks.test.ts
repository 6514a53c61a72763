import { expect, test } from 'vitest';
import { scenarioSweep } from '../../../../engine/ensemble/sweep.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { chunksOf, coarseToFine, createHandout } from './chunks.ts';

const diagram = scenarioSweep(
  createScenario('one-neuron', { runs: 20, xkey: 'ratio', xat: [1, 2, 3], ykey: 'd', yat: [2, 4] }),
);

test('cells come from coarse to fine, each once', () => {
  const order = coarseToFine(10, 9);
  expect(order.slice(0, 4)).toEqual([0, 8, 80, 88]);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, i) => i));
});

test('a few runs of every cell come before the rest of any', () => {
  const chunks = chunksOf(diagram);
  expect(chunks).toHaveLength(12);
  expect(chunks[0]).toEqual({ from: 0, to: 10 });
  expect(chunks.slice(0, 6).every(({ from, to }) => from % 20 === 0 && to - from === 10)).toBe(true);
  expect(chunks[6]).toEqual({ from: 10, to: 20 });
});

test('every run that is not done is handed out once', () => {
  const done = new Uint8Array(diagram.size);
  done[3] = 1;
  done.fill(1, 40, 70);
  const next = createHandout(chunksOf(diagram), done);
  const met = new Uint8Array(diagram.size);
  for (let piece = next(4); piece; piece = next(4)) {
    expect(piece.to - piece.from).toBeGreaterThan(0);
    expect(piece.to - piece.from).toBeLessThanOrEqual(4);
    expect(Math.floor(piece.from / 20)).toBe(Math.floor((piece.to - 1) / 20));
    for (let i = piece.from; i < piece.to; i++) met[i]!++;
  }
  expect(Array.from(met, (count, i) => count + done[i]!)).toEqual(new Array(diagram.size).fill(1));
});

test('without axes there is one chunk', () => {
  expect(chunksOf(scenarioSweep(createScenario('one-neuron', { runs: 500 })))).toEqual([
    { from: 0, to: 500 },
  ]);
});
