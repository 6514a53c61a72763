import './words.en.ts';
import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { formatDistance } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { type Canvas, createMemo, createPicture, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { networkOf } from '../federated-info.ts';
import { clientColour, clientLabel, clientName } from './client-looks.ts';
import { drawKernel, type KernelImage, type KernelInput, kernelImage } from './kernel-plot.ts';

interface KernelState extends Pick<AppState, 'extra'> {
  readonly info: NetworkInfo | null;
}

/** Returns the samples sorted by client, then by number. */
function byClient({ owners, samples }: Pick<NetworkInfo, 'owners' | 'samples'>): number[] {
  const order = Array.from({ length: samples }, (_, i) => i);
  return order.sort((i, j) => owners[i]! - owners[j]! || i - j);
}

const image = createMemo<KernelImage>();

/** `read`: the entry being read. */
export function createKernel(read: KernelInput['read'] = null): Picture<KernelState> {
  return createPicture({
    select({ store }) {
      const state = store.getState();
      return { info: networkOf(state), extra: state.extra };
    },
    draw: ({ info, extra }, canvas) =>
      info ? drawKernel(kernelInput(info, extra?.highlight === 'kernel', read, canvas)) : [],
  });
}

function kernelInput(
  info: NetworkInfo,
  isLit: boolean,
  read: KernelInput['read'],
  { size, drawStyle }: Pick<Canvas, 'size' | 'drawStyle'>,
): KernelInput {
  const { kernel, owners, count } = info;
  const drawn = image([kernel], () => kernelImage(kernel, byClient(info)));
  return {
    ...size,
    ...drawStyle,
    image: drawn,
    blocks: Array.from({ length: count }, (_, c) => ({
      name: clientLabel(info, c),
      color: clientColour(c, drawStyle.palette),
      count: owners.reduce((sum, owner) => sum + (owner === c ? 1 : 0), 0),
    })).filter((block) => block.count > 0),
    read,
    isLit,
    names: { low: formatDistance(drawn.low), high: formatDistance(drawn.high) },
  };
}

export const kernelFacts = ({ smallest, rank, samples }: NetworkInfo) => ({
  smallest: formatDistance(smallest),
  rank,
  n: samples,
});

/** Describes the entry being read; empty for none. */
export function kernelWords(info: NetworkInfo, read: KernelInput['read'], t: Translate): string {
  if (!read) return '';
  const order = byClient(info);
  const [i, j] = [order[read[0]]!, order[read[1]]!];
  const of = (sample: number) => ({ i: sample + 1, client: clientName(info, info.owners[sample]!) });
  return t('fed.kernel.read', {
    value: formatDistance(info.kernel[i * info.samples + j]!),
    samples: [of(i), of(j)],
  });
}
