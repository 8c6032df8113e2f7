import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StartOfClusterQuery, StartOfStaffQuery } from '#operations';
import { amountText } from '../shared/numbers.js';
import { Whole } from '../shared/whole.js';
import type { ClusterMembership } from '../shell/viewer.js';
import { useRenewal } from '../shell/live.js';
import { StartOfCluster, StartOfStaff } from './start.graphql';

const OSLO_YEAR = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo', year: 'numeric' });
const HEADLINES = ['materialMoved', 'energyMoved', 'netCo2eAvoided', 'exchanges'] as const;
type Headline = (typeof HEADLINES)[number];
type Figure = StartOfClusterQuery['circularity']['figures'][number];

/** How the cluster's year stands, and what its staff have on their bench. */
export function ClusterStart({ cluster, role }: ClusterMembership) {
  const { id, name, slug } = cluster;
  const [year] = useState(() => Number(OSLO_YEAR.format(new Date())));
  const span = { from: `${year}-01-01T00:00:00.000Z`, to: `${year + 1}-01-01T00:00:00.000Z` };
  const result = useQuery(StartOfCluster, { variables: { clusterId: id, ...span } });
  useRenewal(['figuresChanged'], result);
  return (
    <section aria-labelledby={`cluster-${id}`} className="start-card">
      <Heading level={2} data-size="xs" id={`cluster-${id}`}>
        <FormattedMessage id="start.cluster" values={{ name, year: String(year) }} />
      </Heading>
      <Whole result={result}>
        {({ circularity }) => (
          <ul className="start-figures">
            {HEADLINES.map((headline) => (
              <FigureCard
                key={headline}
                headline={headline}
                figure={circularity.figures.find((one) => one.name === headline)}
              />
            ))}
          </ul>
        )}
      </Whole>
      <div className="start-ways">
        <Button asChild data-size="sm">
          <Link to="/cluster/$slug/board" params={{ slug }}>
            <FormattedMessage id="start.toBoard" />
          </Link>
        </Button>
        <Link to="/cluster/$slug/map" params={{ slug }}>
          <FormattedMessage id="start.toMap" />
        </Link>
        <Link to="/cluster/$slug/reports" params={{ slug }}>
          <FormattedMessage id="start.toReports" />
        </Link>
      </div>
      {role === 'CLUSTER_STAFF' && <Bench clusterId={id} slug={slug} />}
    </section>
  );
}

interface FigureCardProps {
  readonly headline: Headline;
  readonly figure: Figure | undefined;
}

function FigureCard({ headline, figure }: FigureCardProps) {
  const locale = useIntl().locale.startsWith('en') ? 'en' : 'nb';
  const value = figure?.value ?? null;
  return (
    <li>
      <span className="quiet">
        <FormattedMessage id={`start.figure.${headline}`} />
      </span>
      {value === null ? (
        <span>
          <FormattedMessage id="start.figureWithheld" />
        </span>
      ) : (
        <strong>
          {amountText(locale, value)} <small>{unitOf(figure?.unit ?? '')}</small>
        </strong>
      )}
    </li>
  );
}

const UNITS: Readonly<Record<string, string>> = { '1': '', 'kg CO2e': 'kg CO₂e' };
const unitOf = (unit: string): string => UNITS[unit] ?? unit;

const HEAPS = ['tasks', 'unansweredMatches', 'staleListings', 'unknowns'] as const;
type Heap = NonNullable<StartOfStaffQuery['workbench']>[(typeof HEAPS)[number]];

function Bench({ clusterId, slug }: { readonly clusterId: string; readonly slug: string }) {
  const result = useQuery(StartOfStaff, { variables: { clusterId } });
  useRenewal(['figuresChanged'], result);
  return (
    <>
      <Heading level={3} data-size="2xs">
        <FormattedMessage id="start.bench" />
      </Heading>
      <Whole result={result}>
        {({ workbench }) => (
          <ul className="start-bench">
            {workbench !== null &&
              HEAPS.map((heap) => (
                <li key={heap}>
                  <Link to="/cluster/$slug/workbench" params={{ slug }}>
                    <strong>
                      <CountOf heap={workbench[heap]} />
                    </strong>{' '}
                    <FormattedMessage id={`start.heap.${heap}`} />
                  </Link>
                </li>
              ))}
          </ul>
        )}
      </Whole>
      <Paragraph className="quiet" data-size="sm">
        <FormattedMessage id="start.benchLead" />
      </Paragraph>
    </>
  );
}

/** So many stand on the first page; a plus where there are more. */
const CountOf = ({ heap: { edges, pageInfo } }: { readonly heap: Heap }) => (
  <>
    {edges.length}
    {pageInfo.hasNextPage && '+'}
  </>
);
