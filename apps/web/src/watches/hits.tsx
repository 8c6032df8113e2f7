import { Details, Tag } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { HitsOfWatchFragment } from '#operations';
import { useLanguage } from '../shared/language.js';
import { amountText, dayText, shareText } from '../shared/numbers.js';

type Hit = HitsOfWatchFragment['edges'][number]['node'];

/** The newest that it found; it looks forward only. */
export function Hits({ hits: { edges, pageInfo } }: { readonly hits: HitsOfWatchFragment }) {
  if (edges.length === 0)
    return (
      <p className="quiet">
        <FormattedMessage id="watches.noHits" />
      </p>
    );
  return (
    <Details>
      <Details.Summary>
        <FormattedMessage
          id={pageInfo.hasNextPage ? 'watches.newest' : 'watches.found'}
          values={{ count: edges.length }}
        />
      </Details.Summary>
      <Details.Content>
        <ul className="watch-hits">
          {edges.map(({ node }) => (
            <li key={node.id}>
              <HitOf hit={node} />
            </li>
          ))}
        </ul>
        <p className="quiet">
          <FormattedMessage
            id="watches.toMatch"
            values={{ link: (words) => <Link to="/listings/new">{words}</Link> }}
          />
        </p>
      </Details.Content>
    </Details>
  );
}

function HitOf({
  hit: { outline, listing, score, foundAt, crossIndustry, conditions },
}: {
  readonly hit: Hit;
}) {
  const intl = useIntl();
  const { language } = useLanguage();
  const open = conditions.filter(({ result }) => result === 'UNKNOWN').map(({ name }) => name);
  return (
    <>
      <strong>
        {listing === null ? (
          outline.material[language]
        ) : (
          <Link to="/listings/$id" params={{ id: listing.id }}>
            {listing.title}
          </Link>
        )}
      </strong>{' '}
      {crossIndustry && (
        <Tag data-size="sm">
          <FormattedMessage id="watches.crossIndustry" />
        </Tag>
      )}
      <p className="quiet">
        {[outline.area, useAmount(outline.quantity), dayText(language, foundAt)].filter(Boolean).join(' · ')}{' '}
        · <FormattedMessage id="watches.score" values={{ score: shareText(language, score) }} />
      </p>
      {open.length > 0 && (
        <p className="quiet">
          <FormattedMessage id="watches.unknown" values={{ what: intl.formatList(open) }} />
        </p>
      )}
    </>
  );
}

/** As a band, as an outline shows it. */
function useAmount({ value, min, max, unit, per }: Hit['outline']['quantity']): string {
  const intl = useIntl();
  const { language } = useLanguage();
  const known = [min, max].filter((one) => one !== null);
  const amount = (value === null ? known : [value]).map((one) => amountText(language, one)).join('–');
  return amount === '' ? '' : `${amount} ${unit} ${intl.formatMessage({ id: `watches.per.${per}` })}`;
}
