import './cone-words.en.ts';
import type { GeneratorInfo } from '../../../../engine/problems/gan/types.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import type { MainKnob } from '../../../session/view.ts';
import type { LevelView } from '../../kit/define-view.ts';
import { isBare } from '../../kit/say.ts';
import { GENERATOR, playTitle } from '../game-view.ts';
import { gameMiniatures } from '../miniature.ts';
import { MORE } from '../more-panel.tsx';
import { CONE } from './cone-panel.tsx';
import { hidesCone, sceneOf } from './cone-scene.ts';

const WIDTH: MainKnob = {
  ...{ key: 'width', low: 1, high: 40, isWhole: true },
  side: 'left',
  words: ['gan.knob.narrow', 'gan.knob.wide'],
};

const WIDTH_OF_BOTH: MainKnob = { ...WIDTH, side: 'both' };

const PANELS = [CONE.left, CONE.right, MORE];

export const NETWORK: LevelView<GeneratorInfo> = {
  ...GENERATOR,
  title({ opened: { info } }, side, t) {
    if (info.versus === 'width') return t('gan.title.width', { k: info.sides[side].width });
    if (info.versus !== 'convex') return playTitle(info, side, t);
    return t(side === 'left' ? 'gan.title.network' : 'gan.title.convex');
  },
  about(state, panel, t) {
    const { mean, sides, versus } = state.opened.info;
    if (panel === 'right' && versus === 'width') return t('gan.about.width', { k: sides.right.width });
    if (panel === 'right') return t(dynamicKey('gan.about', versus));
    if (panel !== 'left') return '';
    if (hidesCone(state)) return t('gan.about.columns');
    const m = mean.length;
    if (m !== 2) return m === 1 ? t('gan.cone.one') : t('gan.cone.projected', { m });
    return t('gan.about.cone', { k: sides.left.width, bare: isBare(state) });
  },
  knob: ({ opened }) => (opened.info.versus === 'width' ? WIDTH : WIDTH_OF_BOTH),
  panels: () => PANELS,
  miniatures: (opened, last, size) =>
    gameMiniatures(opened, last, size, (side) => sceneOf(opened.info, side)),
};
