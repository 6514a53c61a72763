/**
 * Installs optional tools for tests: a lighter Chromium, two more browsers, the host of docs/deploy.md; for `npm run test:all`
 * (TEST_TIER=all) docs/sweep.md's schedulers. CI runs this (.ci/run). Without them, tests are skipped with a message.
 */
import { existsSync } from 'node:fs';
import { installPackages } from './machine/apt-get.mjs';
import { runsAll } from './tier.mjs';

const WANTED = [
  ['/usr/bin/chromium-headless-shell', 'chromium-headless-shell'],
  ['/usr/bin/firefox-esr', 'firefox-esr'],
  ['/usr/bin/WebKitWebDriver', 'webkit2gtk-driver'],
  ['/usr/bin/Xvfb', 'xvfb'],
  ['/usr/sbin/nginx', 'nginx-light'],
];

/** Also installed by docs/recipes.all.test.ts. */
const SCHEDULERS = [
  ['/usr/sbin/slurmctld', 'slurm-wlm'],
  ['/usr/bin/parallel', 'parallel'],
  ['/usr/bin/kubectl', 'kubernetes-client'],
];

const wanted = runsAll ? [...WANTED, ...SCHEDULERS] : WANTED;

const missing = () => wanted.filter(([place]) => !existsSync(place)).map(([, name]) => name);
if (missing().length > 0 && !installPackages(missing()))
  console.log(`Not installed: ${missing().join(', ')}. The tests that need them are skipped.`);
