import { HOME, type Orbit } from './orbit.ts';

/** Last camera position, used by figures too. */
let last: Orbit = HOME;

export function rememberOrbit(orbit: Orbit): void {
  last = orbit;
}

export function lastOrbit(): Orbit {
  return last;
}
