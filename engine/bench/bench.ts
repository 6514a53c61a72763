/** The rows of the engine: see docs/bench.md. `npm run bench` runs and prints them. */

import { basinRows } from './basin-rows.ts';
import { buildRows } from './build-rows.ts';
import { costRows } from './cost-rows.ts';
import { crowdRows } from './crowd-rows.ts';
import { denoiserRows } from './denoiser-rows.ts';
import { ensembleRows } from './ensemble-rows.ts';
import { federatedRows } from './federated-rows.ts';
import { ganRows } from './gan-rows.ts';
import { gridRows } from './grid-rows.ts';
import { longRunRows } from './long-run-rows.ts';
import type { Row } from './measure.ts';
import { methodRows } from './method-rows.ts';
import { openingViews } from './opening-views.ts';
import { pathRows } from './path-rows.ts';
import { pixelRows } from './pixel-rows.ts';
import { shuffleRows } from './shuffle-rows.ts';
import { twoLayerRows } from './two-layer-rows.ts';
import { vectorOutputRows } from './vector-output-rows.ts';

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

/** Views of the page, which rows are made of where there is a browser: given the fastest speed that they are played at. */
export const VIEWS = openingViews;
