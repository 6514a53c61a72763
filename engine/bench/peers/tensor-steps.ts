import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as Core from '@tensorflow/tfjs-core';
import { processorTime } from '../measure.ts';
import type { PlantedData } from '../planted-data.ts';
import { stepOf } from '../step.ts';

// Loaded as by Node users: the backend reads its wasm file from node_modules.
const require = createRequire(import.meta.url);

/** Descent on both sides by TensorFlow.js (wasm, float32) with explicit gradients (`tf.grad` is two to four times slower). */
export interface TensorSteps {
  /** Fastest implementation of the product A^T r. */
  readonly name: string;
  /** Continues for `pairs` pairs of steps; returns a number of the end. */
  run(pairs: number): number;
  /** Returns both iterates after `pairs` pairs of steps from the start. */
  iterates(pairs: number): readonly [Float32Array, Float32Array];
  dispose(): void;
}

async function loadTensorFlow(): Promise<typeof Core> {
  const tf = require('@tensorflow/tfjs-core') as typeof Core;
  const wasm = require('@tensorflow/tfjs-backend-wasm') as { setWasmPaths(folder: string): void };
  wasm.setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
  await tf.setBackend('wasm');
  await tf.ready();
  return tf;
}

/** Tries the update in every way that its users would write it; returns the fastest here. */
export async function createFastestTensorSteps(data: PlantedData): Promise<TensorSteps> {
  const tf = await loadTensorFlow();
  const { features, labels, dimension: d } = data.input;
  const n = labels.length;
  const rate = stepOf(features, n, d) / n;
  const A = tf.tensor2d(Float32Array.from(features), [n, d]);
  const transposed = tf.transpose(A);
  const y = tf.tensor2d(Float32Array.from(labels), [n, 1]);
  const start = tf.tensor2d(Float32Array.from(data.start), [d, 1]);

  const products: Record<string, (r: Core.Tensor2D) => Core.Tensor2D> = {
    'A^T r': (r) => tf.matMul(A, r, true),
    'A^T r, A^T kept': (r) => tf.matMul(transposed, r),
    '(r^T A)^T': (r) => tf.transpose(tf.matMul(r, A, true)),
  };
  const stepWith = (product: (r: Core.Tensor2D) => Core.Tensor2D, w: Core.Tensor2D, isRight: boolean) =>
    tf.tidy(() => {
      const z = tf.matMul(A, w);
      const residual = tf.sub(tf.relu(z), y);
      const slope = isRight ? residual : tf.mul(residual, tf.step(z));
      return tf.sub(w, tf.mul(product(slope as Core.Tensor2D), rate)) as Core.Tensor2D;
    });

  function createSteps(product: (r: Core.Tensor2D) => Core.Tensor2D) {
    let [w, v] = [start.clone(), start.clone()];
    return {
      run(pairs: number): readonly [Float32Array, Float32Array] {
        for (let k = 0; k < pairs; k++) {
          const [nextW, nextV] = [stepWith(product, w, false), stepWith(product, v, true)];
          tf.dispose([w, v]);
          [w, v] = [nextW, nextV];
        }
        return [w.dataSync() as Float32Array, v.dataSync() as Float32Array];
      },
      dispose: () => tf.dispose([w, v]),
    };
  }

  /** Returns milliseconds of ten pairs, the least of five. */
  function least(product: (r: Core.Tensor2D) => Core.Tensor2D): number {
    const steps = createSteps(product);
    let best = Number.POSITIVE_INFINITY;
    for (let k = 0; k < 6; k++) {
      const before = processorTime();
      steps.run(10);
      if (k > 0) best = Math.min(best, processorTime() - before);
    }
    steps.dispose();
    return best;
  }

  const [name, product] = Object.entries(products)
    .map(([label, way]) => [label, way, least(way)] as const)
    .toSorted((a, b) => a[2] - b[2])[0]!;
  const steps = createSteps(product);
  return {
    name,
    run(pairs) {
      const [w, v] = steps.run(pairs);
      return w[0]! + v[0]!;
    },
    iterates(pairs) {
      const own = createSteps(product);
      const ends = own.run(pairs);
      own.dispose();
      return ends;
    },
    dispose() {
      steps.dispose();
      tf.dispose([A, transposed, y, start]);
    },
  };
}
