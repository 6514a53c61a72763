import '../problems/one-neuron/words.en.ts';
import {
  ChartColumn,
  ChevronDown,
  CircleHelp,
  Ellipsis,
  FileSpreadsheet,
  GraduationCap,
  Layers,
  type LucideIcon,
  Presentation,
  RotateCcw,
  Share2,
  Sigma,
  SlidersHorizontal,
  Undo2,
} from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { dynamicKey } from '../i18n/messages.ts';
import { hasKeyboardFocus } from '../session/keys.ts';
import { presetOf } from '../session/preset-of.ts';
import { problemName } from '../session/problem-name.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { useControl } from '../session/use-control.ts';
import { viewOf } from '../session/view.ts';
import { ControlButton } from '../ui/ControlButton.tsx';
import { Coming, lazyView } from '../ui/lazy-view.tsx';
import { Menu } from '../ui/Menu.tsx';
import { OpenWithoutLimits } from './OpenWithoutLimits.tsx';

export type DrawerName = 'scenario' | 'layers' | 'lectures' | 'explain' | 'ensemble';

/** The examples with their pictures: loaded when they are first looked at. */
const ExampleList = lazyView(() => import('../features/examples/ExampleList.tsx'), 'ExampleList');

/** The lectures that ship, and the way to one's own. */
const LectureMenu = lazyView(() => import('../features/lecture/LectureMenu.tsx'), 'LectureMenu');

/** Name, scenario and the few things that can be done with the whole: three in words, the rest in a menu. */
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
  const [menu, setMenu] = useState<'examples' | 'lectures' | 'more' | null>(null);
  const toggle = (which: NonNullable<typeof menu>) => (open: boolean) =>
    setMenu((now) => (open ? which : now === which ? null : now));

  const opener = (which: DrawerName, Icon: LucideIcon, words: string) => (
    <ControlButton
      control={which}
      id={`${which}-button`}
      aria-expanded={drawer === which}
      onClick={() => {
        setMenu(null);
        onDrawer(which);
      }}
      title={words}
    >
      <Icon size={18} aria-hidden />
      <span>{words}</span>
    </ControlButton>
  );
  /** Something that is done from the menu, which closes then. */
  const item = (control: 'own' | 'help' | 'projector', Icon: LucideIcon, words: string, act: () => void) => (
    <ControlButton
      control={control}
      {...(control === 'projector' && { 'aria-pressed': projector, className: 'wide-only' })}
      onClick={() => {
        // What it opens gives the focus back to what had it: not to a control that is gone.
        if (hasKeyboardFocus()) document.getElementById('more-button')?.focus();
        setMenu(null);
        act();
      }}
      title={words}
    >
      <Icon size={18} aria-hidden />
      <span>{words}</span>
    </ControlButton>
  );
  return (
    <header className="header">
      <h1>{t('app.title')}</h1>
      <Subtitle />
      <nav>
        {children}
        <Menu
          open={menu === 'examples'}
          onToggle={toggle('examples')}
          button={
            <ControlButton
              control="presets"
              id="examples-button"
              aria-expanded={menu === 'examples'}
              onClick={() => toggle('examples')(menu !== 'examples')}
              title={t('header.examples')}
            >
              <span>{t('header.examples')}</span>
              <ChevronDown size={16} aria-hidden />
            </ControlButton>
          }
        >
          <Coming>
            <ExampleList onOpened={() => setMenu(null)} />
          </Coming>
        </Menu>
        <Menu
          open={menu === 'lectures'}
          onToggle={toggle('lectures')}
          button={
            <ControlButton
              control="lectures"
              id="lectures-button"
              aria-expanded={menu === 'lectures'}
              onClick={() => toggle('lectures')(menu !== 'lectures')}
              title={t('header.lectures')}
            >
              <GraduationCap size={18} aria-hidden />
              <span>{t('header.lectures')}</span>
              <ChevronDown size={16} aria-hidden />
            </ControlButton>
          }
        >
          <Coming>
            <LectureMenu
              onOpen={() => setMenu(null)}
              onDrawer={() => {
                setMenu(null);
                onDrawer('lectures');
              }}
            />
          </Coming>
        </Menu>
        {opener('explain', Sigma, t('header.explain'))}
        <ControlButton control="share" aria-haspopup="dialog" onClick={onShare} title={t('header.share')}>
          <Share2 size={18} aria-hidden />
          <span className="visually-hidden">{t('header.share')}</span>
        </ControlButton>
        <Menu
          open={menu === 'more'}
          onToggle={toggle('more')}
          button={
            <button
              type="button"
              id="more-button"
              aria-expanded={menu === 'more'}
              title={t('header.more')}
              onClick={() => toggle('more')(menu !== 'more')}
            >
              <Ellipsis size={18} aria-hidden />
              <span className="visually-hidden">{t('header.more')}</span>
            </button>
          }
        >
          <ControlButton
            control="undo"
            // Not disabled: the focus would go to nobody when the last change is undone.
            aria-disabled={!undoable}
            onClick={() => undoable && session.undo()}
            title={`${t('header.undo')} (${t('key.ctrlZ')})`}
          >
            <Undo2 size={18} aria-hidden />
            <span>{t('header.undo')}</span>
          </ControlButton>
          {hasMaps && opener('layers', Layers, t('header.layers'))}
          {opener('ensemble', ChartColumn, t('header.ensemble'))}
          {item('own', FileSpreadsheet, t('header.data'), onOwnData)}
          {opener('scenario', SlidersHorizontal, t('header.scenario'))}
          {item('projector', Presentation, t('header.projector'), () =>
            session.change({ profile: projector ? 'desk' : 'projector' }),
          )}
          {item('help', CircleHelp, t('header.help'), onHelp)}
        </Menu>
        {help !== 'shown' && <OpenWithoutLimits />}
      </nav>
    </header>
  );
}

/** The example that is open, or from which what is open was changed: then a press goes back to it. */
function Subtitle() {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  const preset = presetOf(scenario);
  const latest = useRef<{ readonly problem: string; readonly preset: string } | null>(null);
  if (preset) latest.current = { problem: scenario.problem, preset };
  const from = latest.current?.problem === scenario.problem ? latest.current.preset : null;
  const { features } = scenario.values;
  const name = (id: string) => t(dynamicKey('preset', id, 'title'));
  return (
    <div className="subtitle">
      <span className="problem-name">{problemName(scenario.problem, t)}</span> ·{' '}
      {preset || !from ? (
        <span className="scenario-name">
          {preset ? name(preset) : t(features ? dynamicKey('choice.features', features) : 'header.changed')}
        </span>
      ) : (
        <ControlButton
          control="presets"
          className="scenario-name"
          title={t('header.backTo', { name: name(from) })}
          onClick={() => session.openPreset(from)}
        >
          {t('header.changedFrom', { name: name(from) })}
          <RotateCcw size={14} aria-hidden />
        </ControlButton>
      )}
      {preset && <span className="preset-sentence">{t(dynamicKey('preset', preset, 'sentence'))}</span>}
    </div>
  );
}
