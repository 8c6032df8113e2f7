import { Alert, Button, Heading, Paragraph, Table, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ApiKeysQuery, KeyRowFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Instant } from '../shared/instant.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { ApiExamples } from './api-examples-view.js';
import { ApiKeys as ApiKeysDocument, RevokeApiKey } from './api-keys.graphql';
import { CopyText } from './copy-text.js';
import { KeyForm } from './key-form.js';
import { OnlyAdministrators } from './only-administrators.js';
import { Refusal } from '../shared/refusal.js';

/** Keys by which the firm's own programs ask and act, and how to begin with them. */
export default function ApiKeys() {
  return (
    <>
      <OnlyAdministrators>
        <Keys />
      </OnlyAdministrators>
      <ApiExamples />
    </>
  );
}

function Keys() {
  const intl = useIntl();
  const result = useQuery(ApiKeysDocument);
  const [secret, setSecret] = useState<string>();
  const made = (shown: string | null): void => {
    setSecret(shown ?? undefined);
    void result.refetch();
  };
  return (
    <section className="account-section" aria-labelledby="account-keys">
      <Heading level={2} data-size="xs" id="account-keys">
        <FormattedMessage id="account.keys.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="account.keys.lead" />
      </Paragraph>
      <div role="status">
        {secret !== undefined && (
          <Alert data-color="success">
            <Heading level={3} data-size="2xs">
              <FormattedMessage id="account.keys.made" />
            </Heading>
            <CopyText text={secret} label={intl.formatMessage({ id: 'account.keys.secret' })} />
            <Button variant="secondary" data-size="sm" onClick={() => setSecret(undefined)}>
              <FormattedMessage id="account.keys.kept" />
            </Button>
          </Alert>
        )}
      </div>
      <Whole result={result}>{({ apiKeys }) => <KeyTable apiKeys={apiKeys} />}</Whole>
      <KeyForm onMade={made} />
    </section>
  );
}

function KeyTable({ apiKeys }: ApiKeysQuery) {
  const intl = useIntl();
  const toast = useToast();
  const { act, busy, trouble } = useAct(RevokeApiKey);
  const revoke = async ({ id, name }: KeyRowFragment): Promise<void> => {
    if ((await act({ id })) !== undefined)
      toast(intl.formatMessage({ id: 'account.keys.revoked' }, { name }));
  };
  if (apiKeys.length === 0)
    return (
      <Paragraph>
        <FormattedMessage id="account.keys.none" />
      </Paragraph>
    );
  return (
    <>
      <Refusal trouble={trouble} />
      <div className="account-scroll" tabIndex={0} role="region" aria-labelledby="account-keys">
        <Table>
          <Table.Head>
            <Table.Row>
              {(['name', 'scopes', 'expires', 'used', 'state'] as const).map((column) => (
                <Table.HeaderCell key={column}>
                  <FormattedMessage id={`account.keys.column.${column}`} />
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {apiKeys.map((one) => (
              <KeyTableRow key={one.id} apiKey={one} busy={busy} onRevoke={() => void revoke(one)} />
            ))}
          </Table.Body>
        </Table>
      </div>
    </>
  );
}

interface KeyTableRowProps {
  readonly apiKey: KeyRowFragment;
  readonly busy: boolean;
  readonly onRevoke: () => void;
}

function KeyTableRow({ apiKey, busy, onRevoke }: KeyTableRowProps) {
  const intl = useIntl();
  const { name, prefix, scopes, expiresAt, lastUsedAt, state } = apiKey;
  return (
    <Table.Row>
      <Table.Cell>
        <strong>{name}</strong>
        <br />
        <code>{prefix}…</code>
      </Table.Cell>
      <Table.Cell>
        <span className="tags">
          {scopes.map((scope) => (
            <Tag key={scope} data-size="sm">
              <FormattedMessage id={`account.scope.${scope}`} />
            </Tag>
          ))}
        </span>
      </Table.Cell>
      <Table.Cell>
        <Instant at={expiresAt} day />
      </Table.Cell>
      <Table.Cell>
        {lastUsedAt === null ? <FormattedMessage id="account.keys.unused" /> : <Instant at={lastUsedAt} />}
      </Table.Cell>
      <Table.Cell>
        {state === 'ACTIVE' ? (
          <Button
            variant="secondary"
            data-color="danger"
            data-size="sm"
            disabled={busy}
            aria-label={intl.formatMessage({ id: 'account.keys.revokeOne' }, { name })}
            onClick={onRevoke}
          >
            <FormattedMessage id="account.keys.revoke" />
          </Button>
        ) : (
          <Tag data-color="neutral">
            <FormattedMessage id={`account.keys.state.${state}`} />
          </Tag>
        )}
      </Table.Cell>
    </Table.Row>
  );
}
