import { Table, Tag } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AgreementInListFragment, AgreementState } from '#operations';
import { useViewer } from '../shell/viewer.js';
import { useWords } from './words.js';

const COLUMNS = ['material', 'partner', 'agreed', 'remaining', 'term', 'state'] as const;
const COLOURS: Readonly<Record<AgreementState, 'success' | 'info' | 'neutral'>> = {
  RUNNING: 'success',
  COMING: 'info',
  ENDED: 'neutral',
};

export const AgreementTag = ({ state }: { readonly state: AgreementState }) => (
  <Tag data-color={COLOURS[state]} data-size="sm">
    <FormattedMessage id={`negotiation.agreement.${state}`} />
  </Tag>
);

/** Whose deal it is beside the viewer's own firm, and in which direction the stream goes. */
export function usePartner(match: AgreementInListFragment['match']) {
  const intl = useIntl();
  const { acting } = useViewer();
  const gives = match.offer.firm?.id === acting?.firm.id;
  const [own, other] = gives ? [match.offer, match.need] : [match.need, match.offer];
  const name = other.firm?.name ?? intl.formatMessage({ id: 'negotiation.otherSide' });
  return { gives, own, other, name };
}

interface AgreementsTableProps {
  readonly agreements: readonly AgreementInListFragment[];
}

export const AgreementsTable = ({ agreements }: AgreementsTableProps) => (
  <Table className="negotiation-table">
    <Table.Head>
      <Table.Row>
        {COLUMNS.map((column) => (
          <Table.HeaderCell key={column} scope="col">
            <FormattedMessage id={`negotiation.column.${column}`} />
          </Table.HeaderCell>
        ))}
      </Table.Row>
    </Table.Head>
    <Table.Body>
      {agreements.map((agreement) => (
        <AgreementRow key={agreement.id} agreement={agreement} />
      ))}
    </Table.Body>
  </Table>
);

function AgreementRow({ agreement }: { readonly agreement: AgreementInListFragment }) {
  const intl = useIntl();
  const words = useWords();
  const { gives, name } = usePartner(agreement.match);
  const { id, quantity, remaining, startsOn, endsOn, state } = agreement;
  const cells = {
    partner: intl.formatMessage(
      { id: gives ? 'negotiation.goesTo' : 'negotiation.comesFrom' },
      { firm: name },
    ),
    agreed: words.quantity(quantity),
    remaining: remaining.value === null ? '' : words.amount(remaining.value, remaining.unit),
    term: intl.formatMessage(
      { id: endsOn === null ? 'negotiation.fromOn' : 'negotiation.fromUntil' },
      { from: words.day(startsOn), until: endsOn === null ? '' : words.day(endsOn) },
    ),
  };
  return (
    <Table.Row>
      <Table.Cell>
        <Link to="/agreements/$id" params={{ id }}>
          {words.label(agreement.match.byProduct)}
        </Link>
      </Table.Cell>
      {(['partner', 'agreed', 'remaining', 'term'] as const).map((column) => (
        <Table.Cell key={column}>
          <span className="negotiation-cell-name" aria-hidden>
            <FormattedMessage id={`negotiation.column.${column}`} />
          </span>
          {cells[column]}
        </Table.Cell>
      ))}
      <Table.Cell>
        <AgreementTag state={state} />
      </Table.Cell>
    </Table.Row>
  );
}
