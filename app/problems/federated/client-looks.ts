import type { NetworkInfo } from '../../../engine/problems/federated/types.ts';
import type { Palette } from '../../charts/palette.ts';
import { formatCount } from '../../i18n/format.ts';

/** What a client is called: its name in own data, else its number, from 1. */
export const clientName = ({ names }: Pick<NetworkInfo, 'names'>, client: number): string =>
  names[client] ?? formatCount(client + 1);

const COLOURS = ['#8A5A00', '#2E7D5B', '#8E3B8C', '#3B5BA5', '#B0413E', '#5B6C5D', '#7A6BB5', '#9C6B3F'];

/** The colour of a client in the present theme. */
export const clientColour = (client: number, _palette: Palette): string => COLOURS[client % COLOURS.length]!;
