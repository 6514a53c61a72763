import '../problems/one-neuron/words.en.ts';
import {
  ChartColumn,
  CircleHelp,
  FileSpreadsheet,
  GraduationCap,
  Layers,
  type LucideIcon,
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

  const opener = (which: DrawerName, Icon: LucideIcon, words: string) => (
    <ControlButton
      control={which}
      id={`${which}-button`}
      aria-expanded={drawer === which}
      onClick={() => onDrawer(which)}
      title={words}
    >
      <Icon size={18} aria-hidden />
      <span>{words}</span>
    </ControlButton>
  );
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
        {opener('lectures', GraduationCap, t('header.lectures'))}
        {opener('explain', Sigma, t('header.explain'))}
        {hasMaps && opener('layers', Layers, t('header.layers'))}
        {opener('ensemble', ChartColumn, t('header.ensemble'))}
        <ControlButton control="own" onClick={onOwnData} title={t('header.data')}>
          <FileSpreadsheet size={18} aria-hidden />
          <span className="spare">{t('header.data')}</span>
        </ControlButton>
        {opener('scenario', SlidersHorizontal, t('header.scenario'))}
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
