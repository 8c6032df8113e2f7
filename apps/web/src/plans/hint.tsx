import { useQuery } from '@apollo/client/react';
import { Alert } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ListingHint } from './plans.graphql';
import { plainText, unitText } from './words.js';

/** What the cluster's plan says of an own listing, in bands; nothing where it says nothing. */
export function PlanHint({ id }: { readonly id: string }) {
  const intl = useIntl();
  const { data } = useQuery(ListingHint, { variables: { id } });
  const hint = data?.listing?.planHint;
  if (!hint) return null;
  return (
    <Alert data-color="info">
      <FormattedMessage
        id={`plans.hint.${hint.kind}`}
        values={{
          least: plainText(intl, hint.least),
          most: plainText(intl, hint.most),
          measure: intl.formatMessage({ id: `plans.in.${hint.objective}` }),
          unit: unitText(intl, hint.unit),
        }}
      />
    </Alert>
  );
}
