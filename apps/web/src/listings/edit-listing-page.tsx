import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StreamToReviseQuery } from '#operations';
import { useAct } from '../shared/act.js';
import { Empty, Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { fieldsOfListing, inputOf, type Fields } from './form/fields.js';
import { ReviseStream, StreamToRevise } from './form/form.graphql';
import { forgetFields } from './form/kept.js';
import { StreamForm } from './form/stream-form.js';
import { useWords } from './words.js';

/** The listing as it shall be from now on: a new version. */
export function EditListingPage() {
  const intl = useIntl();
  const { locale } = useWords();
  const { id } = useParams({ from: '/listings/$id/edit' });
  const result = useQuery(StreamToRevise, { variables: { id, locale }, fetchPolicy: 'network-only' });
  return (
    <Page
      title={intl.formatMessage({ id: 'listings.edit.title' })}
      lead={<FormattedMessage id="listings.edit.lead" />}
    >
      <Whole result={result}>
        {({ listing }) =>
          listing === null || listing.visibility === null ? (
            <Empty title={intl.formatMessage({ id: 'listings.edit.notYours' })}>
              <Link to="/listings">
                <FormattedMessage id="listings.new.toList" />
              </Link>
            </Empty>
          ) : (
            <Revising key={listing.version} listing={listing} />
          )
        }
      </Whole>
    </Page>
  );
}

function Revising({ listing }: { readonly listing: NonNullable<StreamToReviseQuery['listing']> }) {
  const intl = useIntl();
  const tell = useToast();
  const navigate = useNavigate();
  const { id, version } = listing;
  const form = `${id}-${version}`;
  const { act, busy, trouble } = useAct(ReviseStream);
  const revise = async (fields: Fields): Promise<void> => {
    const done = await act({ id, version, input: inputOf(fields) });
    if (done === undefined) return;
    forgetFields(form);
    tell(intl.formatMessage({ id: 'listings.edit.done' }));
    await navigate({ to: '/listings/$id', params: { id } });
  };
  return (
    <StreamForm
      form={form}
      beginning={fieldsOfListing(listing)}
      submit={<FormattedMessage id="listings.edit.save" />}
      busy={busy}
      trouble={trouble}
      onSubmit={(fields) => void revise(fields)}
      others={() => (
        <Link to="/listings/$id" params={{ id }} onClick={() => forgetFields(form)}>
          <FormattedMessage id="listings.edit.cancel" />
        </Link>
      )}
    />
  );
}
