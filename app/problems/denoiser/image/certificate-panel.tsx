import './more-words.en.ts';
import './image.css';
import type { ImageInfo } from '../../../../engine/problems/denoiser/types.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { formatFixed } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { createMemo, createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { readPanel } from '../../kit/panel.tsx';
import { isBare } from '../../kit/say.ts';
import { imageOf } from '../denoiser-info.ts';
import { saidShort } from '../image-numbers.ts';
import { saidBound, saidRate } from '../witness.ts';
import type { Spot } from './board.ts';
import { boardParts } from './board-parts.tsx';
import { drawCertificate, gainRect, type ProofStep } from './certificate-plot.ts';
import { SPOT } from './info.ts';
import { frequencyAt, gainRaster, IMAGE_SIDE, type Rgba, waveAt } from './tile-raster.ts';

/** Formats enough digits to differ from 0 and 1. */
const said = (value: number): string =>
  Math.abs(value) < 1e-3 ? saidShort(value) : formatFixed(value, Math.abs(value - 1) < 1e-3 ? 6 : 4);

function proofOf(info: ImageInfo, t: Translate): ProofStep[] {
  const { certificate, rate, right, comesToRest } = info;
  const { largestGain, slopes, broken } = certificate;
  if (right === 'handmade')
    return [
      { holds: true, head: t('image.proof.frame'), text: t('image.proof.frame.text') },
      { holds: true, head: t('image.proof.shrink'), text: t('image.proof.firm') },
      {
        holds: comesToRest ? true : null,
        head: t('image.proof.rests', { rests: comesToRest }),
        text: t('image.proof.noRate'),
      },
    ];
  const breaks = (...laws: string[]) => broken.some(({ law }) => laws.includes(law));
  const isFirm = broken.length === 0;
  return [
    {
      holds: !breaks('gain'),
      head: t('image.proof.gain', { gain: said(largestGain), holds: !breaks('gain') }),
      text: t('image.proof.gain.text'),
    },
    {
      holds: !breaks('least-slope', 'most-slope'),
      head: t('image.proof.slopes', { least: said(slopes[0]), largest: said(slopes[1]) }),
      text: isFirm ? t('image.proof.firm') : t('image.proof.broken'),
    },
    {
      holds: rate === null ? (isFirm ? null : false) : true,
      head:
        rate === null ? t('image.proof.noContraction') : t('image.proof.rate', { rate: saidRate(rate, 4) }),
      text:
        rate === null
          ? t('image.proof.noContraction.text', { firm: isFirm })
          : t('image.proof.rate.text', { least: said(slopes[0]), times: saidBound(rate / (1 - rate)) }),
    },
  ];
}

interface CertificateState {
  readonly info: ImageInfo | null;
  readonly spot: Spot | null;
  readonly bare: boolean;
}

/** `isRead` shows the frequency being read (page only). */
export function createCertificate(isRead = false): Picture<CertificateState> {
  const kept = createMemo<Rgba>();
  return createPicture({
    select({ store }) {
      const state = store.getState();
      return { info: imageOf(state), spot: isRead ? SPOT.of(state) : null, bare: isBare(state) };
    },
    draw({ info, spot, bare }, { size, drawStyle, t }) {
      if (!info) return [];
      const { gains, smallestGain, slopes } = info.certificate;
      const isRidge = info.right === 'ridge';
      const low = Math.floor(10 * smallestGain) / 10;
      return drawCertificate({
        ...size,
        ...drawStyle,
        gains: isRidge ? kept([gains], () => gainRaster(gains, low, PALETTES.light.leftPath)) : null,
        slopes: isRidge ? slopes : [0, 1],
        steps: proofOf(info, t),
        read: spot,
        names: {
          gains: t('image.proof.gains', { bare }),
          slopes: t('image.proof.slopeAxis'),
          low: saidShort(low),
          high: '1',
          ends: ['0', '1'],
        },
      });
    },
  });
}

function gainWords(state: AppState, t: Translate): string {
  const [info, spot] = [imageOf(state), SPOT.of(state)];
  if (info?.right !== 'ridge' || spot?.plane !== 'frequency') return '';
  const { row, column } = spot;
  const gain = info.certificate.gains[frequencyAt(row, column)]!;
  return t('image.proof.read', { wave: [waveAt(row), waveAt(column)], gain: said(gain) });
}

const describeCertificate: Describe = (_, state, t) => {
  const info = imageOf(state);
  return info
    ? proofOf(info, t)
        .map(({ head, text }) => `${head} ${text}`)
        .join(' ')
    : '';
};

/** Proof of the right denoiser's properties, with G(k) at the tiles' frequency. */
export const CERTIFICATE = readPanel<Spot>({
  ...boardParts(() => ['frequency']),
  ...{ name: 'certificate', className: 'board-read read-below', aspect: 0.64, narrow: 1 },
  title: (_, t) => t('image.proof.title'),
  label: (_, t) => t('image.proof.title'),
  surface: (_, t) => t('aria.image.proof.surface'),
  picture: () => createCertificate(true),
  still: () => createCertificate(),
  tell: describeCertificate,
  say: (_, { store }, t) => gainWords(store.getState(), t),
  hint: (_, t) => t('image.proof.hint'),
  pick([x, y], { size, drawStyle }, { store }) {
    const rect = gainRect(size, drawStyle.scale);
    const [row, column] = [y - rect.y, x - rect.x].map((off) =>
      Math.floor((IMAGE_SIDE * off) / rect.width),
    ) as [number, number];
    const isOn = (place: number) => place >= 0 && place < IMAGE_SIDE;
    const hasGains = (imageOf(store.getState())?.right ?? 'ridge') === 'ridge';
    return hasGains && isOn(row) && isOn(column) ? { plane: 'frequency', row, column } : null;
  },
});
