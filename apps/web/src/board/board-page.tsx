import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function BoardPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.board' })}>{null}</Page>;
}
