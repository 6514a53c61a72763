/** Benchmark rows of the engine: see docs/bench.md. `npm run bench` runs and prints them. */

import type { Row } from './measure.ts';
import { openingViews } from './opening-views.ts';
import { basinRows } from './rows/basin-rows.ts';
import { buildRows } from './rows/build-rows.ts';
import { costRows } from './rows/cost-rows.ts';
import { crowdRows } from './rows/crowd-rows.ts';
import { denoiserRows } from './rows/denoiser-rows.ts';
import { ensembleRows } from './rows/ensemble-rows.ts';
import { federatedRows } from './rows/federated-rows.ts';
import { ganRows } from './rows/gan-rows.ts';
import { gridRows } from './rows/grid-rows.ts';
import { longRunRows } from './rows/long-run-rows.ts';
import { methodRows } from './rows/method-rows.ts';
import { pathRows } from './rows/path-rows.ts';
import { pixelRows } from './rows/pixel-rows.ts';
import { shuffleRows } from './rows/shuffle-rows.ts';
import { twoLayerRows } from './rows/two-layer-rows.ts';
import { vectorOutputRows } from './rows/vector-output-rows.ts';

export const ENGINE_GROUPS: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  1: gridRows,
  2: pathRows,
  3: longRunRows,
  4: basinRows,
  5: buildRows,
  6: costRows,
  7: methodRows,
  8: twoLayerRows,
  9: ensembleRows,
  12: crowdRows,
  13: vectorOutputRows,
  14: ganRows,
  15: federatedRows,
  16: shuffleRows,
  17: async () => [...(await denoiserRows()), ...pixelRows()],
};

/** Views for the rows of the page, which need a browser; takes the fastest playing speed. */
export const VIEWS = openingViews;
