import '../fields/param-words.en.ts';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslate } from '../../session/session-context.tsx';

/** A drawer next to the page; takes the focus when opened. */
export function Drawer({
  id,
  title,
  close,
  className = '',
  onClose,
  children,
}: {
  id: string;
  title: string;
  /** Replaces the closing button's words. */
  close?: string;
  className?: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslate();
  const words = close ?? t('drawer.close');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside className={`drawer ${className}`} aria-labelledby={id}>
      <header>
        <h2 id={id} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <button type="button" className="icon-button" onClick={onClose} aria-label={words} title={words}>
          <X size={20} aria-hidden />
        </button>
      </header>
      {children}
    </aside>
  );
}
