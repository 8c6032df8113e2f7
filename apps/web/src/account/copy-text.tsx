import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';

interface CopyTextProps {
  readonly text: string;
  /** What it is. */
  readonly label: string;
}

type Copying = 'not yet' | 'done' | 'impossible';

/** Something to be taken elsewhere as it stands: a secret, a line for a terminal. */
export function CopyText({ text, label }: CopyTextProps) {
  const [copying, setCopying] = useState<Copying>('not yet');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopying('done');
    } catch {
      setCopying('impossible');
    }
  };
  return (
    <div className="account-copy">
      <div className="account-copy-head">
        <strong>{label}</strong>
        <span role="status" className="quiet">
          {copying === 'done' && <FormattedMessage id="account.copy.done" />}
          {copying === 'impossible' && <FormattedMessage id="account.copy.impossible" />}
        </span>
        <Button variant="tertiary" data-size="sm" onClick={() => void copy()}>
          <FormattedMessage id="account.copy.copy" />
        </Button>
      </div>
      <pre tabIndex={0} role="region" aria-label={label}>
        <code>{text}</code>
      </pre>
    </div>
  );
}
