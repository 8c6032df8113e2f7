import { Heading, Tag } from '@digdir/designsystemet-react';
import { FormattedMessage } from 'react-intl';
import type { HintRowFragment, WorkshopMeetingQuery } from '#operations';

interface CardsOnTableProps {
  readonly counts: NonNullable<WorkshopMeetingQuery['workshop']>['counts'];
  readonly hints: WorkshopMeetingQuery['hints'];
}

/** What has been said so far, also at other tablets, and what became of it. */
export function CardsOnTable({ counts, hints }: CardsOnTableProps) {
  const cards = hints.edges.map(({ node }) => node);
  return (
    <section className="block" aria-labelledby="hints-table">
      <Heading level={2} data-size="2xs" id="hints-table">
        <FormattedMessage id="hints.cards.table" />
      </Heading>
      <p className="quiet">
        <FormattedMessage id="hints.workshop.counts" values={counts} />
      </p>
      <div className="hints-table">
        {(['OFFER', 'NEED'] as const).map((side) => (
          <Column key={side} side={side} cards={cards.filter((one) => one.side === side)} />
        ))}
      </div>
    </section>
  );
}

interface ColumnProps {
  readonly side: 'OFFER' | 'NEED';
  readonly cards: readonly HintRowFragment[];
}

function Column({ side, cards }: ColumnProps) {
  return (
    <div className="block">
      <h3>
        <FormattedMessage id={side === 'OFFER' ? 'hints.card.have' : 'hints.card.want'} />
      </h3>
      {cards.length === 0 && (
        <p className="quiet">
          <FormattedMessage id="hints.cards.none" />
        </p>
      )}
      <ul className="hints-cards">
        {cards.map(({ id, firmName, text, amountText, state }) => (
          <li key={id} className="hints-paper">
            <strong>{firmName ?? <FormattedMessage id="hints.gone.firm" />}</strong>
            <span>
              {text ?? <FormattedMessage id="hints.gone" />}
              {amountText !== null && <span className="quiet"> ({amountText})</span>}
            </span>
            <Tag data-size="sm" data-color={state === 'CLAIMED' ? 'success' : 'neutral'}>
              <FormattedMessage id={`hints.cards.state.${state}`} />
            </Tag>
          </li>
        ))}
      </ul>
    </div>
  );
}
