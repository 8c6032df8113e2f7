import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { StreamPapersQuery } from '#operations';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { StreamPapers } from './listing.graphql';
import { useWords } from './words.js';

/** What proves the deliveries of this stream; each is read and added to with its agreement. */
export function PapersOfStream({ id }: { readonly id: string }) {
  const words = useWords();
  const result = useQuery(StreamPapers);
  useRenewal(['agreementChanged'], result);
  return (
    <section aria-labelledby="papers" className="listings-part">
      <Heading level={2} data-size="xs" id="papers">
        <FormattedMessage id="listings.papers" />
      </Heading>
      <Whole result={result}>
        {(data) => {
          const papers = papersOf(data, id);
          return papers.length === 0 ? (
            <Paragraph className="quiet">
              <FormattedMessage id="listings.papers.none" />
            </Paragraph>
          ) : (
            <ul className="listings-papers">
              {papers.map(({ agreementId, deliveredOn, paper }) => (
                <li key={paper.id}>
                  <Link to="/agreements/$id" params={{ id: agreementId }}>
                    {paper.fileName}
                  </Link>
                  <span className="quiet">
                    <FormattedMessage id={`listings.paper.${paper.kind}`} />, {words.day(deliveredOn)}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Whole>
    </section>
  );
}

type Delivery = StreamPapersQuery['agreements']['edges'][number]['node']['deliveries'][number];

interface PaperOfStream {
  readonly agreementId: string;
  readonly deliveredOn: string;
  readonly paper: Delivery['papers'][number];
}

/** Of the agreements that draw on the listing; what was removed is left out. */
const papersOf = ({ agreements }: StreamPapersQuery, id: string): readonly PaperOfStream[] =>
  agreements.edges
    .filter(({ node: { match } }) => match.offer.id === id || match.need.id === id)
    .flatMap(({ node }) =>
      node.deliveries.flatMap(({ deliveredOn, papers }) =>
        papers
          .filter(({ removedAt }) => removedAt === null)
          .map((paper) => ({ agreementId: node.id, deliveredOn, paper })),
      ),
    );
