import '../problems/one-neuron/words.en.ts';
import {
  ChartColumn,
  CircleHelp,
  FileSpreadsheet,
  GraduationCap,
  Layers,
  Presentation,
  Share2,
  Sigma,
  SlidersHorizontal,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { ProblemChoice } from '../features/scenario/ProblemChoice.tsx';
import { dynamicKey } from '../i18n/messages.ts';
import { presetOf } from '../session/preset-of.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { useControl } from '../session/use-control.ts';
import { viewOf } from '../session/view.ts';
import { ControlButton } from '../ui/ControlButton.tsx';
import { OpenWithoutLimits } from './OpenWithoutLimits.tsx';

export type DrawerName = 'scenario' | 'layers' | 'lectures' | 'explain' | 'ensemble';

/** Name, scenario and the few things that can be done with the whole. */
export function Header({
  drawer,
  onDrawer,
  onOwnData,
  onHelp,
  onShare,
  children,
}: {
  drawer: DrawerName | null;
  onDrawer: (which: DrawerName) => void;
  onOwnData: () => void;
  onHelp: () => void;
  onShare: () => void;
  /** What goes on behind the page. */
  children?: ReactNode;
}) {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  const undoable = useApp((state) => state.undoable > 0);
  // Where there are no maps there is nothing to lay anything over.
  const hasMaps = useApp((state) => viewOf(state).maps !== null);
  const projector = scenario.values.profile === 'projector';
  const help = useControl('help');
  const preset = presetOf(scenario);
  const features = scenario.values.features;
  const subtitle = preset
    ? t(dynamicKey('preset', preset, 'title'))
    : t(features ? dynamicKey('choice.features', features) : 'header.changed');

  return (
    <header className="header">
      <h1>{t('app.title')}</h1>
      <div className="subtitle">
        <ProblemChoice /> <span className="scenario-name">· {subtitle}</span>
      </div>
      <nav>
        {children}
        <ControlButton
          control="undo"
          // Not disabled: the focus would go to nobody when the last change is undone.
          aria-disabled={!undoable}
          onClick={() => undoable && session.undo()}
          title={`${t('header.undo')} (${t('key.ctrlZ')})`}
        >
          <Undo2 size={18} aria-hidden />
          <span className="spare">{t('header.undo')}</span>
        </ControlButton>
        <ControlButton
          control="projector"
          className="wide-only"
          aria-pressed={projector}
          onClick={() => session.change({ profile: projector ? 'desk' : 'projector' })}
          title={`${t('header.projector')} (P)`}
        >
          <Presentation size={18} aria-hidden />
          <span className="visually-hidden">{t('header.projector')}</span>
        </ControlButton>
        <ControlButton
          control="lectures"
          id="lectures-button"
          aria-expanded={drawer === 'lectures'}
          onClick={() => onDrawer('lectures')}
          title={t('header.lectures')}
        >
          <GraduationCap size={18} aria-hidden />
          <span>{t('header.lectures')}</span>
        </ControlButton>
        <ControlButton
          control="explain"
          id="explain-button"
          aria-expanded={drawer === 'explain'}
          onClick={() => onDrawer('explain')}
          title={t('header.explain')}
        >
          <Sigma size={18} aria-hidden />
          <span>{t('header.explain')}</span>
        </ControlButton>
        {hasMaps && (
          <ControlButton
            control="layers"
            id="layers-button"
            aria-expanded={drawer === 'layers'}
            onClick={() => onDrawer('layers')}
            title={t('header.layers')}
          >
            <Layers size={18} aria-hidden />
            <span>{t('header.layers')}</span>
          </ControlButton>
        )}
        <ControlButton
          control="ensemble"
          id="ensemble-button"
          aria-expanded={drawer === 'ensemble'}
          onClick={() => onDrawer('ensemble')}
          title={t('header.ensemble')}
        >
          <ChartColumn size={18} aria-hidden />
          <span>{t('header.ensemble')}</span>
        </ControlButton>
        <ControlButton control="own" onClick={onOwnData} title={t('header.data')}>
          <FileSpreadsheet size={18} aria-hidden />
          <span className="spare">{t('header.data')}</span>
        </ControlButton>
        <ControlButton
          control="scenario"
          id="scenario-button"
          aria-expanded={drawer === 'scenario'}
          onClick={() => onDrawer('scenario')}
          title={t('header.scenario')}
        >
          <SlidersHorizontal size={18} aria-hidden />
          <span>{t('header.scenario')}</span>
        </ControlButton>
        <ControlButton control="share" aria-haspopup="dialog" onClick={onShare} title={t('header.share')}>
          <Share2 size={18} aria-hidden />
          <span>{t('header.share')}</span>
        </ControlButton>
        <ControlButton control="help" onClick={onHelp} title={`${t('header.help')} (?)`}>
          <CircleHelp size={18} aria-hidden />
          <span className="visually-hidden">{t('header.help')}</span>
        </ControlButton>
        {help !== 'shown' && <OpenWithoutLimits />}
      </nav>
    </header>
  );
}
