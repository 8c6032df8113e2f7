import { useState } from 'react';
import { useTexts } from '../shared/language.js';
import type { Demo } from '../sign-in/demo.js';
import { curlExample } from './curl-example.js';
import './api-links.css';

type Copying = 'not yet' | 'done' | 'impossible';

export function ApiLinks({ demo }: { readonly demo: Demo | null }) {
  const { texts } = useTexts();
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
  const said: Record<Copying, string> = {
    'not yet': '',
    done: texts.api.copied,
    impossible: texts.api.copyFailed,
  };
  return (
    <section className="api" aria-labelledby="api-heading">
      <h2 id="api-heading">{texts.api.heading}</h2>
      <p className="quiet">{texts.api.lead}</p>
      <ul className="api-links">
        <ApiLink href="/graphql" label={texts.api.graphql} />
        <ApiLink href="/schema.graphql" label={texts.api.schema} />
        <ApiLink href="/readyz" label={texts.api.health} />
      </ul>
      <div className="api-example-head">
        <h3 id="api-example">{texts.api.example}</h3>
        <span role="status">{said[copying]}</span>
        <button type="button" className="button-quiet" onClick={copy}>
          {texts.api.copy}
        </button>
      </div>
      <pre tabIndex={0} aria-labelledby="api-example" role="region">
        <code>{example}</code>
      </pre>
    </section>
  );
}

const ApiLink = ({ href, label }: { readonly href: string; readonly label: string }) => (
  <li>
    <a href={href}>
      {label} <code>{href}</code>
    </a>
  </li>
);
