import '../problems/one-neuron/words.en.ts';
import {
  ChevronDown,
  Ellipsis,
  Images,
  type LucideIcon,
  Menu as MenuIcon,
  RotateCcw,
  Share2,
  Sigma,
} from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { scenarioParams } from '../../engine/catalog.ts';
import { dynamicKey } from '../i18n/messages.ts';
import { isBare, presetOf } from '../session/scenario/preset-of.ts';
import { problemName } from '../session/scenario/problem-name.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { useControl } from '../session/use-control.ts';
import { ControlButton, IconControl } from '../ui/fields/ControlButton.tsx';
import { Coming, lazyView } from '../ui/lazy-view.tsx';
import { usePhone } from '../ui/look/theme.ts';
import { Menu } from '../ui/windows/Menu.tsx';
import type { DrawerName, HeaderActs } from './header-acts.ts';

/** Loaded when first opened. */
const ExampleList = lazyView(() => import('../features/examples/ExampleList.tsx'), 'ExampleList');

const LectureMenu = lazyView(() => import('../features/lecture/LectureMenu.tsx'), 'LectureMenu');

const OpenWithoutLimits = lazyView(() => import('./OpenWithoutLimits.tsx'), 'OpenWithoutLimits');

const HeaderMenu = lazyView(() => import('./HeaderMenu.tsx'), 'HeaderMenu');

/** Shows the name, the scenario and page-wide actions: buttons and a menu; on phones, the examples and the menu only. */
export function Header({
  children,
  ...acts
}: HeaderActs & {
  children?: ReactNode;
}) {
  const { drawer, onDrawer, onShare } = acts;
  const t = useTranslate();
  const help = useControl('help');
  const isPhone = usePhone();
  const [menu, setMenu] = useState<'examples' | 'lectures' | 'more' | null>(null);
  const toggle = (which: NonNullable<typeof menu>) => (open: boolean) =>
    setMenu((now) => (open ? which : now === which ? null : now));

  const opener = (which: DrawerName, icon: LucideIcon, words: string) => (
    <IconControl
      control={which}
      id={`${which}-button`}
      aria-expanded={drawer === which}
      onClick={() => onDrawer(which)}
      icon={icon}
      words={words}
    />
  );
  const close = () => setMenu(null);
  const lists = {
    examples: (
      <Coming>
        <ExampleList
          onOpened={() => {
            close();
            const { activeElement } = document;
            document.getElementById('play-button')?.focus();
            // A link may lock or hide Play.
            if (document.activeElement === activeElement) document.getElementById('examples-button')?.focus();
          }}
        />
      </Coming>
    ),
    lectures: (
      <Coming>
        <LectureMenu
          onOpen={() => {
            close();
            // An open drawer would cover the lecture.
            if (drawer) onDrawer(drawer);
          }}
          onDrawer={() => {
            close();
            onDrawer('lectures');
          }}
        />
      </Coming>
    ),
    more: (
      <Coming>
        <HeaderMenu {...acts} isAll={isPhone} onLectures={() => setMenu('lectures')} onClose={close} />
      </Coming>
    ),
  };
  const list = (which: 'examples' | 'lectures', control: 'presets' | 'lectures') => (
    <Menu
      open={menu === which}
      onToggle={toggle(which)}
      button={
        <ControlButton
          control={control}
          id={`${which}-button`}
          aria-expanded={menu === which}
          onClick={() => toggle(which)(menu !== which)}
          title={t(`header.${which}`)}
        >
          {isPhone && <Images size={18} aria-hidden />}
          <span className={isPhone ? 'visually-hidden' : ''}>{t(`header.${which}`)}</span>
          {!isPhone && <ChevronDown size={16} aria-hidden />}
        </ControlButton>
      }
    >
      {lists[which]}
    </Menu>
  );
  const all = t(isPhone ? 'header.menu' : 'header.more');
  const AllIcon = isPhone ? MenuIcon : Ellipsis;
  const isOpen = menu === 'more' || (isPhone && menu === 'lectures');
  return (
    <header className="header">
      <h1>{t('app.title')}</h1>
      <Subtitle />
      <nav>
        {children}
        {list('examples', 'presets')}
        {!isPhone && (
          <>
            {list('lectures', 'lectures')}
            {opener('explain', Sigma, t('header.explain'))}
            <ControlButton control="share" aria-haspopup="dialog" onClick={onShare} title={t('header.share')}>
              <Share2 size={18} aria-hidden />
              <span className="visually-hidden">{t('header.share')}</span>
            </ControlButton>
          </>
        )}
        <Menu
          open={isOpen}
          onToggle={isPhone ? close : toggle('more')}
          button={
            <button
              type="button"
              id="more-button"
              aria-expanded={isOpen}
              title={all}
              onClick={() => setMenu(isOpen ? null : 'more')}
            >
              <AllIcon size={18} aria-hidden />
              <span className="visually-hidden">{all}</span>
            </button>
          }
        >
          {lists[menu === 'lectures' ? menu : 'more']}
        </Menu>
        {help !== 'shown' && (
          <Coming>
            <OpenWithoutLimits />
          </Coming>
        )}
      </nav>
    </header>
  );
}

/** Names the open preset, or the one that was changed; then a press returns to it. A problem's defaults bear its name alone. */
export function Subtitle() {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  const { problem, values } = scenario;
  const preset = presetOf(scenario);
  /** An empty name stands for the problem's defaults. */
  const known = preset ?? (isBare(scenario) ? '' : null);
  const latest = useRef<{ readonly problem: string; readonly preset: string } | null>(null);
  if (known !== null) latest.current = { problem, preset: known };
  const from = latest.current?.problem === problem ? latest.current.preset : null;
  const spec = scenarioParams(problem).features;
  const isOfData = spec && (spec.when?.(values) ?? true);
  const named = problemName(problem, t);
  const name = (id: string) => (id === '' ? named : t(dynamicKey('preset', id, 'title')));
  const told = preset
    ? name(preset)
    : t(isOfData ? dynamicKey('choice', spec.called ?? 'features', values.features!) : 'header.changed');
  return (
    <div className="subtitle">
      <span className="problem-name">{named}</span>
      {known !== '' && (
        <>
          {' '}
          <span className="dot">·</span>{' '}
          {known !== null || from === null ? (
            <span className="scenario-name">{told}</span>
          ) : (
            <ControlButton
              control="presets"
              className="scenario-name"
              title={t('header.backTo', { name: name(from) })}
              onClick={() => (from === '' ? session.openDefaults() : session.openPreset(from))}
            >
              {from === '' ? t('header.changed') : t('header.changedFrom', { name: name(from) })}
              <RotateCcw size={14} aria-hidden />
            </ControlButton>
          )}
        </>
      )}
      {preset && <span className="preset-sentence">{t(dynamicKey('preset', preset, 'sentence'))}</span>}
    </div>
  );
}
