import { Checkbox, Field, Fieldset, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StreamAsSeenQuery, StreamAsSeenQueryVariables } from '#operations';
import { lookedAsOthers } from '../shared/looked.js';
import { Whole } from '../shared/whole.js';
import type { Visibility } from './form/fields.js';
import { StreamAsSeen } from './listing.graphql';
import { LevelTag, WhoSees } from './who-sees.js';
import { useWords } from './words.js';

type Onlooker = StreamAsSeenQueryVariables['onlooker'];
type Seen = NonNullable<NonNullable<StreamAsSeenQuery['listing']>['asSeenBy']>;
type Group = Seen['disclosures'][number]['group'];

const CHOICES: readonly Onlooker[] = [
  'MATCHED',
  'PARTNER',
  'SAME_CLUSTER',
  'OTHER_CLUSTER',
  'STAFF',
  'AUDITOR',
  'PUBLIC',
];
const GRANTABLE: readonly Group[] = ['IDENTITY', 'PLACE', 'AMOUNT', 'COMPOSITION', 'PRICE', 'TEXT'];

interface AsSeenProps {
  readonly id: string;
  readonly visibility: Visibility;
}

/** The stream with others' eyes: told by the rule that tells them, from what stands in it now. */
export function AsSeen({ id, visibility }: AsSeenProps) {
  const intl = useIntl();
  const { locale } = useWords();
  useEffect(lookedAsOthers, []);
  const [onlooker, setOnlooker] = useState<Onlooker>('MATCHED');
  const [granted, setGranted] = useState<readonly Group[]>([]);
  const variables = { id, onlooker, granted: onlooker === 'MATCHED' ? [...granted] : [], locale };
  const result = useQuery(StreamAsSeen, { variables });
  return (
    <section aria-labelledby="as-seen" className="listings-part">
      <Heading level={2} data-size="xs" id="as-seen">
        <FormattedMessage id="listings.seen" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id={`listings.visibilityHelp.${visibility}`} />
      </Paragraph>
      <Field className="listings-narrow">
        <Label>
          <FormattedMessage id="listings.seen.with" />
        </Label>
        <Select
          value={onlooker}
          onChange={({ target }) => setOnlooker(CHOICES.find((one) => one === target.value) ?? 'MATCHED')}
        >
          {CHOICES.map((one) => (
            <Select.Option key={one} value={one}>
              {intl.formatMessage({ id: `listings.onlooker.${one}` })}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {onlooker === 'MATCHED' && <Granting granted={granted} onChange={setGranted} />}
      <div className="listings-preview" aria-live="polite">
        <Whole result={{ ...result, data: result.data ?? result.previousData }}>
          {({ listing }) => <Preview seen={listing?.asSeenBy ?? null} />}
        </Whole>
      </div>
      <details>
        <summary>
          <FormattedMessage id="listings.sees.caption" />
        </summary>
        <WhoSees visibility={visibility} />
      </details>
    </section>
  );
}

interface GrantingProps {
  readonly granted: readonly Group[];
  readonly onChange: (granted: readonly Group[]) => void;
}

const Granting = ({ granted, onChange }: GrantingProps) => (
  <Fieldset data-size="sm">
    <Fieldset.Legend>
      <FormattedMessage id="listings.seen.granted" />
    </Fieldset.Legend>
    <div className="listings-answers">
      {GRANTABLE.map((group) => (
        <Checkbox
          key={group}
          value={group}
          checked={granted.includes(group)}
          label={<FormattedMessage id={`listings.group.${group}`} />}
          onChange={({ target }) =>
            onChange(target.checked ? [...granted, group] : granted.filter((one) => one !== group))
          }
        />
      ))}
    </div>
  </Fieldset>
);

/** Nothing at all is an answer too. */
function Preview({ seen }: { readonly seen: Seen | null }) {
  if (seen === null)
    return (
      <Paragraph>
        <FormattedMessage id="listings.seen.nothing" />
      </Paragraph>
    );
  return (
    <>
      <Heading level={3} data-size="xs">
        {seen.title}
      </Heading>
      <dl>
        {seen.disclosures.map(({ group, level }) => (
          <div key={group}>
            <dt>
              <FormattedMessage id={`listings.group.${group}`} /> <LevelTag level={level} />
            </dt>
            <dd>{level === 'HIDDEN' ? <Withheld group={group} /> : <Told group={group} seen={seen} />}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const Withheld = ({ group }: { readonly group: Group }) => (
  <span className="quiet">
    <FormattedMessage id={`listings.withheld.${group}`} />
  </span>
);

function Told({ group, seen }: { readonly group: Group; readonly seen: Seen }) {
  const words = useWords();
  const told: Readonly<Record<Group, readonly (string | null | undefined)[]>> = {
    IDENTITY: [seen.firm?.name, seen.siteName],
    PLACE: [seen.area],
    AMOUNT: [
      words.amount(seen.quantity),
      [seen.availableFrom, seen.availableUntil]
        .map((day) => (day === null ? '' : words.day(day)))
        .join(' – '),
    ],
    COMPOSITION: [seen.ewcCode, ...seen.properties.map(words.property)],
    PRICE: [
      seen.price &&
        `${words.amount({ value: seen.price, min: null, max: null, unit: seen.currency ?? '', per: null })}`,
    ],
    TEXT: [seen.description ?? seen.title],
  };
  const parts = told[group].filter((one) => one && one !== ' – ');
  return parts.length === 0 ? <FormattedMessage id="listings.form.notStated" /> : parts.join(', ');
}
