import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function MapPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.map' })}>{null}</Page>;
}
