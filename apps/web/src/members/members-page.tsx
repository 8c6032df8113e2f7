import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function MembersPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.members' })}>{null}</Page>;
}
