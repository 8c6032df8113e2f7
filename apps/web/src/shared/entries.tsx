import { useQuery } from '@apollo/client/react';
import { Alert, Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FigureEntriesQuery, FigureInput } from '#operations';
import { FigureEntries } from './entries.graphql';
import { EntryRows } from './entry-rows.js';
import { Whole } from './whole.js';
import './entries.css';

/** A number that was asked to be opened. */
export interface OpenedNumber {
  readonly title: string;
  readonly value: string;
  readonly entryCount: number;
  readonly figure: FigureInput;
}

interface Opening {
  /** The cluster whose numbers they are; undefined of the firm acted for. */
  readonly clusterId: string | undefined;
  /** Undefined where the viewer may see no entries. */
  readonly open: ((number: OpenedNumber) => void) | undefined;
}

const OpeningContext = createContext<Opening>({ clusterId: undefined, open: undefined });

/** How a number of the page shows what is behind it. */
export const useOpening = (): Opening => use(OpeningContext);

interface EntriesProviderProps {
  readonly clusterId?: string | undefined;
  /** Whether entries are told to the viewer at all. */
  readonly mayOpen: boolean;
  readonly children: ReactNode;
}

/** Around a page of numbers: each of them opens its entries in one drawer. */
export function EntriesProvider({ clusterId, mayOpen, children }: EntriesProviderProps) {
  const [opened, setOpened] = useState<OpenedNumber>();
  const opening = useMemo(() => ({ clusterId, open: mayOpen ? setOpened : undefined }), [clusterId, mayOpen]);
  const close = useCallback(() => setOpened(undefined), []);
  return (
    <OpeningContext value={opening}>
      {children}
      {opened !== undefined && (
        <EntriesDrawer opened={opened} isRecorded={clusterId !== undefined} close={close} />
      )}
    </OpeningContext>
  );
}

interface EntriesDrawerProps {
  readonly opened: OpenedNumber;
  /** The firms behind it are told of the look. */
  readonly isRecorded: boolean;
  readonly close: () => void;
}

function EntriesDrawer({
  opened: { title, value, entryCount, figure },
  isRecorded,
  close,
}: EntriesDrawerProps) {
  const intl = useIntl();
  const result = useEntries(figure);
  return (
    <Dialog
      open
      className="entries"
      placement="right"
      closedby="any"
      closeButton={intl.formatMessage({ id: 'shared.entries.close' })}
      onClose={close}
      aria-labelledby="entries-title"
    >
      <Heading id="entries-title" level={2} data-size="sm">
        <FormattedMessage id="shared.entries.title" values={{ title }} />
      </Heading>
      <Paragraph>
        <strong>{value}</strong> <FormattedMessage id="shared.entries.count" values={{ count: entryCount }} />
      </Paragraph>
      {isRecorded && (
        <Paragraph className="quiet">
          <FormattedMessage id="shared.entries.recorded" />
        </Paragraph>
      )}
      <Whole result={result}>
        {({ figureEntries }) => (
          <Entries entries={figureEntries} entryCount={entryCount} more={result.more} busy={result.loading} />
        )}
      </Whole>
    </Dialog>
  );
}

const PAGE = 100;

/** The first page, and more of them on top of it when they are asked for. */
function useEntries(figure: FigureInput) {
  const result = useQuery(FigureEntries, {
    variables: { figure, first: PAGE },
    // Each look is kept: nothing is shown from an earlier one.
    fetchPolicy: 'network-only',
    notifyOnNetworkStatusChange: true,
  });
  const { fetchMore, data } = result;
  const after = data?.figureEntries.pageInfo.endCursor;
  const more = useCallback(
    () =>
      void fetchMore({
        variables: { after },
        updateQuery: (before, { fetchMoreResult }) => joined(before, fetchMoreResult),
      }),
    [fetchMore, after],
  );
  return { ...result, more };
}

const joined = (before: FigureEntriesQuery, next: FigureEntriesQuery): FigureEntriesQuery => ({
  ...next,
  figureEntries: {
    ...next.figureEntries,
    edges: [...before.figureEntries.edges, ...next.figureEntries.edges],
  },
});

interface EntriesProps {
  readonly entries: FigureEntriesQuery['figureEntries'];
  readonly entryCount: number;
  readonly more: () => void;
  readonly busy: boolean;
}

function Entries({ entries: { edges, pageInfo, withheldReason }, entryCount, more, busy }: EntriesProps) {
  const rows = useMemo(() => edges.map(({ node }) => node), [edges]);
  if (withheldReason !== null)
    return (
      <Alert data-color="info">
        <FormattedMessage id={`board.withheld.${withheldReason}`} />
      </Alert>
    );
  return (
    <>
      <EntryRows rows={rows} total={Math.max(entryCount, rows.length)} />
      {pageInfo.hasNextPage && (
        <Button variant="secondary" onClick={more} loading={busy}>
          <FormattedMessage id="shared.entries.more" />
        </Button>
      )}
    </>
  );
}
