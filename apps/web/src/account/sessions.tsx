import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AccountSessionsQuery } from '#operations';
import { useAct } from '../shared/act.js';
import { Instant } from '../shared/instant.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { AccountSessions, RevokeSession } from './account.graphql';
import { Refusal } from '../shared/refusal.js';
import { toldBy } from './user-agent.js';

type Sitting = NonNullable<AccountSessionsQuery['viewer']>['sessions'][number];

/** Where somebody is signed in. */
export function Sessions() {
  const result = useQuery(AccountSessions);
  return (
    <section className="account-section" aria-labelledby="account-sessions">
      <Heading level={2} data-size="xs" id="account-sessions">
        <FormattedMessage id="account.sessions.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="account.sessions.lead" />
      </Paragraph>
      <Whole result={result}>
        {({ viewer }) => <List sessions={viewer?.sessions ?? []} again={() => void result.refetch()} />}
      </Whole>
    </section>
  );
}

interface ListProps {
  readonly sessions: readonly Sitting[];
  readonly again: () => void;
}

function List({ sessions, again }: ListProps) {
  const intl = useIntl();
  const toast = useToast();
  const { act, busy, trouble } = useAct(RevokeSession);
  const end = async (id: string): Promise<void> => {
    if ((await act({ id })) === undefined) return;
    toast(intl.formatMessage({ id: 'account.sessions.ended' }));
    again();
  };
  return (
    <>
      <Refusal trouble={trouble} />
      <ul className="account-list">
        {sessions.map((one) => (
          <li key={one.id} className="account-row">
            <div>
              <strong>
                <Program userAgent={one.userAgent} />
              </strong>
              <span className="quiet">
                <FormattedMessage
                  id="account.sessions.since"
                  values={{ from: <Instant at={one.createdAt} />, last: <Instant at={one.lastSeenAt} /> }}
                />
              </span>
            </div>
            {one.current ? (
              <Tag data-color="success">
                <FormattedMessage id="account.sessions.current" />
              </Tag>
            ) : (
              <Button
                variant="secondary"
                data-color="danger"
                data-size="sm"
                disabled={busy}
                onClick={() => void end(one.id)}
              >
                <FormattedMessage id="account.sessions.end" />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Program({ userAgent }: { readonly userAgent: string | null }) {
  const { browser, system } = toldBy(userAgent ?? '');
  if (browser !== undefined && system !== undefined)
    return <FormattedMessage id="account.sessions.program" values={{ browser, system }} />;
  const known = browser ?? system ?? userAgent;
  return known ?? <FormattedMessage id="account.sessions.unknown" />;
}
