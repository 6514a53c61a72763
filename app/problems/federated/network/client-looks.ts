import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { categoryColour } from '../../../charts/colour/category-colours.ts';
import type { Palette } from '../../../charts/colour/palette.ts';
import { formatCount } from '../../../i18n/format.ts';

/** Returns a client's name from own data, else its number from 1. */
export const clientName = ({ names }: Pick<NetworkInfo, 'names'>, client: number): string =>
  names[client] ?? formatCount(client + 1);

/** Returns number and name: samples show the number alone. */
export const clientLabel = ({ names }: Pick<NetworkInfo, 'names'>, client: number): string =>
  [formatCount(client + 1), names[client] ?? ''].join(' ').trim();

/** Returns a client's colour in the theme. Maps use the light theme's: their ground is always light. */
export const clientColour = (client: number, palette: Palette): string => categoryColour(client, palette);
