import type { SideName } from '../../../../engine/contract.ts';
import type { Describe, Picture } from '../../../session/picture/picture.ts';
import { type Panel, viewOf } from '../../../session/view.ts';
import { HeldNote } from '../../kit/HeldNote.tsx';
import { picturePanel } from '../../kit/picture-panel.tsx';
import { leftResidual, rightResidual, sideFit, sideOutput } from '../describe-network.ts';
import { networkName } from '../network-names.ts';
import { createFit, createOutputCurves, createResidualMap } from './drawing.ts';

type Key = 'aria.output.side' | 'aria.residual' | 'aria.fit.side';

const panelOf =
  (key: Key, create: (side: SideName) => Picture, tell: (side: SideName) => Describe) =>
  (side: SideName): Panel =>
    picturePanel({
      ...{
        name: side,
        side,
        create: () => create(side),
        tell: tell(side),
        narrow: () => 0.62,
        Note: HeldNote,
      },
      title: (state, t) => viewOf(state).title(state, side, t),
      label: (state, t) => t(key, { side: networkName(state, side, t) }),
    });

const both = (of: (side: SideName) => Panel): readonly Panel[] => [of('left'), of('right')];

const residual = (side: SideName) => (side === 'left' ? leftResidual : rightResidual);

/** Panels that show each network over the data, by `outputKind`: the pictures of the first screen. */
export const SIDE_PANELS = {
  line: both(panelOf('aria.output.side', createOutputCurves, sideOutput)),
  plane: both(panelOf('aria.residual', createResidualMap, residual)),
  fit: both(panelOf('aria.fit.side', createFit, sideFit)),
} as const;
