import { Heading, Paragraph, Radio, Fieldset, Tag } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { APPEARANCES, chooseAppearance, storedAppearance } from '../shared/appearance.js';
import { LANGUAGE_NAMES, useLanguage } from '../shared/language.js';
import { LANGUAGES } from '../shared/languages.js';
import { useViewer } from '../shell/viewer.js';

/** Who somebody is here, and how the pages are to look. */
export function Profile() {
  return (
    <>
      <Person />
      <div className="account-columns">
        <LanguageChoice />
        <AppearanceChoice />
      </div>
      <Paragraph>
        <Link to="/help">
          <FormattedMessage id="account.profile.help" />
        </Link>
      </Paragraph>
    </>
  );
}

function Person() {
  const { name, memberships, clusters, acting } = useViewer();
  return (
    <section className="account-section">
      <Heading level={2} data-size="xs">
        {name}
      </Heading>
      {memberships.length + clusters.length === 0 && (
        <Paragraph>
          <FormattedMessage id="account.profile.nothing" />
        </Paragraph>
      )}
      <ul className="account-list">
        {memberships.map(({ firm, role }) => (
          <li key={firm.id} className="account-row">
            <div>
              <strong>{firm.name}</strong>
              <span className="quiet">{firm.sites.map((site) => site.name).join(' · ')}</span>
            </div>
            <div className="tags">
              <Tag>
                <FormattedMessage id={`account.role.${role}`} />
              </Tag>
              {memberships.length > 1 && firm.id === acting?.firm.id && (
                <Tag data-color="success">
                  <FormattedMessage id="account.profile.acting" />
                </Tag>
              )}
            </div>
          </li>
        ))}
        {clusters.map(({ cluster, role }) => (
          <li key={cluster.id} className="account-row">
            <strong>{cluster.name}</strong>
            <Tag>
              <FormattedMessage id={`account.role.${role}`} />
            </Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LanguageChoice() {
  const { language, speak } = useLanguage();
  return (
    <section className="account-section">
      <Fieldset>
        <Fieldset.Legend>
          <FormattedMessage id="account.profile.language" />
        </Fieldset.Legend>
        {LANGUAGES.map((one) => (
          <Radio
            key={one}
            name="language"
            value={one}
            label={LANGUAGE_NAMES[one]}
            checked={one === language}
            onChange={() => speak(one)}
          />
        ))}
      </Fieldset>
    </section>
  );
}

function AppearanceChoice() {
  const intl = useIntl();
  const [appearance, setAppearance] = useState(storedAppearance);
  return (
    <section className="account-section">
      <Fieldset>
        <Fieldset.Legend>
          <FormattedMessage id="account.profile.appearance" />
        </Fieldset.Legend>
        {APPEARANCES.map((one) => (
          <Radio
            key={one}
            name="appearance"
            value={one}
            label={intl.formatMessage({ id: `account.appearance.${one}` })}
            checked={one === appearance}
            onChange={() => {
              chooseAppearance(one);
              setAppearance(one);
            }}
          />
        ))}
      </Fieldset>
    </section>
  );
}
