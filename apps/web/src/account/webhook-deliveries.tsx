import { Button, Paragraph, Table, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DeliveryRowFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Instant } from '../shared/instant.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { More } from '../shared/more.js';
import { Refusal } from '../shared/refusal.js';
import { ResendWebhookDelivery, WebhookDeliveries as Deliveries } from './webhooks.graphql';

const PAGE = 20;
/** While the log is open somebody waits to see a message arrive. */
const LOOK_AGAIN_MS = 4_000;

const COLORS = { DELIVERED: 'success', FAILED: 'danger', WAITING: 'warning' } as const;

/** What was sent to a webhook in the last thirty days, and how it went. */
export function WebhookDeliveries({ id }: { readonly id: string }) {
  const intl = useIntl();
  const result = useQuery(Deliveries, { variables: { id, first: PAGE }, pollInterval: LOOK_AGAIN_MS });
  return (
    <Whole result={result}>
      {({ webhook }) => {
        const { edges = [], pageInfo } = webhook?.deliveries ?? {};
        if (edges.length === 0)
          return (
            <Paragraph>
              <FormattedMessage id="account.deliveries.none" />
            </Paragraph>
          );
        return (
          <>
            <div
              className="account-scroll"
              tabIndex={0}
              role="region"
              aria-label={intl.formatMessage({ id: 'account.webhooks.log' })}
            >
              <Log deliveries={edges.map(({ node }) => node)} again={() => void result.refetch()} />
            </div>
            {pageInfo !== undefined && (
              <More
                pageInfo={pageInfo}
                fetchMore={async (after) => {
                  await result.fetchMore({
                    variables: { after },
                    updateQuery: (before, { fetchMoreResult: next }) =>
                      before.webhook === null || next.webhook === null
                        ? next
                        : {
                            ...next,
                            webhook: {
                              ...next.webhook,
                              deliveries: {
                                ...next.webhook.deliveries,
                                edges: [...before.webhook.deliveries.edges, ...next.webhook.deliveries.edges],
                              },
                            },
                          },
                  });
                }}
              />
            )}
          </>
        );
      }}
    </Whole>
  );
}

interface LogProps {
  readonly deliveries: readonly DeliveryRowFragment[];
  readonly again: () => void;
}

function Log({ deliveries, again }: LogProps) {
  const intl = useIntl();
  const toast = useToast();
  const { act, busy, trouble } = useAct(ResendWebhookDelivery);
  const resend = async (id: string): Promise<void> => {
    if ((await act({ id })) === undefined) return;
    toast(intl.formatMessage({ id: 'account.deliveries.resent' }));
    again();
  };
  return (
    <>
      <Refusal trouble={trouble} />
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            {(['event', 'at', 'state', 'last', 'resend'] as const).map((column) => (
              <Table.HeaderCell key={column}>
                <FormattedMessage id={`account.deliveries.column.${column}`} />
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {deliveries.map((one) => (
            <Row key={one.id} delivery={one} busy={busy} onResend={() => void resend(one.id)} />
          ))}
        </Table.Body>
      </Table>
    </>
  );
}

interface RowProps {
  readonly delivery: DeliveryRowFragment;
  readonly busy: boolean;
  readonly onResend: () => void;
}

function Row({ delivery, busy, onResend }: RowProps) {
  const { eventType, happenedAt, state, tries, nextTryAt, attempts } = delivery;
  const [last] = attempts;
  return (
    <Table.Row>
      <Table.Cell>
        <code>{eventType}</code>
      </Table.Cell>
      <Table.Cell>
        <Instant at={happenedAt} />
      </Table.Cell>
      <Table.Cell>
        <Tag data-color={COLORS[state]} data-size="sm">
          <FormattedMessage id={`account.deliveries.state.${state}`} values={{ tries }} />
        </Tag>
        {nextTryAt !== null && (
          <div className="quiet">
            <FormattedMessage id="account.deliveries.next" values={{ at: <Instant at={nextTryAt} /> }} />
          </div>
        )}
      </Table.Cell>
      <Table.Cell>
        {last !== undefined && (
          <>
            <FormattedMessage id={`account.outcome.${last.outcome}`} />
            <div className="quiet">
              <FormattedMessage
                id="account.deliveries.answer"
                values={{ status: last.statusCode ?? '–', ms: last.durationMs }}
              />
            </div>
          </>
        )}
      </Table.Cell>
      <Table.Cell>
        <Button variant="secondary" data-size="sm" disabled={busy} onClick={onResend}>
          <FormattedMessage id="account.deliveries.resend" />
        </Button>
      </Table.Cell>
    </Table.Row>
  );
}
