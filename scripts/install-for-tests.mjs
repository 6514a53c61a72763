/**
 * What the tests use where it is there, and do without where it is not: a lighter Chromium, two more browsers (their tests are passed
 * over, and say so), the host that docs/deploy.md configures; for `npm run test:all` (TEST_TIER=all) the schedulers of docs/sweep.md. CI asks
 * for them (.ci/run). Nothing fails where they cannot be had.
 */
import { existsSync } from 'node:fs';
import { installPackages } from './machine/apt-get.mjs';
import { runsAll } from './tier.mjs';

/** A program's place, and Debian's package that brings it. */
const WANTED = [
  ['/usr/bin/chromium-headless-shell', 'chromium-headless-shell'],
  ['/usr/bin/firefox-esr', 'firefox-esr'],
  ['/usr/bin/WebKitWebDriver', 'webkit2gtk-driver'],
  ['/usr/bin/Xvfb', 'xvfb'],
  ['/usr/sbin/nginx', 'nginx-light'],
];

/** For docs/recipes.all.test.ts, which installs them too. */
const SCHEDULERS = [
  ['/usr/sbin/slurmctld', 'slurm-wlm'],
  ['/usr/bin/parallel', 'parallel'],
  ['/usr/bin/kubectl', 'kubernetes-client'],
];

const wanted = runsAll ? [...WANTED, ...SCHEDULERS] : WANTED;

const missing = () => wanted.filter(([place]) => !existsSync(place)).map(([, name]) => name);
if (missing().length > 0 && !installPackages(missing()))
  console.log(`Not installed: ${missing().join(', ')}. The tests that need them are skipped.`);
