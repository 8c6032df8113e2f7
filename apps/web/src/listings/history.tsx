import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StreamHistoryQuery } from '#operations';
import { amountText } from '../shared/numbers.js';
import { Whole } from '../shared/whole.js';
import type { TextId } from '../texts/catalogue.js';
import { StreamHistory } from './listing.graphql';
import { useWords } from './words.js';

type Version = NonNullable<StreamHistoryQuery['listing']>['versions'][number];
type Change = Version['changes'][number];

/** What each version changed, by whom and when; for the firm's own people. */
export function History({ id, version }: { readonly id: string; readonly version: number }) {
  const result = useQuery(StreamHistory, { variables: { id }, skip: version === 1 });
  return (
    <section aria-labelledby="history" className="listings-part">
      <Heading level={2} data-size="xs" id="history">
        <FormattedMessage id="listings.history" />
      </Heading>
      {version === 1 ? (
        <Paragraph className="quiet">
          <FormattedMessage id="listings.history.none" />
        </Paragraph>
      ) : (
        <Whole result={result}>
          {({ listing }) => (
            <ol className="listings-history">
              {listing?.versions.map((one) => (
                <li key={one.version}>
                  <VersionHead {...one} />
                  <Changes changes={one.changes} />
                </li>
              ))}
            </ol>
          )}
        </Whole>
      )}
    </section>
  );
}

function VersionHead({ version, writtenAt, writtenBy }: Version) {
  const intl = useIntl();
  const at = intl.formatDate(writtenAt, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Oslo' });
  return (
    <>
      <Heading level={3} data-size="2xs">
        <FormattedMessage id="listings.page.version" values={{ version }} />
      </Heading>
      <p className="quiet">
        {writtenBy === null ? (
          at
        ) : (
          <FormattedMessage id="listings.history.by" values={{ at, who: writtenBy }} />
        )}
      </p>
    </>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const intl = useIntl();
  const said = useSaidValue();
  if (changes.length === 0) return null;
  return (
    <dl className="listings-changes">
      {changes.map(({ part, before, after }) => (
        <div key={part}>
          <dt>{partName(intl.messages, part, (id) => intl.formatMessage({ id }))}</dt>
          <dd>
            <FormattedMessage
              id={part === 'material' ? 'listings.history.otherMaterial' : 'listings.history.change'}
              values={{ before: said(part, before), after: said(part, after) }}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The API may come to know a part before this page does: then its own name. */
const partName = (
  messages: Readonly<Record<string, unknown>>,
  part: string,
  text: (id: TextId) => string,
): string => {
  const id = `listings.change.${part}`;
  return id in messages ? text(id as TextId) : part;
};

const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'price', 'smallestLot', 'largestLot']);
const DAYS: ReadonlySet<string> = new Set(['availableFrom', 'availableUntil']);

function useSaidValue(): (part: string, value: string | null) => string {
  const intl = useIntl();
  const words = useWords();
  return (part, value) => {
    if (value === null) return intl.formatMessage({ id: 'listings.history.unsaid' });
    if (part === 'period') return intl.formatMessage({ id: `listings.per.${value as 'YEAR'}` });
    if (part === 'visibility') return intl.formatMessage({ id: `listings.visibility.${value as 'MASKED'}` });
    if (DAYS.has(part)) return words.day(value);
    if (!AMOUNTS.has(part)) return value;
    const [number = '', unit = ''] = value.split(' ');
    return `${amountText(words.locale, number)} ${words.unit(unit)}`;
  };
}
