import { Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '../shared/page.js';
import { WORDS } from '../shared/words.js';
import { useViewer } from '../shell/viewer.js';
import './help.css';

const HOW = ['matching', 'disclosure', 'figures'] as const;
const STEPS = ['1', '2', '3', '4'] as const;
const KEYS = ['command', 'tab', 'enter', 'escape', 'arrows'] as const;
const SECTIONS = [...HOW, 'words', 'keys', 'ask'] as const;

/** What the words mean, how the three things work that everybody asks of, and whom to ask. */
export function HelpPage() {
  const intl = useIntl();
  return (
    <Page title={intl.formatMessage({ id: 'help.title' })} lead={<FormattedMessage id="help.lead" />}>
      <nav aria-label={intl.formatMessage({ id: 'help.contents' })}>
        <ul className="help-contents">
          {SECTIONS.map((one) => (
            <li key={one}>
              <a href={`#${one}`}>
                <FormattedMessage id={`help.section.${one}`} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="help-how">
        {HOW.map((one) => (
          <How key={one} what={one} />
        ))}
      </div>
      <Words />
      <Keys />
      <Ask />
    </Page>
  );
}

function How({ what }: { readonly what: (typeof HOW)[number] }) {
  return (
    <section id={what} className="help-section" tabIndex={-1}>
      <Heading level={2} data-size="xs">
        <FormattedMessage id={`help.section.${what}`} />
      </Heading>
      <Paragraph>
        <FormattedMessage id={`help.how.${what}`} />
      </Paragraph>
      <ol className="help-steps">
        {STEPS.map((step) => (
          <li key={step}>
            <FormattedMessage id={`help.how.${what}.${step}`} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Words() {
  const intl = useIntl();
  const [sought, setSought] = useState('');
  const words = WORDS.map((word) => ({
    word,
    name: intl.formatMessage({ id: `help.word.${word}` }),
    meaning: intl.formatMessage({ id: `help.meaning.${word}` }),
  }));
  const wanted = sought.trim().toLocaleLowerCase();
  const found = words.filter(({ name, meaning }) =>
    `${name} ${meaning}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <section id="words" className="help-section" tabIndex={-1}>
      <Heading level={2} data-size="xs">
        <FormattedMessage id="help.section.words" />
      </Heading>
      <Textfield
        className="help-search"
        type="search"
        label={intl.formatMessage({ id: 'help.search' })}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      <p role="status" className={found.length === 0 ? '' : 'unseen'}>
        <FormattedMessage id="help.found" values={{ count: found.length }} />
      </p>
      <dl className="help-words">
        {found.map(({ word, name, meaning }) => (
          <div key={word} id={`word-${word}`}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Keys() {
  return (
    <section id="keys" className="help-section" tabIndex={-1}>
      <Heading level={2} data-size="xs">
        <FormattedMessage id="help.section.keys" />
      </Heading>
      <dl className="help-keys">
        {KEYS.map((one) => (
          <div key={one}>
            <dt>
              <kbd>
                <FormattedMessage id={`help.key.${one}`} />
              </kbd>
            </dt>
            <dd>
              <FormattedMessage id={`help.keyDoes.${one}`} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Whoever can do something about it: the firm's administrator, then the cluster's staff. */
function Ask() {
  const { acting, clusters } = useViewer();
  return (
    <section id="ask" className="help-section" tabIndex={-1}>
      <Heading level={2} data-size="xs">
        <FormattedMessage id="help.section.ask" />
      </Heading>
      <ul className="help-steps">
        {acting !== undefined && (
          <li>
            <FormattedMessage id="help.ask.firm" values={{ firm: acting.firm.name }} />
          </li>
        )}
        <li>
          <FormattedMessage id="help.ask.cluster" />
        </li>
        {clusters.map(({ cluster }) => (
          <li key={cluster.id}>
            <Link to="/cluster/$slug/members" params={{ slug: cluster.slug }}>
              <FormattedMessage id="help.ask.members" values={{ cluster: cluster.name }} />
            </Link>
          </li>
        ))}
        <li>
          <FormattedMessage id="help.ask.trouble" />
        </li>
        <li>
          <Link to="/account" search={{ tab: 'keys' }}>
            <FormattedMessage id="help.ask.api" />
          </Link>
        </li>
      </ul>
    </section>
  );
}
