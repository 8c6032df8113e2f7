import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ReactNode } from 'react';
import type { Trouble } from '../shared/act.js';

/** The field that it is about, as the input calls it: the last part of its path. */
const fieldOf = (trouble: Trouble | undefined): string | undefined => trouble?.path.at(-1);

/** What is said in the reader's language, with the server's own words where they say more. */
function TroubleSentence({ trouble }: { readonly trouble: Trouble }) {
  const intl = useIntl();
  if (trouble.code === 'UNREACHABLE') return <FormattedMessage id="negotiation.trouble.unreachable" />;
  const isEnglish = intl.locale.startsWith('en');
  return (
    <>
      {!isEnglish && (
        <>
          <FormattedMessage id="negotiation.trouble.sentence" />{' '}
        </>
      )}
      <span lang="en">{trouble.message}</span>
    </>
  );
}

/** What went wrong with the whole, or with a field that is not on the page. */
export function WholeTrouble({
  trouble,
  fields = [],
}: {
  readonly trouble: Trouble | undefined;
  readonly fields?: readonly string[];
}) {
  const field = fieldOf(trouble);
  if (trouble === undefined || (field !== undefined && fields.includes(field))) return null;
  return (
    <Alert data-color="danger" role="alert">
      <Paragraph>
        <TroubleSentence trouble={trouble} />
      </Paragraph>
    </Alert>
  );
}

/** For a field's own place. */
export const troubleOf = (trouble: Trouble | undefined, field: string): ReactNode =>
  trouble !== undefined && fieldOf(trouble) === field ? <TroubleSentence trouble={trouble} /> : undefined;
