import { Button } from '@digdir/designsystemet-react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAct } from '../shared/act.js';
import { Empty, Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { useViewer } from '../shell/viewer.js';
import { draftOf, emptyFields, fieldsOfDraft, inputOf, type Fields, type Side } from './form/fields.js';
import { PublishStream, PublishStreamDraft, SaveStreamDraft, StreamDrafts } from './form/form.graphql';
import { forgetFields } from './form/kept.js';
import { StreamForm } from './form/stream-form.js';
import { useWords } from './words.js';

/** A stream or a need in five fields; a draft is gone on with where the address names one. */
export function NewListingPage() {
  const intl = useIntl();
  const { side = 'OFFER', draft } = useSearch({ from: '/listings/new' });
  const { acting } = useViewer();
  return (
    <Page
      title={intl.formatMessage({ id: `listings.new.${side}` })}
      lead={<FormattedMessage id="listings.new.lead" />}
    >
      {acting === undefined ? (
        <Empty title={intl.formatMessage({ id: 'listings.noFirm' })} />
      ) : draft === undefined ? (
        <SendForm key={side} form={`new-${side}`} beginning={emptyFields(side, firstSite(acting.firm))} />
      ) : (
        <OfDraft key={draft} id={draft} siteId={firstSite(acting.firm)} />
      )}
    </Page>
  );
}

const firstSite = ({ sites }: { readonly sites: readonly { readonly id: string }[] }): string =>
  sites[0]?.id ?? '';

function OfDraft({ id, siteId }: { readonly id: string; readonly siteId: string }) {
  const intl = useIntl();
  const { locale } = useWords();
  const result = useQuery(StreamDrafts, { variables: { locale }, fetchPolicy: 'cache-and-network' });
  return (
    <Whole result={result}>
      {({ listingDrafts }) => {
        const draft = listingDrafts.find((one) => one.id === id);
        return draft === undefined ? (
          <Empty title={intl.formatMessage({ id: 'listings.new.noDraft' })}>
            <Link to="/listings">
              <FormattedMessage id="listings.new.toList" />
            </Link>
          </Empty>
        ) : (
          <SendForm form={`draft-${id}`} draftId={id} beginning={fieldsOfDraft(draft, siteId)} />
        );
      }}
    </Whole>
  );
}

interface SendFormProps {
  readonly form: string;
  readonly beginning: Fields;
  readonly draftId?: string;
}

function SendForm({ form, beginning, draftId }: SendFormProps) {
  const { publish, save, busy, saving, trouble } = useSending(form, draftId);
  return (
    <StreamForm
      form={form}
      beginning={beginning}
      submit={<FormattedMessage id={`listings.new.publish.${beginning.side satisfies Side}`} />}
      busy={busy}
      trouble={trouble}
      onSubmit={(fields) => void publish(fields)}
      others={(fields) => (
        <Button variant="secondary" loading={saving} onClick={() => void save(fields())}>
          <FormattedMessage id="listings.new.saveDraft" />
        </Button>
      )}
    />
  );
}

/** Publishes, or keeps as a draft; either way what was typed is no longer kept here, and what others show is asked anew. */
function useSending(form: string, draftId: string | undefined) {
  const intl = useIntl();
  const tell = useToast();
  const client = useApolloClient();
  const navigate = useNavigate();
  const listing = useAct(PublishStream);
  const ofDraft = useAct(PublishStreamDraft);
  const draft = useAct(SaveStreamDraft);
  const settled = (): void => {
    forgetFields(form);
    client.cache.evict({ fieldName: 'listings' });
    client.cache.evict({ fieldName: 'listingDrafts' });
    client.cache.gc();
  };
  const publish = async (fields: Fields): Promise<void> => {
    draft.forget();
    const input = inputOf(fields);
    const done =
      draftId === undefined ? await listing.act({ input }) : await ofDraft.act({ id: draftId, input });
    if (done === undefined) return;
    settled();
    tell(intl.formatMessage({ id: 'listings.new.published' }));
    await navigate({ to: '/listings/$id', params: { id: done.listing.id } });
  };
  const save = async (fields: Fields): Promise<void> => {
    listing.forget();
    ofDraft.forget();
    if ((await draft.act({ input: draftOf(fields, draftId) })) === undefined) return;
    settled();
    tell(intl.formatMessage({ id: 'listings.new.saved' }));
    await navigate({ to: '/listings', search: {} });
  };
  return {
    publish,
    save,
    busy: listing.busy || ofDraft.busy,
    saving: draft.busy,
    trouble: listing.trouble ?? ofDraft.trouble ?? draft.trouble,
  };
}
