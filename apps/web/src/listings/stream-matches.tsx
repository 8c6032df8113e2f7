import { Heading, Paragraph, Table, Tag } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { MatchOfStreamFragment, StreamPageQuery } from '#operations';
import { kmText, shareText } from '../shared/numbers.js';
import { useWords } from './words.js';

type Stream = NonNullable<StreamPageQuery['listing']>;

/** Its matches, and what was asked and granted on them. */
export function StreamMatches({ listing }: { readonly listing: Stream }) {
  const matches = listing.matches.edges.map(({ node }) => node);
  return (
    <section aria-labelledby="matches" className="listings-part">
      <Heading level={2} data-size="xs" id="matches">
        <FormattedMessage id="listings.matches" values={{ count: matches.length }} />
      </Heading>
      {matches.length === 0 ? (
        <Paragraph className="quiet">
          <FormattedMessage id="listings.noMatches" />
        </Paragraph>
      ) : (
        <div className="listings-scroll" role="region" aria-labelledby="matches" tabIndex={0}>
          <Table data-size="sm">
            <Table.Head>
              <Table.Row>
                {(['other', 'score', 'distance', 'state', 'shared'] as const).map((one) => (
                  <Table.HeaderCell key={one} scope="col">
                    <FormattedMessage id={`listings.match.${one}`} />
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {matches.map((match) => (
                <MatchRow key={match.id} match={match} side={listing.side} />
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </section>
  );
}

interface MatchRowProps {
  readonly match: MatchOfStreamFragment;
  readonly side: Stream['side'];
}

function MatchRow({ match, side }: MatchRowProps) {
  const { locale } = useWords();
  const other = side === 'OFFER' ? match.need : match.offer;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <Link to="/matches/$id" params={{ id: match.id }}>
          {other.firm?.name ?? other.material.label}
        </Link>
        <br />
        <small className="quiet">
          {other.firm === null ? (
            <FormattedMessage id="listings.match.masked" values={{ area: other.area }} />
          ) : (
            other.title
          )}
        </small>
      </Table.HeaderCell>
      <Table.Cell>{shareText(locale, match.score)}</Table.Cell>
      <Table.Cell>{kmText(locale, match.distanceKm)}</Table.Cell>
      <Table.Cell>
        <FormattedMessage id={`listings.matchState.${match.state}`} />
      </Table.Cell>
      <Table.Cell>
        <Shared match={match} />
      </Table.Cell>
    </Table.Row>
  );
}

/** What is waiting for an answer first, then what the other side may read. */
function Shared({ match: { disclosure } }: { readonly match: MatchOfStreamFragment }) {
  const words = useWords();
  const asked = disclosure.received.filter(({ state }) => state === 'ASKED');
  const granted = disclosure.granted.filter(({ state }) => state === 'IN_FORCE');
  if (asked.length + granted.length === 0) return <FormattedMessage id="listings.match.nothingShared" />;
  return (
    <ul className="listings-shared">
      {asked.map(({ id, groups }) => (
        <li key={id}>
          <Tag data-size="sm" data-color="warning">
            <FormattedMessage id="listings.match.asks" />
          </Tag>{' '}
          <Groups groups={groups} />
        </li>
      ))}
      {granted.map(({ id, groups, until }) => (
        <li key={id}>
          <Tag data-size="sm" data-color="success">
            <FormattedMessage id="listings.match.sees" />
          </Tag>{' '}
          <Groups groups={groups} />{' '}
          <small className="quiet">
            <FormattedMessage id="listings.match.until" values={{ day: words.day(until) }} />
          </small>
        </li>
      ))}
    </ul>
  );
}

type Group = Stream['disclosures'][number]['group'];

const Groups = ({ groups }: { readonly groups: readonly Group[] }) =>
  groups.map((group, at) => (
    <span key={group}>
      {at > 0 && ', '}
      <FormattedMessage id={`listings.group.${group}`} />
    </span>
  ));
