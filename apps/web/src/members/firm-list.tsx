import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ClusterFirmsQuery } from '#operations';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { InviteFirmDialog } from './invite-firm.js';
import { ClusterFirms } from './members.graphql';

/** The firms of a cluster, and what each lets its staff do for it. */
export function FirmList({ clusterId }: { readonly clusterId: string }) {
  const result = useQuery(ClusterFirms, { variables: { clusterId } });
  const [inviting, setInviting] = useState(false);
  return (
    <div className="members-stack">
      <div className="row-deeds">
        <Button onClick={() => setInviting(true)}>
          <FormattedMessage id="members.inviteFirm" />
        </Button>
      </div>
      <Whole result={result}>{({ clusterFirms }) => <Firms firms={clusterFirms} />}</Whole>
      {inviting && <InviteFirmDialog clusterId={clusterId} onClose={() => setInviting(false)} />}
    </div>
  );
}

type Firm = ClusterFirmsQuery['clusterFirms'][number];

function Firms({ firms }: { readonly firms: readonly Firm[] }) {
  const intl = useIntl();
  if (firms.length === 0) return <Empty title={intl.formatMessage({ id: 'members.firms.none' })} />;
  return (
    <section className="block" aria-labelledby="members-firms">
      <Heading level={2} data-size="2xs" id="members-firms">
        <FormattedMessage id="members.firms" values={{ count: firms.length }} />
      </Heading>
      <ul className="rows">
        {firms.map(({ id, name, letsStaffDraft, letsStaffEdit }) => (
          <li key={id}>
            <strong className="row-main">{name}</strong>
            <div className="row-deeds">
              {letsStaffDraft && (
                <Tag data-size="sm" data-color="info">
                  <FormattedMessage id="members.firms.draft" />
                </Tag>
              )}
              {letsStaffEdit && (
                <Tag data-size="sm" data-color="success">
                  <FormattedMessage id="members.firms.edit" />
                </Tag>
              )}
              {!letsStaffDraft && !letsStaffEdit && (
                <small className="quiet">
                  <FormattedMessage id="members.firms.nothing" />
                </small>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
