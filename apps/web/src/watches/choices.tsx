import { Button, Chip } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoicesProps {
  /** What the search came to; nothing is said while nothing is searched for. */
  readonly found: readonly Choice[];
  readonly isSearching: boolean;
  readonly add: (value: string) => void;
  readonly chosen: readonly Choice[];
  readonly drop: (value: string) => void;
}

/** What was found to take in, and what has been taken in. Plain buttons: each is reached and pressed with the keyboard. */
export function Choices({ found, isSearching, add, chosen, drop }: ChoicesProps) {
  const intl = useIntl();
  return (
    <>
      <p className="unseen" role="status">
        {isSearching && <FormattedMessage id="watches.choices" values={{ count: found.length }} />}
      </p>
      {found.length > 0 && (
        <ul className="watch-choices">
          {found.map(({ value, label }) => (
            <li key={value}>
              <Button variant="secondary" data-size="sm" onClick={() => add(value)}>
                {label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <ul className="watch-choices" aria-label={intl.formatMessage({ id: 'watches.chosen' })}>
          {chosen.map(({ value, label }) => (
            <li key={value}>
              <Chip.Removable
                aria-label={intl.formatMessage({ id: 'watches.leaveOut' }, { what: label })}
                onClick={() => drop(value)}
              >
                {label}
              </Chip.Removable>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
