import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage } from 'react-intl';
import { Said } from '../said/said.js';
import { shareText } from '../shared/numbers.js';
import { Whole } from '../shared/whole.js';
import { NearMissesOfStream } from './listing.graphql';
import { useWords } from './words.js';

/** What a standard step would make a match, and which step that is. */
export function NearMisses({ id }: { readonly id: string }) {
  const words = useWords();
  const result = useQuery(NearMissesOfStream, { variables: { id, locale: words.locale } });
  return (
    <section aria-labelledby="near" className="listings-part">
      <Heading level={2} data-size="xs" id="near">
        <FormattedMessage id="listings.near" />
      </Heading>
      <Whole result={result}>
        {({ listing }) =>
          (listing?.nearMisses.length ?? 0) === 0 ? (
            <Paragraph className="quiet">
              <FormattedMessage id="listings.near.none" />
            </Paragraph>
          ) : (
            <ul className="listings-near">
              {listing?.nearMisses.map(({ other, failed, score }, at) => (
                <li key={at}>
                  <Heading level={3} data-size="2xs">
                    <FormattedMessage
                      id="listings.near.other"
                      values={{ material: other.material.label, area: other.area }}
                    />
                  </Heading>
                  <p className="quiet">
                    {words.amount(other.quantity)} ·{' '}
                    <FormattedMessage
                      id="listings.near.score"
                      values={{ score: shareText(words.locale, score) }}
                    />
                  </p>
                  <ul>
                    {failed.map(({ name, detail, remedy }) => (
                      <li key={name}>
                        <Said>{detail}</Said>{' '}
                        {remedy !== null && (
                          <strong>
                            <FormattedMessage
                              id="listings.near.remedy"
                              values={{ remedy: <Said>{remedy.text}</Said> }}
                            />
                          </strong>
                        )}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          )
        }
      </Whole>
    </section>
  );
}
