import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function MatchPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.matches' })}>{null}</Page>;
}
