import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AgreementsForImportQuery } from '#operations';
import { useWords } from '../negotiation/words.js';
import { useViewer } from '../shell/viewer.js';
import { AgreementsForImport } from './import.graphql';

type Choice = AgreementsForImportQuery['agreements']['edges'][number]['node'];

interface AgreementSelectProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** The firm's running agreements, for rows that name none. */
export function AgreementSelect({ value, onChange }: AgreementSelectProps) {
  const intl = useIntl();
  const { data } = useQuery(AgreementsForImport);
  const choices = data?.agreements.edges ?? [];
  const isUnknown = value !== '' && !choices.some(({ node }) => node.id === value);
  return (
    <Field>
      <Label>
        <FormattedMessage id="deliveries.import.agreement" />
      </Label>
      <Select value={value} onChange={({ target }) => onChange(target.value)}>
        <Select.Option value="">{intl.formatMessage({ id: 'deliveries.import.inFile' })}</Select.Option>
        {isUnknown && <Select.Option value={value}>{value}</Select.Option>}
        {choices.map(({ node }) => (
          <Named key={node.id} agreement={node} />
        ))}
      </Select>
    </Field>
  );
}

function Named({ agreement: { id, quantity, match } }: { readonly agreement: Choice }) {
  const words = useWords();
  const { acting } = useViewer();
  const gives = match.offer.firm?.id === acting?.firm.id;
  const [own, other] = gives ? [match.offer, match.need] : [match.need, match.offer];
  return (
    <Select.Option value={id}>
      {[own.title, other.firm?.name, words.quantity(quantity)].filter(Boolean).join(' · ')}
    </Select.Option>
  );
}
