import { Popover } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Word } from './words.js';
import './help.css';

interface HelpProps {
  readonly word: Word;
}

/** A small question mark beside a word, which says what it means here. */
export function Help({ word }: HelpProps) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `help.word.${word}` });
  return (
    <Popover.TriggerContext>
      <Popover.Trigger
        className="shared-help"
        variant="tertiary"
        data-size="sm"
        aria-label={intl.formatMessage({ id: 'shared.help.what' }, { word: name })}
      >
        ?
      </Popover.Trigger>
      <Popover placement="bottom" className="shared-help-text">
        <p>
          <strong>{name}</strong>
        </p>
        <p>
          <FormattedMessage id={`help.meaning.${word}`} />
        </p>
        <Link to="/help" hash={`word-${word}`}>
          <FormattedMessage id="shared.help.all" />
        </Link>
      </Popover>
    </Popover.TriggerContext>
  );
}
