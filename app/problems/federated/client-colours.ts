/** The colour of a client, by its number from 0, on the paper of maps. */
const COLOURS = [
  '#0B7A75',
  '#B5179E',
  '#5A3FC0',
  '#2E7D32',
  '#C1121F',
  '#8A5A00',
  '#00689D',
  '#7A1F5C',
  '#3F6212',
  '#4338CA',
  '#9D174D',
  '#115E59',
  '#7C2D12',
  '#1E3A8A',
  '#6B21A8',
  '#374151',
];

export const clientColour = (client: number) => COLOURS[client % COLOURS.length]!;
