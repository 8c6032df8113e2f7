import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function AgreementPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.agreements' })}>{null}</Page>;
}
