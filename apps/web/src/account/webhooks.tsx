import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Whole } from '../shared/whole.js';
import { CopyText } from './copy-text.js';
import { OnlyAdministrators } from './only-administrators.js';
import { WebhookCard } from './webhook-card.js';
import { WebhookForm } from './webhook-form.js';
import { Webhooks as WebhooksDocument } from './webhooks.graphql';

/** Where the firm's own programs are told what happens. */
export default function Webhooks() {
  return (
    <OnlyAdministrators>
      <List />
    </OnlyAdministrators>
  );
}

function List() {
  const result = useQuery(WebhooksDocument);
  const [secret, setSecret] = useState<string>();
  const again = (): void => void result.refetch();
  const saved = (shown: string | null): void => {
    if (shown !== null) setSecret(shown);
    again();
  };
  return (
    <section className="account-section" aria-labelledby="account-webhooks">
      <Heading level={2} data-size="xs" id="account-webhooks">
        <FormattedMessage id="account.webhooks.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="account.webhooks.lead" />
      </Paragraph>
      <div role="status">
        {secret !== undefined && <Secret secret={secret} onKept={() => setSecret(undefined)} />}
      </div>
      <Whole result={result}>
        {({ webhooks }) =>
          webhooks.length === 0 ? (
            <Paragraph>
              <FormattedMessage id="account.webhooks.none" />
            </Paragraph>
          ) : (
            <ul className="account-list">
              {webhooks.map((one) => (
                <li key={one.id}>
                  <WebhookCard webhook={one} onSecret={setSecret} onChanged={again} />
                </li>
              ))}
            </ul>
          )
        }
      </Whole>
      <WebhookForm onSaved={saved} />
    </section>
  );
}

function Secret({ secret, onKept }: { readonly secret: string; readonly onKept: () => void }) {
  const intl = useIntl();
  return (
    <Alert data-color="success">
      <Heading level={3} data-size="2xs">
        <FormattedMessage id="account.webhooks.made" />
      </Heading>
      <CopyText text={secret} label={intl.formatMessage({ id: 'account.webhooks.secret' })} />
      <Button variant="secondary" data-size="sm" onClick={onKept}>
        <FormattedMessage id="account.keys.kept" />
      </Button>
    </Alert>
  );
}
