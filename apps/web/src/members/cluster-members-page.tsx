import { Tabs } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAct } from '../shared/act.js';
import { Whole } from '../shared/whole.js';
import { ForStaff } from '../shell/for-staff.js';
import { useToast } from '../shell/toasts.js';
import { LogOfCluster } from './access-log.js';
import { FirmList } from './firm-list.js';
import { InvitationList } from './invitation-list.js';
import { InviteForm, type Invited } from './invite-form.js';
import { MemberList } from './member-list.js';
import { ClusterPeople, InviteStaff } from './members.graphql';
import { CLUSTER_ROLES } from './roles.js';
import { CLUSTER_TABS } from './tabs.js';
import type { ClusterRole } from '#operations';
import './members.css';

const route = getRouteApi('/cluster/$slug/members');

/** Who works for the cluster, and which firms take part in it. */
export function ClusterMembersPage() {
  const intl = useIntl();
  return (
    <ForStaff
      slug={route.useParams().slug}
      title={intl.formatMessage({ id: 'members.title' })}
      lead={(cluster) => <FormattedMessage id="members.cluster.lead" values={{ cluster }} />}
      others={<FormattedMessage id="members.cluster.notStaff" />}
    >
      {(clusterId) => <OfCluster clusterId={clusterId} />}
    </ForStaff>
  );
}

function OfCluster({ clusterId }: { readonly clusterId: string }) {
  const { tab = 'people' } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (value: string) =>
    void navigate({ search: { tab: value as (typeof CLUSTER_TABS)[number] } });
  return (
    <Tabs value={tab} onChange={choose} className="tabs-flat">
      <Tabs.List>
        {CLUSTER_TABS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            <FormattedMessage id={`members.tab.${one}`} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="people">{tab === 'people' && <People clusterId={clusterId} />}</Tabs.Panel>
      <Tabs.Panel value="firms">{tab === 'firms' && <FirmList clusterId={clusterId} />}</Tabs.Panel>
      <Tabs.Panel value="log">{tab === 'log' && <LogOfCluster clusterId={clusterId} />}</Tabs.Panel>
    </Tabs>
  );
}

function People({ clusterId }: { readonly clusterId: string }) {
  const result = useQuery(ClusterPeople, { variables: { clusterId } });
  const tell = useToast();
  const { act, busy, trouble } = useAct(InviteStaff);
  const refresh = (): void => void result.refetch().catch(() => undefined);
  const invite = async (invited: Invited<ClusterRole>): Promise<boolean> => {
    const done = await act({ input: { clusterId, ...invited } });
    if (done === undefined) return false;
    tell(<FormattedMessage id="members.invite.done" values={{ email: invited.email }} />);
    refresh();
    return true;
  };
  return (
    <Whole result={result}>
      {({ members, invitations }) => (
        <div className="members-columns">
          <div className="members-stack">
            <MemberList members={members} clusterId={clusterId} onChanged={refresh} />
            <InvitationList invitations={invitations} />
          </div>
          <InviteForm roles={CLUSTER_ROLES} busy={busy} trouble={trouble} onInvite={invite} />
        </div>
      )}
    </Whole>
  );
}
