/** `npm run -s sweep -- --spec sweep.json`: docs/sweep.md. */
import { runBundle } from './run-bundle.mjs';

await runBundle('sweep', 'workers/cli/sweep.ts');
