import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Said } from '../said/said.js';
import type { Card } from './card-shelf.js';

interface UnsentCardsProps {
  readonly cards: readonly Card[];
  readonly takeBack: (id: string) => void;
}

/** Cards that lie on this device only, newest first. */
export function UnsentCards({ cards, takeBack }: UnsentCardsProps) {
  if (cards.length === 0) return null;
  return (
    <section className="block" aria-labelledby="hints-unsent">
      <Heading level={2} data-size="2xs" id="hints-unsent">
        <FormattedMessage id="hints.cards.unsent" values={{ count: cards.length }} />
      </Heading>
      <ul className="rows">
        {[...cards].reverse().map((card) => (
          <Unsent key={card.id} card={card} takeBack={takeBack} />
        ))}
      </ul>
    </section>
  );
}

function Unsent({
  card: { id, firmName, side, text, amountText, refused },
  takeBack,
}: Pick<UnsentCardsProps, 'takeBack'> & { readonly card: Card }) {
  const intl = useIntl();
  return (
    <li>
      <span className="row-main">
        <span>
          <strong>{firmName}</strong> <FormattedMessage id={`hints.says.${side}`} />: {text}{' '}
          {amountText !== '' && <span className="quiet">({amountText})</span>}
        </span>
        <Tag data-size="sm" data-color={refused === undefined ? 'warning' : 'danger'}>
          <FormattedMessage id={refused === undefined ? 'hints.cards.waiting' : 'hints.cards.refused'} />
        </Tag>
        {refused !== undefined && (
          <small>
            <Said>{refused}</Said>
          </small>
        )}
      </span>
      <Button
        variant="tertiary"
        aria-label={intl.formatMessage({ id: 'hints.cards.takeBack.of' }, { text })}
        onClick={() => takeBack(id)}
      >
        <FormattedMessage id="hints.cards.takeBack" />
      </Button>
    </li>
  );
}
