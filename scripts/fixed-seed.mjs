/** Lets property tests draw the same cases in every `npm test`, and new ones in every `npm run test:all`. */

import fc from 'fast-check';
import { runsAll } from './tier.mjs';

if (!runsAll) fc.configureGlobal({ seed: 20_261_205 });
