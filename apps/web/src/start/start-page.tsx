import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';
import { useViewer } from '../shell/viewer.js';
import { ClusterStart } from './cluster-start.js';
import { FirmStart } from './firm-start.js';
import './start.css';

/** What waits for an answer comes first; who works for a cluster sees how its year stands. */
export function StartPage() {
  const intl = useIntl();
  const { name, acting, clusters } = useViewer();
  return (
    <Page title={intl.formatMessage({ id: 'start.title' }, { name })}>
      {acting !== undefined && <FirmStart key={acting.firm.id} acting={acting} />}
      {clusters.map((one) => (
        <ClusterStart key={one.cluster.id} {...one} />
      ))}
    </Page>
  );
}
