import '../../../pictures/alt-words.en.ts';
import './words.en.ts';
import { formatDistance } from '../../../i18n/format.ts';
import type { Describe } from '../../../session/picture/picture.ts';
import { networkOf } from '../federated-info.ts';
import { kernelFacts } from './kernel-drawing.ts';

/** Describes the kernel: least eigenvalue, rank, means within and across clients. */
export const describeKernel: Describe = (_, state, t) => {
  const info = networkOf(state);
  const label = t('aria.fed.kernel');
  if (!info) return label;
  const { kernel, owners, samples: n } = info;
  let [within, across, pairs] = [0, 0, 0];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      if (owners[i] === owners[j]) {
        within += kernel[i * n + j]!;
        pairs++;
      } else across += kernel[i * n + j]!;
  const facts = t('alt.fed.kernel', {
    ...kernelFacts(info),
    within: formatDistance(within / pairs),
    across: pairs === n * n ? null : formatDistance(across / (n * n - pairs)),
  });
  return t('alt.whole', { parts: [label, facts] });
};
