import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { categoryColour } from '../../../charts/colour/category-colours.ts';
import type { Palette } from '../../../charts/colour/palette.ts';
import { formatCount } from '../../../i18n/format.ts';

/** What a client is called: its name in own data, else its number, from 1. */
export const clientName = ({ names }: Pick<NetworkInfo, 'names'>, client: number): string =>
  names[client] ?? formatCount(client + 1);

/** The same where samples show the number alone: a name comes after it. */
export const clientLabel = ({ names }: Pick<NetworkInfo, 'names'>, client: number): string =>
  [formatCount(client + 1), names[client] ?? ''].join(' ').trim();

/** The colour of a client in the present theme; on maps that of the light one, as their ground is light in every theme. */
export const clientColour = (client: number, palette: Palette): string => categoryColour(client, palette);
