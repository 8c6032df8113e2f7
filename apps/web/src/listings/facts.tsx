import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import type { StreamPageQuery } from '#operations';
import { kmText } from '../shared/numbers.js';
import { QUESTIONS } from './form/fields.js';
import { LevelTag } from './who-sees.js';
import { useWords, type Words } from './words.js';

type Stream = NonNullable<StreamPageQuery['listing']>;
type Group = Stream['disclosures'][number]['group'];

interface FactsProps {
  readonly listing: Stream;
  readonly own: boolean;
}

const GROUPS: readonly Group[] = ['TEXT', 'AMOUNT', 'COMPOSITION', 'PLACE', 'PRICE', 'IDENTITY'];

/** What is said of it, by what is disclosed together; of each group how much the viewer may know. */
export function Facts({ listing, own }: FactsProps) {
  const intl = useIntl();
  const words = useWords();
  return (
    <section aria-labelledby="facts" className="listings-part">
      <Heading level={2} data-size="xs" id="facts">
        <FormattedMessage id="listings.facts" />
      </Heading>
      <div className="listings-groups">
        {GROUPS.map((group) => {
          const level = listing.disclosures.find((one) => one.group === group)?.level ?? 'HIDDEN';
          return (
            <div key={group} className="listings-group">
              <Heading level={3} data-size="2xs">
                <FormattedMessage id={`listings.group.${group}`} /> {!own && <LevelTag level={level} />}
              </Heading>
              {level === 'HIDDEN' ? (
                <Paragraph className="quiet">
                  <FormattedMessage id={`listings.hidden.${group}`} />
                </Paragraph>
              ) : (
                <GroupFacts rows={OF_GROUP[group](listing, words, intl)} />
              )}
            </div>
          );
        })}
      </div>
      <Legal rules={listing.material.legal} />
    </section>
  );
}

type Fact = readonly [key: string, label: ReactNode, value: ReactNode];

/** What was not stated has no row; a group without any says so. */
function GroupFacts({ rows }: { readonly rows: readonly (Fact | undefined)[] }) {
  const stated = rows.filter((row) => row !== undefined);
  if (stated.length === 0)
    return (
      <Paragraph className="quiet">
        <FormattedMessage id="listings.form.notStated" />
      </Paragraph>
    );
  return (
    <dl>
      {stated.map(([key, label, value]) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type LabelId =
  | 'area'
  | 'description'
  | 'distance'
  | 'firm'
  | 'from'
  | 'largestLot'
  | 'months'
  | 'permits'
  | 'price'
  | 'quantity'
  | 'remaining'
  | 'site'
  | 'smallestLot'
  | 'title'
  | 'until'
  | 'wasteCode';

const fact = (label: LabelId, value: ReactNode): Fact | undefined =>
  value === null || value === ''
    ? undefined
    : [label, <FormattedMessage id={`listings.fact.${label}`} />, value];

const OF_GROUP: Readonly<
  Record<Group, (listing: Stream, words: Words, intl: IntlShape) => readonly (Fact | undefined)[]>
> = {
  TEXT: ({ title, description }) => [fact('title', title), fact('description', description)],
  AMOUNT: (listing, words, intl) => [
    fact('quantity', words.amount(listing.quantity)),
    fact('remaining', words.amount(listing.remaining)),
    fact('smallestLot', lot(listing.smallestLot, listing, words)),
    fact('largestLot', lot(listing.largestLot, listing, words)),
    fact('from', listing.availableFrom && words.day(listing.availableFrom)),
    fact('until', listing.availableUntil && words.day(listing.availableUntil)),
    fact('months', listing.monthlyProfile && <Months weights={listing.monthlyProfile} intl={intl} />),
  ],
  COMPOSITION: (listing, words) => [
    fact('wasteCode', listing.ewcCode),
    ...listing.properties.map((one, at): Fact => [
      `${one.property} ${at}`,
      words.propertyName(one.property),
      <>
        {words.property({ ...one, property: '' })}{' '}
        {one.measured && (
          <small className="quiet">
            <FormattedMessage id="listings.measured" />
          </small>
        )}
      </>,
    ]),
    ...answers(listing.byProductTest),
  ],
  PLACE: (listing, words) => [
    fact('area', listing.area),
    fact('distance', listing.maxDistanceKm === null ? null : kmText(words.locale, listing.maxDistanceKm)),
  ],
  PRICE: ({ price, currency, quantity }, words) => [
    fact(
      'price',
      price &&
        `${words.amount({ value: price, min: null, max: null, unit: currency ?? '', per: null })} / ${words.unit(quantity.unit)}`,
    ),
  ],
  IDENTITY: ({ firm, siteName, permittedWasteCodes }) => [
    fact('firm', firm?.name),
    fact('site', siteName),
    fact('permits', permittedWasteCodes?.join(', ') ?? null),
  ],
};

const lot = (value: string | null, { quantity: { unit } }: Stream, words: Words): string | null =>
  value && words.amount({ value, min: null, max: null, unit, per: null });

const answers = (test: Stream['byProductTest']): readonly (Fact | undefined)[] =>
  test === null
    ? []
    : QUESTIONS.map((question): Fact | undefined => {
        const answer = test[question];
        return answer === null
          ? undefined
          : [
              question,
              <FormattedMessage id={`listings.form.question.${question}`} />,
              <FormattedMessage id={`listings.form.answer.${answer ? 'yes' : 'no'}`} />,
            ];
      });

const Months = ({ weights, intl }: { readonly weights: readonly number[]; readonly intl: IntlShape }) => (
  <ol className="listings-profile">
    {weights.map((weight, at) => (
      <li key={at}>
        {intl.formatDate(new Date(Date.UTC(2028, at, 15)), { month: 'short', timeZone: 'UTC' })}{' '}
        <strong>{intl.formatNumber(weight)}</strong>
      </li>
    ))}
  </ol>
);

function Legal({ rules }: { readonly rules: Stream['material']['legal'] }) {
  if (rules.length === 0) return null;
  return (
    <details className="listings-legal">
      <summary>
        <FormattedMessage id="listings.legal" values={{ count: rules.length }} />
      </summary>
      <ul>
        {rules.map(({ code, text, source }) => (
          <li key={code}>
            {text} <small className="quiet">{source}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
