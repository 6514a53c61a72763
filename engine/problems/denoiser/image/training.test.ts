import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPython } from '../../../../scripts/machine/find-python.mjs';
import { runsAll, spread } from '../../../../scripts/tier.mjs';
import { drawSky } from './sky.ts';
import { certify, readWeights, type Weights } from './weights.ts';

const PYTHON = findPython();
const SCRIPTS = join(import.meta.dirname, '../../../../scripts/training');
const text = readFileSync(join(import.meta.dirname, 'denoiser-weights.json'), 'utf8');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'denoisers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function python(...args: string[]) {
  const env = { ...process.env, PYTHONPATH: SCRIPTS, OPENBLAS_NUM_THREADS: '1' };
  return spawnSync(PYTHON!, ['-B', ...args], { encoding: 'utf8', env });
}

function certified(change: (ridge: { W: number[]; S: number[] }) => void) {
  const weights = JSON.parse(text) as { ridge: { W: number[]; S: number[] } };
  change(weights.ridge);
  const out = join(folder, 'weights.json');
  writeFileSync(out, JSON.stringify(weights));
  const { status, stdout, stderr } = python(join(SCRIPTS, 'train_denoisers.py'), 'certify', '--out', out);
  const own = certify(readWeights(weights) as Weights);
  return { status, stderr, told: JSON.parse(stdout) as Record<string, unknown>, own };
}

describe.skipIf(!PYTHON)('the script that trains the denoisers', () => {
  it("draws the engine's skies to the bit", () => {
    const seeds = [0, 1, 7, 301, 10_000, 50_063, 4_000_000];
    const program = `import json; from sky import sky; print(json.dumps([sky(s).ravel().tolist() for s in ${JSON.stringify(seeds)}]))`;
    const skies = JSON.parse(python('-c', program).stdout) as number[][];
    expect(skies.map((sky) => sky.length)).toEqual(seeds.map(() => 1024));
    for (const [i, sky] of skies.entries()) expect([...drawSky(seeds[i]!)], `${seeds[i]}`).toEqual(sky);
  });

  it('certifies what the engine certifies, and nothing that breaks a law', () => {
    const cases = [
      { change: () => {}, broken: '' },
      {
        change: ({ W }: { W: number[] }) => void W.splice(0, W.length, ...W.map((w) => 1.00001 * w)),
        broken: 'a gain above 1',
      },
      { change: ({ S }: { S: number[] }) => (S[7] = -0.0001), broken: 'a slope below 0' },
      { change: ({ S }: { S: number[] }) => (S[380] = 1.0001), broken: 'a slope above 1' },
    ];
    for (const { change, broken } of spread(cases, 2)) {
      const { status, stderr, told, own } = certified(change);
      expect([status, stderr.trim()]).toEqual(broken ? [1, `not certified: ${broken}`] : [0, '']);
      expect(own.broken).toHaveLength(broken ? 1 : 0);
      expect(told).toEqual({
        largestGain: expect.closeTo(own.largestGain, 13),
        smallestGain: expect.closeTo(own.smallestGain, 13),
        slopes: own.slopes,
      });
    }
  });

  it('writes numbers of the digits that it says, as they are shipped', () => {
    const { net, ridge } = JSON.parse(text) as { net: number[][]; ridge: { W: number[]; S: number[] } };
    for (const value of [...net.flat(), ...ridge.W]) expect(Number(value.toPrecision(5))).toBe(value);
    for (const value of ridge.S) expect(Number(value.toFixed(4))).toBe(value);
  });

  it('writes filters that keep their law after rounding, and shortens no others', () => {
    const SEEDS = runsAll ? 40 : 12;
    const program = `
import json, numpy as np
from train_denoisers import certify, constrain, rounded, start_ridge
told = []
for seed in range(${SEEDS}):
    P = start_ridge(np.random.RandomState(seed))
    plain = [float(f"{x:.5g}") for x in constrain([p.astype(float) for p in P])[0].ravel()]
    ridge = rounded("ridge", P)
    away = max(abs(a - b) / abs(b) for a, b in zip(ridge["W"], plain))
    breaks = lambda W: certify({**ridge, "W": W})[1] != []
    told.append([breaks(plain), breaks(ridge["W"]), away])
print(json.dumps(told))`;
    const told = JSON.parse(python('-c', program).stdout) as [boolean, boolean, number][];
    expect(told.map(([, breaks]) => breaks)).toEqual(told.map(() => false));
    expect(new Set(told.map(([plainly]) => plainly)).size).toBe(2);
    for (const [plainly, , away] of told) {
      if (!plainly) expect(away).toBe(0);
      expect(away).toBeLessThan(1e-4);
    }
  });

  it.runIf(runsAll)('has gradients that agree with differences', () => {
    const { status, stdout } = python(join(SCRIPTS, 'train_denoisers.py'), 'check');
    expect(stdout).toMatch(/^ridge \(16, 24\)/m);
    expect(status, stdout).toBe(0);
  });

  it('sums in a fixed order, whatever the shapes', () => {
    const program = `
import numpy as np
from train_denoisers import product, row_sums
random = np.random.RandomState(1)
for kind in "fd":
    for m, k, n in (16, 9, 512), (16, 4096, 9), (2, 4096, 144), (144, 1, 64), (3, 17, 2):
        A, B = random.standard_normal((m, k)).astype(kind), random.standard_normal((n, k)).astype(kind).T
        C, sums = np.zeros((m, n), kind), np.zeros(m, kind)
        for j in range(k):
            C += A[:, j, None] * B[None, j]
            sums += A[:, j]
        print(np.array_equal(product(A, B), C) and np.array_equal(row_sums(A), sums))
`;
    expect(python('-c', program).stdout.trim().split('\n')).toEqual(new Array(10).fill('True'));
  });
});
