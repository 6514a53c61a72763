import '../fields/param-words.en.ts';
import { useId } from 'react';
import type { Opened } from '../../../workers/protocol.ts';
import { useTranslate } from '../../session/session-context.tsx';

const LISTED = 50;

/** Refused rows with line numbers and reasons; only the first of many (`count`). */
export function RefusedRows({ rows, count }: { rows: Opened['refused']; count: number }) {
  const t = useTranslate();
  const id = useId();
  return (
    <details open={rows.length <= 5}>
      <summary id={id}>{t('own.refused', { count })}</summary>
      <ul className="refused" aria-labelledby={id}>
        {rows.slice(0, LISTED).map(({ line, reason }) => (
          <li key={line}>{t('own.line', { line, reason })}</li>
        ))}
        {count > LISTED && <li>{t('own.more', { count: count - LISTED })}</li>}
      </ul>
    </details>
  );
}
