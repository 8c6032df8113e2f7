import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Demo } from '../sign-in/demo.js';
import type { TextId } from '../texts/catalogue.js';
import { curlExample } from './curl-example.js';
import './api-links.css';

type Copying = 'not yet' | 'done' | 'impossible';

export function ApiLinks({ demo }: { readonly demo: Demo | null }) {
  const [copying, setCopying] = useState<Copying>('not yet');
  const example = curlExample(location.origin, demo);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(example);
      setCopying('done');
    } catch {
      setCopying('impossible');
    }
  };
  return (
    <section className="api" aria-labelledby="api-heading">
      <h2 id="api-heading">
        <FormattedMessage id="api-links.heading" />
      </h2>
      <p className="quiet">
        <FormattedMessage id="api-links.lead" />
      </p>
      <ul className="api-links">
        <ApiLink href="/graphql" label="api-links.graphql" />
        <ApiLink href="/schema.graphql" label="api-links.schema" />
        <ApiLink href="/readyz" label="api-links.health" />
      </ul>
      <div className="api-example-head">
        <h3 id="api-example">
          <FormattedMessage id="api-links.example" />
        </h3>
        <span role="status">
          {copying === 'done' && <FormattedMessage id="api-links.copied" />}
          {copying === 'impossible' && <FormattedMessage id="api-links.copyFailed" />}
        </span>
        <Button variant="secondary" data-size="sm" onClick={() => void copy()}>
          <FormattedMessage id="api-links.copy" />
        </Button>
      </div>
      <pre tabIndex={0} aria-labelledby="api-example" role="region">
        <code>{example}</code>
      </pre>
    </section>
  );
}

const ApiLink = ({ href, label }: { readonly href: string; readonly label: TextId }) => (
  <li>
    <a href={href}>
      <FormattedMessage id={label} /> <code>{href}</code>
    </a>
  </li>
);
