import { useQuery } from '@apollo/client/react';
import { Button } from '@digdir/designsystemet-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WatchInListFragment } from '#operations';
import { Empty, Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { WatchCard } from './watch-card.js';
import { WatchForm } from './watch-form.js';
import { Watches } from './watches.graphql';
import './watches.css';

/** What somebody wants to be told of without a listing of one's own. */
export function WatchesPage() {
  const intl = useIntl();
  const { edit } = useSearch({ from: '/watches' });
  const navigate = useNavigate({ from: '/watches' });
  const result = useQuery(Watches);
  useRenewal(['watchFound'], result);
  const show = (id: string | undefined): void =>
    void navigate({ search: id === undefined ? {} : { edit: id } });
  const close = (changed: boolean): void => {
    show(undefined);
    if (changed) void result.refetch().catch(() => undefined);
  };
  return (
    <Page
      title={intl.formatMessage({ id: 'watches.title' })}
      lead={<FormattedMessage id="watches.lead" />}
      actions={
        edit === undefined && (
          <Button onClick={() => show('new')}>
            <FormattedMessage id="watches.add" />
          </Button>
        )
      }
    >
      <Whole result={result}>
        {({ watches }) => {
          const watch = watches.find(({ id }) => id === edit);
          if (edit === 'new' || watch !== undefined)
            return <WatchForm key={edit} watch={watch} onClose={close} />;
          return (
            <WatchList
              watches={watches}
              onEdit={show}
              onChange={() => void result.refetch().catch(() => undefined)}
            />
          );
        }}
      </Whole>
    </Page>
  );
}

interface WatchListProps {
  readonly watches: readonly WatchInListFragment[];
  readonly onEdit: (id: string) => void;
  readonly onChange: () => void;
}

function WatchList({ watches, onEdit, onChange }: WatchListProps) {
  const intl = useIntl();
  if (watches.length === 0)
    return (
      <Empty title={intl.formatMessage({ id: 'watches.empty' })}>
        <p>
          <FormattedMessage id="watches.emptyWhy" />
        </p>
        <Button variant="secondary" onClick={() => onEdit('new')}>
          <FormattedMessage id="watches.add" />
        </Button>
      </Empty>
    );
  return (
    <ul className="watches">
      {watches.map((watch) => (
        <WatchCard key={watch.id} watch={watch} onEdit={() => onEdit(watch.id)} onChange={onChange} />
      ))}
    </ul>
  );
}
