import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { CopyText } from './copy-text.js';
import { API_EXAMPLES, curlOf } from './api-examples.js';

/** For whoever connects a program: where to try questions out, and a few that run as they stand. */
export function ApiExamples() {
  const intl = useIntl();
  return (
    <section className="account-section" aria-labelledby="account-api">
      <Heading level={2} data-size="xs" id="account-api">
        <FormattedMessage id="account.api.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="account.api.lead" />
      </Paragraph>
      <ul className="account-links">
        <li>
          <a href="/graphiql/">
            <FormattedMessage id="account.api.graphiql" />
          </a>
        </li>
        <li>
          <a href="/schema.graphql">
            <FormattedMessage id="account.api.schema" />
          </a>
        </li>
      </ul>
      {API_EXAMPLES.map(({ name, query }) => (
        <CopyText
          key={name}
          label={intl.formatMessage({ id: `account.api.example.${name}` })}
          text={curlOf(location.origin, query)}
        />
      ))}
    </section>
  );
}
