import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from '@tanstack/react-router';
import { Empty } from '../shared/page.js';
import { useViewer } from '../shell/viewer.js';

/** Keys and webhooks act for the whole firm, so its administrators alone have them in hand. */
export function OnlyAdministrators({ children }: { readonly children: ReactNode }) {
  const intl = useIntl();
  const { acting } = useViewer();
  if (acting?.role === 'FIRM_ADMIN') return children;
  return (
    <Empty title={intl.formatMessage({ id: 'account.administrators.title' })}>
      <p>
        <FormattedMessage id="account.administrators.why" values={{ firm: acting?.firm.name ?? '' }} />
      </p>
      <Link to="/help" hash="ask">
        <FormattedMessage id="account.administrators.ask" />
      </Link>
    </Empty>
  );
}
