import { Alert, Tabs } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAct } from '../shared/act.js';
import { Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { useViewer } from '../shell/viewer.js';
import { LogOfFirm } from './access-log.js';
import { InvitationList } from './invitation-list.js';
import { InviteForm, type Invited } from './invite-form.js';
import { MemberList } from './member-list.js';
import { FirmPeople, InvitePerson } from './members.graphql';
import { FIRM_ROLES } from './roles.js';
import { FIRM_TABS } from './tabs.js';
import type { FirmRole } from '#operations';
import './members.css';

const route = getRouteApi('/members');

/** Who takes part for the firm acted for; its administrators say who. */
export function FirmMembersPage() {
  const intl = useIntl();
  const { acting } = useViewer();
  const manages = acting?.role === 'FIRM_ADMIN';
  return (
    <Page
      title={intl.formatMessage({ id: 'members.title' })}
      lead={acting && <FormattedMessage id="members.firm.lead" values={{ firm: acting.firm.name }} />}
    >
      {manages ? (
        <OfFirm />
      ) : (
        <Alert data-color="info">
          <FormattedMessage id="members.firm.notAdmin" />
        </Alert>
      )}
    </Page>
  );
}

function OfFirm() {
  const { tab = 'people' } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (value: string) => void navigate({ search: { tab: value as (typeof FIRM_TABS)[number] } });
  return (
    <Tabs value={tab} onChange={choose} className="tabs-flat">
      <Tabs.List>
        {FIRM_TABS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            <FormattedMessage id={`members.tab.${one}`} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="people">{tab === 'people' && <People />}</Tabs.Panel>
      <Tabs.Panel value="log">{tab === 'log' && <LogOfFirm />}</Tabs.Panel>
    </Tabs>
  );
}

function People() {
  const result = useQuery(FirmPeople);
  const tell = useToast();
  const { act, busy, trouble } = useAct(InvitePerson);
  const refresh = (): void => void result.refetch().catch(() => undefined);
  const invite = async (invited: Invited<FirmRole>): Promise<boolean> => {
    const done = await act({ input: invited });
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
            <MemberList members={members} onChanged={refresh} />
            <InvitationList invitations={invitations} />
          </div>
          <InviteForm roles={FIRM_ROLES} busy={busy} trouble={trouble} onInvite={invite} />
        </div>
      )}
    </Whole>
  );
}
