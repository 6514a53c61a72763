/** `npm run -s replay -- --link '#v=1&…'`: docs/replay.md. */
import { runBundle } from './run-bundle.mjs';

await runBundle('replay', 'workers/cli/replay.ts');
