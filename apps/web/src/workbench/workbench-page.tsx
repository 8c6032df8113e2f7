import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function WorkbenchPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.workbench' })}>{null}</Page>;
}
