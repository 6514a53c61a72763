/** Where the one camera of both sides stands: angles in radians, `zoom` 1 shows the whole block. */
export interface Orbit {
  /** 0 looks along the second weight; positive is seen from the right. */
  readonly azimuth: number;
  /** 0 is level with the ground, a quarter turn looks straight down. */
  readonly elevation: number;
  readonly zoom: number;
}

const DEGREE = Math.PI / 180;

/** From the front right, above: plateau, both paths and the hole about the plant of the opening scene are in sight. */
export const HOME: Orbit = { azimuth: 38 * DEGREE, elevation: 50 * DEGREE, zoom: 1 };

/** Never below the ground, never so far that nothing is seen nor so near that one is lost. */
const LIMITS = { elevation: [10 * DEGREE, 89 * DEGREE], zoom: [0.7, 5] } as const;

/** What one press of a key does. */
const KEY_TURN = 7.5 * DEGREE;
const KEY_ZOOM = 1.2;

function within(value: number, [low, high]: readonly [number, number]): number {
  return Math.max(low, Math.min(high, value));
}

export function turned(orbit: Orbit, azimuth: number, elevation: number): Orbit {
  return {
    ...orbit,
    azimuth: (orbit.azimuth + azimuth) % (2 * Math.PI),
    elevation: within(orbit.elevation + elevation, LIMITS.elevation),
  };
}

/** A factor that is not a positive number changes nothing. */
export function zoomed(orbit: Orbit, factor: number): Orbit {
  return factor > 0 && factor < Infinity
    ? { ...orbit, zoom: within(orbit.zoom * factor, LIMITS.zoom) }
    : orbit;
}

/** The orbit after a key: arrows walk about the block, + and - zoom, Home and 0 go back; null for other keys. */
export function orbitAfterKey(
  orbit: Orbit,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): Orbit | null {
  const turn = (shiftKey ? 3 : 1) * KEY_TURN;
  switch (key) {
    case 'ArrowLeft':
      return turned(orbit, -turn, 0);
    case 'ArrowRight':
      return turned(orbit, turn, 0);
    case 'ArrowUp':
      return turned(orbit, 0, turn);
    case 'ArrowDown':
      return turned(orbit, 0, -turn);
    case '+':
    case '=':
      return zoomed(orbit, KEY_ZOOM);
    case '-':
      return zoomed(orbit, 1 / KEY_ZOOM);
    case 'Home':
    case '0':
      return HOME;
    default:
      return null;
  }
}

/** The unit vector from the block to the camera. */
export function eyeDirection({ azimuth, elevation }: Orbit): [number, number, number] {
  const level = Math.cos(elevation);
  return [level * Math.sin(azimuth), -level * Math.cos(azimuth), Math.sin(elevation)];
}
