import { FormattedMessage, useIntl } from 'react-intl';
import type { MatchInListFragment } from '#operations';
import { wordFor } from './words.js';

type Check = MatchInListFragment['checks'][number];

/** Told apart by shape too, not by colour alone. */
const SHAPES: Readonly<Record<Check['result'], string>> = {
  PASS: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  FAIL: 'M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5',
  UNKNOWN: 'M5.6 6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.7M8 12.4v.1',
};

/** All conditions at a glance. */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const intl = useIntl();
  return (
    <ul className="checks" aria-label={intl.formatMessage({ id: 'matches.checks' })}>
      {checks.map((check) => (
        <li key={check.name} className={`check check-${check.result.toLowerCase()}`}>
          <CheckName check={check} />
        </li>
      ))}
    </ul>
  );
}

export function CheckName({ check: { name, result } }: { readonly check: Check }) {
  const intl = useIntl();
  return (
    <>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[result]} />
      </svg>
      {wordFor(intl, `matches.fact.${name}`, name)}{' '}
      <span>
        <FormattedMessage id={`matches.result.${result}`} />
      </span>
    </>
  );
}
