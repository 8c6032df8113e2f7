import { Button, Dialog, Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import './wide.css';

interface ConfirmProps {
  readonly title: string;
  /** What will come of it. */
  readonly children: ReactNode;
  /** The deed, as a verb. */
  readonly deed: string;
  readonly busy: boolean;
  readonly onDeed: () => void;
  readonly onClose: () => void;
}

/** Asks once more before what cannot be taken back. */
export function Confirm({ title, children, deed, busy, onDeed, onClose }: ConfirmProps) {
  const intl = useIntl();
  return (
    <Dialog open onClose={onClose} closeButton={intl.formatMessage({ id: 'shared.close' })}>
      <Dialog.Block>
        <Heading level={2} data-size="2xs">
          {title}
        </Heading>
      </Dialog.Block>
      <Dialog.Block>{children}</Dialog.Block>
      <Dialog.Block className="shared-deeds">
        <Button data-color="danger" loading={busy} onClick={onDeed}>
          {deed}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          <FormattedMessage id="shared.cancel" />
        </Button>
      </Dialog.Block>
    </Dialog>
  );
}
